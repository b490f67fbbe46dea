import { tidyName } from '../../people/rules/tidy-name'

/** Who a row says it is about. */
export type Identity = {
  readonly externalReference: string | null
  readonly name: string
  readonly email: string | null
}

/** The same for rows that say the same of their person, which are then matched as one. */
export const identityKey = ({ externalReference, name, email }: Identity): string =>
  `${externalReference ?? ''}\n${name}\n${email ?? ''}`

export type KnownPerson = Identity & { readonly id: string }

/** Whom a row is about: somebody known, the n-th of the new people, or one of several who share the name. */
export type PersonMatch =
  | { readonly kind: 'known'; readonly personId: string }
  | { readonly kind: 'new'; readonly index: number }
  | { readonly kind: 'ambiguous' }

export type PeopleMatch = {
  /** One for every row, in the order of the rows. */
  readonly matches: readonly PersonMatch[]
  readonly newPeople: readonly Identity[]
  /** Known people, found by e-mail and name, to whom a row gives the reference that they lack. */
  readonly references: readonly { readonly personId: string; readonly externalReference: string }[]
}

/**
 * Matches rows to people: by the service's own reference; else by e-mail and name together, for several people
 * may share an address; and by the name alone only where a row gives neither. Rows of one file are matched to
 * each other in the same way, whatever their order, so that nobody is made twice.
 */
export const matchPeople = (rows: readonly Identity[], known: readonly KnownPerson[]): PeopleMatch => {
  const directory = new Directory(known)
  const matches: PersonMatch[] = new Array(rows.length)
  const withReference = (row: Identity) => row.externalReference !== null
  const withEmailOnly = (row: Identity) => row.externalReference === null && row.email !== null
  const withNeither = (row: Identity) => row.externalReference === null && row.email === null
  for (const pass of [withReference, withEmailOnly, withNeither]) {
    rows.forEach((row, index) => {
      if (pass(row)) matches[index] = directory.match(row)
    })
  }
  return { matches, newPeople: directory.newPeople, references: directory.references }
}

type Entry = {
  readonly match: PersonMatch
  externalReference: string | null
  readonly names: Set<string>
  readonly emails: Set<string>
}

/** People known before and people that the file brings, found by every key. */
class Directory {
  readonly newPeople: { externalReference: string | null; name: string; email: string | null }[] = []
  readonly references: { personId: string; externalReference: string }[] = []
  readonly #byReference = new Map<string, Entry>()
  readonly #byEmail = new Map<string, Entry[]>()
  readonly #byName = new Map<string, Entry[]>()

  constructor(known: readonly KnownPerson[]) {
    for (const person of known) this.#add(person, { kind: 'known', personId: person.id })
  }

  match(row: Identity): PersonMatch {
    if (row.externalReference !== null) {
      const found = this.#byReference.get(row.externalReference)
      if (!found) return this.#matchNewReference(row, row.externalReference)
      this.#addKeys(found, row)
      return found.match
    }
    const found =
      row.email === null
        ? this.#byName.get(nameKey(row.name))
        : this.#byEmail.get(emailKey(row.email, row.name))
    if (found === undefined) return this.#make(row)
    return found.length === 1 && found[0] ? found[0].match : { kind: 'ambiguous' }
  }

  /** A reference that nobody has yet: it may belong to somebody who was known by e-mail and name alone. */
  #matchNewReference(row: Identity, externalReference: string): PersonMatch {
    const found = row.email === null ? [] : (this.#byEmail.get(emailKey(row.email, row.name)) ?? [])
    const [free, another] = found.filter((entry) => entry.externalReference === null)
    if (!free || another || free.match.kind !== 'known') return this.#make(row)
    free.externalReference = externalReference
    this.#byReference.set(externalReference, free)
    this.references.push({ personId: free.match.personId, externalReference })
    return free.match
  }

  #make(row: Identity): PersonMatch {
    const match: PersonMatch = { kind: 'new', index: this.newPeople.length }
    this.newPeople.push({ externalReference: row.externalReference, name: row.name, email: row.email })
    this.#add(row, match)
    return match
  }

  #add(identity: Identity, match: PersonMatch) {
    const { externalReference } = identity
    const entry: Entry = { match, externalReference, names: new Set(), emails: new Set() }
    if (externalReference !== null) this.#byReference.set(externalReference, entry)
    this.#addKeys(entry, identity)
  }

  /** A file may give one person's name or address in two ways; each of them leads to the person. */
  #addKeys(entry: Entry, { email, name }: Identity) {
    if (entry.names.has(name) && (email === null || entry.emails.has(email))) return
    entry.names.add(name)
    if (email !== null) entry.emails.add(email)
    for (const known of entry.names) {
      append(this.#byName, nameKey(known), entry)
      for (const address of entry.emails) append(this.#byEmail, emailKey(address, known), entry)
    }
    const made = entry.match.kind === 'new' ? this.newPeople[entry.match.index] : undefined
    if (made && made.email === null) made.email = email
  }
}

const append = (map: Map<string, Entry[]>, key: string, entry: Entry) => {
  const entries = map.get(key)
  if (entries?.includes(entry)) return
  if (entries) entries.push(entry)
  else map.set(key, [entry])
}

/** The same name whatever the capitals and the shape of the apostrophe; accents tell people apart. */
const nameKey = (name: string) =>
  tidyName(name)
    .toLowerCase()
    .replace(/[’ʼ`´]/g, "'")

const emailKey = (email: string, name: string) => `${email.toLowerCase()}\n${nameKey(name)}`
