import { type Kysely, sql } from 'kysely'

/** The record of a volunteer in full, and the order of names in English and in Welsh. */
export const volunteerRecord = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql.raw(columns).execute(db)
    await sql.raw(collations).execute(db)
    await sql.raw(order).execute(db)
  },
}

const columns = `
alter table person
  add column legal_name text check (length(legal_name) between 1 and 200),
  add column name_language text check (length(name_language) between 2 and 35),
  add column name_script text check (name_script ~ '^[A-Z][a-z]{3}$'),
  add column romanised_name text check (length(romanised_name) between 1 and 200),
  add column search_more text,
  add column phone text check (length(phone) between 1 and 50),
  add column postal_address text check (length(postal_address) between 1 and 500),
  add column emergency_name text check (length(emergency_name) between 1 and 200),
  add column emergency_phone text check (length(emergency_phone) between 1 and 50),
  add column emergency_relationship text check (length(emergency_relationship) between 1 and 100),
  add column language_wish text not null default 'unknown' check (language_wish in ('en', 'cy', 'unknown')),
  add column language_asked_by text,
  add column language_asked_at timestamptz,
  add column referral_source text check (length(referral_source) between 1 and 200),
  add column pilot text check (length(pilot) between 1 and 200),
  add column revision integer not null default 1,
  add check ((language_asked_by is null) = (language_asked_at is null)),
  drop constraint person_status_check,
  add constraint person_status_check check (status in ('applicant', 'active', 'paused', 'ended'));
`

/** The Welsh letters of two signs, as CLDR has them. A server without ICU orders by the signs alone. */
const collations = `
do $$
declare
  letters text := '&C<ch<<<Ch<<<CH &D<dd<<<Dd<<<DD &F<ff<<<Ff<<<FF &G<ng<<<Ng<<<NG &L<ll<<<Ll<<<LL &P<ph<<<Ph<<<PH &R<rh<<<Rh<<<RH &T<th<<<Th<<<TH';
begin
  create collation colophon_en (provider = icu, locale = 'und');
  if current_setting('server_version_num')::integer >= 160000 then
    execute format('create collation colophon_cy (provider = icu, locale = ''und'', rules = %L)', letters);
  else
    create collation colophon_cy (provider = icu, locale = 'cy');
  end if;
exception when feature_not_supported then
  create collation if not exists colophon_en from "C";
  create collation if not exists colophon_cy from "C";
end $$;
`

const order = `
create index person_order_en on person (organisation_id, preferred_name collate colophon_en, id);
create index person_order_cy on person (organisation_id, preferred_name collate colophon_cy, id);
`
