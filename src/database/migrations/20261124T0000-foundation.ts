import { type Kysely, sql } from 'kysely'

const tables = `
create table organisation (
  id uuid primary key,
  kind text not null check (kind in ('network', 'service')),
  parent_id uuid references organisation (id),
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name_en text not null,
  name_cy text,
  nation text not null check (nation in ('England', 'Wales', 'Scotland', 'Northern Ireland')),
  gss_code text check (gss_code ~ '^(E06|E08|E09|E10|W06|S12|N09)[0-9]{6}$'),
  welsh_first boolean not null default false,
  demo boolean not null default false,
  url text,
  theme_colour text not null check (theme_colour ~ '^#[0-9a-f]{6}$'),
  created_at timestamptz not null default now(),
  check ((kind = 'network') = (parent_id is null))
);

create table branch (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  name text not null,
  library_type text not null check (library_type in ('LAL', 'LAL-', 'CL', 'CRL', 'IL')),
  primary key (organisation_id, id)
);
create unique index branch_name on branch (organisation_id, lower(name));

create table signing_key (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  fragment text not null,
  algorithm text not null check (algorithm in ('Ed25519', 'ES256')),
  public_key_multibase text not null,
  wrapped_private_key text not null,
  created_at timestamptz not null default now(),
  retired_at timestamptz,
  primary key (organisation_id, id),
  unique (organisation_id, fragment)
);

create table role (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  national_code text not null check (national_code ~ '^RO-[0-9]{2}$'),
  title_en text not null,
  title_cy text,
  boundary_class text not null
    check (boundary_class in ('value-added', 'supervised-operational', 'staff-only', 'governance')),
  skills jsonb not null default '[]',
  primary key (organisation_id, id)
);
create unique index role_title on role (organisation_id, lower(title_en));

create table person (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  external_reference text,
  preferred_name text not null check (length(preferred_name) between 1 and 200),
  search_name text not null,
  email text check (email = lower(email)),
  birth_year integer check (birth_year between 1900 and 2100),
  contact_language text not null check (contact_language in ('en', 'cy')),
  status text not null default 'active' check (status in ('active', 'ended')),
  created_at timestamptz not null default now(),
  primary key (organisation_id, id)
);
create unique index person_external_reference on person (organisation_id, external_reference)
  where external_reference is not null;
create index person_email on person (organisation_id, email) where email is not null;
create index person_search on person (organisation_id, search_name, id);

create table membership (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  email text not null check (email = lower(email)),
  role text not null,
  person_id uuid,
  created_at timestamptz not null default now(),
  primary key (organisation_id, id),
  foreign key (organisation_id, person_id) references person (organisation_id, id) on delete cascade
);
create unique index membership_once on membership
  (organisation_id, email, role, coalesce(person_id, '00000000-0000-0000-0000-000000000000'));
create index membership_email on membership (email);

create table hours_import (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  file_name text not null,
  file_key text not null,
  content_hash text not null,
  columns jsonb not null,
  mapping jsonb not null,
  status text not null default 'uploaded' check (status in ('uploaded', 'running', 'finished', 'failed')),
  rows_total integer not null default 0,
  rows_done integer not null default 0,
  rows_added integer not null default 0,
  rows_duplicate integer not null default 0,
  rows_faulty integer not null default 0,
  created_by text not null,
  created_at timestamptz not null default now(),
  finished_at timestamptz,
  primary key (organisation_id, id)
);

create table import_fault (
  organisation_id uuid not null,
  import_id uuid not null,
  row_number integer not null,
  column_name text not null,
  reason text not null,
  cells jsonb not null,
  primary key (organisation_id, import_id, row_number, column_name),
  foreign key (organisation_id, import_id) references hours_import (organisation_id, id) on delete cascade
);

create table volunteering_session (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  person_id uuid not null,
  role_id uuid not null,
  branch_id uuid,
  local_date date not null,
  started_at timestamptz,
  ended_at timestamptz,
  time_zone text not null,
  minutes integer not null check (minutes between 1 and 1440),
  status text not null default 'submitted' check (status in ('submitted', 'approved', 'disputed', 'void')),
  source text not null check (source in ('import', 'self', 'kiosk')),
  import_id uuid,
  note text,
  recorded_at timestamptz not null default now(),
  primary key (organisation_id, id),
  foreign key (organisation_id, person_id) references person (organisation_id, id),
  foreign key (organisation_id, role_id) references role (organisation_id, id),
  foreign key (organisation_id, branch_id) references branch (organisation_id, id),
  foreign key (organisation_id, import_id) references hours_import (organisation_id, id),
  check ((started_at is null) = (ended_at is null)),
  check (ended_at > started_at)
);
create unique index volunteering_session_once on volunteering_session
  (organisation_id, person_id, role_id, local_date, coalesce(started_at, '-infinity'), coalesce(ended_at, '-infinity'), minutes)
  where status <> 'void';
create index volunteering_session_queue on volunteering_session (organisation_id, status, local_date, id);
create index volunteering_session_person on volunteering_session (organisation_id, person_id, local_date);

create table session_event (
  organisation_id uuid not null,
  id uuid not null,
  session_id uuid not null,
  at timestamptz not null default now(),
  kind text not null check (kind in ('submitted', 'approved', 'disputed', 'voided')),
  actor text not null,
  reason text,
  primary key (organisation_id, id),
  foreign key (organisation_id, session_id) references volunteering_session (organisation_id, id)
);
create index session_event_session on session_event (organisation_id, session_id, at);

create table achievement (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  definition_code text not null,
  definition_version text not null,
  language text not null check (language in ('en', 'cy')),
  document text not null,
  published_at timestamptz not null default now(),
  primary key (organisation_id, id),
  unique (organisation_id, definition_code, definition_version, language)
);
create index achievement_id on achievement (id);

create table status_list (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  purpose text not null check (purpose in ('revocation')),
  size integer not null check (size >= 131072),
  permutation_key text not null,
  allocated integer not null default 0 check (allocated between 0 and size),
  revision integer not null default 0,
  document text,
  document_revision integer,
  opened_at timestamptz not null default now(),
  primary key (organisation_id, id)
);
create index status_list_id on status_list (id);

create table issue_batch (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  definition_code text not null,
  person_ids jsonb not null,
  decided_by text not null,
  created_at timestamptz not null default now(),
  total integer not null,
  done integer not null default 0,
  issued integer not null default 0,
  refused jsonb not null default '[]',
  finished_at timestamptz,
  primary key (organisation_id, id)
);

create table award (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  achievement_id uuid not null,
  definition_code text not null,
  person_id uuid not null,
  batch_id uuid,
  subject_id text not null,
  issued_at timestamptz not null,
  decided_by text not null,
  minutes integer not null,
  first_date date not null,
  last_date date not null,
  role_title text,
  status text not null default 'valid' check (status in ('valid', 'revoked')),
  status_changed_at timestamptz,
  status_changed_by text,
  status_reason text,
  status_list_id uuid not null,
  status_index integer not null,
  certificate_key text not null,
  share_key text,
  public_page boolean not null default false,
  show_name boolean not null default false,
  primary key (organisation_id, id),
  unique (organisation_id, status_list_id, status_index),
  foreign key (organisation_id, achievement_id) references achievement (organisation_id, id),
  foreign key (organisation_id, person_id) references person (organisation_id, id),
  foreign key (organisation_id, status_list_id) references status_list (organisation_id, id),
  foreign key (organisation_id, batch_id) references issue_batch (organisation_id, id),
  check (status = 'valid' or (status_reason is not null and status_changed_at is not null)),
  check (not public_page or share_key is not null)
);
create unique index award_once on award (organisation_id, definition_code, person_id) where status <> 'revoked';
create index award_id on award (id);
create unique index award_certificate_key on award (certificate_key);
create unique index award_share_key on award (share_key) where share_key is not null;
create index award_person on award (organisation_id, person_id);

create table credential (
  organisation_id uuid not null,
  award_id uuid not null,
  document text not null,
  primary key (organisation_id, award_id),
  foreign key (organisation_id, award_id) references award (organisation_id, id)
);

create table claim (
  organisation_id uuid not null,
  id uuid not null,
  award_id uuid not null,
  person_id uuid not null,
  token_hash text not null unique,
  expires_at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, award_id) references award (organisation_id, id)
);

create table outbox (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  recipient text not null,
  subject text not null,
  body text not null,
  created_at timestamptz not null default now(),
  attempts integer not null default 0,
  due_at timestamptz not null default now(),
  sent_at timestamptz,
  primary key (organisation_id, id)
);
create index outbox_due on outbox (due_at) where sent_at is null;

create table audit_event (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  at timestamptz not null default now(),
  actor text not null,
  action text not null,
  subject_type text not null,
  subject_id text not null,
  detail jsonb not null default '{}',
  primary key (organisation_id, id)
);

create table rate_limit (
  key text not null,
  window_start timestamptz not null,
  count integer not null,
  primary key (key, window_start)
);
`

const tenantTables = [
  'branch',
  'signing_key',
  'role',
  'person',
  'membership',
  'hours_import',
  'import_fault',
  'volunteering_session',
  'session_event',
  'achievement',
  'status_list',
  'issue_batch',
  'award',
  'credential',
  'claim',
  'outbox',
  'audit_event',
]

const appendOnly = `
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = '42501';
end $$;
create trigger session_event_append_only before update or delete on session_event
  for each row execute function refuse_change();
create trigger audit_event_append_only before update or delete on audit_event
  for each row execute function refuse_change();

create function keep_session_facts() returns trigger language plpgsql as $$
begin
  if (to_jsonb(new) - 'status') is distinct from (to_jsonb(old) - 'status') then
    raise exception 'the facts of a session never change' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger volunteering_session_facts before update on volunteering_session
  for each row execute function keep_session_facts();
`

/**
 * Three roles without login: colophon_tenant sees one organisation, colophon_public what is published,
 * colophon_system everything. A transaction takes one of them on (database/scope.ts).
 */
const roles = `
do $$
declare r text;
begin
  foreach r in array array['colophon_tenant', 'colophon_public', 'colophon_system'] loop
    if not exists (select from pg_roles where rolname = r) then
      execute format('create role %I nologin nobypassrls', r);
    end if;
    execute format('grant %I to %I', r, current_user);
  end loop;
end $$;
grant usage on schema public to colophon_tenant, colophon_public, colophon_system;
grant select on organisation to colophon_tenant, colophon_public, colophon_system;
grant insert, update on organisation to colophon_system;
grant select, insert, update, delete on rate_limit to colophon_system;
`

const publicReads = `
grant select (organisation_id, id, fragment, algorithm, public_key_multibase, created_at, retired_at)
  on signing_key to colophon_public;
create policy public_read on signing_key for select to colophon_public using (true);
grant select on achievement to colophon_public;
create policy public_read on achievement for select to colophon_public using (true);
grant select on status_list to colophon_public;
create policy public_read on status_list for select to colophon_public using (true);
grant select (organisation_id, id, achievement_id, definition_code, person_id, subject_id, issued_at, minutes,
  first_date, last_date, role_title, status, status_changed_at, status_reason, status_list_id, status_index,
  certificate_key, share_key, public_page, show_name) on award to colophon_public;
create policy public_read on award for select to colophon_public using (true);
grant select on credential to colophon_public;
create policy public_read on credential for select to colophon_public using (true);
grant select (organisation_id, id, preferred_name) on person to colophon_public;
create policy public_read on person for select to colophon_public using (exists (
  select from award where award.organisation_id = person.organisation_id and award.person_id = person.id
    and award.show_name));
`

export const foundation = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql.raw(tables).execute(db)
    await sql.raw(roles).execute(db)
    for (const table of tenantTables) await sql.raw(tenantPolicies(table)).execute(db)
    await sql.raw(appendOnly).execute(db)
    await sql.raw(publicReads).execute(db)
  },
}

const tenantPolicies = (table: string) => `
alter table ${table} enable row level security;
alter table ${table} force row level security;
grant select, insert, update, delete on ${table} to colophon_tenant, colophon_system;
create policy tenant on ${table} to colophon_tenant
  using (organisation_id = nullif(current_setting('app.organisation_id', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation_id', true), '')::uuid);
create policy system on ${table} to colophon_system using (true) with check (true);
`
