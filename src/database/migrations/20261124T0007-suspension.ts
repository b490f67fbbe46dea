import { type Kysely, sql } from 'kysely'

/**
 * Awards can be suspended where their badge may be paused: they have their places in lists of that purpose. A
 * signed list says until when it holds and which key signed it.
 */
export const suspension = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql
      .raw(`
alter table status_list drop constraint status_list_purpose_check;
alter table status_list add constraint status_list_purpose_check check (purpose in ('revocation', 'suspension'));
alter table status_list
  add column document_until timestamptz,
  add column document_key text;

alter table award drop constraint award_status_check;
alter table award add constraint award_status_check check (status in ('valid', 'suspended', 'revoked'));

create table badge_setting (
  organisation_id uuid not null references organisation (id),
  definition_code text not null,
  pausable boolean not null,
  primary key (organisation_id, definition_code)
);
alter table badge_setting enable row level security;
alter table badge_setting force row level security;
grant select, insert, update, delete on badge_setting to colophon_tenant, colophon_system;
create policy tenant on badge_setting to colophon_tenant
  using (organisation_id = nullif(current_setting('app.organisation_id', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation_id', true), '')::uuid);
create policy system on badge_setting to colophon_system using (true) with check (true);
`)
      .execute(db)
  },
}
