import { type SqlBool, sql } from 'kysely'
import type { Scope } from '../../database/scope'

/** The active person who has a number. */
export const findByNumber = (
  { trx, organisationId }: Scope,
  number: string,
): Promise<{ id: string; name: string } | undefined> =>
  trx
    .selectFrom('check_in_number as known')
    .innerJoin('person', (join) =>
      join
        .onRef('person.organisation_id', '=', 'known.organisation_id')
        .onRef('person.id', '=', 'known.person_id'),
    )
    .where('known.organisation_id', '=', organisationId)
    .where('known.number', '=', number)
    .where('person.status', '=', 'active')
    .select(['person.id', 'person.preferred_name as name'])
    .executeTakeFirst()

/** How many active people have a number, and how many have none. */
export const countNumbers = ({ trx, organisationId }: Scope): Promise<{ given: number; missing: number }> =>
  trx
    .selectFrom('person')
    .leftJoin('check_in_number as known', (join) =>
      join
        .onRef('known.organisation_id', '=', 'person.organisation_id')
        .onRef('known.person_id', '=', 'person.id'),
    )
    .where('person.organisation_id', '=', organisationId)
    .where('person.status', '=', 'active')
    .select([
      sql<number>`count(known.person_id)`.as('given'),
      sql<number>`count(*) - count(known.person_id)`.as('missing'),
    ])
    .executeTakeFirstOrThrow()

export const findNumber = async (
  { trx, organisationId }: Scope,
  personId: string,
): Promise<string | undefined> => {
  const row = await trx
    .selectFrom('check_in_number')
    .select('number')
    .where('organisation_id', '=', organisationId)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return row?.number
}

/** A page of active people and their numbers, by name, after a person. */
export const listNumbers = (
  { trx, organisationId }: Scope,
  after: string | undefined,
  limit: number,
): Promise<{ personId: string; name: string; number: string }[]> =>
  trx
    .selectFrom('check_in_number as known')
    .innerJoin('person', (join) =>
      join
        .onRef('person.organisation_id', '=', 'known.organisation_id')
        .onRef('person.id', '=', 'known.person_id'),
    )
    .where('known.organisation_id', '=', organisationId)
    .where('person.status', '=', 'active')
    .$if(after !== undefined, (people) =>
      people.where(
        sql<SqlBool>`(person.search_name, person.id) > (select place.search_name, place.id from person place
          where place.organisation_id = ${organisationId}::uuid and place.id = ${after}::uuid)`,
      ),
    )
    .select(['person.id as personId', 'person.preferred_name as name', 'known.number'])
    .orderBy('person.search_name')
    .orderBy('person.id')
    .limit(limit)
    .execute()

/** Active people without a number. */
export const listWithoutNumber = async ({ trx, organisationId }: Scope, limit: number): Promise<string[]> => {
  const rows = await trx
    .selectFrom('person')
    .leftJoin('check_in_number as known', (join) =>
      join
        .onRef('known.organisation_id', '=', 'person.organisation_id')
        .onRef('known.person_id', '=', 'person.id'),
    )
    .where('person.organisation_id', '=', organisationId)
    .where('person.status', '=', 'active')
    .where('known.person_id', 'is', null)
    .select('person.id')
    .limit(limit)
    .execute()
  return rows.map(({ id }) => id)
}

/** Gives people numbers; those who have one, and numbers that are taken, are left out. Gives how many went in. */
export const insertNumbers = async (
  { trx, organisationId }: Scope,
  numbers: readonly { readonly personId: string; readonly number: string }[],
): Promise<number> => {
  if (numbers.length === 0) return 0
  const { numAffectedRows } = await sql`
    insert into check_in_number (organisation_id, person_id, number)
    select ${organisationId}::uuid, given.* from unnest(${numbers.map(({ personId }) => personId)}::uuid[],
      ${numbers.map(({ number }) => number)}::text[]) as given
    on conflict do nothing`.execute(trx)
  return Number(numAffectedRows ?? 0n)
}
