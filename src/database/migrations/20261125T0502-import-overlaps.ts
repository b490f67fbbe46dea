import { type Kysely, sql } from 'kysely'

/**
 * An import tells how many of its sessions run at the same time as another. The history of a session is found by the
 * index that has its entries in their order; the one by time held the same once more.
 */
export const importOverlaps = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql
      .raw(`
alter table hours_import add column rows_overlapping integer not null default 0;
drop index session_event_session;
`)
      .execute(db)
  },
}
