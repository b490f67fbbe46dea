import type { Strength } from '../model'

const words = {
  practised: {
    en: (item: string) => `Gave practice in ${item}; this is not a qualification.`,
    cy: (item: string) => `Rhoddodd ymarfer yn ${item}; nid cymhwyster yw hwn.`,
  },
  evidenced: {
    en: (item: string) =>
      `Gave practice in ${item}, with an example that the service confirmed; this is not a qualification.`,
    cy: (item: string) =>
      `Rhoddodd ymarfer yn ${item}, gydag enghraifft a gadarnhawyd gan y gwasanaeth; nid cymhwyster yw hwn.`,
  },
  assessed: {
    en: (item: string) => `An assessment of ${item} is on record; this is not a qualification.`,
    cy: (item: string) => `Mae asesiad o ${item} ar gofnod; nid cymhwyster yw hwn.`,
  },
} as const satisfies Record<Strength, Record<'en' | 'cy', (item: string) => string>>

/** What an alignment claims, in a sentence that says how far it goes; `item` is the item's name. */
export const describeAlignment = (item: string, strength: Strength, language: 'en' | 'cy'): string =>
  words[strength][language](item)

/** The same for several items that were practised: one sentence. In Welsh a word for “and” would change what follows. */
export const describePractice = (items: readonly string[], language: 'en' | 'cy'): string =>
  items.length === 0
    ? ''
    : words.practised[language](
        language === 'cy'
          ? items.join(', ')
          : new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(items),
      )
