import { z } from 'zod'
import { type Scope, withOrganisation } from '../database/scope'
import type { Deps } from '../deps'
import { ProblemError } from '../problems'
import type { AuditEvent, AuditPage } from './model'
import { insertAuditEvents, listEvents } from './store'

/** Records who did what, in the same transaction as the deed. */
export const recordAudit = (scope: Scope, ...events: readonly AuditEvent[]): Promise<void> =>
  insertAuditEvents(scope, events)

/** A page of the trail, the newest first. Throws `bad-request` for a place that is none. */
export const listAudit = async (
  deps: Deps,
  organisationId: string,
  { after, limit }: { readonly after?: string; readonly limit: number },
): Promise<AuditPage> => {
  if (after !== undefined && !z.uuid().safeParse(after).success) throw new ProblemError('bad-request')
  const found = await withOrganisation(deps.db, organisationId, (scope) =>
    listEvents(scope, after, limit + 1),
  )
  const events = found.slice(0, limit)
  const last = events.at(-1)
  return { events, ...(found.length > limit && last !== undefined ? { next: last.id } : {}) }
}
