import { type Kysely, sql } from 'kysely'

/**
 * Rules that a network or a service sets, each decision kept; branches with their place; the branches of a
 * supervisor; community libraries as organisations of their own beneath a service.
 */
export const organisationSettings = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql.raw(tables).execute(db)
    for (const table of ['setting_change', 'membership_branch']) await sql.raw(policies(table)).execute(db)
    await sql.raw(stays).execute(db)
  },
}

const tables = `
create table setting_change (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  key text not null,
  value text,
  version integer not null check (version > 0),
  changed_by text not null,
  changed_at timestamptz not null,
  reason text check (length(reason) between 1 and 500),
  primary key (organisation_id, id),
  unique (organisation_id, key, version)
);

create table membership_branch (
  organisation_id uuid not null,
  membership_id uuid not null,
  branch_id uuid not null,
  primary key (organisation_id, membership_id, branch_id),
  foreign key (organisation_id, membership_id) references membership (organisation_id, id) on delete cascade,
  foreign key (organisation_id, branch_id) references branch (organisation_id, id)
);

alter table branch
  add column uprn text check (uprn ~ '^[0-9]{1,12}$'),
  add column district_code text check (district_code ~ '^[A-Z][0-9]{8}$');

alter table organisation drop constraint organisation_kind_check;
alter table organisation add constraint organisation_kind_check check (kind in ('network', 'service', 'community'));
`

const stays = `
revoke update, delete on setting_change from colophon_tenant, colophon_system;
create trigger setting_change_append_only before update or delete on setting_change
  for each row execute function refuse_change();
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
