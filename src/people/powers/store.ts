import { sql } from 'kysely'
import type { SystemScope } from '../../database/scope'
import type { Birth } from '../holds/model'

export type PersonKey = { readonly organisationId: string; readonly personId: string }

/** The births of people of any organisation, with the nation of the service and whether an address is a guardian's. */
export const selectPowerFacts = async (
  { trx }: SystemScope,
  keys: readonly PersonKey[],
  email: string,
): Promise<
  (PersonKey & { readonly birth: Birth; readonly nation: string; readonly isGuardian: boolean })[]
> => {
  const { rows } = await sql<
    PersonKey & { date: string | null; year: number | null; nation: string; isGuardian: boolean }
  >`select person.organisation_id as "organisationId", person.id as "personId", person.birth_date as date,
      person.birth_year as year, organisation.nation, exists (select from guardian
        where guardian.organisation_id = person.organisation_id and guardian.person_id = person.id
          and guardian.email = ${email} and guardian.confirmed_at is not null and guardian.ended_at is null
      ) as "isGuardian"
    from unnest(${keys.map(({ organisationId }) => organisationId)}::uuid[],
      ${keys.map(({ personId }) => personId)}::uuid[]) as asked (organisation_id, person_id)
    join person on person.organisation_id = asked.organisation_id and person.id = asked.person_id
    join organisation on organisation.id = person.organisation_id`.execute(trx)
  return rows.map(({ date, year, ...row }) => ({ ...row, birth: { date, year } }))
}
