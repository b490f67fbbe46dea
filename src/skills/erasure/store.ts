import { sql } from 'kysely'
import type { Scope } from '../../database/scope'

/** Hashes of the files behind a person's skills that are behind nobody else's. */
export const listOwnHashes = async ({ trx, organisationId }: Scope, personId: string): Promise<string[]> => {
  const { rows } = await sql<{ sha256: string }>`
    select evidence.sha256 from skill_evidence evidence
    join skill_claim claim on claim.organisation_id = evidence.organisation_id and claim.id = evidence.claim_id
    where evidence.organisation_id = ${organisationId} and evidence.sha256 is not null and evidence.removed_at is null
      and exists (select from skill_evidence one
        join skill_claim own on own.organisation_id = one.organisation_id and own.id = one.claim_id
        where one.organisation_id = evidence.organisation_id and one.sha256 = evidence.sha256
          and own.person_id = ${personId})
    group by evidence.sha256 having bool_and(claim.person_id = ${personId})`.execute(trx)
  return rows.map(({ sha256 }) => sha256)
}
