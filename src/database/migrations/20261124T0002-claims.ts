import { type Kysely, sql } from 'kysely'

/** Claims are used once, by the address they were mailed to; batches that nobody works on any more are found. */
export const claims = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql
      .raw(`
alter table claim
  add column email text not null check (email = lower(email)),
  add column used_at timestamptz;
create index claim_award on claim (organisation_id, award_id);

alter table issue_batch
  add column notify boolean not null default true,
  add column touched_at timestamptz not null default now();
create index issue_batch_unfinished on issue_batch (touched_at) where finished_at is null;
`)
      .execute(db)
  },
}
