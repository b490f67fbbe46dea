import { type Kysely, sql } from 'kysely'

/**
 * Coming and going at a library without an account: tablets and posters, the number that a volunteer types there, and
 * who is in. A session whose end nobody saw says so in its facts.
 */
export const checkIn = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql.raw(tables).execute(db)
    for (const table of ['check_in_point', 'check_in_number', 'check_in'])
      await sql.raw(guard(table)).execute(db)
  },
}

const tables = `
alter table volunteering_session
  drop constraint volunteering_session_clock_rule_check,
  add constraint volunteering_session_clock_rule_check
    check (clock_rule in ('first', 'second', 'shortest', 'usual'));

create table check_in_point (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  branch_id uuid not null,
  kind text not null check (kind in ('tablet', 'poster')),
  key text not null,
  device_hash text,
  created_by text not null,
  created_at timestamptz not null,
  linked_at timestamptz,
  revoked_at timestamptz,
  primary key (organisation_id, id),
  unique (organisation_id, key),
  foreign key (organisation_id, branch_id) references branch (organisation_id, id),
  check (kind = 'tablet' or device_hash is null),
  check ((device_hash is null) = (linked_at is null))
);

create table check_in_number (
  organisation_id uuid not null references organisation (id),
  person_id uuid not null,
  number text not null check (number ~ '^[0-9]{6}$'),
  primary key (organisation_id, person_id),
  unique (organisation_id, number),
  foreign key (organisation_id, person_id) references person (organisation_id, id) on delete cascade
);

create table check_in (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  person_id uuid not null,
  branch_id uuid not null,
  role_id uuid not null,
  point_id uuid not null,
  started_at timestamptz not null,
  ended_at timestamptz,
  end_rule text check (end_rule in ('seen', 'told', 'usual', 'nothing')),
  session_id uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, person_id) references person (organisation_id, id) on delete cascade,
  foreign key (organisation_id, branch_id) references branch (organisation_id, id),
  foreign key (organisation_id, role_id) references role (organisation_id, id),
  foreign key (organisation_id, point_id) references check_in_point (organisation_id, id),
  foreign key (organisation_id, session_id) references volunteering_session (organisation_id, id),
  check ((ended_at is null) = (end_rule is null)),
  check (ended_at >= started_at)
);
create unique index check_in_open on check_in (organisation_id, person_id) where ended_at is null;
create index check_in_forgotten on check_in (started_at) where ended_at is null;
`

const guard = (table: string) => `
alter table ${table} enable row level security;
alter table ${table} force row level security;
grant select, insert, update, delete on ${table} to colophon_tenant, colophon_system;
create policy tenant on ${table} to colophon_tenant
  using (organisation_id = nullif(current_setting('app.organisation_id', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation_id', true), '')::uuid);
create policy system on ${table} to colophon_system using (true) with check (true);
`
