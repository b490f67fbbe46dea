import { type Kysely, sql } from 'kysely'

/** Imports that nobody works on any more are found. */
export const imports = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql
      .raw(`
alter table hours_import add column touched_at timestamptz not null default now();
create index hours_import_running on hours_import (touched_at) where status = 'running';
`)
      .execute(db)
  },
}
