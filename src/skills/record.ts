import { z } from 'zod'
import { type Scope, withOrganisation } from '../database/scope'
import type { Deps } from '../deps'
import { practisedByRoles } from '../frameworks/actions'
import type { FoundItem } from '../frameworks/model'
import { findItem } from '../frameworks/rules/find-item'
import { ownFramework } from '../frameworks/rules/national-frameworks'
import { factsFor, sessionsOf } from '../hours/actions'
import { holdsWithin } from '../people/holds/actions'
import { ProblemError } from '../problems'
import { listRoles, rolesWithin } from '../roles/actions'
import type { Claim, ClaimDetails, ClaimEvent, Evidence, ItemLink } from './model'
import * as partStore from './parts/store'
import { hoursBehind, rolesBehind } from './rules/roles-behind'
import { showsPhotos } from './rules/shows-photos'
import * as store from './store'

const isUuid = (text: string) => z.uuid().safeParse(text).success

type Parts = {
  readonly claims: readonly Claim[]
  readonly events: readonly (ClaimEvent & { readonly claimId: string })[]
  readonly evidence: readonly (Evidence & { readonly claimId: string })[]
  readonly alignments: readonly (ItemLink & { readonly claimId: string })[]
}

/** What belongs to some claims, without the photos of people for whom the consent for them is missing. */
const loadParts = async (deps: Deps, scope: Scope, claims: readonly Claim[]): Promise<Parts> => {
  const parts = await loadAllParts(scope, claims)
  if (!parts.evidence.some(({ kind }) => kind === 'photo')) return parts
  const personOf = new Map(claims.map(({ id, personId }) => [id, personId]))
  const holds = await holdsWithin(deps, scope, personOf.values(), 'photo')
  const shown = ({ claimId, kind }: Parts['evidence'][number]) =>
    kind !== 'photo' || showsPhotos(holds.get(personOf.get(claimId) ?? ''))
  return { ...parts, evidence: parts.evidence.filter(shown) }
}

const loadAllParts = async (scope: Scope, claims: readonly Claim[]): Promise<Parts> => {
  const ids = claims.map(({ id }) => id)
  return {
    claims,
    events: await store.listEvents(scope, ids),
    evidence: await partStore.listEvidence(scope, ids),
    alignments: await partStore.listAlignments(scope, ids),
  }
}

/** Claims with what belongs to each, and the approved hours behind it. */
const complete = async (deps: Deps, organisationId: string, parts: Parts): Promise<ClaimDetails[]> => {
  const people = [...new Set(parts.claims.map(({ personId }) => personId))]
  const practised = await practisedByRoles(deps, organisationId)
  const facts = await factsFor(deps, organisationId, people)
  const of = <T extends { readonly claimId: string }>(all: readonly T[], id: string) =>
    all.filter(({ claimId }) => claimId === id).map(({ claimId: _, ...rest }) => rest)
  return parts.claims.map((claim) => {
    const alignments = of(parts.alignments, claim.id)
    const roles = rolesBehind({ roleId: claim.roleId, alignments }, practised)
    return {
      ...{ ...claim, alignments, events: of(parts.events, claim.id), evidence: of(parts.evidence, claim.id) },
      ...hoursBehind(facts.get(claim.personId) ?? [], roles),
    }
  })
}

/** The claims of a person that stand, newest first, each with the approved hours behind it. */
export const listClaims = async (
  deps: Deps,
  organisationId: string,
  personId: string,
): Promise<ClaimDetails[]> => {
  if (!isUuid(personId)) return []
  const parts = await withOrganisation(deps.db, organisationId, async (scope) =>
    loadParts(deps, scope, await store.listClaimsOf(scope, personId)),
  )
  return complete(deps, organisationId, parts)
}

/** A claim with all that happened to it. Throws `not-found`. */
export const getClaim = async (
  deps: Deps,
  organisationId: string,
  claimId: string,
): Promise<ClaimDetails> => {
  const parts = isUuid(claimId)
    ? await withOrganisation(deps.db, organisationId, async (scope) => {
        const claim = await store.findClaim(scope, claimId)
        return claim && loadParts(deps, scope, [claim])
      })
    : undefined
  const [claim] = parts === undefined ? [] : await complete(deps, organisationId, parts)
  if (claim === undefined) throw new ProblemError('not-found')
  return claim
}

export type ConfirmedClaim = {
  readonly claimId: string
  readonly personId: string
  readonly title: string
  readonly status: 'confirmed' | 'assessed'
  readonly roleId: string | null
  /** RO-01 to RO-22 of the role that the claim names. */
  readonly roleCode: string | null
  readonly at: Date
  /** E-mail address of who confirmed it last. */
  readonly by: string
  readonly alignments: readonly ItemLink[]
}

/** The claims that somebody else confirmed or assessed, of some people or of all: what a badge may count. */
export const confirmedClaimsWithin = async (
  scope: Scope,
  personIds: readonly string[] | undefined,
): Promise<ConfirmedClaim[]> => {
  const codes = new Map((await rolesWithin(scope)).map((role) => [role.id, role.nationalCode]))
  const settled = await store.listSettled(scope, personIds?.filter(isUuid))
  const alignments = await partStore.listAlignments(
    scope,
    settled.map(({ id }) => id),
  )
  const ofClaim = Map.groupBy(alignments, ({ claimId }) => claimId)
  return settled.flatMap(({ id, personId, title, status, roleId, settledAt, settledBy }) =>
    status === 'self'
      ? []
      : [
          {
            ...{ claimId: id, personId, title, status, roleId, at: settledAt, by: settledBy },
            roleCode: roleId === null ? null : (codes.get(roleId) ?? null),
            alignments: (ofClaim.get(id) ?? []).map(({ claimId: _, ...link }) => link),
          },
        ],
  )
}

/** Everything about a person's skills, also what they took back, for a copy of all that is kept of them. */
export const claimsForExport = async (
  deps: Deps,
  organisationId: string,
  personId: string,
): Promise<ClaimDetails[]> => {
  if (!isUuid(personId)) return []
  const parts = await withOrganisation(deps.db, organisationId, async (scope) =>
    loadAllParts(scope, await store.listAllClaimsOf(scope, personId)),
  )
  return complete(deps, organisationId, parts)
}

export type SkillSuggestion = { readonly found: FoundItem; readonly roleId: string }

/**
 * Skills that a person's roles give practice in and that they have not recorded, those of the roles with most hours
 * first. All of their sessions count here, approved or not: a suggestion claims nothing.
 */
export const suggestSkills = async (
  deps: Deps,
  organisationId: string,
  personId: string,
): Promise<SkillSuggestion[]> => {
  const sessions = await sessionsOf(deps, organisationId, personId)
  const claims = await listClaims(deps, organisationId, personId)
  const taken = new Set(claims.flatMap(({ alignments }) => alignments.map(({ code }) => code)))
  const minutes = new Map<string, number>()
  for (const session of sessions) {
    if (session.status !== 'void')
      minutes.set(session.roleId, (minutes.get(session.roleId) ?? 0) + session.minutes)
  }
  const roles = (await listRoles(deps, organisationId)).filter(({ id }) => minutes.has(id))
  roles.sort((a, b) => (minutes.get(b.id) ?? 0) - (minutes.get(a.id) ?? 0))
  const suggestions = new Map<string, SkillSuggestion>()
  for (const role of roles) {
    const skills = ownFramework.roles.find(({ code }) => code === role.nationalCode)?.skills ?? []
    for (const code of skills) {
      const found = findItem(code)
      if (found !== undefined && !taken.has(code) && !suggestions.has(code))
        suggestions.set(code, { found, roleId: role.id })
    }
  }
  return [...suggestions.values()]
}
