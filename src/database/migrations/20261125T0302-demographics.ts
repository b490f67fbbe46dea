import { type Kysely, sql } from 'kysely'

/**
 * Answers of volunteers about themselves, which only counts are made of, under a database role of their own: no other
 * role may read them, and that role may read nothing else. An answer hangs on a random link; which link is whose stands
 * in a table of the same role.
 */
export const demographics = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql.raw(tables).execute(db)
    await sql.raw(role).execute(db)
    for (const table of ['demographic_link', 'demographic_answer', 'demographic_release'])
      await sql.raw(policies(table)).execute(db)
  },
}

const tables = `
create table demographic_link (
  organisation_id uuid not null references organisation (id),
  person_id uuid not null,
  link uuid not null,
  primary key (organisation_id, person_id),
  unique (organisation_id, link)
);

create table demographic_answer (
  organisation_id uuid not null references organisation (id),
  link uuid not null,
  question text not null,
  scheme text not null,
  scheme_version text not null,
  answer text not null,
  quarter text not null check (quarter ~ '^[0-9]{4}-Q[1-4]$'),
  primary key (organisation_id, link, question),
  foreign key (organisation_id, link) references demographic_link (organisation_id, link) on delete cascade
);

create table demographic_release (
  organisation_id uuid not null references organisation (id),
  question text not null,
  quarter text not null check (quarter ~ '^[0-9]{4}-Q[1-4]$'),
  counts jsonb not null,
  primary key (organisation_id, question, quarter)
);
`

const role = `
do $$
begin
  if not exists (select from pg_roles where rolname = 'colophon_demographics') then
    create role colophon_demographics nologin nobypassrls;
  end if;
  execute format('grant colophon_demographics to %I', current_user);
end $$;
grant usage on schema public to colophon_demographics;
`

const policies = (table: string) => `
alter table ${table} enable row level security;
alter table ${table} force row level security;
revoke all on ${table} from colophon_tenant, colophon_public, colophon_system, colophon_eraser;
grant select, insert, update, delete on ${table} to colophon_demographics;
create policy own on ${table} to colophon_demographics
  using (organisation_id = nullif(current_setting('app.organisation_id', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation_id', true), '')::uuid);
`
