import { type Kysely, sql } from 'kysely'

/** Claims on paper: they went to no address, and whoever uses one takes the files in the browser that used it. */
export const claimSlips = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql
      .raw(`
alter table claim
  alter column email drop not null,
  add column take_hash text,
  add constraint claim_take_hash_check check (take_hash is null or (email is null and used_at is not null));
`)
      .execute(db)
  },
}
