import { bytesToHex } from '@noble/hashes/utils.js'
import { z } from 'zod'
import { recordAudit } from '../../audit/actions'
import { limitUse } from '../../database/rate-limit'
import { withOrganisation } from '../../database/scope'
import type { Deps } from '../../deps'
import { buildIdentityObject } from '../../openbadges/build'
import type { IdentityObject } from '../../openbadges/model'
import { isJsonObject } from '../../openbadges/model/json'
import { signDocument } from '../../openbadges/proof'
import { getOrganisation, signerOf } from '../../organisations/actions'
import { getPerson } from '../../people/actions'
import { ProblemError } from '../../problems'
import { openReleaseCheck } from '../release-check'
import { bindCredential } from '../rules/bind-credential'
import { lockAwardState } from '../status/store'
import { selectCredential } from '../store'
import { replaceCredential } from './store'

const SALT_BYTES = 16
const signings = { most: 10, seconds: 60 * 60 }

/** An identifier by which the holder of a wallet is known, without a part after `#`. */
export const zHolderDid = z
  .string()
  .max(1000)
  .regex(/^did:[a-z0-9]+:[A-Za-z0-9._:%-]*[A-Za-z0-9._%-]$/)

/** How a holder asks to be named: by their e-mail address, hashed with a salt of its own, and by a DID of theirs. */
export type HolderWish = { readonly byEmail: boolean; readonly did?: string | undefined }

const emailIdentifier = async (deps: Deps, email: string | null): Promise<IdentityObject> => {
  if (email === null)
    throw new ProblemError('invalid-input', {
      fields: [{ field: 'names', message: 'There is no e-mail address in the record.' }],
    })
  // The specification names no normal form. Addresses are hashed in small letters, as they are signed in with.
  const identifier = email.trim().toLowerCase()
  const salt = bytesToHex(deps.random.bytes(SALT_BYTES))
  return buildIdentityObject({ identifier, identityType: 'emailAddress', salt })
}

/**
 * Writes the credential of an award anew, signed now, so that it names its holder as they ask: nobody but the holder
 * may ask for it. Without any wish the subject is an opaque identifier again. The id, the award date and the place in
 * the status list stay; a later `validFrom` says that it is the newer edition, and copies of the earlier one stay
 * valid. It is verified before it is kept.
 *
 * Throws `not-found` for an award that is not the person's, `conflict` for one that is not valid now or that changed
 * meanwhile or this very second, `too-many-requests`, and `invalid-input` for what is no DID, or without an e-mail address to name.
 */
export const bindAward = async (
  deps: Deps,
  holder: { readonly organisationId: string; readonly personId: string; readonly actor: string },
  awardId: string,
  { byEmail, did }: HolderWish,
): Promise<void> => {
  const { organisationId, personId, actor } = holder
  if (!z.uuid().safeParse(awardId).success) throw new ProblemError('not-found')
  if (did !== undefined && !zHolderDid.safeParse(did).success)
    throw new ProblemError('invalid-input', { fields: [{ field: 'did', message: 'This is no DID.' }] })
  await limitUse(deps, 'bind-award', awardId, signings)
  const organisation = await getOrganisation(deps, organisationId)
  const { email } = await getPerson(deps, organisationId, personId)
  const before = await withOrganisation(deps.db, organisationId, (scope) =>
    selectCredential(scope, awardId, personId),
  )
  const document: unknown = before === undefined ? undefined : JSON.parse(before)
  if (before === undefined || !isJsonObject(document)) throw new ProblemError('not-found')
  const binding = {
    subjectId: did ?? `urn:uuid:${deps.random.uuid()}`,
    identifiers: byEmail ? [await emailIdentifier(deps, email)] : [],
  }
  const now = deps.clock.now()
  const signer = await signerOf(deps, organisation, 'Ed25519')
  const unsigned = bindCredential(document, binding, now)
  if (unsigned === undefined)
    throw new ProblemError('conflict', { detail: 'This badge was signed this second. Try again.' })
  const after = JSON.stringify(await signDocument({ document: unsigned, signer, created: now }))
  await (await openReleaseCheck(deps, organisation))(after)
  await withOrganisation(deps.db, organisationId, async (scope) => {
    const state = await lockAwardState(scope, awardId)
    if (state?.status !== 'valid' || !(await replaceCredential(scope, awardId, { before, after })))
      throw new ProblemError('conflict', { detail: 'This badge is not as it was. Look at it again.' })
    await recordAudit(scope, {
      id: deps.random.uuid(),
      actor,
      action: 'award.bound',
      subjectType: 'award',
      subjectId: awardId,
      detail: { subject: did === undefined ? 'opaque' : 'did', identifier: byEmail ? 'e-mail' : 'none' },
    })
  })
}
