import { type Kysely, sql } from 'kysely'

/** Youth award programmes: the plan, what counts for it, the assessor, the report, and who may look. */
export const dofe = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql.raw(programmes).execute(db)
    await sql.raw(reports).execute(db)
    for (const [table, rights] of Object.entries(tables)) await sql.raw(guard(table, rights)).execute(db)
  },
}

const programmes = `
create table dofe_programme (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  person_id uuid not null,
  rules text not null check (rules ~ '^[0-9]{4}-[0-9]{2}$'),
  level text not null check (level in ('bronze', 'silver', 'gold')),
  section text not null check (section in ('volunteering', 'skills')),
  date_of_birth date not null,
  planned_first date not null,
  details jsonb not null,
  shown_name text not null default 'first' check (shown_name in ('first', 'full')),
  created_by text not null,
  created_at timestamptz not null,
  ended_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, person_id) references person (organisation_id, id) on delete cascade
);
create unique index dofe_programme_once on dofe_programme (organisation_id, person_id, level, section)
  where ended_at is null;

create table dofe_goal (
  organisation_id uuid not null,
  id uuid not null,
  programme_id uuid not null,
  words text not null check (length(words) between 1 and 500),
  agreed_on date not null,
  added_by text not null,
  added_at timestamptz not null,
  withdrawn_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, programme_id) references dofe_programme (organisation_id, id) on delete cascade
);
create index dofe_goal_programme on dofe_goal (organisation_id, programme_id);

create table dofe_activity_change (
  organisation_id uuid not null,
  id uuid not null,
  programme_id uuid not null,
  changed_on date not null,
  from_activity text not null,
  to_activity text not null check (length(to_activity) between 1 and 500),
  changed_by text not null,
  changed_at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, programme_id) references dofe_programme (organisation_id, id) on delete cascade
);
create index dofe_activity_change_programme on dofe_activity_change (organisation_id, programme_id);

create table dofe_session_choice (
  organisation_id uuid not null,
  id uuid not null,
  programme_id uuid not null,
  session_id uuid not null,
  counts boolean not null,
  chosen_by text not null,
  chosen_at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, programme_id) references dofe_programme (organisation_id, id) on delete cascade,
  foreign key (organisation_id, session_id) references volunteering_session (organisation_id, id)
);
create index dofe_session_choice_programme on dofe_session_choice (organisation_id, programme_id);
`

const reports = `
create table dofe_invitation (
  organisation_id uuid not null,
  id uuid not null,
  programme_id uuid not null,
  email text not null check (email = lower(email)),
  language text not null check (language in ('en', 'cy')),
  token_hash text not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  ended_at timestamptz,
  code_hash text,
  code_expires_at timestamptz,
  code_tries integer not null default 0,
  declaration jsonb,
  declared_at timestamptz,
  created_by text not null,
  created_at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, programme_id) references dofe_programme (organisation_id, id) on delete cascade
);
create index dofe_invitation_token on dofe_invitation (token_hash);
create index dofe_invitation_id on dofe_invitation (id);
create index dofe_invitation_email on dofe_invitation (email);
create unique index dofe_invitation_once on dofe_invitation (organisation_id, programme_id) where ended_at is null;

create table dofe_visit (
  organisation_id uuid not null,
  id uuid not null,
  invitation_id uuid not null,
  token_hash text not null,
  expires_at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, invitation_id) references dofe_invitation (organisation_id, id) on delete cascade
);
create index dofe_visit_token on dofe_visit (token_hash);

create table dofe_report (
  organisation_id uuid not null,
  id uuid not null,
  programme_id uuid not null,
  invitation_id uuid not null,
  status text not null check (status in ('draft', 'signed', 'returned', 'approved', 'replaced')),
  language text not null check (language in ('en', 'cy')),
  words jsonb not null,
  facts jsonb,
  signed_name text,
  signed_at timestamptz,
  reviewed_by text,
  reviewed_at timestamptz,
  review_reason text,
  endorsement text,
  record text,
  status_list_id uuid,
  status_index integer,
  created_at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, programme_id) references dofe_programme (organisation_id, id) on delete cascade,
  foreign key (organisation_id, invitation_id) references dofe_invitation (organisation_id, id),
  check ((status in ('signed', 'approved')) <= (facts is not null and signed_at is not null)),
  check ((status = 'approved') <= (record is not null and endorsement is not null))
);
create unique index dofe_report_open on dofe_report (organisation_id, programme_id)
  where status in ('draft', 'signed', 'returned');
create unique index dofe_report_approved on dofe_report (organisation_id, programme_id) where status = 'approved';

create table dofe_leader_link (
  organisation_id uuid not null,
  id uuid not null,
  programme_id uuid not null,
  token_hash text not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  last_opened_at timestamptz,
  created_by text not null,
  created_at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, programme_id) references dofe_programme (organisation_id, id) on delete cascade
);
create index dofe_leader_link_token on dofe_leader_link (token_hash);

create table set_status_place (
  organisation_id uuid not null references organisation (id),
  list_id uuid not null,
  list_index integer not null,
  reason text not null,
  set_at timestamptz not null,
  primary key (organisation_id, list_id, list_index),
  foreign key (organisation_id, list_id) references status_list (organisation_id, id)
);
`

const all = 'select, insert, update, delete'
/** What the service's own role may do; choices and changes are only ever added to. */
const tables = {
  dofe_programme: all,
  dofe_goal: all,
  dofe_activity_change: 'select, insert',
  dofe_session_choice: 'select, insert',
  dofe_invitation: all,
  dofe_visit: all,
  dofe_report: all,
  dofe_leader_link: all,
  set_status_place: 'select, insert',
}

const guard = (table: string, rights: string) => `
alter table ${table} enable row level security;
alter table ${table} force row level security;
grant ${rights} on ${table} to colophon_tenant;
grant ${all} on ${table} to colophon_system;
create policy tenant on ${table} to colophon_tenant
  using (organisation_id = nullif(current_setting('app.organisation_id', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation_id', true), '')::uuid);
create policy system on ${table} to colophon_system using (true) with check (true);
`
