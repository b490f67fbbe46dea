import { setTimeout } from 'node:timers/promises'
import { readConfig } from '../../src/config'
import {
  approveSessions,
  correctSession,
  disputeSessions,
  getSession,
  recordSession,
  restoreSession,
  sessionsOf,
  undoApproval,
  voidSession,
} from '../../src/hours/actions'
import { readEntryForm } from '../../src/hours/pages/read-entry-form'
import { entryOfSession } from '../../src/hours/rules/entry-of-session'
import { openNodeDeps } from '../../src/platform/open-deps-node'
import { ProblemError } from '../../src/problems'

/** Clients that change the hours of one volunteer at random until they are killed, or have done so many things each. */
const [organisationId = '', personId = '', roleId = '', clients = '8', deeds = '1000000'] =
  process.argv.slice(2)
const { deps, close } = await openNodeDeps(readConfig(process.env), { runNow: async () => {} })
const actor = 'coordinator@example.org'
const by = { email: actor, as: 'coordinator' } as const
const below = (limit: number) => Math.floor(Math.random() * limit)

const entry = () => {
  const hour = 8 + below(8)
  const day = String(1 + below(20)).padStart(2, '0')
  const clock = (at: number) => `${String(at).padStart(2, '0')}:00`
  return readEntryForm(
    { roleId, date: `2026-10-${day}`, start: clock(hour), end: clock(hour + 1 + below(3)) },
    personId,
  )
}

const act = async (): Promise<void> => {
  const sessions = await sessionsOf(deps, organisationId, personId)
  const some = sessions[below(sessions.length)]
  switch (some === undefined ? 0 : below(7)) {
    case 0:
      await recordSession(deps, organisationId, entry(), { ...by, source: 'coordinator' })
      return
    case 1:
      await approveSessions(deps, organisationId, { all: {} }, actor)
      return
    case 2: {
      const { batchId, approved } = await approveSessions(deps, organisationId, { all: {} }, actor)
      if (approved > 0) await undoApproval(deps, organisationId, batchId, actor)
      return
    }
    case 3:
      await disputeSessions(deps, organisationId, [some?.id ?? ''], { reason: 'Why not', actor })
      return
    case 4:
      await voidSession(deps, organisationId, some?.id ?? '', 'Out', by)
      return
    case 5:
      await voidSession(deps, organisationId, some?.id ?? '', 'Out', by)
      await restoreSession(deps, organisationId, some?.id ?? '', 'In again', actor)
      return
    default: {
      const { session } = await getSession(deps, organisationId, some?.id ?? '')
      const { start, end } = entry()
      const changed = { ...entryOfSession(session), start, end }
      await correctSession(deps, organisationId, session.id, { entry: changed, reason: 'Otherwise' }, by)
    }
  }
}

/** What somebody else was quicker with is no fault. */
const isRefusal = (error: unknown) =>
  error instanceof ProblemError && ['conflict', 'duplicate', 'not-found'].includes(error.code)

const client = async () => {
  for (let done = 0; done < Number(deeds); done += 1) {
    try {
      await act()
    } catch (error) {
      if (!isRefusal(error)) throw error
    }
    if (done % 5 === 4) process.stdout.write('5 done\n')
    await setTimeout(0)
  }
}

process.stdout.write('ready\n')
await Promise.all(Array.from({ length: Number(clients) }, client))
await close()
