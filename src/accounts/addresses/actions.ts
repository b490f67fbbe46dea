import { base64urlnopad } from '@scure/base'
import { z } from 'zod'
import { recordAudit } from '../../audit/actions'
import { hashToken } from '../../awards/rules/hash-token'
import { limitUse } from '../../database/rate-limit'
import { asSystem, withOrganisation } from '../../database/scope'
import { demoPersonas } from '../../demo/model'
import type { Deps } from '../../deps'
import { membershipsOf } from '../../organisations/actions'
import { queueMail } from '../../outbox/actions'
import { path } from '../../paths'
import { ProblemError, type Result } from '../../problems'
import { forgetAccount, openSessionFor, type SessionCookies } from '../actions'
import { askedMail, changedMail, confirmMail, takenMail } from './mail-text'
import * as store from './store'

type Language = 'en' | 'cy'

/** Why an address is not changed to another. */
export type AddressFault = 'not-an-address' | 'same-address' | 'demonstration'

const DAY = 24 * 60 * 60
const LINK_MS = DAY * 1000
const wishesPerAccount = { most: 5, seconds: DAY }
const wishesPerAddress = { most: 20, seconds: 15 * 60 }
const mailsPerMailbox = { most: 5, seconds: DAY }

const isPersona = (deps: Deps, email: string) =>
  deps.config.demo && demoPersonas.some((persona) => persona.email === email)

/**
 * Mails a link to the address that somebody wants to sign in with from now on, and a notice to the one before. To an
 * address that is somebody's already goes a mail that says so; the answer is the same, so that nobody learns who is
 * known. `sending` settles when the mails are on their way. Throws `too-many-requests` by the account, the mailbox or
 * the client's address.
 */
export const askForAddress = async (
  deps: Deps,
  request: { readonly from: string; readonly to: string; readonly language: Language },
  clientAddress: string,
): Promise<Result<{ readonly sending: Promise<void> }, AddressFault>> => {
  const { from, language } = request
  const to = request.to.trim().toLowerCase()
  if (!z.email().max(254).safeParse(to).success) return { ok: false, reason: 'not-an-address' }
  if (to === from) return { ok: false, reason: 'same-address' }
  if (isPersona(deps, from)) return { ok: false, reason: 'demonstration' }
  await limitUse(deps, 'address-change', clientAddress, wishesPerAddress)
  await limitUse(deps, 'address-change-of', from, wishesPerAccount)
  await limitUse(deps, 'address-change-to', to, mailsPerMailbox)
  const token = base64urlnopad.encode(deps.random.bytes(24))
  const now = deps.clock.now()
  const link = { tokenHash: hashToken(token), expiresAt: new Date(now.getTime() + LINK_MS), now }
  const taken = await asSystem(deps.db, async (scope) => {
    await store.keepWish(scope, { from, to }, link)
    return store.isTaken(scope, to)
  })
  const address = deps.config.origin + path('accountEmailConfirm', { token })
  const send = async () => {
    const words = taken ? takenMail[language]({}) : confirmMail[language]({ from, link: address })
    await deps.mailer.send({ to, ...words })
    await deps.mailer.send({ to: from, ...askedMail[language]({ to }) })
  }
  return { ok: true, value: { sending: send() } }
}

/** The new address behind a link. Throws `link-expired`, also for a link that is another account's. */
export const findWish = async (deps: Deps, token: string, viewerEmail: string): Promise<string> => {
  const wish = await asSystem(deps.db, (scope) => store.lockWish(scope, hashToken(token), deps.clock.now()))
  if (wish === undefined || wish.from !== viewerEmail) throw new ProblemError('link-expired')
  return wish.to
}

/**
 * Carries out what a link confirms, once, for whoever is signed in with the old address and so has shown that both
 * mailboxes are theirs. Each service is a transaction of its own; what was stopped half way is finished by pressing
 * again. Every session ends, and one for the new address begins. Throws `link-expired` as `findWish` does, and
 * `conflict` where the address has become somebody's in the meantime.
 */
export const confirmAddress = async (
  deps: Deps,
  token: string,
  { email: from, language }: { readonly email: string; readonly language: Language },
): Promise<SessionCookies> => {
  const tokenHash = hashToken(token)
  const now = deps.clock.now()
  const to = await asSystem(deps.db, async (scope) => {
    const wish = await store.lockWish(scope, tokenHash, now)
    if (wish === undefined || wish.from !== from) throw new ProblemError('link-expired')
    if (wish.confirmedAt === null) {
      if (await store.isTaken(scope, wish.to)) throw new ProblemError('conflict')
      await store.markConfirmed(scope, tokenHash, now)
    }
    return wish.to
  })
  const services = [...new Set((await membershipsOf(deps, from)).map(({ organisationId }) => organisationId))]
  for (const [position, organisationId] of services.entries()) {
    await withOrganisation(deps.db, organisationId, async (scope) => {
      if (!(await store.moveAddress(scope, { from, to }))) return
      await recordAudit(scope, {
        ...{ id: deps.random.uuid(), actor: to, action: 'account.address-changed' },
        ...{ subjectType: 'organisation', subjectId: organisationId },
      })
      if (position === services.length - 1) {
        const mail = { id: deps.random.uuid(), queuedAt: now, to: from, ...changedMail[language]({ to }) }
        await queueMail(scope, mail)
      }
    })
  }
  await forgetAccount(deps, from)
  if (!(await asSystem(deps.db, (scope) => store.endWish(scope, tokenHash))))
    throw new ProblemError('link-expired')
  return openSessionFor(deps, to)
}
