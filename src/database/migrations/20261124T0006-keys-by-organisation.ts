import { type Kysely, sql } from 'kysely'

/**
 * Keys in links are random and long enough to be found by an index that need not be unique: a unique one would have
 * to be kept across all organisations, and rows could not be spread by organisation.
 */
export const keysByOrganisation = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql
      .raw(`
drop index award_certificate_key;
create index award_certificate_key on award (certificate_key);
drop index award_share_key;
create index award_share_key on award (share_key) where share_key is not null;
alter table claim drop constraint claim_token_hash_key;
create index claim_token_hash on claim (token_hash);
`)
      .execute(db)
  },
}
