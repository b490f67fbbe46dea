import { sql } from 'kysely'
import type { Scope } from '../../database/scope'
import type { Application, KnownPerson } from '../opportunities/model'
import type { Answers } from '../rules/read-answer'

const applicationColumns = [
  'application.id',
  'application.opportunity_id as opportunityId',
  'application.state',
  'application.language',
  'application.name',
  'application.email',
  'application.phone',
  'application.age',
  'application.message',
  'application.sent_at as sentAt',
  'application.placement_id as placementId',
] as const

const selectApplications = ({ trx, organisationId }: Scope) =>
  trx
    .selectFrom('application')
    .select(applicationColumns)
    .where('application.organisation_id', '=', organisationId)

export const insertApplication = async (
  { trx, organisationId }: Scope,
  application: {
    readonly id: string
    readonly opportunityId: string
    readonly keyHash: string
    readonly language: 'en' | 'cy'
    readonly at: Date
  },
): Promise<void> => {
  await trx
    .insertInto('application')
    .values({
      organisation_id: organisationId,
      id: application.id,
      opportunity_id: application.opportunityId,
      key_hash: application.keyHash,
      language: application.language,
      started_at: application.at,
    })
    .execute()
}

/** Forgets what was begun before an instant and never sent. */
export const deleteOldDrafts = async ({ trx, organisationId }: Scope, before: Date): Promise<void> => {
  await trx
    .deleteFrom('application')
    .where('organisation_id', '=', organisationId)
    .where('state', '=', 'draft')
    .where('started_at', '<', before)
    .execute()
}

export const deleteApplication = async ({ trx, organisationId }: Scope, id: string): Promise<void> => {
  await trx
    .deleteFrom('application')
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .execute()
}

export const findByKey = (scope: Scope, keyHash: string): Promise<Application | undefined> =>
  selectApplications(scope).where('application.key_hash', '=', keyHash).executeTakeFirst()

/** Takes an application for this transaction alone. */
export const lockApplication = (scope: Scope, id: string): Promise<Application | undefined> =>
  selectApplications(scope).where('application.id', '=', id).forUpdate().executeTakeFirst()

/** The applications for an opportunity that were sent, the oldest first, after one of them. */
export const selectSent = (
  scope: Scope,
  opportunityId: string,
  query: { readonly after: string | undefined; readonly limit: number },
): Promise<Application[]> =>
  selectApplications(scope)
    .where('application.opportunity_id', '=', opportunityId)
    .where('application.state', '<>', 'draft')
    .$if(query.after !== undefined, (rows) => rows.where('application.id', '>', query.after ?? ''))
    .orderBy('application.id')
    .limit(query.limit)
    .execute()

export const countSent = async ({ trx, organisationId }: Scope): Promise<number> => {
  const { count } = await trx
    .selectFrom('application')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('organisation_id', '=', organisationId)
    .where('state', '=', 'sent')
    .executeTakeFirstOrThrow()
  return count
}

export const updateAnswers = async (
  { trx, organisationId }: Scope,
  id: string,
  answers: Answers,
): Promise<void> => {
  if (Object.keys(answers).length === 0) return
  await trx
    .updateTable('application')
    .set(answers)
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .where('state', '=', 'draft')
    .execute()
}

export const updateSent = async ({ trx, organisationId }: Scope, id: string, at: Date): Promise<void> => {
  await trx
    .updateTable('application')
    .set({ state: 'sent', sent_at: at })
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .execute()
}

export const updateDecided = async (
  { trx, organisationId }: Scope,
  id: string,
  decision: {
    readonly state: 'accepted' | 'declined'
    readonly by: string
    readonly at: Date
    readonly placementId: string | null
  },
): Promise<void> => {
  await trx
    .updateTable('application')
    .set({
      state: decision.state,
      decided_by: decision.by,
      decided_at: decision.at,
      placement_id: decision.placementId,
    })
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .execute()
}

/** People of the service who have one of the addresses, by address. */
export const selectKnown = async (
  { trx, organisationId }: Scope,
  emails: readonly string[],
): Promise<Map<string, KnownPerson[]>> => {
  const rows = await trx
    .selectFrom('person')
    .select(['id', 'preferred_name as name', 'email'])
    .where('organisation_id', '=', organisationId)
    .where('email', '=', sql<string>`any(${emails}::text[])`)
    .orderBy('search_name')
    .execute()
  return Map.groupBy(rows, ({ email }) => email ?? '')
}

/** Adds an applicant to the people of the service; one with an address may sign in as a volunteer. */
export const insertPerson = async (
  { trx, organisationId }: Scope,
  person: {
    readonly id: string
    readonly membershipId: string
    readonly name: string
    readonly searchName: string
    readonly email: string | null
    readonly birthYear: number | null
    readonly language: 'en' | 'cy'
  },
): Promise<void> => {
  await trx
    .insertInto('person')
    .values({
      organisation_id: organisationId,
      id: person.id,
      external_reference: null,
      preferred_name: person.name,
      search_name: person.searchName,
      email: person.email,
      birth_year: person.birthYear,
      contact_language: person.language,
    })
    .execute()
  if (person.email === null) return
  await trx
    .insertInto('membership')
    .values({
      organisation_id: organisationId,
      id: person.membershipId,
      email: person.email,
      role: 'volunteer',
      person_id: person.id,
    })
    .execute()
}
