import { type Kysely, sql } from 'kysely'

/** A second colour and a logo of an organisation; the logo's file lies with the other files, under its hash. */
export const looks = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql
      .raw(`
alter table organisation add column accent_colour text check (accent_colour ~ '^#[0-9a-f]{6}$');
alter table organisation add column logo_sha256 text check (logo_sha256 ~ '^[0-9a-f]{64}$');
alter table organisation add column logo_type text check (logo_type in ('image/png', 'image/svg+xml'));
alter table organisation add constraint logo_whole check ((logo_sha256 is null) = (logo_type is null));
`)
      .execute(db)
  },
}
