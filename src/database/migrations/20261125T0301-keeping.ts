import { type Kysely, sql } from 'kysely'

/**
 * What stays when a person's record is erased, and the one way in which rows that can only be added to may go: a
 * function that runs as a role of its own, which nobody can take on.
 */
export const keeping = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql.raw(tables).execute(db)
    for (const table of tenantTables) await sql.raw(policies(table)).execute(db)
    await sql.raw(publicReads).execute(db)
    await sql.raw(eraser).execute(db)
    await sql.raw(functions).execute(db)
    await sql.raw(owned).execute(db)
  },
}

const tenantTables = [
  'anonymous_session',
  'ledger_erasure',
  'erased_award',
  'erasure',
  'kept_matter',
  'retention_run',
]

const tables = `
create table anonymous_session (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  giver uuid not null,
  role_id uuid not null,
  branch_id uuid,
  month text not null check (month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
  minutes integer not null check (minutes >= 0),
  counted_minutes integer not null check (counted_minutes between 0 and minutes),
  primary key (organisation_id, id),
  foreign key (organisation_id, role_id) references role (organisation_id, id),
  foreign key (organisation_id, branch_id) references branch (organisation_id, id)
);
create index anonymous_session_month on anonymous_session (organisation_id, month);
create index anonymous_session_giver on anonymous_session (organisation_id, giver);

create table ledger_erasure (
  organisation_id uuid not null references organisation (id),
  giver uuid not null,
  root text not null check (root ~ '^[0-9a-f]{64}$'),
  entries integer not null check (entries >= 0),
  sessions integer not null check (sessions >= 0),
  minutes integer not null check (minutes >= 0),
  erased_at timestamptz not null,
  primary key (organisation_id, giver)
);

create table erased_award (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  achievement_id uuid not null,
  definition_code text not null,
  issued_at timestamptz not null,
  status text not null check (status in ('valid', 'suspended', 'revoked')),
  status_list_id uuid not null,
  status_index integer not null,
  certificate_key text not null,
  primary key (organisation_id, id),
  unique (organisation_id, status_list_id, status_index),
  foreign key (organisation_id, achievement_id) references achievement (organisation_id, id),
  foreign key (organisation_id, status_list_id) references status_list (organisation_id, id)
);
create index erased_award_certificate on erased_award (certificate_key);

create table erasure (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  person_id uuid,
  asked_by text not null check (asked_by in ('holder', 'officer', 'retention')),
  credentials text not null check (credentials in ('keep', 'revoke')),
  files jsonb not null default '[]',
  counts jsonb not null default '{}',
  asked_at timestamptz not null,
  rows_gone_at timestamptz,
  finished_at timestamptz,
  primary key (organisation_id, id),
  check ((person_id is null) = (rows_gone_at is not null)),
  check (finished_at is null or rows_gone_at is not null)
);
create unique index erasure_once on erasure (organisation_id, person_id) where person_id is not null;
create index erasure_unfinished on erasure (asked_at) where finished_at is null;

create table kept_matter (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  person_id uuid,
  kind text not null check (kind in ('complaint', 'accident')),
  reference text not null check (length(reference) between 1 and 100),
  reason text not null check (length(reason) between 1 and 500),
  needs_name boolean not null,
  needs_contact boolean not null,
  needs_sessions boolean not null,
  first_date date,
  last_date date,
  kept jsonb,
  opened_by text not null,
  opened_at timestamptz not null,
  closed_at timestamptz,
  primary key (organisation_id, id),
  check (needs_name or needs_contact or needs_sessions),
  check (needs_sessions = (first_date is not null) and needs_sessions = (last_date is not null))
);
create index kept_matter_person on kept_matter (organisation_id, person_id) where person_id is not null;

alter table hours_import add column file_gone_at timestamptz;

create table retention_run (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  day date not null,
  counts jsonb not null,
  ran_at timestamptz not null,
  primary key (organisation_id, id),
  unique (organisation_id, day)
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

/** What stays is not changed afterwards. */
const publicReads = `
revoke update, delete on anonymous_session, ledger_erasure, erased_award from colophon_tenant, colophon_system;
grant select on erased_award to colophon_public;
create policy public_read on erased_award for select to colophon_public using (true);
`

/** Sees what the system sees, and nobody can become it: it owns one function. */
const eraser = `
do $$
begin
  if not exists (select from pg_roles where rolname = 'colophon_eraser') then
    create role colophon_eraser nologin nobypassrls;
  end if;
  execute format('grant colophon_eraser to %I', current_user);
  grant colophon_system to colophon_eraser;
end $$;
grant usage, create on schema public to colophon_eraser;
grant select, update, delete on all tables in schema public to colophon_eraser;
alter default privileges in schema public grant select, update, delete on tables to colophon_eraser;
`

const functions = `
create or replace function refuse_change() returns trigger language plpgsql as $$
begin
  if current_user = 'colophon_eraser' then
    if tg_op = 'DELETE' then return old; end if;
    return new;
  end if;
  raise exception '% is append-only', tg_table_name using errcode = '42501';
end $$;

create function erase_children(parent regclass, condition text, depth integer) returns void language plpgsql as $$
declare
  link record;
  narrowed text;
begin
  if depth > 6 then raise exception 'rows hang together in a circle at %', parent; end if;
  for link in
    select f.conrelid::regclass as child, f.confdeltype as on_delete,
      (select string_agg(quote_ident(a.attname), ', ' order by k.n)
        from unnest(f.conkey) with ordinality k (attnum, n)
        join pg_attribute a on a.attrelid = f.conrelid and a.attnum = k.attnum) as own_columns,
      (select string_agg(quote_ident(a.attname), ', ' order by k.n)
        from unnest(f.confkey) with ordinality k (attnum, n)
        join pg_attribute a on a.attrelid = f.confrelid and a.attnum = k.attnum) as parent_columns,
      (select a.attname from pg_attribute a where a.attrelid = f.conrelid and a.attnum = f.conkey[2]) as pointer,
      (select not a.attnotnull from pg_attribute a where a.attrelid = f.conrelid and a.attnum = f.conkey[2]) as optional
    from pg_constraint f
    where f.contype = 'f' and f.confrelid = parent and f.conrelid <> parent and array_length(f.conkey, 1) = 2
    order by f.conrelid::regclass::text, f.conname
  loop
    narrowed := format('(%s) in (select %s from %s where %s)', link.own_columns, link.parent_columns, parent, condition);
    if link.on_delete = 'n' then
      continue;
    elsif link.on_delete = 'c' then
      perform erase_children(link.child, narrowed, depth + 1);
    elsif link.optional and link.pointer not in ('person_id', 'award_id', 'session_id', 'membership_id') then
      execute format('update %s set %I = null where %s', link.child, link.pointer, narrowed);
    else
      perform erase_children(link.child, narrowed, depth + 1);
      execute format('delete from %s where %s', link.child, narrowed);
    end if;
  end loop;
end $$;

create function erase_person(organisation uuid, person uuid) returns void
language plpgsql security definer set search_path = public as $$
declare
  address text;
begin
  if organisation is distinct from nullif(current_setting('app.organisation_id', true), '')::uuid then
    raise exception 'not of this organisation' using errcode = '42501';
  end if;
  select email into address from person p where p.organisation_id = organisation and p.id = person;
  if not found then return; end if;
  update audit_event set detail = '{}', subject_id = case subject_type when 'award' then subject_id else 'erased' end
    where audit_event.organisation_id = organisation and (subject_id = person::text
      or subject_id in (select id::text from award a where a.organisation_id = organisation and a.person_id = person)
      or subject_id in (select id::text from volunteering_session s where s.organisation_id = organisation and s.person_id = person)
      or subject_id in (select id::text from guardian g where g.organisation_id = organisation and g.person_id = person));
  if address is not null
    and not exists (select from membership m where m.organisation_id = organisation and m.email = address
      and m.person_id is distinct from person)
    and not exists (select from person p where p.organisation_id = organisation and p.email = address and p.id <> person)
  then
    update audit_event set actor = 'erased' where audit_event.organisation_id = organisation and actor = address;
  end if;
  update issue_batch set person_ids = person_ids - person::text,
    refused = coalesce((select jsonb_agg(one) from jsonb_array_elements(refused) one
      where one ->> 'personId' is distinct from person::text), '[]')
    where issue_batch.organisation_id = organisation and person_ids ? person::text;
  perform erase_children('person', format('person.organisation_id = %L and person.id = %L', organisation, person), 0);
  delete from person p where p.organisation_id = organisation and p.id = person;
end $$;
`

const owned = `
alter function erase_children(regclass, text, integer) owner to colophon_eraser;
alter function erase_person(uuid, uuid) owner to colophon_eraser;
revoke create on schema public from colophon_eraser;
revoke execute on function erase_children(regclass, text, integer), erase_person(uuid, uuid) from public;
grant execute on function erase_person(uuid, uuid) to colophon_tenant;
`
