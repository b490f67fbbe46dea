import { type Kysely, sql } from 'kysely'

/** Confirmed skills that a batch puts into the badge of each person. */
export const chosenSkills = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql.raw(`alter table issue_batch add column skills jsonb not null default '{}'`).execute(db)
  },
}
