import { achievementOf, adoptBadge, getBadgeDefinition } from '../achievements/actions'
import type { EditionLanguage, PublishedAchievement } from '../achievements/model'
import { type BadgeStanding, standForBadge } from '../achievements/rules/stand-for-badge'
import { recordAudit } from '../audit/actions'
import { withOrganisation, withPublicRead } from '../database/scope'
import type { Deps } from '../deps'
import { factsFor } from '../hours/actions'
import { buildStatusListCredential, formatHours } from '../openbadges/build'
import { createCredentialIssuer } from '../openbadges/compile'
import { signDocument } from '../openbadges/proof'
import {
  createStatusBits,
  encodeStatusList,
  MINIMUM_ENTRIES,
  writeStatusBit,
} from '../openbadges/status-list'
import { getOrganisation, issuerProfileOf, signerOf } from '../organisations/actions'
import type { Organisation } from '../organisations/model'
import { path } from '../paths'
import { listActivePeople } from '../people/actions'
import { ProblemError } from '../problems'
import { listRoles } from '../roles/actions'
import type { AllocatedPlaces, Award, SignedAward, Standing } from './model'
import {
  type AwardValues,
  awardSlots,
  awardSlotsWithRole,
  buildAwardCredential,
} from './rules/build-award-credential'
import {
  allocatePlaces,
  findAward,
  findStatusList,
  insertAwards,
  type NewStatusList,
  selectCredential,
  selectCredentials,
  selectHolders,
  selectRevokedIndexes,
  updateAsRevoked,
  updateStatusDocument,
} from './store'

const toHex = (bytes: Uint8Array) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')

/** How long a copy of a status list may be kept: short, so that a revocation is seen at once. */
const STATUS_TTL_MS = 60_000

export type IssueRequest = {
  /** Code of the badge, such as LV-02. */
  readonly code: string
  readonly language: EditionLanguage
  readonly standings: readonly Standing[]
  /** E-mail address of the member who decided. */
  readonly actor: string
  readonly batchId?: string
}

/**
 * Issues a badge to people: signs outside any transaction, then writes award, credential and audit row together.
 * A person who holds the badge already is passed over, so issuing again issues nothing twice, also when two
 * callers issue at once. Gives the ids of the awards that were made.
 */
export const issueAwards = async (
  deps: Deps,
  organisation: Organisation,
  request: IssueRequest,
): Promise<string[]> => {
  const definition = getBadgeDefinition(request.code)
  const edition = await adoptBadge(deps, organisation.id, definition, request.language)
  const spare = newStatusList(deps)
  const { due, places } = await withOrganisation(deps.db, organisation.id, async (scope) => {
    const holders = await selectHolders(scope, definition.id)
    const due = request.standings.filter(({ personId }) => !holders.has(personId))
    return { due, places: due.length === 0 ? undefined : await allocatePlaces(scope, due.length, spare) }
  })
  if (places === undefined) return []

  const signed = await signAwards(deps, organisation, edition, due, places)
  const decision = {
    achievementId: edition.id,
    definitionCode: definition.id,
    batchId: request.batchId ?? null,
    decidedBy: request.actor,
  }
  return withOrganisation(deps.db, organisation.id, async (scope) => {
    const written = await insertAwards(scope, decision, signed)
    const events = [...written].map((subjectId) => ({
      id: deps.random.uuid(),
      actor: request.actor,
      action: 'award.issued' as const,
      subjectType: 'award' as const,
      subjectId,
      detail: { badge: definition.id },
    }))
    await recordAudit(scope, ...events)
    return [...written]
  })
}

/** Signs one credential for each person, by the shape that the credentials of a badge share. */
const signAwards = async (
  deps: Deps,
  organisation: Organisation,
  edition: PublishedAchievement,
  due: readonly Standing[],
  places: AllocatedPlaces,
): Promise<SignedAward[]> => {
  const signer = await signerOf(deps, organisation, 'Ed25519')
  const issuedAt = deps.clock.now()
  const common = {
    issuer: await issuerProfileOf(deps, organisation),
    achievement: achievementOf(edition),
    issuedAt,
    statusListCredential: deps.config.origin + path('statusList', { id: places.listId }),
  }
  const build = (values: AwardValues) => buildAwardCredential(common, values)
  const ofOneRole = await createCredentialIssuer({ slots: awardSlotsWithRole, build, signer })
  const ofSeveralRoles = await createCredentialIssuer({ slots: awardSlots, build, signer })
  const signed: SignedAward[] = []
  for (const [position, standing] of due.entries()) {
    const statusIndex = places.indexes[position]
    if (statusIndex === undefined)
      throw new ProblemError('unexpected', { detail: 'A status place is missing.' })
    const id = deps.random.uuid()
    const subjectId = `urn:uuid:${deps.random.uuid()}`
    const values = {
      id: deps.config.origin + path('credential', { id }),
      subjectId,
      firstDay: `${standing.firstDate}T00:00:00Z`,
      lastDay: `${standing.lastDate}T00:00:00Z`,
      hours: formatHours(standing.minutes),
      statusIndex: String(statusIndex),
    }
    const { json } = await (standing.roleTitle === null
      ? ofSeveralRoles.issue(values, issuedAt)
      : ofOneRole.issue({ ...values, role: standing.roleTitle }, issuedAt))
    const certificateKey = toHex(deps.random.bytes(16))
    signed.push({
      ...standing,
      id,
      subjectId,
      issuedAt,
      statusListId: places.listId,
      statusIndex,
      certificateKey,
      document: json,
    })
  }
  return signed
}

/** How everyone who volunteers now stands for a badge, by name; nobody who holds it already. */
export const badgeEligibility = async (
  deps: Deps,
  organisationId: string,
  code: string,
): Promise<(BadgeStanding & { personId: string; name: string; roleTitle: string | null })[]> => {
  const definition = getBadgeDefinition(code)
  const roles = new Map((await listRoles(deps, organisationId)).map((role) => [role.id, role]))
  const facts = await factsFor(deps, organisationId)
  const holders = await withOrganisation(deps.db, organisationId, (scope) => selectHolders(scope, code))
  const people = await listActivePeople(deps, organisationId)
  return people
    .filter(({ id }) => !holders.has(id))
    .map(({ id, preferredName }) => {
      const standing = standForBadge(
        definition,
        facts.get(id) ?? [],
        (roleId) => roles.get(roleId)?.nationalCode,
      )
      const role = standing.roleId === undefined ? undefined : roles.get(standing.roleId)
      return { ...standing, personId: id, name: preferredName, roleTitle: role?.titleEn ?? null }
    })
}

/**
 * Issues a badge to those of the chosen people who have earned it: the rule is asked again at this moment.
 * Gives the ids of the awards that were made.
 */
export const issueToEligible = async (
  deps: Deps,
  organisation: Organisation,
  decision: { readonly code: string; readonly language: EditionLanguage; readonly actor: string },
  chosen?: ReadonlySet<string>,
): Promise<string[]> => {
  const people = await badgeEligibility(deps, organisation.id, decision.code)
  const standings = people.flatMap(
    ({ eligible, personId, minutes, firstDate, lastDate, roleTitle }): Standing[] => {
      if (!eligible || firstDate === undefined || lastDate === undefined) return []
      if (chosen !== undefined && !chosen.has(personId)) return []
      return [{ personId, minutes, firstDate, lastDate, roleTitle }]
    },
  )
  return issueAwards(deps, organisation, { ...decision, standings })
}

const newStatusList = (deps: Deps): NewStatusList => ({
  id: deps.random.uuid(),
  size: MINIMUM_ENTRIES,
  permutationKey: toHex(deps.random.bytes(32)),
})

/** Throws `not-found`, also for an award of another organisation. */
export const getAward = async (deps: Deps, organisationId: string, awardId: string): Promise<Award> => {
  const award = await withOrganisation(deps.db, organisationId, (scope) => findAward(scope, awardId))
  if (award === undefined) throw new ProblemError('not-found')
  return award
}

/** The signed credential of an award, byte for byte as it was signed. Throws `not-found`. */
export const getCredentialText = async (
  deps: Deps,
  organisationId: string,
  awardId: string,
): Promise<string> => {
  const document = await withOrganisation(deps.db, organisationId, (scope) =>
    selectCredential(scope, awardId),
  )
  if (document === undefined) throw new ProblemError('not-found')
  return document
}

/** The signed credentials of a badge that are valid now, oldest first. */
export const listCredentialTexts = (deps: Deps, organisationId: string, code: string): Promise<string[]> =>
  withOrganisation(deps.db, organisationId, (scope) => selectCredentials(scope, code))

/**
 * Takes an award back, with a reason that is kept. Revoking it again changes nothing.
 * Throws `not-found` for an award of another organisation and `invalid-input` without a reason.
 */
export const revokeAward = async (
  deps: Deps,
  organisationId: string,
  awardId: string,
  change: { readonly reason: string; readonly actor: string },
): Promise<void> => {
  const reason = change.reason.trim()
  if (reason === '') {
    throw new ProblemError('invalid-input', {
      fields: [{ field: 'reason', message: 'Say why the badge is taken back.' }],
    })
  }
  await withOrganisation(deps.db, organisationId, async (scope) => {
    if ((await findAward(scope, awardId)) === undefined) throw new ProblemError('not-found')
    const revoked = await updateAsRevoked(scope, awardId, { at: deps.clock.now(), by: change.actor, reason })
    if (!revoked) return
    await recordAudit(scope, {
      id: deps.random.uuid(),
      actor: change.actor,
      action: 'award.revoked',
      subjectType: 'award',
      subjectId: awardId,
    })
  })
}

/** The signed status list of /status/{id} as JSON text, signed anew only when a status changed. Throws `not-found`. */
export const getStatusList = async (deps: Deps, listId: string): Promise<string> => {
  const list = await withPublicRead(deps.db, (scope) => findStatusList(scope, listId))
  if (list === undefined) throw new ProblemError('not-found')
  if (list.document !== null && list.documentRevision === list.revision) return list.document
  const organisation = await getOrganisation(deps, list.organisationId)
  const revoked = await withOrganisation(deps.db, organisation.id, (scope) =>
    selectRevokedIndexes(scope, listId),
  )
  const bits = createStatusBits(list.size)
  for (const index of revoked) writeStatusBit(bits, index, true)
  const signer = await signerOf(deps, organisation, 'Ed25519')
  const now = deps.clock.now()
  const document = buildStatusListCredential({
    id: deps.config.origin + path('statusList', { id: listId }),
    issuerId: (await issuerProfileOf(deps, organisation)).id,
    validFrom: now,
    encodedList: encodeStatusList(bits),
    ttl: STATUS_TTL_MS,
  })
  const text = JSON.stringify(await signDocument({ document, signer, created: now }))
  await withOrganisation(deps.db, organisation.id, (scope) =>
    updateStatusDocument(scope, listId, text, list.revision),
  )
  return text
}
