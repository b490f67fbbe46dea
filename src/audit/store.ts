import type { Scope } from '../database/scope'
import type { AuditEvent } from './model'

/** Adds one event to the organisation's audit trail, in the caller's transaction. */
export const insertAuditEvents = async (scope: Scope, events: readonly AuditEvent[]): Promise<void> => {
  if (events.length === 0) return
  await scope.trx
    .insertInto('audit_event')
    .values(
      events.map((event) => ({
        organisation_id: scope.organisationId,
        id: event.id,
        actor: event.actor,
        action: event.action,
        subject_type: event.subjectType,
        subject_id: event.subjectId,
        detail: JSON.stringify(event.detail ?? {}),
      })),
    )
    .execute()
}
