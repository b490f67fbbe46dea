import type { JSONColumnType } from 'kysely'

/** Whose answers are whose: readable by the role of demographics alone. */
export type DemographicLinkTable = {
  organisation_id: string
  person_id: string
  /** Random, and in nothing else of the person's. */
  link: string
}

/** One answer of somebody about themselves. Nothing is counted by moment: it could be matched to who was there. */
export type DemographicAnswerTable = {
  organisation_id: string
  link: string
  question: string
  /** The list that the answer is a code of, such as census2021-ew. */
  scheme: string
  scheme_version: string
  answer: string
  /** When it was given, such as 2026-Q4. */
  quarter: string
}

/** The counts of a quarter as they were taken the first time somebody asked: they stay until the next. */
export type DemographicReleaseTable = {
  organisation_id: string
  question: string
  quarter: string
  counts: JSONColumnType<Record<string, number>, string, string>
}
