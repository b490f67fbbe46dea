import { sql } from 'kysely'
import type { Scope } from '../../database/scope'
import type { ReadCheck } from '../rules/read-check'
import type { ReadTraining } from '../rules/read-training'
import type { Expiring, PersonCheck, TrainingRecord } from './model'

const recordColumns = [
  'id',
  'person_id as personId',
  'module',
  'completed_on as completedOn',
  'expires_on as expiresOn',
  'score',
  'passed',
] as const

/** The training of people, or of everybody; the newest first. */
export const selectTraining = (
  { trx, organisationId }: Scope,
  personIds: readonly string[] | undefined,
): Promise<TrainingRecord[]> =>
  trx
    .selectFrom('training_record')
    .select(recordColumns)
    .where('organisation_id', '=', organisationId)
    .$if(personIds !== undefined, (rows) =>
      rows.where('person_id', '=', sql<string>`any(${personIds ?? []}::uuid[])`),
    )
    .orderBy('completed_on', 'desc')
    .orderBy('id', 'desc')
    .execute()

type Written = { readonly actor: string; readonly at: Date }

/** Adds a module to people's training; those who have it from that day already stay as they are. Gives who was added. */
export const insertTraining = async (
  { trx, organisationId }: Scope,
  people: readonly { readonly id: string; readonly personId: string }[],
  training: ReadTraining,
  by: Written,
): Promise<string[]> => {
  if (people.length === 0) return []
  const rows = await trx
    .insertInto('training_record')
    .values(
      people.map(({ id, personId }) => ({
        organisation_id: organisationId,
        id,
        person_id: personId,
        module: training.module,
        completed_on: training.completedOn,
        expires_on: training.expiresOn,
        score: training.score,
        passed: training.passed,
        recorded_by: by.actor,
        recorded_at: by.at,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .execute()
  return rows.map(({ id }) => id)
}

/** Those of the ids that are people of the service. */
export const selectKnown = async (
  { trx, organisationId }: Scope,
  personIds: readonly string[],
): Promise<string[]> => {
  const rows = await trx
    .selectFrom('person')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .where('id', '=', sql<string>`any(${personIds}::uuid[])`)
    .execute()
  return rows.map(({ id }) => id)
}

export const selectChecks = ({ trx, organisationId }: Scope, personId: string): Promise<PersonCheck[]> =>
  trx
    .selectFrom('person_check')
    .select([
      'id',
      'person_id as personId',
      'kind',
      'level',
      'outcome',
      'relation',
      'decided_by as decidedBy',
      'decided_on as decidedOn',
      'expires_on as expiresOn',
    ])
    .where('organisation_id', '=', organisationId)
    .where('person_id', '=', personId)
    .orderBy('decided_on', 'desc')
    .orderBy('id', 'desc')
    .execute()

/** The decisions on disclosure checks of people, or of everybody; the newest first. */
export const selectDisclosures = (
  { trx, organisationId }: Scope,
  personIds: readonly string[] | undefined,
): Promise<Pick<PersonCheck, 'personId' | 'outcome' | 'decidedOn' | 'expiresOn'>[]> =>
  trx
    .selectFrom('person_check')
    .select(['person_id as personId', 'outcome', 'decided_on as decidedOn', 'expires_on as expiresOn'])
    .where('organisation_id', '=', organisationId)
    .where('kind', '=', 'dbs')
    .$if(personIds !== undefined, (rows) =>
      rows.where('person_id', '=', sql<string>`any(${personIds ?? []}::uuid[])`),
    )
    .orderBy('decided_on', 'desc')
    .orderBy('id', 'desc')
    .execute()

export const insertCheck = async (
  { trx, organisationId }: Scope,
  key: { readonly id: string; readonly personId: string },
  check: ReadCheck,
  by: Written,
): Promise<void> => {
  await trx
    .insertInto('person_check')
    .values({
      organisation_id: organisationId,
      id: key.id,
      person_id: key.personId,
      kind: check.kind,
      level: check.level,
      outcome: check.outcome,
      relation: check.relation,
      decided_by: check.decidedBy,
      decided_on: check.decidedOn,
      expires_on: check.expiresOn,
      recorded_by: by.actor,
      recorded_at: by.at,
    })
    .execute()
}

/**
 * What runs out before a day, of people who volunteer, the next first; of several of one kind only the one that holds
 * longest, after the row with the day and id of `after`.
 */
const newest = (organisationId: string, before: string) => sql`
  select * from (
    select distinct on (person_id, module) organisation_id, id, 'training' as kind, person_id, module as what, expires_on
    from training_record where organisation_id = ${organisationId} and passed
    order by person_id, module, expires_on desc nulls first) as training
  where expires_on <= ${before}::date
  union all
  select * from (
    select distinct on (person_id, kind) organisation_id, id, 'check' as kind, person_id, kind as what, expires_on
    from person_check where organisation_id = ${organisationId}
    order by person_id, kind, expires_on desc nulls first) as checks
  where expires_on <= ${before}::date`

export const selectExpiring = async (
  { trx, organisationId }: Scope,
  query: { readonly before: string; readonly after: string | undefined; readonly limit: number },
): Promise<Expiring[]> => {
  const [day = '0001-01-01', id = '00000000-0000-0000-0000-000000000000'] = query.after?.split('_') ?? []
  const { rows } = await sql<Expiring>`
    select due.id, due.kind, due.person_id as "personId", person.preferred_name as "personName",
      due.what, due.expires_on as "expiresOn"
    from (${newest(organisationId, query.before)}) as due
    join person on person.organisation_id = due.organisation_id and person.id = due.person_id
      and person.status = 'active'
    where (due.expires_on, due.id) > (${day}::date, ${id}::uuid)
    order by due.expires_on, due.id limit ${query.limit}`.execute(trx)
  return rows
}

export const countExpiring = async (
  { trx, organisationId }: Scope,
  before: string,
): Promise<{ count: number; first: string | null }> => {
  const { rows } = await sql<{ count: number; first: string | null }>`
    select count(*)::int as count, min(due.expires_on) as first
    from (${newest(organisationId, before)}) as due
    join person on person.organisation_id = due.organisation_id and person.id = due.person_id
      and person.status = 'active'`.execute(trx)
  return rows[0] ?? { count: 0, first: null }
}
