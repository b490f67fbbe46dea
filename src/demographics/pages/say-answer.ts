import type { Language } from '../../web/app-env'
import { preferNotToSay, type QuestionKey } from '../model'
import { demographicsText, questionText } from '../text'

/** An answer in words; a year and a band of age stand for themselves. */
export const sayAnswer = (question: QuestionKey, answer: string, language: Language): string => {
  if (answer === preferNotToSay) return demographicsText[language].prefer
  if (answer === 'missing') return demographicsText[language].missing
  return questionText[language][question].codes[answer] ?? answer
}
