import type { Scope } from '../database/scope'
import type { AuditEvent } from './model'
import { insertAuditEvents } from './store'

/** Records who did what, in the same transaction as the deed. */
export const recordAudit = (scope: Scope, ...events: readonly AuditEvent[]): Promise<void> =>
  insertAuditEvents(scope, events)
