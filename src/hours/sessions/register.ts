import { z } from 'zod'
import { type Scope, withOrganisation } from '../../database/scope'
import type { Deps } from '../../deps'
import type { Reach } from '../../organisations/model'
import * as details from '../details/store'
import { readEntry } from '../rules/read-entry'
import { approveLocked } from './approve'
import { insertEntries } from './insert-entries'
import type { EntryFault, SessionEntry } from './model'
import { type Acting, lockSessions } from './store'

/** A group's session: the same facts for several people, with what differs for some. */
export type RegisterOutcome =
  | {
      readonly ok: true
      readonly added: number
      readonly already: number
      readonly approved: number
      /** Sessions of young volunteers for whom a consent is missing. */
      readonly held: number
    }
  | {
      readonly ok: false
      readonly faults: readonly { readonly personId: string; readonly faults: readonly EntryFault[] }[]
    }

/**
 * Records a register: a session for each of the people, approved at once where `approve` says so, except the actor's own
 * (rule HR-09), those that were held a long time ago (rule HR-08), and those of young volunteers for whom a consent is
 * missing. All of it is recorded or, where anything is wrong, nothing.
 */
export const recordRegister = async (
  deps: Deps,
  organisationId: string,
  entries: readonly SessionEntry[],
  by: { readonly email: string; readonly approve: boolean; readonly reach?: Reach },
): Promise<RegisterOutcome> => {
  const now = deps.clock.now()
  const acting = { actor: by.email.toLowerCase(), reach: by.reach ?? 'service' }
  const reads = entries.map((entry) => ({ personId: entry.personId, read: readEntry(entry, now) }))
  const refused = reads.flatMap(({ personId, read }) => (read.ok ? [] : [{ personId, faults: read.reason }]))
  if (refused.length > 0) return { ok: false, faults: refused }
  const values = reads.flatMap(({ read }) => (read.ok ? [read.value] : []))
  return withOrganisation(deps.db, organisationId, async (scope) => {
    const faults = (await details.checkEntries(scope, values, acting.reach)).flatMap((found, at) =>
      found.length === 0 ? [] : [{ personId: values[at]?.personId ?? '', faults: found }],
    )
    if (faults.length > 0) return { ok: false, faults }
    const source = 'coordinator' as const
    const { recorded, added } = await insertEntries(deps, scope, values, {
      ...{ email: by.email, as: 'coordinator', source, correctsId: null },
    })
    const done = by.approve ? await approveAdded(deps, scope, added, acting) : { approved: 0, held: 0 }
    return { ok: true, added: added.length, already: recorded.length - added.length, ...done }
  })
}

/** Approves what was recorded a moment ago, leaving what is late, the actor's own, and what waits for a consent. */
const approveAdded = async (
  deps: Deps,
  scope: Scope,
  added: readonly string[],
  acting: Acting,
): Promise<{ approved: number; held: number }> => {
  const late = await details.listLate(scope, added)
  const ids = added.filter((id) => !late.has(id))
  const locked = await lockSessions(scope, { ids }, ['submitted'], acting)
  const batchId = deps.random.uuid()
  const { sessions, held } = await approveLocked(deps, scope, locked, {
    actor: acting.actor,
    reason: null,
    batchId,
  })
  return { approved: sessions.length, held: held.reduce((sum, one) => sum + one.sessions, 0) }
}

/** For how long somebody who had a role is offered in its register, in days. */
const registerDays = 183

/** The people of a register by name: those with sessions in a role in the last half year, or all who volunteer. */
export const peopleForRegister = (
  deps: Deps,
  organisationId: string,
  roleId: string | undefined,
  reach: Reach = 'service',
): Promise<{ id: string; name: string }[]> => {
  if (roleId !== undefined && !z.uuid().safeParse(roleId).success) return Promise.resolve([])
  const since = new Date(deps.clock.now().getTime() - registerDays * 24 * 60 * 60_000)
  return withOrganisation(deps.db, organisationId, (scope) =>
    details.listForRegister(scope, roleId, since.toISOString().slice(0, 10), reach),
  )
}
