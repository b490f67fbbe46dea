import { base64urlnopad } from '@scure/base'
import { recordAudit } from '../../audit/actions'
import { hashToken } from '../../awards/rules/hash-token'
import { limitUse } from '../../database/rate-limit'
import { type Scope, withOrganisation } from '../../database/scope'
import type { Deps } from '../../deps'
import { localDateOf } from '../../hours/rules/local-date-of'
import type { Organisation } from '../../organisations/model'
import { nameOf } from '../../organisations/rules/name-organisation'
import { queueMail } from '../../outbox/actions'
import { foldName } from '../../people/rules/fold-name'
import { ProblemError, type Result } from '../../problems'
import * as applications from '../applications/store'
import { applicationMail } from '../mail-text'
import { startPlacementWithin } from '../placements/actions'
import { isUuid } from '../rules/is-uuid'
import { firstOpen, readAnswer } from '../rules/read-answer'
import { getPublishedRole, type PublishedRole } from './actions'
import type { AcceptFault, AnswerOutcome, Application, Opportunity, OpportunityRow, Question } from './model'
import * as store from './store'

const KEY_BYTES = 24
/** A draft that nobody sent is forgotten after a day. */
const DRAFT_MS = 24 * 60 * 60_000
/** From one address; a library's own computers share one. */
const starts = { most: 20, seconds: 60 * 60 }

type Open = { readonly published: PublishedRole; readonly opportunity: Opportunity }

/** What somebody may apply for, with its role. Throws `not-found` where it is not open. */
export const getOpen = async (deps: Deps, organisationId: string, opportunityId: string): Promise<Open> => {
  const today = localDateOf(deps.clock.now())
  const row = isUuid(opportunityId)
    ? await withOrganisation(deps.db, organisationId, (scope) => store.findRow(scope, opportunityId, today))
    : undefined
  if (row === undefined) throw new ProblemError('not-found')
  const published = await getPublishedRole(deps, organisationId, row.roleId)
  const opportunity = published.opportunities.find(({ id }) => id === opportunityId)
  if (opportunity === undefined) throw new ProblemError('not-found')
  return { published, opportunity }
}

/**
 * Begins an application, without an account. Gives the key that leads back to it; only its hash is kept. Throws
 * `not-found` where the opportunity is not open, and `too-many-requests`.
 */
export const beginApplication = async (
  deps: Deps,
  organisationId: string,
  asked: { readonly opportunityId: string; readonly language: 'en' | 'cy'; readonly clientAddress: string },
): Promise<string> => {
  await getOpen(deps, organisationId, asked.opportunityId)
  await limitUse(deps, 'apply', asked.clientAddress, starts)
  const key = base64urlnopad.encode(deps.random.bytes(KEY_BYTES))
  const at = deps.clock.now()
  const { opportunityId, language } = asked
  await withOrganisation(deps.db, organisationId, async (scope) => {
    await applications.deleteOldDrafts(scope, new Date(at.getTime() - DRAFT_MS))
    const id = deps.random.uuid()
    await applications.insertApplication(scope, { id, opportunityId, language, at, keyHash: hashToken(key) })
  })
  return key
}

/** An application by its key. Throws `not-found`. */
export const getApplication = async (
  deps: Deps,
  organisationId: string,
  key: string,
): Promise<Application> => {
  const found = await withOrganisation(deps.db, organisationId, (scope) =>
    applications.findByKey(scope, hashToken(key)),
  )
  if (found === undefined) throw new ProblemError('not-found')
  return found
}

/**
 * Takes the answer to one question. Somebody who is too young for the role is told so, and what they said is forgotten.
 * The last question sends the application; sent before, nothing changes. Throws `not-found`.
 */
export const answerQuestion = async (
  deps: Deps,
  organisation: Organisation,
  asked: {
    readonly key: string
    readonly question: Question
    readonly form: Readonly<Record<string, string>>
  },
): Promise<AnswerOutcome> => {
  const draft = await getApplication(deps, organisation.id, asked.key)
  const { published } = await getOpen(deps, organisation.id, draft.opportunityId)
  const read = readAnswer(asked.question, asked.form)
  if (!read.ok) return { kind: 'faults', faults: read.reason }
  const age = read.value.age ?? draft.age
  return withOrganisation(deps.db, organisation.id, async (scope) => {
    const locked = await applications.lockApplication(scope, draft.id)
    if (locked === undefined) throw new ProblemError('not-found')
    if (locked.state !== 'draft') return { kind: 'next' }
    const { minimumAge } = published.role
    if (minimumAge !== null && age !== null && age < minimumAge) {
      await applications.deleteApplication(scope, draft.id)
      return { kind: 'too-young' }
    }
    await applications.updateAnswers(scope, draft.id, read.value)
    if (asked.question === 'check' && firstOpen(locked) === 'check') {
      await applications.updateSent(scope, draft.id, deps.clock.now())
      await tell(deps, scope, organisation, locked, published, 'sent')
    }
    return { kind: 'next' }
  })
}

type Said = 'sent' | 'accepted' | 'declined'

/** Writes to an applicant who gave an address, in the language they applied in. */
const tell = async (
  deps: Deps,
  scope: Scope,
  organisation: Organisation,
  { email, language }: Application,
  { role }: { readonly role: { readonly titleEn: string; readonly titleCy: string | null } },
  said: Said,
): Promise<void> => {
  if (email === null) return
  const title = (language === 'cy' ? role.titleCy : null) ?? role.titleEn
  const words = applicationMail[language][said]({ role: title, service: nameOf(organisation, language) })
  await queueMail(scope, { id: deps.random.uuid(), queuedAt: deps.clock.now(), to: email, ...words })
}

type Decided = Result<{ readonly placementId: string }, AcceptFault>

/**
 * Gives an applicant a place while there is room: `personId` names who of the service it is, `new` adds them to its
 * people. Accepted before, the place stays. Throws `not-found`.
 */
export const acceptApplication = (
  deps: Deps,
  organisation: Organisation,
  applicationId: string,
  personId: string,
  actor: string,
): Promise<Decided> => {
  if (!isUuid(applicationId)) throw new ProblemError('not-found')
  const at = deps.clock.now()
  const today = localDateOf(at)
  return unlessRefused(deps, organisation, async (scope): Promise<Decided> => {
    const application = await applications.lockApplication(scope, applicationId)
    if (application === undefined || application.state === 'draft') throw new ProblemError('not-found')
    if (application.state === 'accepted' && application.placementId !== null)
      return { ok: true, value: { placementId: application.placementId } }
    if (application.state === 'declined') return { ok: false, reason: 'decided' }
    const opportunity = await store.lockOpportunity(scope, application.opportunityId, today)
    if (opportunity === undefined) throw new ProblemError('not-found')
    if (opportunity.state === 'closed') return { ok: false, reason: 'closed' }
    if (opportunity.taken >= opportunity.capacity) return { ok: false, reason: 'no-room' }
    return place(deps, scope, { organisation, application, opportunity, personId, actor, at })
  })
}

type Place = {
  readonly organisation: Organisation
  readonly application: Application
  readonly opportunity: OpportunityRow
  readonly personId: string
  readonly actor: string
  readonly at: Date
}

/** Thrown out of a transaction so that nothing of it stays. */
class Refused extends Error {
  readonly fault: AcceptFault
  constructor(fault: AcceptFault) {
    super(fault)
    this.fault = fault
  }
}

/** Runs a transaction; of one that was refused half way nothing stays. */
const unlessRefused = async (
  deps: Deps,
  organisation: Organisation,
  work: (scope: Scope) => Promise<Decided>,
): Promise<Decided> => {
  try {
    return await withOrganisation(deps.db, organisation.id, work)
  } catch (error) {
    if (error instanceof Refused) return { ok: false, reason: error.fault }
    throw error
  }
}

const place = async (deps: Deps, scope: Scope, asked: Place): Promise<Decided> => {
  const { organisation, application, opportunity, actor, at } = asked
  const personId = asked.personId === 'new' ? deps.random.uuid() : asked.personId
  if (!isUuid(personId)) return { ok: false, reason: 'person-unknown' }
  const today = localDateOf(at)
  const age = application.age ?? 0
  if (asked.personId === 'new') await addPerson(deps, scope, personId, application, today)
  const started = await startPlacementWithin(
    deps,
    scope,
    {
      ...{ personId, roleId: opportunity.roleId, branchId: opportunity.branchId },
      ...{ startsOn: opportunity.startsOn, endsOn: opportunity.endsOn, opportunityId: opportunity.id },
      ...{ supervisorName: null, supervisorEmail: null, ageChecked: true },
    },
    { actor, age: { least: age, most: age }, newcomer: asked.personId === 'new' },
  )
  if (!started.ok) throw new Refused(faultOf(started.reason[0]?.reason))
  const placementId = started.value
  await applications.updateDecided(scope, application.id, { state: 'accepted', by: actor, at, placementId })
  await recordAudit(scope, {
    ...{ id: deps.random.uuid(), actor, action: 'application.accepted', subjectType: 'application' },
    ...{ subjectId: application.id, detail: { placement: placementId } },
  })
  const role = { titleEn: opportunity.roleTitleEn, titleCy: opportunity.roleTitleCy }
  await tell(deps, scope, organisation, application, { role }, 'accepted')
  return { ok: true, value: { placementId } }
}

const faultOf = (reason: string | undefined): AcceptFault => {
  switch (reason) {
    case 'person-unknown':
    case 'too-young':
    case 'consent-missing':
    case 'already-placed':
    case 'supervisor-missing':
      return reason
    default:
      return 'role-not-published'
  }
}

/** Adds an applicant to the people; of those under 18 the year of birth is kept, as late as it can be. */
const addPerson = (
  deps: Deps,
  scope: Scope,
  id: string,
  { name, email, age, language }: Application,
  today: string,
): Promise<void> =>
  applications.insertPerson(scope, {
    ...{ id, membershipId: deps.random.uuid(), name: name ?? '', email, language },
    searchName: foldName(name ?? ''),
    birthYear: age !== null && age < 18 ? Number(today.slice(0, 4)) - age : null,
  })

/** Says no to an applicant; said before, nothing changes. Throws `not-found`, and `conflict` for one that was accepted. */
export const declineApplication = (
  deps: Deps,
  organisation: Organisation,
  applicationId: string,
  actor: string,
): Promise<void> => {
  if (!isUuid(applicationId)) throw new ProblemError('not-found')
  const at = deps.clock.now()
  return withOrganisation(deps.db, organisation.id, async (scope) => {
    const application = await applications.lockApplication(scope, applicationId)
    if (application === undefined || application.state === 'draft') throw new ProblemError('not-found')
    if (application.state === 'accepted') throw new ProblemError('conflict')
    if (application.state === 'declined') return
    await applications.updateDecided(scope, application.id, {
      state: 'declined',
      by: actor,
      at,
      placementId: null,
    })
    await recordAudit(scope, {
      ...{ id: deps.random.uuid(), actor, action: 'application.declined', subjectType: 'application' },
      subjectId: application.id,
    })
    const row = await store.findRow(scope, application.opportunityId, localDateOf(at))
    const role = { titleEn: row?.roleTitleEn ?? '', titleCy: row?.roleTitleCy ?? null }
    await tell(deps, scope, organisation, application, { role }, 'declined')
  })
}
