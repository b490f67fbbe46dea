import { bytesToHex } from '@noble/hashes/utils.js'
import { achievementOf, adoptBadge } from '../achievements/actions'
import type { BadgeDefinition, EditionLanguage } from '../achievements/model'

import { isPausable } from '../achievements/settings/actions'
import type { Deps } from '../deps'
import { formatHours, type IssuerProfile } from '../openbadges/build'
import type { Signer } from '../openbadges/proof'
import { issuerProfileOf, signerOf } from '../organisations/actions'
import type { Organisation } from '../organisations/model'
import { path } from '../paths'
import { ProblemError } from '../problems'
import type { Candidate, SignedAward, StatusPurpose } from './model'
import { openReleaseCheck } from './release-check'
import type { AwardValues } from './rules/build-award-credential'
import { describeLedger, evidenceName } from './rules/describe-ledger'
import { endOfValidity } from './rules/end-of-validity'
import { isInSample } from './rules/is-in-sample'
import { openDocumentSigner } from './sign-document'
import { takeStatusPlaces } from './status-lists/places'

/** Signing takes the processor: after so many credentials, what else there is to do gets its turn. */
const SIGNED_AT_ONCE = 4
const letOthersRun = () => new Promise<void>((done) => void setImmediate(done))

/** Signs one credential for each person, in the edition of their language. */
export type AwardSigner = (candidates: readonly Candidate[]) => Promise<SignedAward[]>

type Common = {
  readonly issuer: IssuerProfile
  readonly signer: Signer
  readonly issuedAt: Date
  readonly statusPurpose: StatusPurpose
  /** Throws where a signed credential does not verify. */
  readonly check: (text: string) => Promise<void>
}

/**
 * What signs the awards of one decision: all bear the moment of this call, and the shapes that they share are
 * compiled when first needed. Each credential, or the part of them that is configured, is verified before it is given
 * out (`openReleaseCheck`). Awards of a badge that may be paused have their places in
 * lists of suspensions, the others in lists of revocations. Nothing but those places is written; a place whose
 * award is not written after all stays unused.
 */
export const openAwardSigner = async (
  deps: Deps,
  organisation: Organisation,
  definition: BadgeDefinition,
): Promise<AwardSigner> => {
  const common = {
    issuer: await issuerProfileOf(deps, organisation),
    signer: await signerOf(deps, organisation, 'Ed25519'),
    issuedAt: deps.clock.now(),
    check: await openReleaseCheck(deps, organisation),
    statusPurpose: (await isPausable(deps, organisation.id, definition.id))
      ? ('suspension' as const)
      : ('revocation' as const),
  }
  const editions = new Map<string, ReturnType<typeof openEditionSigner>>()
  const editionSigner = (language: EditionLanguage, listId: string) => {
    const key = `${language} ${listId}`
    const known = editions.get(key)
    if (known !== undefined) return known
    const opened = openEditionSigner(deps, organisation, { definition, language, listId, common })
    editions.set(key, opened)
    return opened
  }
  return async (candidates) => {
    if (candidates.length === 0) return []
    const wanted = { purpose: common.statusPurpose, count: candidates.length }
    const places = await takeStatusPlaces(deps, organisation.id, wanted)
    const signed: SignedAward[] = []
    for (const [position, candidate] of candidates.entries()) {
      if (position % SIGNED_AT_ONCE === 0) await letOthersRun()
      const place = places[position]
      if (place === undefined) throw new ProblemError('unexpected', { detail: 'A status place is missing.' })
      const sign = await editionSigner(candidate.language, place.listId)
      signed.push(await sign(candidate, place.index))
    }
    return signed
  }
}

/** What signs the awards of one edition that have their places in one status list. */
const openEditionSigner = async (
  deps: Deps,
  organisation: Organisation,
  edition: {
    readonly definition: BadgeDefinition
    readonly language: EditionLanguage
    readonly listId: string
    readonly common: Common
  },
): Promise<(candidate: Candidate, statusIndex: number) => Promise<SignedAward>> => {
  const { listId } = edition
  const { signer, check, ...common } = edition.common
  const { issuedAt } = common
  const achievement = await adoptBadge(deps, organisation.id, edition.definition, edition.language)
  const template = {
    ...common,
    achievement: achievementOf(achievement),
    evidenceName: evidenceName[edition.language],
    validUntil: endOfValidity(edition.definition.validMonths, issuedAt),
    statusListCredential: deps.config.origin + path('statusList', { id: listId }),
  }
  const write = openDocumentSigner(deps, template, signer)
  let signed = 0
  return async (candidate, statusIndex) => {
    const id = deps.random.uuid()
    const subjectId = `urn:uuid:${deps.random.uuid()}`
    const { minutes, roleTitle, narrative } = candidate
    const values: AwardValues = {
      id: deps.config.origin + path('credential', { id }),
      subjectId,
      firstDay: `${candidate.firstDate}T00:00:00Z`,
      lastDay: `${candidate.lastDate}T00:00:00Z`,
      statusIndex: String(statusIndex),
      ledger: describeLedger(candidate.ledger, edition.language),
      ...(minutes === 0 ? {} : { hours: formatHours(minutes) }),
      ...(roleTitle === null ? {} : { role: roleTitle }),
      ...(narrative === undefined ? {} : { narrative }),
    }
    const { skills, words = [] } = candidate
    const { json, endorsements } = await write({ awardId: id, values, skills, words })
    if (isInSample(signed++, deps.config.COLOPHON_RELEASE_CHECK)) await check(json)
    return {
      ...candidate,
      id,
      achievementId: achievement.id,
      subjectId,
      issuedAt,
      validUntil: template.validUntil ?? null,
      statusListId: listId,
      statusIndex,
      certificateKey: bytesToHex(deps.random.bytes(16)),
      document: json,
      endorsements,
    }
  }
}
