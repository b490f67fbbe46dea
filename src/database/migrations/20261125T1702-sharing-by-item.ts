import { type Kysely, sql } from 'kysely'

/** What of a badge its public page shows, until when, and how often it was opened by its link. */
export const sharingByItem = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql
      .raw(`
alter table award add column share_items text[] not null default array['hours', 'role', 'skills', 'criteria', 'file']
  check (share_items <@ array['hours', 'role', 'skills', 'criteria', 'file']);
alter table award add column share_ends_at timestamptz;
alter table award add column share_views integer not null default 0 check (share_views >= 0);
grant select (share_items, share_ends_at) on award to colophon_public;
`)
      .execute(db)
  },
}
