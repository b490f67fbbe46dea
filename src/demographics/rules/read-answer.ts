import { preferNotToSay, type QuestionKey, questions } from '../model'

/** An answer as it may be kept: a code of the question's list, a year of birth, or "prefer not to say". */
export const readAnswer = (key: QuestionKey, typed: string, year: number): string | undefined => {
  const text = typed.trim()
  if (text === preferNotToSay) return text
  const codes: readonly string[] = questions[key].codes
  if (codes.length > 0) return codes.includes(text) ? text : undefined
  const born = /^\d{4}$/.test(text) ? Number(text) : 0
  return born >= 1900 && born <= year ? text : undefined
}
