import { bytesToHex } from '@noble/hashes/utils.js'
import { achievementOf, adoptBadge } from '../achievements/actions'
import type { BadgeDefinition, EditionLanguage } from '../achievements/model'
import { withOrganisation } from '../database/scope'
import type { Deps } from '../deps'
import { formatHours, type IssuerProfile } from '../openbadges/build'
import { createCredentialIssuer } from '../openbadges/compile'
import type { Signer } from '../openbadges/proof'
import { MINIMUM_ENTRIES } from '../openbadges/status-list'
import { issuerProfileOf, signerOf } from '../organisations/actions'
import type { Organisation } from '../organisations/model'
import { path } from '../paths'
import { ProblemError } from '../problems'
import type { AllocatedPlaces, Candidate, SignedAward } from './model'
import {
  type AwardValues,
  awardSlots,
  awardSlotsWithRole,
  buildAwardCredential,
} from './rules/build-award-credential'
import { allocatePlaces } from './status-lists/store'

type Common = {
  readonly issuer: IssuerProfile
  readonly signer: Signer
  readonly issuedAt: Date
  readonly statusListCredential: string
}

/**
 * Signs one credential for each person, in the edition of their language and with a place in the organisation's
 * status list. Nothing but the places is written; a place whose award is not written after all stays unused.
 */
export const signAwards = async (
  deps: Deps,
  organisation: Organisation,
  definition: BadgeDefinition,
  candidates: readonly Candidate[],
): Promise<SignedAward[]> => {
  if (candidates.length === 0) return []
  const places = await takePlaces(deps, organisation, candidates.length)
  const common = {
    issuer: await issuerProfileOf(deps, organisation),
    signer: await signerOf(deps, organisation, 'Ed25519'),
    issuedAt: deps.clock.now(),
    statusListCredential: deps.config.origin + path('statusList', { id: places.listId }),
  }
  const placed = candidates.map((candidate, position) => {
    const statusIndex = places.indexes[position]
    if (statusIndex === undefined)
      throw new ProblemError('unexpected', { detail: 'A status place is missing.' })
    return { ...candidate, statusIndex, statusListId: places.listId }
  })
  const signed: SignedAward[] = []
  for (const [language, ofLanguage] of Map.groupBy(placed, (candidate) => candidate.language)) {
    const sign = await createAwardSigner(deps, organisation, definition, language, common)
    for (const candidate of ofLanguage) signed.push(await sign(candidate))
  }
  return signed
}

const takePlaces = (deps: Deps, organisation: Organisation, count: number): Promise<AllocatedPlaces> => {
  const spare = {
    id: deps.random.uuid(),
    size: MINIMUM_ENTRIES,
    permutationKey: bytesToHex(deps.random.bytes(32)),
  }
  return withOrganisation(deps.db, organisation.id, (scope) => allocatePlaces(scope, count, spare))
}

type Placed = Candidate & Pick<SignedAward, 'statusListId' | 'statusIndex'>

/** A signer of one edition of a badge: the shapes that its credentials share are compiled when first needed. */
const createAwardSigner = async (
  deps: Deps,
  organisation: Organisation,
  definition: BadgeDefinition,
  language: EditionLanguage,
  { signer, ...common }: Common,
): Promise<(candidate: Placed) => Promise<SignedAward>> => {
  const edition = await adoptBadge(deps, organisation.id, definition, language)
  const template = { ...common, achievement: achievementOf(edition) }
  const build = (values: AwardValues) => buildAwardCredential(template, values)
  const ofOneRole = once(() => createCredentialIssuer({ slots: awardSlotsWithRole, build, signer }))
  const ofSeveralRoles = once(() => createCredentialIssuer({ slots: awardSlots, build, signer }))
  return async (candidate) => {
    const id = deps.random.uuid()
    const subjectId = `urn:uuid:${deps.random.uuid()}`
    const values = {
      id: deps.config.origin + path('credential', { id }),
      subjectId,
      firstDay: `${candidate.firstDate}T00:00:00Z`,
      lastDay: `${candidate.lastDate}T00:00:00Z`,
      hours: formatHours(candidate.minutes),
      statusIndex: String(candidate.statusIndex),
    }
    const { json } = await (candidate.roleTitle === null
      ? (await ofSeveralRoles()).issue(values, common.issuedAt)
      : (await ofOneRole()).issue({ ...values, role: candidate.roleTitle }, common.issuedAt))
    return {
      ...candidate,
      id,
      achievementId: edition.id,
      subjectId,
      issuedAt: common.issuedAt,
      certificateKey: bytesToHex(deps.random.bytes(16)),
      document: json,
    }
  }
}

const once = <T>(make: () => Promise<T>): (() => Promise<T>) => {
  let made: Promise<T> | undefined
  return () => {
    made ??= make()
    return made
  }
}
