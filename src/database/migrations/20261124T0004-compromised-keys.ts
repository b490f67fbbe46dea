import { type Kysely, sql } from 'kysely'

/** A signing key can be marked as compromised, and the mark is published with the key. */
export const compromisedKeys = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql
      .raw(`
alter table signing_key add column compromised_at timestamptz;
grant select (compromised_at) on signing_key to colophon_public;
`)
      .execute(db)
  },
}
