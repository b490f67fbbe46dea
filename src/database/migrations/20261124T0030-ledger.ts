import { type Kysely, sql } from 'kysely'

/**
 * The session in full, and a ledger whose entries are chained by hash, one chain a person. The head of a chain is
 * the row that writers of the same person wait for. Entries that are there already are chained in their order.
 */
export const ledger = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql.raw(session).execute(db)
    await sql.raw(chain).execute(db)
    await sql.raw(chainWhatIsThere).execute(db)
    await sql.raw(strict).execute(db)
  },
}

const session = `
alter table volunteering_session
  add column activity text check (length(activity) between 1 and 500),
  add column delivery_mode text not null default 'on-site'
    check (delivery_mode in ('on-site', 'remote', 'outreach', 'home-visit')),
  add column training_minutes integer not null default 0,
  add column time_credit text not null default 'none' check (time_credit in ('none', 'earned', 'donated')),
  add column beneficiaries text check (beneficiaries in ('0', '1-5', '6-20', '21-50', '51+')),
  add column dofe_section text check (dofe_section in ('volunteering', 'skills')),
  add column micro boolean not null default false,
  add column clock_rule text check (clock_rule in ('first', 'second', 'shortest')),
  add column corrects_id uuid,
  add foreign key (organisation_id, corrects_id) references volunteering_session (organisation_id, id),
  add check (training_minutes between 0 and minutes),
  drop constraint volunteering_session_source_check,
  add constraint volunteering_session_source_check check (source in ('import', 'self', 'kiosk', 'coordinator'));
create unique index volunteering_session_corrects on volunteering_session (organisation_id, corrects_id)
  where corrects_id is not null and status <> 'void';
`

const chain = `
create table ledger_head (
  organisation_id uuid not null references organisation (id),
  person_id uuid not null,
  sequence integer not null default 0,
  hash text not null,
  primary key (organisation_id, person_id),
  foreign key (organisation_id, person_id) references person (organisation_id, id)
) with (fillfactor = 50);
alter table ledger_head enable row level security;
alter table ledger_head force row level security;
grant select, insert, update, delete on ledger_head to colophon_tenant, colophon_system;
create policy tenant on ledger_head to colophon_tenant
  using (organisation_id = nullif(current_setting('app.organisation_id', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation_id', true), '')::uuid);
create policy system on ledger_head to colophon_system using (true) with check (true);

alter table session_event
  add column person_id uuid,
  add column sequence integer,
  add column hash text,
  add column batch_id uuid,
  drop constraint session_event_kind_check,
  add constraint session_event_kind_check check
    (kind in ('submitted', 'approved', 'disputed', 'withdrawn', 'corrected', 'voided', 'restored'));

alter table award add column ledger_sequence integer, add column ledger_root text,
  add column reviewed_sequence integer, add column review_reason text;
`

/** As the rule link-entry writes an entry; times are cut to milliseconds. */
const chainWhatIsThere = `
alter table session_event disable trigger session_event_append_only;
do $$
declare
  entry record;
  before text;
  place integer;
  person uuid;
begin
  for entry in
    select e.organisation_id, e.id, e.session_id, e.kind, e.actor, e.at, e.reason, s.person_id, s.role_id, s.branch_id,
      s.local_date, s.started_at, s.ended_at, s.time_zone, s.minutes, s.source
    from session_event e join volunteering_session s
      on s.organisation_id = e.organisation_id and s.id = e.session_id
    order by e.organisation_id, s.person_id, e.at, e.id
  loop
    if person is distinct from entry.person_id then
      person := entry.person_id; place := 0; before := repeat('0', 64);
    end if;
    place := place + 1;
    select encode(sha256(convert_to('[' || string_agg(coalesce(to_json(part)::text, 'null'), ',' order by n) || ']', 'UTF8')), 'hex')
      into before
      from unnest(array['colophon-ledger-1', before, place::text, entry.organisation_id::text, entry.person_id::text,
        entry.session_id::text, entry.kind, entry.actor,
        to_char(entry.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), entry.reason,
        entry.role_id::text, entry.branch_id::text, entry.local_date::text,
        to_char(entry.started_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
        to_char(entry.ended_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
        entry.time_zone, entry.minutes::text, null, 'on-site', '0', 'none', null, entry.source, null, 'false', null, null
      ]) with ordinality as parts (part, n);
    update session_event set person_id = entry.person_id, sequence = place, hash = before
      where organisation_id = entry.organisation_id and id = entry.id;
    insert into ledger_head (organisation_id, person_id, sequence, hash)
      values (entry.organisation_id, entry.person_id, place, before)
      on conflict (organisation_id, person_id) do update set sequence = excluded.sequence, hash = excluded.hash;
  end loop;
end $$;
alter table session_event enable trigger session_event_append_only;
`

const strict = `
alter table session_event
  alter column person_id set not null,
  alter column sequence set not null,
  alter column hash set not null;
create unique index session_event_chain on session_event (organisation_id, person_id, sequence);
create index session_event_batch on session_event (organisation_id, batch_id) where batch_id is not null;
create index session_event_undone on session_event (organisation_id, person_id, sequence)
  where kind in ('disputed', 'withdrawn', 'corrected', 'voided');
`
