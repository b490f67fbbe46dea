import { type Kysely, sql } from 'kysely'

/** What volunteers say they can do, with evidence, what others said to it, and the frameworks that services brought in. */
export const skills = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql.raw(frameworks).execute(db)
    await sql.raw(claims).execute(db)
    for (const table of tables) await sql.raw(policies(table)).execute(db)
    await sql.raw(publicRead).execute(db)
  },
}

const frameworks = `
create table framework (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  identifier text not null check (length(identifier) between 1 and 200),
  version text not null check (length(version) between 1 and 100),
  format text not null check (format in ('case', 'csv')),
  title text not null,
  publisher text not null,
  source_url text,
  licence text,
  licence_url text,
  language text not null,
  imported_by text not null,
  imported_at timestamptz not null,
  primary key (organisation_id, id),
  unique (organisation_id, identifier, version)
);
create index framework_id on framework (id);

create table framework_item (
  organisation_id uuid not null,
  framework_id uuid not null,
  identifier text not null,
  position integer not null,
  code text not null,
  name text not null,
  description text,
  kind text,
  uri text,
  parent_identifier text,
  related jsonb not null default '[]',
  primary key (organisation_id, framework_id, identifier),
  unique (organisation_id, framework_id, code),
  foreign key (organisation_id, framework_id) references framework (organisation_id, id)
);

create table framework_mapping (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  role_id uuid,
  badge_code text,
  framework text not null,
  framework_version text not null,
  item_code text not null,
  strength text not null check (strength in ('practised', 'evidenced', 'assessed')),
  added_by text not null,
  added_at timestamptz not null,
  removed_by text,
  removed_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, role_id) references role (organisation_id, id),
  check ((role_id is null) <> (badge_code is null)),
  check ((removed_at is null) = (removed_by is null))
);
create unique index framework_mapping_once on framework_mapping
  (organisation_id, coalesce(role_id::text, badge_code), framework, framework_version, item_code)
  where removed_at is null;
`

const claims = `
create table skill_claim (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  person_id uuid not null,
  title text not null check (length(title) between 1 and 200),
  context text not null default '' check (length(context) <= 2000),
  role_id uuid,
  status text not null default 'self' check (status in ('self', 'confirmed', 'assessed')),
  state text not null default 'draft'
    check (state in ('draft', 'waiting', 'asked', 'declined', 'settled', 'withdrawn')),
  sequence integer not null default 0,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, person_id) references person (organisation_id, id),
  foreign key (organisation_id, role_id) references role (organisation_id, id),
  check ((status = 'self') or state in ('settled', 'withdrawn'))
);
create unique index skill_claim_once on skill_claim (organisation_id, person_id, lower(title))
  where state <> 'withdrawn';
create index skill_claim_waiting on skill_claim (organisation_id, changed_at, id) where state = 'waiting';

create table skill_claim_event (
  organisation_id uuid not null,
  claim_id uuid not null,
  sequence integer not null,
  kind text not null check (kind in ('recorded', 'changed', 'evidence-added', 'evidence-removed', 'aligned',
    'submitted', 'asked', 'answered', 'confirmed', 'declined', 'assessed', 'withdrawn')),
  actor text not null,
  at timestamptz not null,
  words text check (length(words) <= 2000),
  detail jsonb not null default '{}',
  primary key (organisation_id, claim_id, sequence),
  foreign key (organisation_id, claim_id) references skill_claim (organisation_id, id)
);
create trigger skill_claim_event_append_only before update on skill_claim_event
  for each row execute function refuse_change();

create table skill_evidence (
  organisation_id uuid not null,
  id uuid not null,
  claim_id uuid not null,
  kind text not null check (kind in ('text', 'link', 'file', 'photo')),
  words text not null default '' check (length(words) <= 2000),
  url text check (length(url) <= 2000),
  sha256 text,
  media_type text,
  bytes integer,
  file_name text,
  people_agreed boolean not null default false,
  added_at timestamptz not null,
  removed_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, claim_id) references skill_claim (organisation_id, id),
  check ((kind in ('file', 'photo')) = (sha256 is not null)),
  check ((kind = 'link') = (url is not null)),
  check (kind <> 'photo' or people_agreed)
);
create index skill_evidence_claim on skill_evidence (organisation_id, claim_id, added_at);

create table skill_alignment (
  organisation_id uuid not null,
  claim_id uuid not null,
  framework text not null,
  framework_version text not null,
  item_code text not null,
  strength text not null check (strength in ('practised', 'evidenced', 'assessed')),
  added_by text not null,
  added_at timestamptz not null,
  primary key (organisation_id, claim_id, framework, framework_version, item_code),
  foreign key (organisation_id, claim_id) references skill_claim (organisation_id, id)
);
`

const tables = [
  'framework',
  'framework_item',
  'framework_mapping',
  'skill_claim',
  'skill_claim_event',
  'skill_evidence',
  'skill_alignment',
]

const policies = (table: string) => `
alter table ${table} enable row level security;
alter table ${table} force row level security;
grant select, insert, update, delete on ${table} to colophon_tenant, colophon_system;
create policy tenant on ${table} to colophon_tenant
  using (organisation_id = nullif(current_setting('app.organisation_id', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation_id', true), '')::uuid);
create policy system on ${table} to colophon_system using (true) with check (true);
`

/** Frameworks are published; the member who brought one in is not. */
const publicRead = `
grant select (organisation_id, id, identifier, version, format, title, publisher, source_url, licence, licence_url,
  language, imported_at) on framework to colophon_public;
create policy public_read on framework for select to colophon_public using (true);
grant select on framework_item to colophon_public;
create policy public_read on framework_item for select to colophon_public using (true);
`
