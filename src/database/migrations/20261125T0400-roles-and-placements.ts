import { type Kysely, sql } from 'kysely'

/**
 * Roles in full, the boundary register, placements, opportunities, training, checks and access to library systems.
 * What is decided about a role is only ever added to; the newest decision stands.
 */
export const rolesAndPlacements = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql.raw(roleColumns).execute(db)
    await sql.raw(register).execute(db)
    await sql.raw(recruiting).execute(db)
    await sql.raw(records).execute(db)
    for (const table of tenantTables) await sql.raw(tenantPolicies(table)).execute(db)
    await sql.raw(appendOnly).execute(db)
    await sql.raw(publicReads).execute(db)
  },
}

const roleColumns = `
alter table role
  add column state text not null default 'adopted' check (state in ('adopted', 'published', 'retired')),
  add column summary_en text,
  add column summary_cy text,
  add column tasks_en jsonb not null default '[]',
  add column tasks_cy jsonb not null default '[]',
  add column delivery_modes jsonb not null default '[]',
  add column offers jsonb not null default '[]',
  add column minimum_age integer check (minimum_age between 5 and 99),
  add column age_reason_en text,
  add column age_reason_cy text,
  add column supervisor_name text,
  add column supervisor_email text check (supervisor_email = lower(supervisor_email)),
  add column training_needed jsonb,
  add column induction jsonb not null default '[]',
  add column budget_code text,
  add check (minimum_age is null or age_reason_en is not null);

create table hidden_role (
  organisation_id uuid not null references organisation (id),
  national_code text not null check (national_code ~ '^RO-[0-9]{2}$'),
  hidden_by text not null,
  hidden_at timestamptz not null,
  primary key (organisation_id, national_code)
);
`

const register = `
create table position_statement (
  organisation_id uuid not null references organisation (id),
  version text not null check (length(version) between 1 and 40),
  title text not null,
  url text,
  in_force_from date not null,
  recorded_by text not null,
  recorded_at timestamptz not null,
  primary key (organisation_id, version)
);

create table boundary_record (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  role_id uuid not null,
  task_class text not null
    check (task_class in ('value-added', 'supervised-operational', 'staff-only', 'governance')),
  rationale text not null,
  statement_version text,
  in_force_from date not null,
  review_on date not null,
  decided_by text not null,
  recorded_by text not null,
  recorded_at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, role_id) references role (organisation_id, id),
  foreign key (organisation_id, statement_version) references position_statement (organisation_id, version)
);
create index boundary_record_role on boundary_record (organisation_id, role_id, in_force_from, id);

create table union_consultation (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  role_id uuid not null,
  body text not null,
  held_on date not null,
  outcome text not null check (outcome in ('agreed', 'agreed-with-conditions', 'not-agreed', 'awaited')),
  note text,
  document_url text,
  recorded_by text not null,
  recorded_at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, role_id) references role (organisation_id, id)
);
create index union_consultation_role on union_consultation (organisation_id, role_id, held_on, id);

create table dbs_decision (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  role_id uuid not null,
  risk text not null check (risk in ('low', 'medium', 'high')),
  level text not null check (level in ('none', 'basic', 'standard', 'enhanced', 'enhanced-barred')),
  legal_basis text not null,
  decided_by text not null,
  decided_on date not null,
  recorded_by text not null,
  recorded_at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, role_id) references role (organisation_id, id)
);
create index dbs_decision_role on dbs_decision (organisation_id, role_id, decided_on, id);
`

const recruiting = `
create table opportunity (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  role_id uuid not null,
  branch_id uuid,
  capacity integer not null check (capacity between 1 and 999),
  apply_until date not null,
  starts_on date not null,
  ends_on date,
  times text,
  state text not null default 'open' check (state in ('open', 'closed')),
  created_by text not null,
  created_at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, role_id) references role (organisation_id, id),
  foreign key (organisation_id, branch_id) references branch (organisation_id, id),
  check (ends_on >= starts_on)
);
create index opportunity_role on opportunity (organisation_id, role_id, id);

create table placement (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  person_id uuid not null,
  role_id uuid not null,
  branch_id uuid,
  starts_on date not null,
  ends_on date,
  supervisor_name text not null,
  supervisor_email text check (supervisor_email = lower(supervisor_email)),
  opportunity_id uuid,
  end_reason text check (end_reason in
    ('finished', 'own-choice', 'work-or-study', 'moved-away', 'role-ended', 'service-decision', 'other')),
  ended_by text,
  created_by text not null,
  created_at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, person_id) references person (organisation_id, id) on delete cascade,
  foreign key (organisation_id, role_id) references role (organisation_id, id),
  foreign key (organisation_id, branch_id) references branch (organisation_id, id),
  foreign key (organisation_id, opportunity_id) references opportunity (organisation_id, id),
  check (ends_on >= starts_on),
  check ((end_reason is null) = (ended_by is null)),
  check (end_reason is null or ends_on is not null)
);
create unique index placement_once on placement
  (organisation_id, person_id, role_id, coalesce(branch_id, '00000000-0000-0000-0000-000000000000'), starts_on);
create index placement_role on placement (organisation_id, role_id, id);
create index placement_opportunity on placement (organisation_id, opportunity_id) where opportunity_id is not null;

create table induction_tick (
  organisation_id uuid not null references organisation (id),
  placement_id uuid not null,
  item_id uuid not null,
  ticked_by text not null,
  ticked_at timestamptz not null,
  primary key (organisation_id, placement_id, item_id),
  foreign key (organisation_id, placement_id) references placement (organisation_id, id) on delete cascade
);

create table application (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  opportunity_id uuid not null,
  key_hash text not null,
  state text not null default 'draft' check (state in ('draft', 'sent', 'accepted', 'declined')),
  language text not null check (language in ('en', 'cy')),
  name text check (length(name) between 1 and 200),
  email text check (email = lower(email)),
  phone text,
  age integer check (age between 5 and 120),
  message text,
  started_at timestamptz not null,
  sent_at timestamptz,
  decided_at timestamptz,
  decided_by text,
  placement_id uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, opportunity_id) references opportunity (organisation_id, id),
  foreign key (organisation_id, placement_id) references placement (organisation_id, id) on delete cascade,
  check (state = 'draft' or (name is not null and age is not null and sent_at is not null)),
  check ((state in ('accepted', 'declined')) = (decided_by is not null))
);
create unique index application_key on application (organisation_id, key_hash);
create index application_opportunity on application (organisation_id, opportunity_id, state, id);
`

const records = `
create table training_record (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  person_id uuid not null,
  module text not null,
  completed_on date not null,
  expires_on date,
  score integer check (score between 0 and 100),
  passed boolean not null,
  recorded_by text not null,
  recorded_at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, person_id) references person (organisation_id, id) on delete cascade,
  check (expires_on > completed_on)
);
create unique index training_record_once on training_record (organisation_id, person_id, module, completed_on);
create index training_record_expiry on training_record (organisation_id, expires_on, id) where expires_on is not null;

create table person_check (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  person_id uuid not null,
  kind text not null check (kind in ('dbs', 'reference', 'driving-documents')),
  level text check (level in ('basic', 'standard', 'enhanced', 'enhanced-barred')),
  outcome text not null check (outcome in ('suitable', 'not-suitable')),
  relation text,
  decided_by text not null,
  decided_on date not null,
  expires_on date,
  recorded_by text not null,
  recorded_at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, person_id) references person (organisation_id, id) on delete cascade,
  check ((kind = 'dbs') = (level is not null)),
  check (expires_on > decided_on)
);
create index person_check_person on person_check (organisation_id, person_id, id);
create index person_check_expiry on person_check (organisation_id, expires_on, id) where expires_on is not null;

create table system_access (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  placement_id uuid not null,
  person_id uuid not null,
  system text not null check (length(system) between 1 and 100),
  data_class text not null check (data_class in ('catalogue', 'events', 'customer-contact', 'customer-record')),
  level text not null check (level in ('view', 'change')),
  training_record_id uuid not null,
  own_login boolean not null check (own_login),
  approved_by text not null,
  granted_on date not null,
  expires_on date not null,
  review_on date not null,
  revoked_at timestamptz,
  revoked_by text,
  revoke_reason text check (revoke_reason in ('placement-ended', 'not-needed', 'concern')),
  primary key (organisation_id, id),
  foreign key (organisation_id, placement_id) references placement (organisation_id, id) on delete cascade,
  foreign key (organisation_id, person_id) references person (organisation_id, id) on delete cascade,
  foreign key (organisation_id, training_record_id) references training_record (organisation_id, id),
  check (expires_on >= granted_on),
  check ((revoked_at is null) = (revoked_by is null)),
  check ((revoked_at is null) = (revoke_reason is null))
);
create unique index system_access_once on system_access (organisation_id, placement_id, system, data_class)
  where revoked_at is null;
create index system_access_person on system_access (organisation_id, person_id);

create table pattern_card (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  lines jsonb not null,
  training_months integer,
  review_months integer not null,
  published_by text not null,
  published_at timestamptz not null,
  primary key (organisation_id, id)
);
`

const tenantTables = [
  'hidden_role',
  'position_statement',
  'boundary_record',
  'union_consultation',
  'dbs_decision',
  'opportunity',
  'placement',
  'induction_tick',
  'application',
  'training_record',
  'person_check',
  'system_access',
  'pattern_card',
]

const tenantPolicies = (table: string) => `
alter table ${table} enable row level security;
alter table ${table} force row level security;
grant select, insert, update, delete on ${table} to colophon_tenant, colophon_system;
create policy tenant on ${table} to colophon_tenant
  using (organisation_id = nullif(current_setting('app.organisation_id', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation_id', true), '')::uuid);
create policy system on ${table} to colophon_system using (true) with check (true);
`

const appendOnly = ['boundary_record', 'union_consultation', 'dbs_decision']
  .map(
    (table) => `
create trigger ${table}_append_only before update or delete on ${table}
  for each row execute function refuse_change();`,
  )
  .join('')

/** What anybody may read: published roles, what is open in them and where, and the last card of a service. */
const publicReads = `
grant select (organisation_id, id, national_code, title_en, title_cy, boundary_class, skills, state, summary_en,
  summary_cy, tasks_en, tasks_cy, delivery_modes, offers, minimum_age, age_reason_en, age_reason_cy, training_needed)
  on role to colophon_public;
create policy public_read on role for select to colophon_public using (state = 'published');
grant select (organisation_id, role_id, id, task_class, statement_version, in_force_from)
  on boundary_record to colophon_public;
create policy public_read on boundary_record for select to colophon_public using (exists (
  select from role where role.organisation_id = boundary_record.organisation_id and role.id = boundary_record.role_id
    and role.state = 'published'));
grant select (organisation_id, id, role_id, branch_id, capacity, apply_until, starts_on, ends_on, times, state)
  on opportunity to colophon_public;
create policy public_read on opportunity for select to colophon_public using (state = 'open' and exists (
  select from role where role.organisation_id = opportunity.organisation_id and role.id = opportunity.role_id
    and role.state = 'published'));
grant select (organisation_id, id, name) on branch to colophon_public;
create policy public_read on branch for select to colophon_public using (true);
grant select (organisation_id, id, lines, training_months, review_months, published_at)
  on pattern_card to colophon_public;
create policy public_read on pattern_card for select to colophon_public using (true);
`
