import { type Kysely, sql } from 'kysely'

/** When the file behind evidence that was taken away was deleted: what was not is deleted by the scheduled work. */
export const photoFiles = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql.raw(change).execute(db)
  },
}

const change = `
alter table skill_evidence add column file_gone_at timestamptz;
create index skill_evidence_file_to_go on skill_evidence (organisation_id, id)
  where removed_at is not null and sha256 is not null and file_gone_at is null;
`
