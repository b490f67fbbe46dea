import { type Kysely, sql } from 'kysely'

const kinds = `'supervisor-tick', 'conversation-observed', 'segment-observed', 'help-observed', 'welcome-observed',
    'eligibility-decision', 'home-visit', 'reader-feedback', 'people-helped', 'project-shown', 'items-checked',
    'interview-completed', 'consent-form', 'summary-record', 'plan-agreed', 'session-led', 'mentor-sign-off',
    'event-helped', 'plan-task', 'evaluation', 'reflection', 'reflection-other-side', 'mentee-inducted',
    'mentee-feedback', 'supervisor-conversation', 'award-decision', 'training', 'induction',
    'session-intergenerational', 'session-welsh'`

/** What is kept of somebody's volunteering besides hours. A record is withdrawn, never changed. */
export const evidence = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql
      .raw(`
create table evidence_record (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  person_id uuid not null,
  kind text not null check (kind in (${kinds})),
  badge_code text,
  on_day date not null,
  count integer not null default 1 check (count between 1 and 10000),
  faults integer not null default 0,
  area text,
  module text,
  score integer check (score between 0 and 100),
  note text check (length(note) between 1 and 4000),
  source text not null check (source in ('staff', 'volunteer')),
  recorded_by text not null,
  recorded_at timestamptz not null default now(),
  request_id uuid not null,
  withdrawn_at timestamptz,
  withdrawn_by text,
  primary key (organisation_id, id),
  foreign key (organisation_id, person_id) references person (organisation_id, id),
  check (faults between 0 and count),
  check ((kind = 'training') = (module is not null)),
  check ((withdrawn_at is null) = (withdrawn_by is null))
);
create unique index evidence_record_once on evidence_record (organisation_id, request_id, person_id);
create index evidence_record_person on evidence_record (organisation_id, person_id, on_day)
  where withdrawn_at is null;
alter table evidence_record enable row level security;
alter table evidence_record force row level security;
grant select, insert, update, delete on evidence_record to colophon_tenant, colophon_system;
create policy tenant on evidence_record to colophon_tenant
  using (organisation_id = nullif(current_setting('app.organisation_id', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation_id', true), '')::uuid);
create policy system on evidence_record to colophon_system using (true) with check (true);
`)
      .execute(db)
  },
}
