import { z } from 'zod'
import { type Scope, withOrganisation } from '../database/scope'
import type { Deps } from '../deps'
import { ProblemError } from '../problems'
import { audit, checkedWords, holdClaim } from './claims'
import { type Assessment, type Claim, longestWords } from './model'
import { decideClaim } from './rules/decide-claim'
import * as store from './store'

export type Decision =
  | { readonly kind: 'confirmed'; readonly words: string }
  | { readonly kind: 'asked'; readonly words: string }
  | { readonly kind: 'declined'; readonly words: string }
  | ({ readonly kind: 'assessed'; readonly words: string } & Assessment)

const detailOf = (decision: Decision): Readonly<Record<string, string>> | undefined => {
  if (decision.kind !== 'assessed') return undefined
  if (!z.iso.date().safeParse(decision.assessedOn).success) {
    throw new ProblemError('invalid-input', { fields: [{ field: 'assessedOn', message: 'day-needed' }] })
  }
  return {
    assessor: checkedWords('assessor', decision.assessor, 200),
    scheme: checkedWords('scheme', decision.scheme, 200),
    result: checkedWords('result', decision.result, 200),
    assessedOn: decision.assessedOn,
  }
}

/**
 * What somebody of the service says to a claim: what they saw, a question, why not, or the record of an assessment.
 * `sequence` is the place that they saw; the same decision sent twice is one. Nobody decides on their own claim.
 * Throws `not-found`, `not-permitted`, `conflict` where something happened meanwhile, `invalid-input`.
 */
export const decideOnClaim = (
  deps: Deps,
  organisationId: string,
  claimId: string,
  decision: Decision & { readonly sequence: number },
  actorEmail: string,
): Promise<void> =>
  withOrganisation(deps.db, organisationId, async (scope) => {
    const actor = actorEmail.toLowerCase()
    const claim = await holdClaim(scope, claimId, { email: actor, as: 'service' })
    const words = checkedWords('words', decision.words, longestWords, decision.kind !== 'assessed')
    const detail = detailOf(decision)
    if (detail !== undefined && (detail['assessedOn'] ?? '') > deps.clock.now().toISOString().slice(0, 10)) {
      throw new ProblemError('invalid-input', { fields: [{ field: 'assessedOn', message: 'day-ahead' }] })
    }
    if (claim.sequence !== decision.sequence) {
      const events = await store.listEvents(scope, [claimId])
      const last = events.at(-1)
      const same = last?.kind === decision.kind && last.actor === actor && (last.words ?? '') === words
      if (same && claim.sequence === decision.sequence + 1) return
      throw new ProblemError('conflict')
    }
    await decide(deps, scope, claim, { kind: decision.kind, actor, words, ...(detail && { detail }) })
  })

const decide = async (
  deps: Deps,
  scope: Scope,
  claim: Claim,
  deed: {
    readonly kind: Decision['kind']
    readonly actor: string
    readonly words: string
    readonly detail?: Readonly<Record<string, string>>
  },
) => {
  const decided = decideClaim(claim, deed.kind)
  if (!decided.ok) throw new ProblemError('conflict')
  const at = deps.clock.now()
  await store.appendDeed(
    scope,
    claim,
    { ...deed, at, words: deed.words === '' ? null : deed.words },
    decided.value,
  )
  if (deed.kind !== 'asked') {
    await audit(deps, scope, { actor: deed.actor, action: `skill.${deed.kind}`, claimId: claim.id })
  }
}

/**
 * Confirms several claims that wait, with one observation for all; those of the actor, and those that something
 * happened to meanwhile, stay as they are and are counted.
 */
export const confirmClaims = (
  deps: Deps,
  organisationId: string,
  chosen: readonly { readonly claimId: string; readonly sequence: number }[],
  words: string,
  actorEmail: string,
): Promise<{ confirmed: number; own: number; changed: number }> => {
  const observation = checkedWords('words', words, longestWords)
  return withOrganisation(deps.db, organisationId, async (scope) => {
    const actor = actorEmail.toLowerCase()
    const counts = { confirmed: 0, own: 0, changed: 0 }
    const inOrder = chosen.toSorted((a, b) => (a.claimId < b.claimId ? -1 : 1))
    for (const { claimId, sequence } of inOrder) {
      const claim = z.uuid().safeParse(claimId).success
        ? await store.lockClaim(scope, claimId, actor)
        : undefined
      if (claim?.own) counts.own += 1
      else if (claim === undefined || claim.sequence !== sequence || claim.state !== 'waiting')
        counts.changed += 1
      else {
        await decide(deps, scope, claim, { kind: 'confirmed', actor, words: observation })
        counts.confirmed += 1
      }
    }
    return counts
  })
}

/** A page of the claims that wait, the longest waiting first, with how many wait in all. */
export const waitingClaims = (
  deps: Deps,
  organisationId: string,
  query: { readonly after?: string; readonly limit: number },
): Promise<{ claims: readonly store.WaitingClaim[]; next?: string; total: number }> =>
  withOrganisation(deps.db, organisationId, async (scope) => {
    const after = query.after === undefined ? undefined : await placeOf(scope, query.after)
    const found = await store.listWaitingClaims(scope, after, query.limit + 1)
    const claims = found.slice(0, query.limit)
    const last = claims.at(-1)
    const more = found.length > query.limit && last !== undefined
    return { claims, total: await store.countWaiting(scope), ...(more ? { next: last.id } : {}) }
  })

/** The place of a page: the id of the last claim before it. */
const placeOf = async (scope: Scope, id: string) => {
  const claim = z.uuid().safeParse(id).success ? await store.findClaim(scope, id) : undefined
  if (claim === undefined) throw new ProblemError('bad-request')
  return { changedAt: claim.changedAt, id }
}
