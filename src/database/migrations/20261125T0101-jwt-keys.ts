import { type Kysely, sql } from 'kysely'

/** An organisation may sign the JWT form of its badges with RS256, whose keys are published as JWK only. */
export const jwtKeys = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql
      .raw(`
alter table signing_key drop constraint signing_key_algorithm_check;
alter table signing_key add constraint signing_key_algorithm_check check (algorithm in ('Ed25519', 'ES256', 'RS256'));
alter table signing_key alter column public_key_multibase drop not null;
alter table signing_key add column public_key_jwk jsonb;
alter table signing_key add constraint signing_key_public_key
  check ((algorithm = 'RS256') = (public_key_jwk is not null) and (algorithm = 'RS256') = (public_key_multibase is null));
grant select (public_key_jwk) on signing_key to colophon_public;
alter table organisation add column jwt_algorithm text not null default 'ES256'
  check (jwt_algorithm in ('RS256', 'ES256', 'EdDSA'));
`)
      .execute(db)
  },
}
