import { z } from 'zod'
import { recordAudit } from '../audit/actions'
import { type Scope, withOrganisation } from '../database/scope'
import type { Deps } from '../deps'
import { findItem } from '../frameworks/rules/find-item'
import { ProblemError } from '../problems'
import { type Claim, type ClaimActor, type ItemLink, longestTitle, longestWords } from './model'
import * as parts from './parts/store'
import { decideClaim } from './rules/decide-claim'
import { strengthsFor } from './rules/may-claim-strength'
import * as store from './store'

const isUuid = (text: string) => z.uuid().safeParse(text).success

/** Text as it is kept: composed characters, no blanks at its ends. Throws `invalid-input` with a code of page-text. */
export const checkedWords = (field: string, words: string, most: number, needed = true): string => {
  const text = words.normalize('NFC').replaceAll('\r\n', '\n').trim()
  if ((text !== '' || !needed) && text.length <= most) return text
  const message = text === '' ? 'needed' : 'too-long'
  throw new ProblemError('invalid-input', { fields: [{ field, message }] })
}

/**
 * Records a skill in the volunteer's own words; the same words again give the same claim. `item` is a suggestion that
 * they took: the claim is aligned to it. Throws `invalid-input` and, for a role that is not the service's, `not-found`.
 */
export const recordClaim = (
  deps: Deps,
  organisationId: string,
  personId: string,
  skill: { readonly title: string; readonly roleId?: string; readonly item?: string },
  actorEmail: string,
): Promise<{ claimId: string; already: boolean }> => {
  const title = checkedWords('title', skill.title, longestTitle).replace(/\s+/g, ' ')
  const { roleId = null } = skill
  if (roleId !== null && !isUuid(roleId)) throw new ProblemError('not-found')
  const actor = actorEmail.toLowerCase()
  return withOrganisation(deps.db, organisationId, async (scope) => {
    const at = deps.clock.now()
    const id = deps.random.uuid()
    if (!(await store.insertClaim(scope, { id, personId, title, roleId, createdAt: at }))) {
      const known = await store.findClaimByTitle(scope, personId, title)
      if (known === undefined) throw new ProblemError('conflict')
      return { claimId: known.id, already: true }
    }
    const deed = { kind: 'recorded', actor, at, words: title } as const
    await store.appendDeed(scope, { id, sequence: 0 }, deed, { state: 'draft', status: 'self' })
    const found = skill.item === undefined ? undefined : findItem(skill.item)
    if (found !== undefined) {
      const { framework, item } = found
      const link = { framework: framework.id, version: framework.version, code: item.code }
      await parts.putAlignment(scope, id, { ...link, strength: 'practised' }, { actor, at })
    }
    await audit(deps, scope, { actor, action: 'skill.recorded', claimId: id })
    return { claimId: id, already: false }
  })
}

/** Writes the trail of what was done with a claim, without anybody's words. */
export const audit = (
  deps: Deps,
  scope: Scope,
  deed: {
    readonly actor: string
    readonly action: `skill.${'recorded' | 'confirmed' | 'assessed' | 'declined' | 'withdrawn' | 'aligned'}`
    readonly claimId: string
    readonly detail?: Readonly<Record<string, string>>
  },
) =>
  recordAudit(scope, {
    ...{ id: deps.random.uuid(), actor: deed.actor, action: deed.action, subjectType: 'skill-claim' },
    ...{ subjectId: deed.claimId, ...(deed.detail === undefined ? {} : { detail: deed.detail }) },
  })

/** A claim held for a change. Throws `not-found` to strangers and `not-permitted` to who decides on their own. */
export const holdClaim = async (
  scope: Scope,
  claimId: string,
  by: ClaimActor,
): Promise<Claim & { readonly own: boolean }> => {
  const claim = isUuid(claimId) ? await store.lockClaim(scope, claimId, by.email.toLowerCase()) : undefined
  if (claim === undefined || (by.as === 'volunteer' && !claim.own)) throw new ProblemError('not-found')
  if (by.as === 'service' && claim.own) throw new ProblemError('not-permitted')
  return claim
}

/** A change that a volunteer makes to what they said; `sequence` is the place that they saw. */
export type OwnChange =
  | { readonly kind: 'changed'; readonly title: string; readonly context: string; readonly roleId: string }
  | { readonly kind: 'submitted' }
  | { readonly kind: 'answered'; readonly words: string }
  | { readonly kind: 'withdrawn' }

/**
 * What a volunteer does with their own claim: say more, ask for it to be confirmed, answer a question, take it back.
 * Doing what is done already changes nothing. Throws `not-found`, `conflict` and `invalid-input`.
 */
export const changeOwnClaim = (
  deps: Deps,
  organisationId: string,
  claimId: string,
  change: OwnChange,
  actorEmail: string,
): Promise<void> =>
  withOrganisation(deps.db, organisationId, async (scope) => {
    const actor = actorEmail.toLowerCase()
    const claim = await holdClaim(scope, claimId, { email: actor, as: 'volunteer' })
    if (isDone(claim, change)) return
    const decided = decideClaim(claim, change.kind)
    if (!decided.ok) throw new ProblemError('conflict')
    const at = deps.clock.now()
    if (change.kind === 'changed') {
      const title = checkedWords('title', change.title, longestTitle).replace(/\s+/g, ' ')
      const context = checkedWords('context', change.context, longestWords, false)
      const roleId = change.roleId === '' ? null : change.roleId
      if (roleId !== null && !isUuid(roleId)) throw new ProblemError('not-found')
      const other = await store.findClaimByTitle(scope, claim.personId, title)
      if (other !== undefined && other.id !== claim.id) throw new ProblemError('duplicate')
      const before = { title: claim.title, context: claim.context }
      const deed = { kind: 'changed', actor, at, words: null, detail: before } as const
      await store.appendDeed(scope, claim, deed, { ...decided.value, title, context, roleId })
      return
    }
    const words = change.kind === 'answered' ? checkedWords('words', change.words, longestWords) : null
    await store.appendDeed(scope, claim, { kind: change.kind, actor, at, words }, decided.value)
    if (change.kind === 'withdrawn') await audit(deps, scope, { actor, action: 'skill.withdrawn', claimId })
  })

const isDone = (claim: Claim, change: OwnChange): boolean =>
  change.kind === 'changed'
    ? claim.title === change.title &&
      claim.context === change.context &&
      (claim.roleId ?? '') === change.roleId
    : change.kind === 'withdrawn'
      ? claim.state === 'withdrawn'
      : claim.state === 'waiting'

/**
 * Aligns a claim to an item with a strength, or takes the alignment away. No strength goes further than who stands
 * behind the claim. Throws `not-found` for an unknown item, `invalid-input` for a strength that is too much.
 */
export const alignClaim = (
  deps: Deps,
  organisationId: string,
  claimId: string,
  link: Omit<ItemLink, 'strength'> & { readonly strength: ItemLink['strength'] | undefined },
  by: ClaimActor,
): Promise<void> =>
  withOrganisation(deps.db, organisationId, async (scope) => {
    const actor = by.email.toLowerCase()
    const claim = await holdClaim(scope, claimId, by)
    const decided = decideClaim(claim, 'aligned')
    if (!decided.ok) throw new ProblemError('conflict')
    const at = deps.clock.now()
    const { framework, version, code, strength } = link
    if (strength === undefined) {
      if (!(await parts.deleteAlignment(scope, claimId, link))) return
    } else {
      if (!strengthsFor(claim.status).includes(strength)) {
        const fields = [{ field: 'strength', message: 'strength-too-much' }]
        throw new ProblemError('invalid-input', { fields })
      }
      const known = await parts.listAlignments(scope, [claimId])
      const same = known.find(
        (one) => one.framework === framework && one.version === version && one.code === code,
      )
      if (same?.strength === strength) return
      await parts.putAlignment(scope, claimId, { framework, version, code, strength }, { actor, at })
    }
    const detail = { framework, version, code, strength: strength ?? 'none' }
    await store.appendDeed(scope, claim, { kind: 'aligned', actor, at, words: null, detail }, decided.value)
    await audit(deps, scope, { actor, action: 'skill.aligned', claimId, detail })
  })
