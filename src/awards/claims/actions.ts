import { z } from 'zod'
import { definitionsOf, getDefinition } from '../../achievements/definitions'
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
import { addressFor } from '../rules/address-for'
import { firstNameOf } from '../rules/first-name-of'
import { hashToken } from '../rules/hash-token'
import { lockValid } from '../slips/store'
import { isSecret, newSecret } from './new-secret'
import {
  expireClaims,
  insertClaims,
  selectAddressees,
  selectClaim,
  selectHolder,
  updateClaimAsUsed,
} from './store'

const CLAIM_MS = 30 * 24 * 60 * 60_000
/** How long the browser that used a slip may fetch the files. */
const TAKE_MS = 60 * 60_000
const renewals = { most: 3, seconds: 60 * 60 }

type ToClaim = Recipient & { readonly awardId: string }

/** A claim that nobody has used, for 30 days, with its token, which is not kept. */
export const newLink = (deps: Pick<Deps, 'random' | 'clock'>) => {
  const token = newSecret(deps)
  const expiresAt = new Date(deps.clock.now().getTime() + CLAIM_MS)
  return { token, id: deps.random.uuid(), tokenHash: hashToken(token), expiresAt }
}

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
    const email = addressFor(states.get(personId)?.stage, { email: ownEmail, guardianEmail })
    if (email === null) return []
    const { token, ...link } = newLink(deps)
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
        claim: { ...link, awardId, personId, email },
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
  const { code, language, takeHash: _takeHash, ...claim } = row
  const { name } = await getDefinition(deps, claim.organisationId, code)
  return { ...claim, badgeName: name[language] }
}

/**
 * Uses a claim link of a mail, once: whoever follows it has shown that the mailbox is theirs.
 * Throws `not-found` for an unknown token or one on paper and `link-expired` for one that was used or has run out.
 */
export const useClaim = async (deps: Deps, token: string): Promise<Claim & { email: string }> => {
  const claim = await findClaim(deps, token)
  if (claim === undefined || claim.email === null) throw new ProblemError('not-found')
  const usedAt = deps.clock.now()
  const use = { at: usedAt, takeHash: null }
  const used = await asSystem(deps.db, (scope) => updateClaimAsUsed(scope, hashToken(token), use))
  if (!used) throw new ProblemError('link-expired')
  return { ...claim, email: claim.email, usedAt }
}

/**
 * Uses a claim link on paper, once; gives the secret by which the browser that did so fetches the files for an hour. It
 * signs nobody in. `offered` is the secret of the page whose button was pressed: pressed twice, both answers give the
 * same one. Throws `link-expired` for one that was used or has run out, and for a link that is not on paper.
 */
export const useSlip = async (
  deps: Deps,
  token: string,
  offered?: string,
): Promise<{ secret: string; seconds: number }> => {
  const secret = offered !== undefined && isSecret(offered) ? offered : newSecret(deps)
  const use = { at: deps.clock.now(), takeHash: hashToken(secret) }
  const used = await asSystem(deps.db, (scope) => updateClaimAsUsed(scope, hashToken(token), use))
  if (!used && (await takingUntil(deps, token, secret)) === undefined) throw new ProblemError('link-expired')
  return { secret, seconds: TAKE_MS / 1000 }
}

/** Until when the holder of a secret may fetch the files of the slip with this token; undefined where they may not. */
export const takingUntil = async (
  deps: Deps,
  token: string,
  secret: string | undefined,
): Promise<Date | undefined> => {
  const row = await asSystem(deps.db, (scope) => selectClaim(scope, hashToken(token)))
  if (secret === undefined || row === undefined || row.usedAt === null) return undefined
  const until = new Date(row.usedAt.getTime() + TAKE_MS)
  return row.takeHash === hashToken(secret) && deps.clock.now() < until ? until : undefined
}

/**
 * Mails a new claim link for an award; the earlier ones stop working. Throws `not-found` for an award that is not
 * there or was taken back, `conflict` where there is no e-mail address for its holder, and `too-many-requests`.
 */
export const renewClaim = async (deps: Deps, organisationId: string, awardId: string): Promise<void> => {
  if (!z.uuid().safeParse(awardId).success) throw new ProblemError('not-found')
  const organisation = await getOrganisation(deps, organisationId)
  await limitUse(deps, 'renew-claim', awardId, renewals)
  const definitionOf = await definitionsOf(deps, organisationId)
  await withOrganisation(deps.db, organisationId, async (scope) => {
    const holder = await selectHolder(scope, awardId)
    if (holder === undefined) throw new ProblemError('not-found')
    // As where slips are made: people before awards, and one of both at a time.
    await lockHolds(deps, scope, [holder.personId], 'role')
    if (!(await lockValid(scope, [awardId])).has(awardId)) throw new ProblemError('not-found')
    await expireClaims(scope, [awardId], deps.clock.now())
    const badge = { organisation, definition: definitionOf(holder.code) }
    if ((await queueClaims(deps, scope, badge, [{ ...holder, awardId }])) === 0)
      throw new ProblemError('conflict', { detail: 'The volunteer has no e-mail address.' })
  })
  await deps.jobs.enqueue({ kind: 'send-mail' })
}
