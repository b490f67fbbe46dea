import type { Generated, JSONColumnType } from 'kysely'

/** One decision to issue a badge to chosen people; resumes where it stopped. */
export type IssueBatchTable = {
  organisation_id: string
  id: string
  definition_code: string
  person_ids: JSONColumnType<string[]>
  decided_by: string
  created_at: Generated<Date>
  total: number
  /** How many of person_ids, from the front, are dealt with. */
  done: Generated<number>
  issued: Generated<number>
  /** People who were not issued to, with the reason. */
  refused: JSONColumnType<{ personId: string; reason: string }[]>
  finished_at: Date | null
  /** Words that the credentials of some of them carry, by person. */
  texts: JSONColumnType<Record<string, string>>
  /** Ids of the confirmed skills that the badge names, by person; all of theirs where nothing is said. */
  skills: JSONColumnType<Record<string, string[]>>
  /** Those who get the badge are told by mail. */
  notify: Generated<boolean>
  /** When somebody last worked on it. */
  touched_at: Generated<Date>
}
