import { type Kysely, sql } from 'kysely'

/** Words for each person of a batch; badges that a service hides or asks more for. */
export const badgeChoices = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql
      .raw(`
alter table issue_batch add column texts jsonb not null default '{}';

alter table badge_setting
  add column hidden boolean not null default false,
  add column rule jsonb,
  add column rule_number integer not null default 0;
`)
      .execute(db)
  },
}
