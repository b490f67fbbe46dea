import { type SqlBool, sql } from 'kysely'
import type { Scope } from '../database/scope'
import type { Reach } from '../organisations/model'
import type { AgreedWords, Words, WordsState } from './model'

export const agreedColumns = [
  'endorsement.id',
  'endorsement.words',
  'endorsement.language',
  'endorsement.writer_name as writerName',
  'endorsement.writer_role as writerRole',
] as const

export type NewWords = AgreedWords & {
  readonly personId: string
  readonly code: string | null
  readonly roleId: string | null
  readonly writtenBy: string
  readonly writtenAt: Date
  readonly requestId: string
}

/** Writes words; false where the same form came before. */
export const insertWords = async ({ trx, organisationId }: Scope, words: NewWords): Promise<boolean> => {
  const written = await trx
    .insertInto('endorsement')
    .values({
      organisation_id: organisationId,
      id: words.id,
      person_id: words.personId,
      definition_code: words.code,
      role_id: words.roleId,
      words: words.words,
      language: words.language,
      writer_name: words.writerName,
      writer_role: words.writerRole,
      written_by: words.writtenBy,
      written_at: words.writtenAt,
      request_id: words.requestId,
    })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'request_id']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return written !== undefined
}

const personOf = { person: 'person.id', endorsement: 'endorsement.person_id' } as const

/** Whether the person of a row comes to where a member acts: by a session there or a placement. */
const comesTo = (reach: Reach, table: keyof typeof personOf) => {
  if (reach === 'service') return sql<SqlBool>`true`
  const organisation = sql.ref(`${table}.organisation_id`)
  const person = sql.ref(personOf[table])
  const by = (where: 'placement' | 'volunteering_session') => sql`exists (select from ${sql.table(where)} one
    join membership_branch own on own.organisation_id = one.organisation_id and own.branch_id = one.branch_id
    where one.organisation_id = ${organisation} and one.person_id = ${person}
      and own.membership_id = ${reach.membershipId}::uuid)`
  return sql<SqlBool>`(${by('placement')} or ${by('volunteering_session')})`
}

/** Those who volunteer now and come to where a member acts, by name. */
export const selectPeopleWithin = (
  { trx, organisationId }: Scope,
  reach: Reach,
): Promise<{ id: string; preferredName: string }[]> =>
  trx
    .selectFrom('person')
    .select(['id', 'preferred_name as preferredName'])
    .where('organisation_id', '=', organisationId)
    .where('status', '=', 'active')
    .where(comesTo(reach, 'person'))
    .orderBy('preferred_name')
    .orderBy('id')
    .execute()

/** Whether a person comes to where a member acts. */
export const isPersonWithin = async (
  { trx, organisationId }: Scope,
  personId: string,
  reach: Reach,
): Promise<boolean> => {
  const row = await trx
    .selectFrom('person')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .where('id', '=', personId)
    .where(comesTo(reach, 'person'))
    .executeTakeFirst()
  return row !== undefined
}

/** Words about one person, or about all whom a member may write about, the newest first. */
export const selectWords = (
  { trx, organisationId }: Scope,
  filter: { readonly personId?: string; readonly reach: Reach; readonly limit: number },
): Promise<Words[]> =>
  trx
    .selectFrom('endorsement')
    .leftJoin('role', (join) =>
      join
        .onRef('role.organisation_id', '=', 'endorsement.organisation_id')
        .onRef('role.id', '=', 'endorsement.role_id'),
    )
    .select([
      ...agreedColumns,
      'endorsement.person_id as personId',
      'endorsement.definition_code as code',
      'role.title_en as roleTitleEn',
      'role.title_cy as roleTitleCy',
      'endorsement.written_by as writtenBy',
      'endorsement.written_at as writtenAt',
      'endorsement.state',
      sql<string[]>`array(select signed.award_id::text from endorsement_credential signed
        where signed.organisation_id = endorsement.organisation_id and signed.endorsement_id = endorsement.id
        order by signed.signed_at, signed.id)`.as('awardIds'),
    ])
    .where('endorsement.organisation_id', '=', organisationId)
    .$if(filter.personId !== undefined, (words) =>
      words.where('endorsement.person_id', '=', filter.personId ?? ''),
    )
    .where(comesTo(filter.reach, 'endorsement'))
    .orderBy('endorsement.written_at', 'desc')
    .orderBy('endorsement.id', 'desc')
    .limit(filter.limit)
    .execute()

/** Whose words they are about and how they stand; nothing else changes them until the transaction ends. */
export const lockWords = (
  { trx, organisationId }: Scope,
  id: string,
): Promise<{ personId: string; state: WordsState } | undefined> =>
  trx
    .selectFrom('endorsement')
    .select(['person_id as personId', 'state'])
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()

/** The ids, of those named, that stand agreed; they stay so until the transaction ends. */
export const lockAgreed = async (
  { trx, organisationId }: Scope,
  ids: readonly string[],
): Promise<Set<string>> => {
  const rows = await trx
    .selectFrom('endorsement')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .where('id', '=', sql<string>`any(${ids}::uuid[])`)
    .where('state', '=', 'agreed')
    .orderBy('id')
    .forShare()
    .execute()
  return new Set(rows.map(({ id }) => id))
}

export const updateState = async (
  { trx, organisationId }: Scope,
  id: string,
  { state, at }: { readonly state: WordsState; readonly at: Date },
): Promise<void> => {
  await trx
    .updateTable('endorsement')
    .set({ state, state_at: at })
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .execute()
}

/** Agreed words of some people with the code of the badge, or the titles of the role, that each is about. */
export const selectAgreed = (
  { trx, organisationId }: Scope,
  personIds: readonly string[],
): Promise<
  (AgreedWords & {
    personId: string
    code: string | null
    roleTitleEn: string | null
    roleTitleCy: string | null
  })[]
> =>
  trx
    .selectFrom('endorsement')
    .leftJoin('role', (join) =>
      join
        .onRef('role.organisation_id', '=', 'endorsement.organisation_id')
        .onRef('role.id', '=', 'endorsement.role_id'),
    )
    .select([
      ...agreedColumns,
      'endorsement.person_id as personId',
      'endorsement.definition_code as code',
      'role.title_en as roleTitleEn',
      'role.title_cy as roleTitleCy',
    ])
    .where('endorsement.organisation_id', '=', organisationId)
    .where('endorsement.person_id', '=', sql<string>`any(${personIds}::uuid[])`)
    .where('endorsement.state', '=', 'agreed')
    .orderBy('endorsement.written_at')
    .orderBy('endorsement.id')
    .execute()

/** The awards of some people that are valid and have not run out, with the words that go with each already. */
export const selectAwards = (
  { trx, organisationId }: Scope,
  personIds: readonly string[],
  now: Date,
): Promise<
  { id: string; personId: string; code: string; roleTitle: string | null; wordsIds: readonly string[] }[]
> =>
  trx
    .selectFrom('award')
    .select([
      'id',
      'person_id as personId',
      'definition_code as code',
      'role_title as roleTitle',
      sql<string[]>`array(select signed.endorsement_id::text from endorsement_credential signed
        where signed.organisation_id = award.organisation_id and signed.award_id = award.id)`.as('wordsIds'),
    ])
    .where('organisation_id', '=', organisationId)
    .where('person_id', '=', sql<string>`any(${personIds}::uuid[])`)
    .where('status', '=', 'valid')
    .where(sql<SqlBool>`(valid_until is null or valid_until >= ${now})`)
    .execute()

/** Whether the roles of a service have one with this id. */
export const hasRole = async ({ trx, organisationId }: Scope, roleId: string): Promise<boolean> => {
  const row = await trx
    .selectFrom('role')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .where('id', '=', roleId)
    .executeTakeFirst()
  return row !== undefined
}

/** How many words wait for the answer of whom they are about. */
export const countWaiting = async (
  { trx, organisationId }: Scope,
  personId: string,
): Promise<{ waiting: number; all: number }> => {
  const row = await trx
    .selectFrom('endorsement')
    .select([
      sql<number>`(count(*) filter (where state = 'waiting'))::integer`.as('waiting'),
      sql<number>`count(*)::integer`.as('all'),
    ])
    .where('organisation_id', '=', organisationId)
    .where('person_id', '=', personId)
    .executeTakeFirstOrThrow()
  return row
}
