import { type Kysely, sql } from 'kysely'

/**
 * How each person stood for every badge when it was last reckoned, and whose record has changed since: the lists of
 * badges of a whole service are read and not reckoned anew each time. A change is noted by the transaction that makes
 * it, so none is missed; the note names a person, or nobody where it may concern everyone of the service.
 */
export const badgeStandings = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql.raw(`${tables} ${functions} ${triggers}`).execute(db)
  },
}

const policies = (table: string) => `
alter table ${table} enable row level security;
alter table ${table} force row level security;
grant select, insert, update, delete on ${table} to colophon_tenant, colophon_system;
create policy tenant on ${table} to colophon_tenant
  using (organisation_id = nullif(current_setting('app.organisation_id', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation_id', true), '')::uuid);
create policy system on ${table} to colophon_system using (true) with check (true);
`

const tables = `
create table badge_standing (
  organisation_id uuid not null references organisation (id),
  person_id uuid not null,
  computed_on date not null,
  catalogue text not null,
  distances jsonb not null,
  version integer not null,
  primary key (organisation_id, person_id),
  foreign key (organisation_id, person_id) references person (organisation_id, id) on delete cascade
);
create index badge_standing_day on badge_standing (organisation_id, computed_on);
create table standing_change (
  organisation_id uuid not null references organisation (id),
  number bigint generated always as identity,
  person_id uuid,
  primary key (organisation_id, number),
  foreign key (organisation_id, person_id) references person (organisation_id, id) on delete cascade
);
${policies('badge_standing')}
${policies('standing_change')}
`

/**
 * An erasure takes both tables' rows with the person: what it changes on the way is not noted, nor what goes with the
 * person's row.
 */
const functions = `
create function note_person_change() returns trigger language plpgsql as $$
begin
  if current_user = 'colophon_eraser' then return null; end if;
  insert into standing_change (organisation_id, person_id) select distinct organisation_id, person_id from changed
    where tg_op <> 'DELETE' or exists (select from person p
      where p.organisation_id = changed.organisation_id and p.id = changed.person_id);
  return null;
end $$;

create function note_own_change() returns trigger language plpgsql as $$
begin
  if current_user = 'colophon_eraser' then return null; end if;
  insert into standing_change (organisation_id, person_id) select organisation_id, id from changed;
  return null;
end $$;

create function note_placement_change() returns trigger language plpgsql as $$
begin
  if current_user = 'colophon_eraser' then return null; end if;
  insert into standing_change (organisation_id, person_id) select distinct p.organisation_id, p.person_id
    from changed c join placement p on p.organisation_id = c.organisation_id and p.id = c.placement_id;
  return null;
end $$;

create function note_service_change() returns trigger language plpgsql as $$
begin
  if current_user = 'colophon_eraser' then return null; end if;
  insert into standing_change (organisation_id) select distinct organisation_id from changed;
  return null;
end $$;

create function note_session_change() returns trigger language plpgsql as $$
begin
  if current_user = 'colophon_eraser' then return null; end if;
  insert into standing_change (organisation_id, person_id) select distinct organisation_id, person_id from changed
    where status in ('approved', 'disputed') and (tg_op <> 'DELETE' or exists (select from person p
      where p.organisation_id = changed.organisation_id and p.id = changed.person_id));
  return null;
end $$;

create function note_session_update() returns trigger language plpgsql as $$
begin
  if current_user = 'colophon_eraser' then return null; end if;
  insert into standing_change (organisation_id, person_id)
    select organisation_id, person_id from former where status in ('approved', 'disputed')
    union select organisation_id, person_id from changed where status in ('approved', 'disputed');
  return null;
end $$;
`

const onInsert = (table: string, work: string) =>
  `create trigger ${table}_noted_insert after insert on ${table} referencing new table as changed
  for each statement execute function ${work}();`
const onUpdate = (table: string, work: string) =>
  `create trigger ${table}_noted_update after update on ${table} referencing new table as changed
  for each statement execute function ${work}();`
const onDelete = (table: string, work: string) =>
  `create trigger ${table}_noted_delete after delete on ${table} referencing old table as changed
  for each statement execute function ${work}();`

const onAny = (table: string, work: string) =>
  [onInsert(table, work), onUpdate(table, work), onDelete(table, work)].join('\n')

const ofPeople = ['evidence_record', 'placement', 'training_record', 'person_check', 'skill_claim']
const ofService = ['role', 'boundary_record', 'union_consultation']

const triggers = [
  ...ofPeople.map((table) => onAny(table, 'note_person_change')),
  ...ofService.map((table) => onAny(table, 'note_service_change')),
  onAny('induction_tick', 'note_placement_change'),
  onUpdate('person', 'note_own_change'),
  onInsert('volunteering_session', 'note_session_change'),
  onDelete('volunteering_session', 'note_session_change'),
  `create trigger volunteering_session_noted_update after update on volunteering_session
  referencing old table as former new table as changed
  for each statement execute function note_session_update();`,
].join('\n')
