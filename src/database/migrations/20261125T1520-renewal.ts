import { type Kysely, sql } from 'kysely'

/**
 * A badge that ran out may be earned again: an award knows until when it is valid, as its credential says, and one that
 * ran out makes room for the next.
 */
export const renewal = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql
      .raw(`
alter table award add column valid_until timestamptz, add column lapsed boolean not null default false;
alter table award no force row level security;
alter table credential no force row level security;
update award set valid_until = (credential.document::jsonb ->> 'validUntil')::timestamptz
  from credential where credential.organisation_id = award.organisation_id and credential.award_id = award.id
    and credential.document like '%"validUntil"%';
alter table award force row level security;
alter table credential force row level security;
drop index award_once;
create unique index award_once on award (organisation_id, definition_code, person_id)
  where status <> 'revoked' and not lapsed;
create index award_running_out on award (organisation_id, valid_until)
  where valid_until is not null and status <> 'revoked' and not lapsed;
`)
      .execute(db)
  },
}
