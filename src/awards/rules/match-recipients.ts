import { foldName } from '../../people/rules/fold-name'
import type { ListedPerson } from './read-recipients'

export type KnownVolunteer = {
  readonly personId: string
  readonly externalReference: string | null
  readonly email: string | null
  readonly name: string
}

export type RecipientMatch =
  | { readonly kind: 'found'; readonly personId: string }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'ambiguous' }

/**
 * Finds whom each row of a list means: by the service's own reference; else by the e-mail address, and the name
 * where several people share it; else by the name. A row that could mean two people means nobody.
 */
export const matchRecipients = (
  rows: readonly ListedPerson[],
  known: readonly KnownVolunteer[],
): RecipientMatch[] => {
  const byReference = Map.groupBy(known, ({ externalReference }) => externalReference)
  const byEmail = Map.groupBy(known, ({ email }) => email)
  const byName = Map.groupBy(known, ({ name }) => foldName(name))
  return rows.map(({ reference, email, name }) => {
    const ofReference = reference === '' ? [] : (byReference.get(reference) ?? [])
    // A row without headings gives the same words as a reference and as a name.
    if (ofReference.length > 0 || (reference !== '' && reference !== name)) return only(ofReference)
    if (email === '') return only(byName.get(foldName(name)) ?? [])
    const ofEmail = byEmail.get(email.toLowerCase()) ?? []
    return only(
      ofEmail.length > 1 && name !== ''
        ? ofEmail.filter((person) => foldName(person.name) === foldName(name))
        : ofEmail,
    )
  })
}

const only = (people: readonly KnownVolunteer[]): RecipientMatch => {
  const [person, another] = people
  if (person === undefined) return { kind: 'unknown' }
  return another === undefined ? { kind: 'found', personId: person.personId } : { kind: 'ambiguous' }
}
