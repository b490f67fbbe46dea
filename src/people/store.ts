import { type SqlBool, sql } from 'kysely'
import type { Scope } from '../database/scope'
import type { Person, PersonOrder, PersonStatus } from './model'

/** Everyone who volunteers now, in the order of their folded names. */
export const selectActivePeople = async (scope: Scope): Promise<{ id: string; preferredName: string }[]> => {
  const rows = await scope.trx
    .selectFrom('person')
    .select(['id', 'preferred_name'])
    .where('organisation_id', '=', scope.organisationId)
    .where('status', '=', 'active')
    .orderBy('search_name')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ id: row.id, preferredName: row.preferred_name }))
}

const selectPeople = ({ trx, organisationId }: Scope) =>
  trx
    .selectFrom('person')
    .where('organisation_id', '=', organisationId)
    .select([
      'id',
      'preferred_name as preferredName',
      'romanised_name as romanisedName',
      'external_reference as externalReference',
      'email',
      'contact_language as contactLanguage',
      'status',
    ])

/** Folded words that must all stand in the folded names of somebody, in any order. */
const named = (words: readonly string[]) => {
  const patterns = words.map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`)
  return sql<SqlBool>`search_name || ' ' || coalesce(search_more, '') like all(${patterns}::text[])`
}

const inOrder = {
  en: sql<string>`preferred_name collate colophon_en`,
  cy: sql<string>`preferred_name collate colophon_cy`,
} as const

/** A page of people in the order of a language, or those who came last first, after the person with the id `after`. */
export const selectPage = (
  scope: Scope,
  query: {
    readonly words: readonly string[]
    readonly language: 'en' | 'cy'
    readonly order: PersonOrder
    readonly after: string | undefined
    readonly status: PersonStatus | undefined
    readonly limit: number
  },
): Promise<Person[]> => {
  const { words, language, order, after, status, limit } = query
  const byName = order === 'name'
  return selectPeople(scope)
    .where(named(words))
    .$if(status !== undefined, (people) => people.where('status', '=', status ?? 'active'))
    .$if(after !== undefined, (people) =>
      people.where(
        byName
          ? sql<SqlBool>`(${inOrder[language]}, id) > (select place.preferred_name, place.id from person place
          where place.organisation_id = ${scope.organisationId} and place.id = ${after}::uuid)`
          : sql<SqlBool>`id < ${after}::uuid`,
      ),
    )
    .$if(byName, (people) => people.orderBy(inOrder[language]))
    .orderBy('id', byName ? 'asc' : 'desc')
    .limit(limit)
    .execute()
}

export const countPeople = async (
  scope: Scope,
  words: readonly string[],
  status?: PersonStatus,
): Promise<number> => {
  const { total } = await scope.trx
    .selectFrom('person')
    .where('organisation_id', '=', scope.organisationId)
    .where(named(words))
    .$if(status !== undefined, (people) => people.where('status', '=', status ?? 'active'))
    .select(sql<number>`count(*)`.as('total'))
    .executeTakeFirstOrThrow()
  return total
}

export const findPerson = (scope: Scope, personId: string): Promise<Person | undefined> =>
  selectPeople(scope).where('id', '=', personId).executeTakeFirst()

/** The names of people by their ids, of those who volunteered before too. */
export const selectNames = async (
  { trx, organisationId }: Scope,
  personIds: readonly string[],
): Promise<Map<string, string>> => {
  const rows = await trx
    .selectFrom('person')
    .where('organisation_id', '=', organisationId)
    .where('id', '=', sql<string>`any(${personIds}::uuid[])`)
    .select(['id', 'preferred_name as name'])
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}
