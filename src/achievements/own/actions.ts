import { recordAudit } from '../../audit/actions'
import { withOrganisation } from '../../database/scope'
import type { Deps } from '../../deps'
import { getFrameworkItem } from '../../frameworks/actions'
import { alignToItem } from '../../frameworks/alignments'
import { listActivePeople } from '../../people/actions'
import { holdsOf } from '../../people/holds/actions'
import { ProblemError } from '../../problems'
import { adoptBadge } from '../actions'
import { listDefinitions } from '../definitions'
import { gatherFacts } from '../facts/actions'
import type { BadgeDefinition } from '../model'
import { composeOwnBadge, ruleOf } from '../rules/compose-own-badge'
import { evaluateBadge } from '../rules/evaluate-rule'
import { findPublishFaults } from '../rules/find-publish-faults'
import { type OwnBadge, type OwnDraft, type OwnWords, type PublishFault, zOwnDraft } from './model'
import * as store from './store'

/** The badges that a service designed itself, drafts and published ones. */
export const listOwnBadges = (deps: Deps, organisationId: string): Promise<OwnBadge[]> =>
  withOrganisation(deps.db, organisationId, (scope) => store.selectOwnBadges(scope))

/** Throws `not-found`, also for a badge of another service. */
export const getOwnBadge = async (deps: Deps, organisationId: string, code: string): Promise<OwnBadge> => {
  const [badge] = await withOrganisation(deps.db, organisationId, (scope) =>
    store.selectOwnBadges(scope, code),
  )
  if (badge === undefined) throw new ProblemError('not-found')
  return badge
}

const letters = 'abcdefghijklmnopqrstuvwxyz0123456789'

const newCode = (deps: Deps): string =>
  `OWN-${Array.from(deps.random.bytes(12), (byte) => letters[byte % letters.length]).join('')}`

/** Begins a badge with its words; its code is new and never one of the catalogue. */
export const beginOwnBadge = async (
  deps: Deps,
  organisationId: string,
  words: OwnWords,
  actor: string,
): Promise<{ code: string }> => {
  const draft = zOwnDraft.parse({ words, rule: { match: 'all', conditions: [] }, skills: [], image: null })
  const code = newCode(deps)
  await withOrganisation(deps.db, organisationId, async (scope) => {
    await store.insertOwnBadge(scope, { code, draft, actor, at: deps.clock.now() })
    await recordAudit(scope, {
      ...{ id: deps.random.uuid(), actor, action: 'badge.drafted' },
      ...{ subjectType: 'badge', subjectId: code },
    })
  })
  return { code }
}

/**
 * Changes part of a draft; what was published stays as it is. The same again changes nothing. Throws `not-found` and
 * `invalid-input`.
 */
export const changeDraft = (
  deps: Deps,
  organisationId: string,
  code: string,
  { actor, change }: { readonly actor: string; readonly change: (draft: OwnDraft) => OwnDraft },
): Promise<void> =>
  withOrganisation(deps.db, organisationId, async (scope) => {
    const badge = await store.lockOwnBadge(scope, code)
    if (badge === undefined) throw new ProblemError('not-found')
    const changed = zOwnDraft.safeParse(change(badge.draft))
    if (!changed.success) throw new ProblemError('invalid-input', { cause: changed.error })
    if (isSame(changed.data, badge.draft)) return
    const revision = badge.revision + 1
    await store.updateDraft(scope, code, { draft: changed.data, revision, at: deps.clock.now() })
    await recordAudit(scope, {
      ...{ id: deps.random.uuid(), actor, action: 'badge.drafted' },
      ...{ subjectType: 'badge', subjectId: code, detail: { revision } },
    })
  })

/** Drafts are parsed when they are read, which puts what is in them in one order. */
const isSame = (one: OwnDraft, other: OwnDraft) => JSON.stringify(one) === JSON.stringify(other)

/** Begins another draft from a version that was published. Throws `not-found`. */
export const draftFromVersion = async (
  deps: Deps,
  organisationId: string,
  { code, version }: { readonly code: string; readonly version: number },
  actor: string,
): Promise<void> => {
  const { versions } = await getOwnBadge(deps, organisationId, code)
  const from = versions.find((one) => one.version === version)
  if (from === undefined) throw new ProblemError('not-found')
  await changeDraft(deps, organisationId, code, { actor, change: () => from.draft })
}

/** The definition that a draft comes to, were it published as the version that comes next. */
export const composeDraft = async (
  deps: Deps,
  badge: Pick<OwnBadge, 'code' | 'versions'>,
  draft: OwnDraft,
): Promise<BadgeDefinition> => {
  const alignments = await Promise.all(
    draft.skills.map(async (skill) => {
      const { framework, version, code, strength } = skill
      const found = await getFrameworkItem(deps, { framework, version, code })
      return { ...alignToItem(found, deps.config.origin), code, strength, checked: version }
    }),
  )
  const version = (badge.versions[0]?.version ?? 0) + 1
  return composeOwnBadge(draft, { code: badge.code, version, alignments })
}

/** What keeps a draft from being published now. */
export const publishFaultsOf = async (
  deps: Deps,
  organisationId: string,
  badge: Pick<OwnBadge, 'code' | 'draft'>,
): Promise<PublishFault[]> => {
  const given = await listDefinitions(deps, organisationId)
  const others = given.map(({ definition }) => definition).filter(({ id }) => id !== badge.code)
  return findPublishFaults(badge.draft, others)
}

/**
 * Publishes a draft as the next version, in both languages, for good. Who asks names the revision that they saw: of many
 * who ask for the same one, all get the same version. Throws `not-found`, `conflict` where the draft has changed since or
 * the badge is given no more, and `invalid-input` where it is not ready.
 */
export const publishOwnBadge = async (
  deps: Deps,
  organisationId: string,
  { code, revision }: { readonly code: string; readonly revision: number },
  actor: string,
): Promise<{ version: number }> => {
  const badge = await getOwnBadge(deps, organisationId, code)
  const known = badge.versions.find((one) => one.revision === revision)
  if (known !== undefined) return { version: known.version }
  if ((await publishFaultsOf(deps, organisationId, badge)).length > 0)
    throw new ProblemError('invalid-input', { detail: 'The badge is not ready to be published.' })
  const definition = await composeDraft(deps, badge, badge.draft)
  const published = await withOrganisation(deps.db, organisationId, async (scope) => {
    const now = await store.lockOwnBadge(scope, code)
    if (now === undefined) throw new ProblemError('not-found')
    const [current] = await store.selectOwnBadges(scope, code)
    const there = current?.versions.find((one) => one.revision === revision)
    if (there !== undefined) return there.version
    if (now.revision !== revision || badge.revision !== revision || now.retiredAt !== null)
      throw new ProblemError('conflict', { detail: 'The badge has changed since it was looked at.' })
    const version = (current?.versions[0]?.version ?? 0) + 1
    await store.insertVersion(scope, code, {
      ...{ version, revision, draft: badge.draft, publishedAt: deps.clock.now(), publishedBy: actor },
      definition: { ...definition, version: `${version}.0.0` },
    })
    await recordAudit(scope, {
      ...{ id: deps.random.uuid(), actor, action: 'badge.published' },
      ...{ subjectType: 'badge', subjectId: code, detail: { version } },
    })
    return version
  })
  await adoptBadge(deps, organisationId, { ...definition, version: `${published}.0.0` }, 'en')
  return { version: published }
}

/** Gives a badge no more, or gives it again; what was given stays as it is. Throws `not-found`. */
export const retireOwnBadge = (
  deps: Deps,
  organisationId: string,
  { code, retired }: { readonly code: string; readonly retired: boolean },
  actor: string,
): Promise<void> =>
  withOrganisation(deps.db, organisationId, async (scope) => {
    if ((await store.lockOwnBadge(scope, code)) === undefined) throw new ProblemError('not-found')
    if (!(await store.updateRetired(scope, code, retired ? deps.clock.now() : null))) return
    await recordAudit(scope, {
      ...{ id: deps.random.uuid(), actor, action: retired ? 'badge.retired' : 'badge.given-again' },
      ...{ subjectType: 'badge', subjectId: code },
    })
  })

/** How many would have earned a badge with the rule of a draft now, and of how many who volunteer. */
export const tryRule = async (
  deps: Deps,
  organisationId: string,
  { rule }: OwnDraft,
): Promise<{ eligible: number; waiting: number; people: number }> => {
  const people = (await listActivePeople(deps, organisationId)).map(({ id }) => id)
  if (rule.conditions.length === 0) return { eligible: 0, waiting: 0, people: people.length }
  const { of } = await gatherFacts(deps, organisationId)
  const earned = people.filter((id) => evaluateBadge(ruleOf(rule), of(id)).eligible)
  const holds = await holdsOf(deps, organisationId, earned, 'role')
  const waiting = earned.filter((id) => holds.get(id)?.hold !== undefined).length
  return { eligible: earned.length - waiting, waiting, people: people.length }
}
