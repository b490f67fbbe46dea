import { type Kysely, sql } from 'kysely'

/**
 * That somebody's records at two services are one person's, by their own act: a row on each side with the same random
 * id and the other service, and nothing of what is in the other record.
 */
export const recordLinks = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql.raw(table).execute(db)
  },
}

const table = `
create table record_link (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  person_id uuid not null,
  other_organisation_id uuid,
  token_hash text,
  offered_to text,
  expires_at timestamptz,
  created_at timestamptz not null,
  linked_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, person_id) references person (organisation_id, id) on delete cascade,
  check ((linked_at is null) = (token_hash is not null)),
  check ((linked_at is null) = (other_organisation_id is null)),
  check ((token_hash is null) = (offered_to is null) and (token_hash is null) = (expires_at is null))
);
create index record_link_person on record_link (organisation_id, person_id);
create index record_link_token on record_link (token_hash) where token_hash is not null;
alter table record_link enable row level security;
alter table record_link force row level security;
grant select, insert, update, delete on record_link to colophon_tenant, colophon_system;
create policy tenant on record_link to colophon_tenant
  using (organisation_id = nullif(current_setting('app.organisation_id', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation_id', true), '')::uuid);
create policy system on record_link to colophon_system using (true) with check (true);
`
