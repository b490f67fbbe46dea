import { base64urlnopad } from '@scure/base'
import { z } from 'zod'
import { hashToken } from '../../awards/rules/hash-token'
import { asSystem, withOrganisation } from '../../database/scope'
import type { Deps } from '../../deps'
import { path } from '../../paths'
import { ProblemError } from '../../problems'
import { auditProgramme, lockOpen } from '../actions'
import { insertLink, isKnown, type LeaderLink, listLinks, openLink, revokeLink } from './store'

export type { LeaderLink } from './store'

const LINK_MS = 30 * 24 * 60 * 60_000

/** Makes a link for the leader that works for 30 days; its address is not kept and cannot be shown again. */
export const makeLeaderLink = async (
  deps: Deps,
  organisationId: string,
  programmeId: string,
  actor: string,
): Promise<{ address: string }> => {
  const token = base64urlnopad.encode(deps.random.bytes(32))
  const now = deps.clock.now()
  await withOrganisation(deps.db, organisationId, async (scope) => {
    await lockOpen(scope, programmeId)
    await insertLink(scope, {
      ...{ id: deps.random.uuid(), programmeId, tokenHash: hashToken(token), by: actor, createdAt: now },
      expiresAt: new Date(now.getTime() + LINK_MS),
    })
    await auditProgramme(deps, scope, { action: 'dofe.leader-link-made', programmeId, actor })
  })
  return { address: deps.config.origin + path('leader', { token }) }
}

export const leaderLinks = (deps: Deps, organisationId: string, programmeId: string): Promise<LeaderLink[]> =>
  withOrganisation(deps.db, organisationId, (scope) => listLinks(scope, programmeId))

/** Ends a link at once; doing it again changes nothing. */
export const endLeaderLink = (
  deps: Deps,
  organisationId: string,
  programmeId: string,
  linkId: string,
  actor: string,
): Promise<void> =>
  withOrganisation(deps.db, organisationId, async (scope) => {
    if (!z.uuid().safeParse(linkId).success) throw new ProblemError('not-found')
    if (!(await revokeLink(scope, programmeId, linkId, deps.clock.now()))) return
    await auditProgramme(deps, scope, { action: 'dofe.leader-link-ended', programmeId, actor })
  })

/** The programme that a leader's link leads to. Throws `not-found`, and `link-expired` where it ended or ran out. */
export const followLeaderLink = async (
  deps: Deps,
  token: string,
): Promise<{ organisationId: string; programmeId: string }> => {
  const hash = hashToken(token)
  const now = deps.clock.now()
  const found = await asSystem(deps.db, (scope) => openLink(scope, hash, now))
  if (found !== undefined) return found
  const known = await asSystem(deps.db, (scope) => isKnown(scope, hash))
  throw new ProblemError(known ? 'link-expired' : 'not-found')
}
