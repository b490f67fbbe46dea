import { type Kysely, sql } from 'kysely'

/**
 * Badges that a service designs itself: a draft that changes, and the versions that were published of it, which can be
 * neither changed nor taken away.
 */
export const ownBadges = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql.raw(tables).execute(db)
    for (const table of ['own_badge', 'own_badge_version']) await sql.raw(policies(table)).execute(db)
    await sql.raw(fixed).execute(db)
  },
}

const tables = `
create table own_badge (
  organisation_id uuid not null references organisation (id),
  code text not null check (code ~ '^OWN-[a-z0-9]{12}$'),
  draft jsonb not null,
  revision integer not null default 1 check (revision > 0),
  published_revision integer check (published_revision <= revision),
  created_at timestamptz not null,
  created_by text not null,
  changed_at timestamptz not null,
  retired_at timestamptz,
  primary key (organisation_id, code)
);

create table own_badge_version (
  organisation_id uuid not null,
  code text not null,
  version integer not null check (version > 0),
  revision integer not null,
  draft jsonb not null,
  definition jsonb not null,
  published_at timestamptz not null,
  published_by text not null,
  primary key (organisation_id, code, version),
  unique (organisation_id, code, revision),
  foreign key (organisation_id, code) references own_badge (organisation_id, code)
);
`

const policies = (table: string) => `
alter table ${table} enable row level security;
alter table ${table} force row level security;
grant select, insert, update, delete on ${table} to colophon_tenant, colophon_system;
create policy tenant on ${table} to colophon_tenant
  using (organisation_id = nullif(current_setting('app.organisation_id', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation_id', true), '')::uuid);
create policy system on ${table} to colophon_system using (true) with check (true);
`

const fixed = `
revoke update, delete on own_badge_version from colophon_tenant, colophon_system;
create trigger own_badge_version_fixed before update or delete on own_badge_version
  for each row execute function refuse_change();
`
