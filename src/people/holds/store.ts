import { sql } from 'kysely'
import type { Scope } from '../../database/scope'
import type { Consent } from '../consents/model'
import type { Birth, GuardianStanding, GuardianStatus } from './model'

export const consentColumns = [
  'id',
  'person_id as personId',
  'sequence',
  'purpose',
  'decision',
  'capacity',
  'guardian_id as guardianId',
  'how',
  'text_version as textVersion',
  'actor',
  'at',
] as const

/** The nation of the service, which may have ages of its own. */
export const selectNation = async ({ trx, organisationId }: Scope): Promise<string> => {
  const { nation } = await trx
    .selectFrom('organisation')
    .select('nation')
    .where('id', '=', organisationId)
    .executeTakeFirstOrThrow()
  return nation
}

export type PersonBirth = { readonly personId: string; readonly birth: Birth }

/**
 * The births of people. With `lock`, nobody changes their record, their consents or their guardians until the
 * transaction ends; rows are taken in the order of the ids. A transaction that also holds chains of hours or awards
 * takes chains before people and people before awards.
 */
export const selectBirths = async (
  { trx, organisationId }: Scope,
  personIds: readonly string[],
  { lock }: { readonly lock: boolean },
): Promise<PersonBirth[]> => {
  const rows = await trx
    .selectFrom('person')
    .select(['id', 'birth_date', 'birth_year'])
    .where('organisation_id', '=', organisationId)
    .where('id', '=', sql<string>`any(${personIds}::uuid[])`)
    .orderBy('id')
    .$if(lock, (query) => query.forShare())
    .execute()
  return rows.map((row) => ({ personId: row.id, birth: { date: row.birth_date, year: row.birth_year } }))
}

/** Where a guardian stands, from the moments at which things happened. */
const statusOf = sql<GuardianStatus>`case when guardian.ended_at is not null then 'ended'
  when guardian.refused_at is not null then 'refused'
  when guardian.confirmed_at is not null then 'confirmed' else 'waiting' end`

/** The guardians of people, the oldest first. */
export const selectGuardianStandings = async (
  { trx, organisationId }: Scope,
  personIds: readonly string[],
): Promise<(GuardianStanding & { readonly personId: string })[]> =>
  trx
    .selectFrom('guardian')
    .select([
      'guardian.id',
      'guardian.person_id as personId',
      statusOf.as('status'),
      sql<Date | null>`(select case when invitation.used_at is null then invitation.expires_at end
        from guardian_invitation invitation
        where invitation.organisation_id = guardian.organisation_id and invitation.guardian_id = guardian.id
        order by invitation.created_at desc, invitation.id desc limit 1)`.as('linkUntil'),
    ])
    .where('guardian.organisation_id', '=', organisationId)
    .where('guardian.person_id', '=', sql<string>`any(${personIds}::uuid[])`)
    .orderBy('guardian.created_at')
    .orderBy('guardian.id')
    .execute()

/** The consents of people, in the order in which they were written down. */
export const selectConsents = (
  { trx, organisationId }: Scope,
  personIds: readonly string[],
): Promise<Consent[]> =>
  trx
    .selectFrom('consent')
    .select(consentColumns)
    .where('organisation_id', '=', organisationId)
    .where('person_id', '=', sql<string>`any(${personIds}::uuid[])`)
    .orderBy('person_id')
    .orderBy('sequence')
    .execute()
/** People of whom a birth is known that may be after a year. */
export const selectBornAfter = async (
  { trx, organisationId }: Scope,
  year: number,
): Promise<{ personId: string; name: string; birth: Birth }[]> => {
  const rows = await trx
    .selectFrom('person')
    .select(['id', 'preferred_name', 'birth_date', 'birth_year'])
    .where('organisation_id', '=', organisationId)
    .where('birth_year', '>', year)
    .where('status', '<>', 'ended')
    .orderBy('search_name')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    personId: row.id,
    name: row.preferred_name,
    birth: { date: row.birth_date, year: row.birth_year },
  }))
}
