import type { Generated, JSONColumnType } from 'kysely'

/** How a person stood for every badge when it was last reckoned. */
export type BadgeStandingTable = {
  organisation_id: string
  person_id: string
  /** The day in the United Kingdom on which it was reckoned, YYYY-MM-DD: ages and expiry go by it. */
  computed_on: string
  /** A digest of the badges and rules that it was reckoned for. */
  catalogue: string
  /** By code, how far off each badge is: 0 is earned. */
  distances: JSONColumnType<Readonly<Record<string, number>>>
  /** One more each time that it is written. */
  version: number
}

/** That a person's record changed since; of everybody where it names nobody. */
export type StandingChangeTable = {
  organisation_id: string
  number: Generated<number>
  person_id: string | null
}
