import { asSystem, type Scope } from '../database/scope'
import type { Deps } from '../deps'
import { mostAttempts, type NewMail, type TakenMail } from './model'
import { backOffMinutes } from './rules/back-off-minutes'
import {
  deleteOldMails,
  deleteRecipient,
  insertMails,
  takeDueMails,
  updateAsDueAt,
  updateAsGivenUp,
  updateAsSent,
} from './store'

/** Mails that one sender takes at a time: what a stop in the middle may delay until the lease ends. */
const MAILS_A_TAKE = 10
const LEASE_MS = 10 * 60_000
const MINUTE_MS = 60_000
const KEPT_MS = 30 * 24 * 60 * MINUTE_MS

/** Decides on mails within the caller's transaction: where that is undone, nothing is sent. */
export const queueMail = (scope: Scope, ...mails: readonly NewMail[]): Promise<void> =>
  insertMails(scope, mails)

/**
 * Sends every mail that is due. Several senders may be at work; each mail is sent by one of them, and again only
 * where a sender ended between sending and saying so. A mail that cannot be sent is tried again later, each time
 * after a longer wait, and given up after the last try. Neither addresses nor words are logged.
 */
export const sendDueMail = async (deps: Deps): Promise<{ sent: number; failed: number }> => {
  const count = { sent: 0, failed: 0 }
  for (;;) {
    const now = deps.clock.now()
    const leaseUntil = new Date(now.getTime() + LEASE_MS)
    const mails = await asSystem(deps.db, (scope) =>
      takeDueMails(scope, { now, leaseUntil, most: MAILS_A_TAKE }),
    )
    for (const mail of mails) {
      // What is left when the lease ends belongs to whoever takes it next.
      if (deps.clock.now() >= leaseUntil) break
      const sent = await sendOne(deps, mail)
      count[sent ? 'sent' : 'failed'] += 1
    }
    if (mails.length < MAILS_A_TAKE) return count
  }
}

const sendOne = async (deps: Deps, mail: TakenMail): Promise<boolean> => {
  try {
    await deps.mailer.send({ to: mail.to, subject: mail.subject, text: mail.text })
  } catch (cause) {
    await putOff(deps, mail, cause)
    return false
  }
  await asSystem(deps.db, (scope) => updateAsSent(scope, mail, deps.clock.now()))
  return true
}

const putOff = async (deps: Deps, mail: TakenMail, cause: unknown) => {
  const fields = { mail: mail.id, attempts: mail.attempts, reason: reasonOf(cause) }
  if (mail.attempts >= mostAttempts) {
    await asSystem(deps.db, (scope) => updateAsGivenUp(scope, mail))
    deps.log.error('mail given up', fields)
    return
  }
  const dueAt = new Date(deps.clock.now().getTime() + backOffMinutes(mail.attempts) * MINUTE_MS)
  await asSystem(deps.db, (scope) => updateAsDueAt(scope, mail, dueAt))
  deps.log.warn('mail not sent', fields)
}

/** The code of a failure; its words may repeat the address. */
const reasonOf = (cause: unknown): string =>
  cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : 'unknown'

/** Forgets whom mails went to, 30 days after they were decided on. */
export const forgetOldMail = (deps: Deps): Promise<void> =>
  asSystem(deps.db, (scope) => deleteOldMails(scope, new Date(deps.clock.now().getTime() - KEPT_MS)))

/**
 * Takes the address and the words out of mails to somebody who is forgotten, within the caller's transaction; with
 * `naming`, only out of those in which one of these words stands.
 */
export const forgetRecipient = (scope: Scope, email: string, naming?: readonly string[]): Promise<void> =>
  deleteRecipient(scope, email, naming)
