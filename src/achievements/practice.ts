import { describePractice } from '../frameworks/rules/describe-alignment'
import { badgeDefinitions } from './catalogue'
import type { EditionLanguage, Editions } from './model'

const keyOf = (name: string, url: string) => `${url} ${name}`

/** The words of the catalogue for what its badges are aligned to. */
const skillNames: ReadonlyMap<string, Editions> = new Map(
  badgeDefinitions.flatMap(({ alignments, skills }) =>
    skills.flatMap(({ alignment, name }) => {
      const target = alignments.find(({ code }) => code === alignment)
      return target === undefined ? [] : [[keyOf(target.targetName, target.targetUrl), name] as const]
    }),
  ),
)

/**
 * The sentence that says what a badge of ours gave practice in and that it is no qualification, from what it is aligned
 * to as it was signed; the catalogue's own words where it has some. Empty where it is aligned to nothing.
 */
export const writePractice = (
  alignments: readonly { readonly name: string; readonly url: string }[],
  language: EditionLanguage,
): string => {
  const names = alignments.map(({ name, url }) => skillNames.get(keyOf(name, url))?.[language] ?? name)
  return describePractice([...new Set(names)], language)
}
