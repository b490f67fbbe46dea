import { type Kysely, sql } from 'kysely'

const tables = ['endorsement', 'endorsement_credential']

const secured = tables
  .map(
    (table) => `
alter table ${table} enable row level security;
alter table ${table} force row level security;
grant select, insert, update, delete on ${table} to colophon_tenant, colophon_system;
create policy tenant on ${table} to colophon_tenant
  using (organisation_id = nullif(current_setting('app.organisation_id', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation_id', true), '')::uuid);
create policy system on ${table} to colophon_system using (true) with check (true);
`,
  )
  .join('')

/** A supervisor's words about a volunteer, and the signed credential of them for each badge that they go with. */
export const endorsements = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql
      .raw(`
create table endorsement (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  person_id uuid not null,
  definition_code text,
  role_id uuid,
  words text not null check (length(words) between 1 and 600),
  language text not null check (language in ('en', 'cy')),
  writer_name text not null check (length(writer_name) between 1 and 80),
  writer_role text not null check (length(writer_role) between 1 and 80),
  written_by text not null,
  written_at timestamptz not null,
  request_id uuid not null,
  state text not null default 'waiting' check (state in ('waiting', 'agreed', 'declined', 'withdrawn')),
  state_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, person_id) references person (organisation_id, id),
  foreign key (organisation_id, role_id) references role (organisation_id, id),
  check ((definition_code is null) <> (role_id is null)),
  check ((state = 'waiting') = (state_at is null))
);
create unique index endorsement_once on endorsement (organisation_id, request_id);
create index endorsement_person on endorsement (organisation_id, person_id, written_at);
create table endorsement_credential (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  endorsement_id uuid not null,
  award_id uuid not null,
  embedded boolean not null,
  signed_at timestamptz not null,
  document text not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, endorsement_id) references endorsement (organisation_id, id),
  foreign key (organisation_id, award_id) references award (organisation_id, id)
);
create unique index endorsement_credential_once on endorsement_credential (organisation_id, endorsement_id, award_id);
create index endorsement_credential_award on endorsement_credential (organisation_id, award_id);
${secured}`)
      .execute(db)
  },
}
