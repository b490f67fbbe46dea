import { contrastOf, LEAST_CONTRAST, nearestReadable } from '../../organisations/rules/readable-colour'
import { looksText } from '../looks-text'

/** What is wrong with a colour that was typed for a ground, and the nearest that passes; undefined where it reads. */
export const colourProblem = (typed: string, ground: string, language: 'en' | 'cy'): string | undefined => {
  const t = looksText[language]
  if (!/^#[0-9a-f]{6}$/.test(typed)) return t.noColour
  return contrastOf(typed, ground) >= LEAST_CONTRAST
    ? undefined
    : t.tooLight(typed, nearestReadable(typed, ground, '#000000'))
}
