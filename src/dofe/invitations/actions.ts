import { base64urlnopad } from '@scure/base'
import { z } from 'zod'
import { firstNameOf } from '../../awards/rules/first-name-of'
import { hashToken } from '../../awards/rules/hash-token'
import { limitUse } from '../../database/rate-limit'
import { asSystem, withOrganisation } from '../../database/scope'
import type { Deps } from '../../deps'
import { getOrganisation } from '../../organisations/actions'
import type { Organisation } from '../../organisations/model'
import { nameOf } from '../../organisations/rules/name-organisation'
import { queueMail } from '../../outbox/actions'
import { path } from '../../paths'
import { getPerson } from '../../people/actions'
import { lockHolds } from '../../people/holds/actions'
import { ProblemError } from '../../problems'
import { auditProgramme, lockOpen } from '../actions'
import { codeMail, invitationMail } from '../mail-text'
import type { CheckReason, Declaration } from '../model'
import { dropOpenReports } from '../reports/store'
import { refuseAssessor } from '../rules/check-assessor'
import { getProgramme } from '../view'
import type { Invitation } from './model'
import * as store from './store'

const DAY_MS = 24 * 60 * 60_000
const LINK_MS = 21 * DAY_MS
const VISIT_MS = 14 * DAY_MS
const CODE_MS = 15 * 60_000
const CODE_TRIES = 5
const codesMailed = { most: 5, seconds: 60 * 60 }
const codesTyped = { most: 20, seconds: 60 * 60 }

const newToken = (deps: Deps) => base64urlnopad.encode(deps.random.bytes(32))

/**
 * Invites an assessor by mail, in place of whoever was the assessor before. Throws `invalid-input` for the young person's
 * own address and `conflict` while a guardian's consent is missing.
 */
export const inviteAssessor = async (
  deps: Deps,
  organisation: Organisation,
  programmeId: string,
  to: { readonly email: string; readonly language: 'en' | 'cy' },
  actor: string,
): Promise<void> => {
  const email = to.email.trim().toLowerCase()
  const now = deps.clock.now()
  const { programme } = await getProgramme(deps, organisation.id, programmeId)
  const { personId } = programme
  const person = await getPerson(deps, organisation.id, personId)
  if (person.email === email) throw new ProblemError('invalid-input', { detail: 'own-address' })
  await withOrganisation(deps.db, organisation.id, async (scope) => {
    await lockOpen(scope, programmeId)
    const hold = (await lockHolds(deps, scope, [personId], 'role')).get(personId)?.hold
    if (hold !== undefined) throw new ProblemError('conflict', { detail: 'A consent is missing.' })
    await store.endInvitations(scope, programmeId, now)
    await dropOpenReports(scope, programmeId)
    const [id, token] = [deps.random.uuid(), newToken(deps)]
    await store.insertInvitation(scope, {
      ...{ id, programmeId, email, language: to.language, by: actor, createdAt: now },
      ...{ tokenHash: hashToken(token), expiresAt: new Date(now.getTime() + LINK_MS) },
    })
    const words = invitationMail[to.language]({
      service: nameOf(organisation, to.language),
      firstName: firstNameOf(person.preferredName),
      link: deps.config.origin + path('assessLink', { token }),
    })
    await queueMail(scope, { id: deps.random.uuid(), queuedAt: now, to: email, ...words })
    await auditProgramme(deps, scope, { action: 'dofe.assessor-invited', programmeId, actor })
  })
  await deps.jobs.enqueue({ kind: 'send-mail' })
}

/** Takes the assessor off: the link, the visits and what was being written end. Doing it again changes nothing. */
export const takeOffAssessor = (
  deps: Deps,
  organisationId: string,
  programmeId: string,
  actor: string,
): Promise<void> =>
  withOrganisation(deps.db, organisationId, async (scope) => {
    await lockOpen(scope, programmeId)
    if ((await store.endInvitations(scope, programmeId, deps.clock.now())) === 0) return
    await dropOpenReports(scope, programmeId)
    await auditProgramme(deps, scope, { action: 'dofe.assessor-taken-off', programmeId, actor })
  })

/** The invitation behind a link, also one that was used or has run out. Throws `not-found`. */
export const getByLink = async (deps: Deps, token: string): Promise<Invitation> => {
  const found = await asSystem(deps.db, (scope) => store.findByToken(scope, hashToken(token)))
  if (found === undefined) throw new ProblemError('not-found')
  return found
}

export const isLinkOpen = (invitation: Invitation, now: Date): boolean =>
  invitation.usedAt === null && invitation.endedAt === null && invitation.expiresAt > now

/** Uses a link up and begins a visit; the secret of its cookie. Throws `not-found` and `link-expired`. */
export const followLink = async (
  deps: Deps,
  token: string,
): Promise<{ invitation: Invitation; secret: string }> => {
  const invitation = await getByLink(deps, token)
  const used = await asSystem(deps.db, (scope) => store.markUsed(scope, hashToken(token), deps.clock.now()))
  if (!used) throw new ProblemError('link-expired')
  return { invitation, secret: await beginVisit(deps, invitation) }
}

/** Begins a visit for somebody who has shown that the mailbox is theirs. */
export const beginVisit = async (deps: Deps, invitation: Invitation): Promise<string> => {
  const secret = newToken(deps)
  const expiresAt = new Date(deps.clock.now().getTime() + VISIT_MS)
  await withOrganisation(deps.db, invitation.organisationId, (scope) =>
    store.insertVisit(scope, {
      ...{ id: deps.random.uuid(), invitationId: invitation.id, tokenHash: hashToken(secret), expiresAt },
    }),
  )
  return secret
}

/** An invitation that was not ended. Throws `not-found`. */
export const getInvitation = async (deps: Deps, id: string): Promise<Invitation> => {
  const found = z.uuid().safeParse(id).success
    ? await asSystem(deps.db, (scope) => store.findInvitation(scope, id))
    : undefined
  if (found === undefined || found.endedAt !== null) throw new ProblemError('not-found')
  return found
}

/** Whether the secret of a cookie belongs to a visit of this invitation that has not run out. */
export const isVisiting = async (deps: Deps, invitation: Invitation, secret: string | undefined) =>
  secret !== undefined &&
  asSystem(deps.db, (scope) => store.hasVisit(scope, invitation.id, hashToken(secret), deps.clock.now()))

/** The open invitations to a mailbox. */
export const invitationsTo = (deps: Deps, email: string): Promise<Invitation[]> =>
  asSystem(deps.db, (scope) => store.listByEmail(scope, email.toLowerCase()))

const hashCode = (invitationId: string, code: string) => hashToken(`${invitationId} ${code}`)

/** Mails a code of six figures to the assessor, to come back with. Throws `too-many-requests`. */
export const mailCode = async (deps: Deps, invitation: Invitation): Promise<void> => {
  await limitUse(deps, 'assessor-code', invitation.id, codesMailed)
  const organisation = await getOrganisation(deps, invitation.organisationId)
  const number = new DataView(deps.random.bytes(4).buffer).getUint32(0) % 1_000_000
  const code = String(number).padStart(6, '0')
  const now = deps.clock.now()
  await withOrganisation(deps.db, organisation.id, async (scope) => {
    const hash = hashCode(invitation.id, code)
    await store.updateCode(scope, invitation.id, { hash, expiresAt: new Date(now.getTime() + CODE_MS) })
    const words = codeMail[invitation.language](code, nameOf(organisation, invitation.language))
    await queueMail(scope, { id: deps.random.uuid(), queuedAt: now, to: invitation.email, ...words })
  })
  await deps.jobs.enqueue({ kind: 'send-mail' })
}

/** Begins a visit with a code; undefined for one that is wrong, old, used or typed too often. */
export const enterCode = async (
  deps: Deps,
  invitation: Invitation,
  typed: string,
): Promise<string | undefined> => {
  await limitUse(deps, 'assessor-code-typed', invitation.id, codesTyped)
  const hash = hashCode(invitation.id, typed.replace(/\s/g, ''))
  const fits = await withOrganisation(deps.db, invitation.organisationId, (scope) =>
    store.tryCode(scope, invitation.id, { hash, at: deps.clock.now(), most: CODE_TRIES }),
  )
  return fits ? beginVisit(deps, invitation) : undefined
}

/**
 * Keeps what an assessor declares; the reason where they may not be the assessor. What is refused is kept too, so that
 * the coordinator sees why and invites somebody else.
 */
export const declare = async (
  deps: Deps,
  invitation: Invitation,
  declaration: Declaration,
): Promise<CheckReason | undefined> => {
  const refusal = refuseAssessor(declaration)
  await withOrganisation(deps.db, invitation.organisationId, async (scope) => {
    await lockOpen(scope, invitation.programmeId)
    await store.updateDeclaration(scope, invitation.id, declaration, deps.clock.now())
    await auditProgramme(deps, scope, {
      ...{ action: 'dofe.assessor-declared', programmeId: invitation.programmeId },
      ...{ actor: invitation.email, detail: { outcome: refusal ?? 'taken' } },
    })
  })
  return refusal
}
