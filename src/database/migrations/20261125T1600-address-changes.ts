import { type Kysely, sql } from 'kysely'

/** That somebody wants to sign in with another address, until the new mailbox has confirmed it. */
export const addressChanges = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql.raw(table).execute(db)
  },
}

const table = `
create table address_change (
  from_email text primary key,
  to_email text not null check (to_email <> from_email),
  token_hash text not null unique,
  expires_at timestamptz not null,
  confirmed_at timestamptz
);
create index address_change_expires on address_change (expires_at);
alter table address_change enable row level security;
alter table address_change force row level security;
grant select, insert, update, delete on address_change to colophon_system;
create policy system on address_change to colophon_system using (true) with check (true);
`
