import { describePractice } from '../frameworks/rules/describe-alignment'
import { badgeDefinitions } from './catalogue'
import type { BadgeDefinition, EditionLanguage, Editions } from './model'

const keyOf = (name: string, url: string) => `${url} ${name}`

/** The words of some badges for what they are aligned to. */
const wordsOf = (definitions: readonly BadgeDefinition[]): ReadonlyMap<string, Editions> =>
  new Map(
    definitions.flatMap(({ alignments, skills }) =>
      skills.flatMap(({ alignment, name }) => {
        const target = alignments.find(({ code }) => code === alignment)
        return target === undefined ? [] : [[keyOf(target.targetName, target.targetUrl), name] as const]
      }),
    ),
  )
const skillNames = wordsOf(badgeDefinitions)

/**
 * The sentence that says what a badge of ours gave practice in and that it is no qualification, from what it is aligned
 * to as it was signed: in the words of `own`, a service's own badge, then of the catalogue, where they have some. Empty
 * where it is aligned to nothing.
 */
export const writePractice = (
  alignments: readonly { readonly name: string; readonly url: string }[],
  language: EditionLanguage,
  own: readonly BadgeDefinition[] = [],
): string => {
  const ownNames = wordsOf(own)
  const names = alignments.map(({ name, url }) => {
    const key = keyOf(name, url)
    return (ownNames.get(key) ?? skillNames.get(key))?.[language] ?? name
  })
  return describePractice([...new Set(names)], language)
}
