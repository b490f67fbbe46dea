import type { CountedSession, DofeSection } from '../model'

/** Somebody's decision that a session counts for a programme, or that it does not. */
export type SessionChoiceMade = { readonly sessionId: string; readonly counts: boolean }

export type CountingRule = {
  readonly section: DofeSection
  /** From this day sessions of the section count by themselves. */
  readonly from: string
  /** Up to the day before this one; null while nothing follows. */
  readonly until: string | null
  /** In the order in which they were made; the last one of a session holds. */
  readonly choices: readonly SessionChoiceMade[]
}

/**
 * The sessions that count for a programme, in the order of their days. A session that is recorded for the section
 * counts from the first day on; a choice that somebody made goes before that.
 */
export const chooseSessions = <Session extends Pick<CountedSession, 'id' | 'localDate' | 'dofeSection'>>(
  sessions: readonly Session[],
  { section, from, until, choices }: CountingRule,
): Session[] => {
  const chosen = new Map(choices.map(({ sessionId, counts }) => [sessionId, counts]))
  const byItself = ({ localDate, dofeSection }: Session) =>
    dofeSection === section && localDate >= from && (until === null || localDate < until)
  return sessions
    .filter((session) => chosen.get(session.id) ?? byItself(session))
    .toSorted((a, b) => a.localDate.localeCompare(b.localDate) || a.id.localeCompare(b.id))
}
