/** The facts of a session that its entries vouch for. */
export type ChainedFacts = {
  readonly roleId: string
  readonly branchId: string | null
  readonly localDate: string
  readonly startedAt: Date | null
  readonly endedAt: Date | null
  readonly timeZone: string
  readonly minutes: number
  readonly activity: string | null
  readonly deliveryMode: string
  readonly trainingMinutes: number
  readonly timeCredit: string
  readonly beneficiaries: string | null
  readonly source: string
  readonly dofeSection: string | null
  readonly micro: boolean
  readonly clockRule: string | null
  readonly correctsId: string | null
}

/** An entry of the ledger in its place. */
export type ChainedEntry = {
  readonly organisationId: string
  readonly personId: string
  readonly sessionId: string
  /** From 1. */
  readonly sequence: number
  readonly kind: string
  readonly actor: string
  readonly at: Date
  readonly reason: string | null
  readonly facts: ChainedFacts
}

/** The hash before the first entry. */
export const chainStart = '0'.repeat(64)

/**
 * The text whose SHA-256 is an entry's hash: a JSON array of strings and nulls without spaces, in this order: the
 * name of the form, the hash before, the place in the chain, organisation, person, session, kind, who, when, why,
 * then the facts of the session. Instants are in UTC to the millisecond, numbers and booleans are their JSON text.
 */
export const linkEntry = (previousHash: string, entry: ChainedEntry): string => {
  const { facts } = entry
  return `["colophon-ledger-1","${previousHash}","${entry.sequence}","${entry.organisationId}","${entry.personId}","${
    entry.sessionId
  }","${entry.kind}",${quote(entry.actor)},"${entry.at.toISOString()}",${quote(entry.reason)},"${facts.roleId}",${quote(
    facts.branchId,
  )},"${facts.localDate}",${quoteInstant(facts.startedAt)},${quoteInstant(facts.endedAt)},${quote(
    facts.timeZone,
  )},"${facts.minutes}",${quote(facts.activity)},${quote(facts.deliveryMode)},"${facts.trainingMinutes}",${quote(
    facts.timeCredit,
  )},${quote(facts.beneficiaries)},${quote(facts.source)},${quote(facts.dofeSection)},"${facts.micro}",${quote(
    facts.clockRule,
  )},${quote(facts.correctsId)}]`
}

/** Text whose JSON is itself between quotation marks: what most values are. */
const plain = /^[\w .,:@+/-]*$/

const quote = (text: string | null): string =>
  text === null ? 'null' : plain.test(text) ? `"${text}"` : JSON.stringify(text)

const quoteInstant = (instant: Date | null): string =>
  instant === null ? 'null' : `"${instant.toISOString()}"`
