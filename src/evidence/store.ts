import { sql } from 'kysely'
import { insertRows } from '../database/insert-rows'
import type { Scope } from '../database/scope'
import type { EvidenceKind, EvidenceRow } from './model'

const columns = [
  'id',
  'person_id as personId',
  'kind',
  'badge_code as badgeCode',
  'on_day as onDay',
  'count',
  'faults',
  'area',
  'module',
  'score',
  'note',
  'source',
  'recorded_by as recordedBy',
] as const

/** Records that stand, of some people or of all, by day. */
export const selectEvidence = (
  { trx, organisationId }: Scope,
  personIds: readonly string[] | undefined,
): Promise<EvidenceRow[]> =>
  trx
    .selectFrom('evidence_record')
    .select(columns)
    .where('organisation_id', '=', organisationId)
    .where('withdrawn_at', 'is', null)
    .$if(personIds !== undefined, (records) =>
      records.where('person_id', '=', sql<string>`any(${personIds ?? []}::uuid[])`),
    )
    .orderBy('on_day')
    .orderBy('id')
    .execute()

export type NewEvidence = EvidenceRow & { readonly recordedAt: Date; readonly requestId: string }

/** Of the people named, those of the service. */
export const selectKnown = async (scope: Scope, personIds: readonly string[]): Promise<Set<string>> => {
  const rows = await scope.trx
    .selectFrom('person')
    .select('id')
    .where('organisation_id', '=', scope.organisationId)
    .where('id', '=', sql<string>`any(${personIds}::uuid[])`)
    .execute()
  return new Set(rows.map(({ id }) => id))
}

/** Writes records but for those of a form that came before; gives the ids of those written. */
export const insertEvidence = async (scope: Scope, records: readonly NewEvidence[]): Promise<string[]> => {
  const names = [
    'organisation_id',
    'id',
    'person_id',
    'kind',
    'badge_code',
    'on_day',
    'count',
    'faults',
    'area',
    'module',
    'score',
    'note',
    'source',
    'recorded_by',
    'recorded_at',
    'request_id',
  ] as const
  const rows = records.map((record) => ({
    organisation_id: scope.organisationId,
    id: record.id,
    person_id: record.personId,
    kind: record.kind,
    badge_code: record.badgeCode,
    on_day: record.onDay,
    count: record.count,
    faults: record.faults,
    area: record.area,
    module: record.module,
    score: record.score,
    note: record.note,
    source: record.source,
    recorded_by: record.recordedBy,
    recorded_at: record.recordedAt,
    request_id: record.requestId,
  }))
  const written = await insertRows(scope.trx, 'evidence_record', names, rows)
    .onConflict((conflict) => conflict.columns(['organisation_id', 'request_id', 'person_id']).doNothing())
    .returning('id')
    .execute()
  return written.map(({ id }) => id)
}

/** A record, withdrawn ones too. */
export const findEvidence = (
  { trx, organisationId }: Scope,
  id: string,
): Promise<{ personId: string; kind: EvidenceKind } | undefined> =>
  trx
    .selectFrom('evidence_record')
    .select(['person_id as personId', 'kind'])
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .executeTakeFirst()

/** Withdraws a record; false where it was withdrawn before. */
export const updateWithdrawn = async (
  { trx, organisationId }: Scope,
  id: string,
  by: { readonly at: Date; readonly actor: string },
): Promise<boolean> => {
  const result = await trx
    .updateTable('evidence_record')
    .set({ withdrawn_at: by.at, withdrawn_by: by.actor })
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}
