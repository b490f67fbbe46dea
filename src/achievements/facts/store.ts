import { sql } from 'kysely'
import type { Scope } from '../../database/scope'
import type { Birth } from '../../people/holds/model'

/** What is known of the births of some people, or of all; who has nothing known is not in it. */
export const selectBirths = async (
  { trx, organisationId }: Scope,
  personIds: readonly string[] | undefined,
): Promise<Map<string, Birth>> => {
  const rows = await trx
    .selectFrom('person')
    .select(['id', 'birth_date as date', 'birth_year as year'])
    .where('organisation_id', '=', organisationId)
    .where((person) =>
      person.or([person('birth_year', 'is not', null), person('birth_date', 'is not', null)]),
    )
    .$if(personIds !== undefined, (people) =>
      people.where('id', '=', sql<string>`any(${personIds ?? []}::uuid[])`),
    )
    .execute()
  return new Map(rows.map(({ id, date, year }) => [id, { date, year }]))
}
