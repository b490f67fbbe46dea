import { insertRows } from '../database/insert-rows'
import type { Scope } from '../database/scope'
import type { AuditEvent, TrailEntry } from './model'

/** Adds one event to the organisation's audit trail, in the caller's transaction. */
export const insertAuditEvents = async (scope: Scope, events: readonly AuditEvent[]): Promise<void> => {
  if (events.length === 0) return
  const columns = [
    'organisation_id',
    'id',
    'actor',
    'action',
    'subject_type',
    'subject_id',
    'detail',
  ] as const
  const rows = events.map((event) => ({
    organisation_id: scope.organisationId,
    id: event.id,
    actor: event.actor,
    action: event.action,
    subject_type: event.subjectType,
    subject_id: event.subjectId,
    detail: event.detail ?? {},
  }))
  await insertRows(scope.trx, 'audit_event', columns, rows).execute()
}

/** Entries of the trail by their ids, which go with time, the newest first; those before the id `after`. */
export const listEvents = (
  { trx, organisationId }: Scope,
  after: string | undefined,
  limit: number,
): Promise<TrailEntry[]> =>
  trx
    .selectFrom('audit_event')
    .select(['id', 'at', 'actor', 'action', 'subject_type as subjectType', 'subject_id as subjectId'])
    .where('organisation_id', '=', organisationId)
    .$if(after !== undefined, (query) => query.where('id', '<', after ?? ''))
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
