import { base64urlnopad } from '@scure/base'
import { z } from 'zod'
import { getBadgeDefinition } from '../../achievements/actions'
import type { BadgeDefinition } from '../../achievements/model'
import { limitUse } from '../../database/rate-limit'
import { asSystem, type Scope, withOrganisation } from '../../database/scope'
import type { Deps } from '../../deps'
import { getOrganisation } from '../../organisations/actions'
import type { Organisation } from '../../organisations/model'
import { nameOf } from '../../organisations/rules/name-organisation'
import { queueMail } from '../../outbox/actions'
import { path } from '../../paths'
import { lockHolds } from '../../people/holds/actions'
import { lettersFor } from '../../people/rules/contact-language'
import { joinLetters } from '../../people/rules/join-letters'
import { ProblemError } from '../../problems'
import { claimMail } from '../mail-text'
import type { Claim, Recipient } from '../model'
import { firstNameOf } from '../rules/first-name-of'
import { hashToken } from '../rules/hash-token'
import {
  expireClaims,
  insertClaims,
  selectAddressees,
  selectClaim,
  selectHolder,
  updateClaimAsUsed,
} from './store'

const TOKEN_BYTES = 32
const CLAIM_MS = 30 * 24 * 60 * 60_000
const renewals = { most: 3, seconds: 60 * 60 }

type ToClaim = Recipient & { readonly awardId: string }

/**
 * Makes a claim link for each award whose holder has an e-mail address, and the mail that brings it, within the
 * caller's transaction. The mail about a child goes to the guardian. Gives how many mails there are.
 */
export const queueClaims = async (
  deps: Deps,
  scope: Scope,
  badge: { readonly organisation: Organisation; readonly definition: BadgeDefinition },
  awards: readonly ToClaim[],
): Promise<number> => {
  const now = deps.clock.now()
  const personIds = awards.map(({ personId }) => personId)
  const addressees = await selectAddressees(scope, personIds)
  const states = await lockHolds(deps, scope, personIds, 'role')
  const made = awards.flatMap(({ awardId, personId, name, email: ownEmail, language }) => {
    const { wish, guardianEmail } = addressees.get(personId) ?? { wish: language, guardianEmail: null }
    const email = states.get(personId)?.stage === 'child' ? guardianEmail : ownEmail
    if (email === null) return []
    const token = base64urlnopad.encode(deps.random.bytes(TOKEN_BYTES))
    const expiresAt = new Date(now.getTime() + CLAIM_MS)
    const letters = lettersFor(wish, badge.organisation).map((one) =>
      claimMail[one]({
        firstName: firstNameOf(name),
        badge: badge.definition.name[one],
        service: nameOf(badge.organisation, one),
        link: deps.config.origin + path('claim', { token }),
      }),
    )
    const words = joinLetters(letters)
    return [
      {
        claim: { id: deps.random.uuid(), awardId, personId, email, tokenHash: hashToken(token), expiresAt },
        mail: { id: deps.random.uuid(), queuedAt: now, to: email, ...words },
      },
    ]
  })
  await insertClaims(
    scope,
    made.map(({ claim }) => claim),
  )
  await queueMail(scope, ...made.map(({ mail }) => mail))
  return made.length
}

/**
 * The claim behind the token of a link, used and expired ones too; undefined where there is none or where the
 * person no longer has the address that it was mailed to.
 */
export const findClaim = async (deps: Deps, token: string): Promise<Claim | undefined> => {
  const row = await asSystem(deps.db, (scope) => selectClaim(scope, hashToken(token)))
  if (row === undefined) return undefined
  const { code, language, ...claim } = row
  return { ...claim, badgeName: getBadgeDefinition(code).name[language] }
}

/**
 * Uses a claim link, once: whoever follows it has shown that the mailbox is theirs.
 * Throws `not-found` for an unknown token and `link-expired` for one that was used or has run out.
 */
export const useClaim = async (deps: Deps, token: string): Promise<Claim> => {
  const claim = await findClaim(deps, token)
  if (claim === undefined) throw new ProblemError('not-found')
  const usedAt = deps.clock.now()
  const used = await asSystem(deps.db, (scope) => updateClaimAsUsed(scope, hashToken(token), usedAt))
  if (!used) throw new ProblemError('link-expired')
  return { ...claim, usedAt }
}

/**
 * Mails a new claim link for an award; the earlier ones stop working. Throws `not-found` for an award that is not
 * there or was taken back, `conflict` where its holder has no e-mail address, and `too-many-requests`.
 */
export const renewClaim = async (deps: Deps, organisationId: string, awardId: string): Promise<void> => {
  if (!z.uuid().safeParse(awardId).success) throw new ProblemError('not-found')
  const organisation = await getOrganisation(deps, organisationId)
  await limitUse(deps, 'renew-claim', awardId, renewals)
  await withOrganisation(deps.db, organisationId, async (scope) => {
    const holder = await selectHolder(scope, awardId)
    if (holder === undefined) throw new ProblemError('not-found')
    if (holder.email === null)
      throw new ProblemError('conflict', { detail: 'The volunteer has no e-mail address.' })
    await expireClaims(scope, awardId, deps.clock.now())
    const badge = { organisation, definition: getBadgeDefinition(holder.code) }
    await queueClaims(deps, scope, badge, [{ ...holder, awardId }])
  })
  await deps.jobs.enqueue({ kind: 'send-mail' })
}
