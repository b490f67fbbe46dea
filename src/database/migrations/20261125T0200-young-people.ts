import { type Kysely, sql } from 'kysely'

/**
 * Day of birth, consents and guardians; what the public may see of an award no longer leads to the person's row: the
 * name that is shown is written with the award, and the page behind a certificate can be shut.
 */
export const youngPeople = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql.raw(people).execute(db)
    for (const table of ['guardian', 'guardian_invitation', 'consent'])
      await sql.raw(policies(table)).execute(db)
    await sql.raw(consentsStay).execute(db)
    await sql.raw(publicNames).execute(db)
  },
}

const people = `
alter table person
  add column birth_date date check (birth_date between '1900-01-01' and '2100-12-31'),
  add constraint person_birth check
    (birth_date is null or (birth_year is not null and birth_year = extract(year from birth_date)));
create index person_birth_year on person (organisation_id, birth_year) where birth_year is not null;

create table guardian (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  person_id uuid not null,
  name text not null check (length(name) between 1 and 200),
  relationship text check (length(relationship) between 1 and 100),
  email text check (email = lower(email)),
  phone text check (length(phone) between 1 and 50),
  created_by text not null,
  created_at timestamptz not null,
  confirmed_at timestamptz,
  refused_at timestamptz,
  ended_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, person_id) references person (organisation_id, id) on delete cascade,
  check (confirmed_at is null or refused_at is null)
);
create index guardian_person on guardian (organisation_id, person_id);

create table guardian_invitation (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  guardian_id uuid not null,
  token_hash text not null,
  sent_by text not null check (sent_by in ('mail', 'paper')),
  expires_at timestamptz not null,
  used_at timestamptz,
  created_by text not null,
  created_at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, guardian_id) references guardian (organisation_id, id) on delete cascade
);
create index guardian_invitation_guardian on guardian_invitation (organisation_id, guardian_id, created_at);
create index guardian_invitation_token on guardian_invitation (token_hash);

create table consent (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  person_id uuid not null,
  sequence integer not null check (sequence > 0),
  purpose text not null
    check (purpose in ('role', 'photo', 'sharing', 'linking', 'story', 'demographics')),
  decision text not null check (decision in ('given', 'refused', 'withdrawn')),
  capacity text not null check (capacity in ('self', 'guardian')),
  guardian_id uuid,
  how text not null check (how in ('account', 'link', 'in-person', 'paper', 'phone', 'relayed')),
  text_version text not null,
  actor text not null,
  at timestamptz not null,
  primary key (organisation_id, id),
  unique (organisation_id, person_id, sequence),
  foreign key (organisation_id, person_id) references person (organisation_id, id) on delete cascade,
  foreign key (organisation_id, guardian_id) references guardian (organisation_id, id) on delete cascade,
  check ((capacity = 'guardian') = (guardian_id is not null))
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

/** A consent is never changed; it goes only together with the person. */
const consentsStay = `
revoke update, delete on consent from colophon_tenant, colophon_system;
create trigger consent_append_only before update on consent
  for each row execute function refuse_change();
`

const publicNames = `
alter table award
  add column shown_name text check (length(shown_name) between 1 and 200),
  add column certificate_page boolean not null default true;
update award set shown_name = person.preferred_name from person
  where person.organisation_id = award.organisation_id and person.id = award.person_id and award.show_name;
alter table award add constraint award_shown_name check (show_name = (shown_name is not null));
grant select (shown_name, certificate_page) on award to colophon_public;
drop policy public_read on person;
revoke select (organisation_id, id, preferred_name) on person from colophon_public;
`
