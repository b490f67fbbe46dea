import { type Kysely, sql } from 'kysely'

/**
 * What was recorded once keeps its place: a file that is imported again does not bring back a session that was taken
 * out or corrected since. A correction may go back to what stood first.
 */
export const sessionChanges = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql
      .raw(`create unique index volunteering_session_ever on volunteering_session
  (organisation_id, person_id, role_id, local_date, coalesce(started_at, '-infinity'), coalesce(ended_at, '-infinity'), minutes)
  where corrects_id is null`)
      .execute(db)
    await sql
      .raw(`create index session_event_latest on session_event (organisation_id, session_id, sequence)`)
      .execute(db)
  },
}
