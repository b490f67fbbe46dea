import { sql } from 'kysely'
import type { Scope } from '../../database/scope'
import type { BoundaryRecord, ClassHours, Consultation, PositionStatement } from './model'

const recordColumns = [
  'id',
  'role_id as roleId',
  'task_class as taskClass',
  'rationale',
  'statement_version as statementVersion',
  'in_force_from as inForceFrom',
  'review_on as reviewOn',
  'decided_by as decidedBy',
  'recorded_at as recordedAt',
] as const

/** The decisions about one role or all, the newest last. */
export const selectRecords = (
  { trx, organisationId }: Scope,
  roleId: string | undefined,
): Promise<BoundaryRecord[]> =>
  trx
    .selectFrom('boundary_record')
    .select(recordColumns)
    .where('organisation_id', '=', organisationId)
    .$if(roleId !== undefined, (rows) => rows.where('role_id', '=', roleId ?? ''))
    .orderBy('in_force_from')
    .orderBy('recorded_at')
    .orderBy('id')
    .execute()

/** The talks about one role or all, the newest last. */
export const selectConsultations = (
  { trx, organisationId }: Scope,
  roleId: string | undefined,
): Promise<Consultation[]> =>
  trx
    .selectFrom('union_consultation')
    .select([
      'id',
      'role_id as roleId',
      'body',
      'held_on as heldOn',
      'outcome',
      'note',
      'document_url as documentUrl',
    ])
    .where('organisation_id', '=', organisationId)
    .$if(roleId !== undefined, (rows) => rows.where('role_id', '=', roleId ?? ''))
    .orderBy('held_on')
    .orderBy('id')
    .execute()

/** The versions of the position statement, the oldest first. */
export const selectStatements = ({ trx, organisationId }: Scope): Promise<PositionStatement[]> =>
  trx
    .selectFrom('position_statement')
    .select(['version', 'title', 'url', 'in_force_from as inForceFrom'])
    .where('organisation_id', '=', organisationId)
    .orderBy('in_force_from')
    .orderBy('version')
    .execute()

type Written = { readonly actor: string; readonly at: Date }

export const insertRecord = async (
  { trx, organisationId }: Scope,
  record: Omit<BoundaryRecord, 'recordedAt'>,
  by: Written,
): Promise<void> => {
  await trx
    .insertInto('boundary_record')
    .values({
      organisation_id: organisationId,
      id: record.id,
      role_id: record.roleId,
      task_class: record.taskClass,
      rationale: record.rationale,
      statement_version: record.statementVersion,
      in_force_from: record.inForceFrom,
      review_on: record.reviewOn,
      decided_by: record.decidedBy,
      recorded_by: by.actor,
      recorded_at: by.at,
    })
    .execute()
}

export const insertConsultation = async (
  { trx, organisationId }: Scope,
  consultation: Consultation,
  by: Written,
): Promise<void> => {
  await trx
    .insertInto('union_consultation')
    .values({
      organisation_id: organisationId,
      id: consultation.id,
      role_id: consultation.roleId,
      body: consultation.body,
      held_on: consultation.heldOn,
      outcome: consultation.outcome,
      note: consultation.note,
      document_url: consultation.documentUrl,
      recorded_by: by.actor,
      recorded_at: by.at,
    })
    .execute()
}

/** Adds a version; false where it is there already. */
export const insertStatement = async (
  { trx, organisationId }: Scope,
  statement: PositionStatement,
  by: Written,
): Promise<boolean> => {
  const rows = await trx
    .insertInto('position_statement')
    .values({
      organisation_id: organisationId,
      version: statement.version,
      title: statement.title,
      url: statement.url,
      in_force_from: statement.inForceFrom,
      recorded_by: by.actor,
      recorded_at: by.at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('version')
    .execute()
  return rows.length === 1
}

/** Approved minutes from a day to a day, each session under the class that was in force on its own day. */
export const sumByClass = async (
  { trx, organisationId }: Scope,
  period: { readonly from: string; readonly to: string },
): Promise<ClassHours[]> => {
  const { rows } = await sql<ClassHours>`
    with span as (
      select organisation_id, role_id, task_class, in_force_from,
        lead(in_force_from) over (partition by role_id order by in_force_from, recorded_at, id) as until
      from boundary_record where organisation_id = ${organisationId})
    select coalesce(span.task_class, 'none') as "taskClass", count(*)::int as sessions,
      sum(session.minutes)::int as minutes
    from volunteering_session session
    left join span on span.organisation_id = session.organisation_id and span.role_id = session.role_id
      and span.in_force_from <= session.local_date
      and (span.until is null or session.local_date < span.until)
    where session.organisation_id = ${organisationId} and session.status = 'approved'
      and session.local_date between ${period.from}::date and ${period.to}::date
    group by 1 order by 1`.execute(trx)
  return rows
}
