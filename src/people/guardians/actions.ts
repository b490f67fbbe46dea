import { base64urlnopad } from '@scure/base'
import { z } from 'zod'
import { recordAudit } from '../../audit/actions'
import { hashToken } from '../../awards/rules/hash-token'
import { limitUse } from '../../database/rate-limit'
import { asSystem, type Scope, withOrganisation } from '../../database/scope'
import type { Deps } from '../../deps'
import { localDateOf } from '../../hours/rules/local-date-of'
import type { Organisation } from '../../organisations/model'
import { queueMail } from '../../outbox/actions'
import { ProblemError, type Result } from '../../problems'
import { alignSharing } from '../../sharing/actions'
import { writeConsents } from '../consents/actions'
import { lockPerson } from '../consents/store'
import { momentIn } from '../holds/actions'
import type { AgeStage } from '../holds/model'
import { guardianMail } from '../mail-text'
import { checkGuardian, type GuardianFaults } from '../rules/check-guardian'
import { stageOf } from '../rules/stage-of'
import {
  type Guardian,
  type GuardianAnswers,
  guardianPurposes,
  type Invitation,
  type NewGuardian,
} from './model'
import * as store from './store'

const TOKEN_BYTES = 32
/** A link can be used once, for seven days. */
const LINK_MS = 7 * 24 * 60 * 60_000
const linksPerPerson = { most: 10, seconds: 24 * 60 * 60 }

type SentBy = 'mail' | 'paper'

/** A link that was made; `token` only where it is handed over on paper, to be shown once. */
export type SentLink = { readonly guardianId: string; readonly token?: string; readonly expiresAt: Date }

/**
 * Names a parent or guardian of somebody below the age of own consent and asks them by a link, mailed or to be handed
 * over on paper. Throws `not-found`, and `conflict` where the person decides for themselves.
 */
export const inviteGuardian = async (
  deps: Deps,
  organisation: Organisation,
  personId: string,
  request: { readonly guardian: NewGuardian; readonly sentBy: SentBy; readonly actor: string },
): Promise<Result<SentLink, GuardianFaults>> => {
  const { sentBy, actor } = request
  await limitUse(deps, 'guardian-link', personId, linksPerPerson)
  const outcome = await withOrganisation(deps.db, organisation.id, async (scope) => {
    const person = await lockYoung(deps, scope, personId)
    const ownEmail = person.stage === 'young' ? person.email : null
    const checked = checkGuardian(request.guardian, { byMail: sentBy === 'mail', ownEmail })
    if (Object.keys(checked.faults).length > 0) return { ok: false as const, reason: checked.faults }
    const { name, relationship, email, phone } = checked.guardian
    const guardian = {
      ...{ id: deps.random.uuid(), personId, name, email: email || null, createdBy: actor },
      ...{ relationship: relationship || null, phone: phone || null, at: deps.clock.now() },
    }
    await store.insertGuardian(scope, guardian)
    const link = await sendLink(deps, scope, organisation, guardian, { sentBy, actor })
    return { ok: true as const, value: link }
  })
  if (outcome.ok && sentBy === 'mail') await deps.jobs.enqueue({ kind: 'send-mail' })
  return outcome
}

/** A new link for a guardian who has not answered; the earlier ones stop working. Throws as `inviteGuardian` does. */
export const renewInvitation = async (
  deps: Deps,
  organisation: Organisation,
  guardianId: string,
  { sentBy, actor }: { readonly sentBy: SentBy; readonly actor: string },
): Promise<SentLink> => {
  const known = await getGuardian(deps, organisation.id, guardianId)
  await limitUse(deps, 'guardian-link', known.personId, linksPerPerson)
  const link = await withOrganisation(deps.db, organisation.id, async (scope) => {
    await lockYoung(deps, scope, known.personId)
    const guardian = await store.findGuardian(scope, guardianId)
    if (guardian === undefined) throw new ProblemError('not-found')
    if (guardian.status !== 'waiting') throw new ProblemError('conflict')
    if (sentBy === 'mail' && guardian.email === null)
      throw new ProblemError('conflict', { detail: 'The guardian has no e-mail address.' })
    return sendLink(deps, scope, organisation, guardian, { sentBy, actor })
  })
  if (sentBy === 'mail') await deps.jobs.enqueue({ kind: 'send-mail' })
  return link
}

const sendLink = async (
  deps: Deps,
  scope: Scope,
  organisation: Organisation,
  guardian: Pick<Guardian, 'id' | 'personId' | 'name' | 'email'>,
  { sentBy, actor }: { readonly sentBy: SentBy; readonly actor: string },
): Promise<SentLink> => {
  const at = deps.clock.now()
  const expiresAt = new Date(at.getTime() + LINK_MS)
  const token = base64urlnopad.encode(deps.random.bytes(TOKEN_BYTES))
  await store.insertInvitation(scope, {
    ...{ id: deps.random.uuid(), guardianId: guardian.id, tokenHash: hashToken(token) },
    ...{ sentBy, expiresAt, createdBy: actor, at },
  })
  if (sentBy === 'mail' && guardian.email !== null) {
    const addressee = await store.findAddressee(scope, guardian.personId)
    if (addressee === undefined) throw new ProblemError('not-found')
    const words = guardianMail(deps.config.origin, organisation, {
      ...addressee,
      guardian: guardian.name,
      token,
    })
    await queueMail(scope, { id: deps.random.uuid(), queuedAt: at, to: guardian.email, ...words })
  }
  await audit(deps, scope, 'guardian.invited', guardian.id, actor)
  return { guardianId: guardian.id, expiresAt, ...(sentBy === 'paper' ? { token } : {}) }
}

/** What the page behind a link shows; undefined for a token that nobody was given. */
export const findInvitation = async (deps: Deps, token: string): Promise<Invitation | undefined> => {
  const found = await asSystem(deps.db, (scope) => store.findInvitationByToken(scope, hashToken(token)))
  if (found === undefined) return undefined
  const { expiresAt, usedAt, endedAt, ...invitation } = found
  const over = endedAt !== null || expiresAt <= deps.clock.now()
  return { ...invitation, state: usedAt !== null ? 'used' : over ? 'over' : 'open' }
}

/**
 * Takes a guardian's answer, once. A no to the role is a no to everything. With a yes, a guardian who has an e-mail
 * address can sign in from now on. Throws `not-found`, and `link-expired` for a link that was used or is over, also
 * where the young person decides for themselves by now.
 */
export const answerInvitation = async (
  deps: Deps,
  token: string,
  answer: { readonly answers: GuardianAnswers; readonly name: string; readonly email: string },
): Promise<Result<{ readonly confirmed: boolean }, GuardianFaults>> => {
  const invitation = await findInvitation(deps, token)
  if (invitation === undefined) throw new ProblemError('not-found')
  const { organisationId, personId, guardianId } = invitation
  return withOrganisation(deps.db, organisationId, async (scope) => {
    const person = await lockYoung(deps, scope, personId).catch(over)
    const ownEmail = person.stage === 'young' ? person.email : null
    const email = invitation.guardianEmail ?? answer.email
    const typed = { name: answer.name, email, relationship: '', phone: '' }
    const { guardian, faults } = checkGuardian(typed, { byMail: false, ownEmail })
    if (Object.keys(faults).length > 0) return { ok: false, reason: faults }
    const at = deps.clock.now()
    if (!(await store.useInvitation(scope, hashToken(token), at))) throw new ProblemError('link-expired')
    const confirmed = answer.answers.role
    const known = { name: guardian.name, email: guardian.email || null }
    await store.updateAnswer(scope, guardianId, { ...known, confirmed, at })
    if (confirmed && known.email !== null) {
      const id = deps.random.uuid()
      await store.insertGuardianMembership(scope, { id, email: known.email, personId })
    }
    const actor = known.email ?? 'guardian link'
    await audit(deps, scope, confirmed ? 'guardian.confirmed' : 'guardian.refused', guardianId, actor)
    await writeConsents(deps, scope, personId, {
      answers: guardianPurposes.map((purpose) => ({
        purpose,
        agrees: confirmed && answer.answers[purpose],
      })),
      ...{ how: 'link', actor, capacity: 'guardian', guardianId },
    })
    return { ok: true, value: { confirmed } }
  })
}

const over = (error: unknown): never => {
  throw error instanceof ProblemError && error.code === 'conflict' ? new ProblemError('link-expired') : error
}

/**
 * What a guardian who is signed in changes their mind about. Throws `not-permitted` for somebody who is no confirmed
 * guardian of that person, and where the person decides for themselves.
 */
export const changeGuardianConsent = (
  deps: Deps,
  organisationId: string,
  personId: string,
  change: { readonly answers: Partial<GuardianAnswers>; readonly email: string },
): Promise<void> =>
  withOrganisation(deps.db, organisationId, async (scope) => {
    await lockYoung(deps, scope, personId).catch(notPermitted)
    const guardians = await store.listGuardians(scope, personId)
    const guardian = guardians.find(({ status, email }) => status === 'confirmed' && email === change.email)
    if (guardian === undefined) throw new ProblemError('not-permitted')
    await writeConsents(deps, scope, personId, {
      answers: guardianPurposes.flatMap((purpose) => {
        const agrees = change.answers[purpose]
        return agrees === undefined ? [] : [{ purpose, agrees }]
      }),
      ...{ how: 'account', actor: change.email, capacity: 'guardian', guardianId: guardian.id },
    })
  })

const notPermitted = (): never => {
  throw new ProblemError('not-permitted')
}

/** Takes a guardian off: what they agreed to counts no more. Doing it again changes nothing. Throws `not-found`. */
export const endGuardian = async (
  deps: Deps,
  organisationId: string,
  guardianId: string,
  actor: string,
): Promise<void> => {
  const { personId } = await getGuardian(deps, organisationId, guardianId)
  await withOrganisation(deps.db, organisationId, async (scope) => {
    await lockPerson(scope, personId)
    const guardian = await store.findGuardian(scope, guardianId)
    if (guardian === undefined) throw new ProblemError('not-found')
    if (!(await store.updateAsEnded(scope, guardian, deps.clock.now()))) return
    await audit(deps, scope, 'guardian.ended', guardianId, actor)
    await alignSharing(deps, scope, personId)
  })
}

/** The guardians of a person, the oldest first. */
export const guardiansOf = (deps: Deps, organisationId: string, personId: string): Promise<Guardian[]> =>
  z.uuid().safeParse(personId).success
    ? withOrganisation(deps.db, organisationId, (scope) => store.listGuardians(scope, personId))
    : Promise.resolve([])

/** Throws `not-found`. */
export const getGuardian = async (
  deps: Deps,
  organisationId: string,
  guardianId: string,
): Promise<Guardian> => {
  const guardian = z.uuid().safeParse(guardianId).success
    ? await withOrganisation(deps.db, organisationId, (scope) => store.findGuardian(scope, guardianId))
    : undefined
  if (guardian === undefined) throw new ProblemError('not-found')
  return guardian
}

/** Holds the record of somebody for whom a guardian decides. Throws `not-found` and `conflict`. */
const lockYoung = async (
  deps: Deps,
  scope: Scope,
  personId: string,
): Promise<{ readonly stage: AgeStage; readonly email: string | null }> => {
  const person = z.uuid().safeParse(personId).success ? await lockPerson(scope, personId) : undefined
  if (person === undefined) throw new ProblemError('not-found')
  const { now, ages } = await momentIn(deps, scope)
  const birth = { date: person.birthDate, year: person.birthYear }
  const stage = stageOf(birth, localDateOf(now), ages)
  if (stage === 'child' || stage === 'young') return { stage, email: person.email }
  throw new ProblemError('conflict', { detail: 'They decide for themselves at their age.' })
}

const audit = (
  deps: Deps,
  scope: Scope,
  action: 'guardian.invited' | 'guardian.confirmed' | 'guardian.refused' | 'guardian.ended',
  guardianId: string,
  actor: string,
) =>
  recordAudit(scope, {
    id: deps.random.uuid(),
    actor,
    action,
    subjectType: 'guardian',
    subjectId: guardianId,
  })
