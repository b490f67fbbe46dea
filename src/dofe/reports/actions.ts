import { openReleaseCheck } from '../../awards/release-check'
import { firstNameOf } from '../../awards/rules/first-name-of'
import { setStatusPlace, takeStatusPlaces } from '../../awards/status-lists/places'
import { withOrganisation } from '../../database/scope'
import type { Deps } from '../../deps'
import { ledgerHeads } from '../../hours/ledger/check'
import { countMinutes } from '../../hours/rules/count-minutes'
import { signDocument } from '../../openbadges/proof'
import { getOrganisation, issuerProfileOf, signerOf } from '../../organisations/actions'
import type { Organisation } from '../../organisations/model'
import { nameOf } from '../../organisations/rules/name-organisation'
import { queueMail } from '../../outbox/actions'
import { path } from '../../paths'
import { ProblemError } from '../../problems'
import { auditProgramme, lockOpen } from '../actions'
import type { Invitation } from '../invitations/model'
import { returnedMail } from '../mail-text'
import type { Declaration } from '../model'
import {
  buildRecord,
  buildRecordAchievement,
  buildReportEndorsement,
  recordVersion,
} from '../rules/build-record'
import { refuseAssessor } from '../rules/check-assessor'
import { getProgramme, type ProgrammeView } from '../view'
import type { Report, ReportWords, SignedFacts } from './model'
import * as store from './store'

/** What an assessor sees of the name. */
export const shownNameOf = ({ programme, personName }: ProgrammeView): string =>
  programme.shownName === 'full' ? personName : firstNameOf(personName)

/** Who may write the report of an invitation. Throws `not-permitted` before a declaration that lets them. */
const requireDeclared = (invitation: Invitation): Declaration => {
  const { declaration } = invitation
  if (declaration === null || refuseAssessor(declaration) !== undefined) {
    throw new ProblemError('not-permitted')
  }
  return declaration
}

/** The hours of a programme as they stand now; undefined where there is no session. */
export const factsOf = async (
  deps: Deps,
  organisationId: string,
  view: ProgrammeView,
  assessor: Declaration,
): Promise<SignedFacts | undefined> => {
  const [first, last] = [view.sessions[0], view.sessions.at(-1)]
  if (first === undefined || last === undefined) return undefined
  const { personId, frequency } = view.programme
  const headOf = await ledgerHeads(deps, organisationId, [personId])
  return {
    activity: view.activity,
    firstDate: first.localDate,
    lastDate: last.localDate,
    frequency,
    sessions: view.sessions.length,
    minutes: countMinutes(view.sessions),
    snapshot: view.snapshot,
    assessor,
    ledger: headOf(personId),
  }
}

/**
 * Keeps what an assessor has written so far; with a name, signs it about the hours that the page showed. Throws
 * `not-permitted`, and `conflict` where the hours changed meanwhile, where there are none, or where the report is no longer
 * the assessor's.
 */
export const writeReport = async (
  deps: Deps,
  invitation: Invitation,
  words: ReportWords,
  signature?: { readonly name: string; readonly snapshot: string },
): Promise<void> => {
  const assessor = requireDeclared(invitation)
  const { organisationId, programmeId } = invitation
  const view = await getProgramme(deps, organisationId, programmeId)
  const facts = signature && (await factsOf(deps, organisationId, view, assessor))
  if (signature !== undefined && facts?.snapshot !== signature.snapshot) {
    throw new ProblemError('conflict', { detail: 'The hours changed while you were writing.' })
  }
  const at = deps.clock.now()
  const signed = signature && facts && { facts, name: signature.name, at }
  await withOrganisation(deps.db, organisationId, async (scope) => {
    await lockOpen(scope, programmeId)
    const open = (await store.reportsOf(scope, programmeId)).find(({ status }) => status !== 'approved')
    const id = open?.id ?? deps.random.uuid()
    if (open === undefined) {
      await store.insertDraft(scope, {
        ...{ id, programmeId, invitationId: invitation.id, language: invitation.language, words, at },
      })
    }
    if (!(await store.updateWords(scope, id, words, signed))) throw new ProblemError('conflict')
    if (signed === undefined) return
    await auditProgramme(deps, scope, {
      ...{ action: 'dofe.report-signed', programmeId, actor: invitation.email, detail: { report: id } },
    })
  })
}

/** Gives a signed report back to its assessor with a reason, and tells them by mail. Throws `conflict`. */
export const returnReport = async (
  deps: Deps,
  organisation: Organisation,
  programmeId: string,
  { reason, actor }: { readonly reason: string; readonly actor: string },
): Promise<void> => {
  const { open, invitation } = await getProgramme(deps, organisation.id, programmeId)
  if (open?.status !== 'signed' || invitation === undefined) throw new ProblemError('conflict')
  const at = deps.clock.now()
  await withOrganisation(deps.db, organisation.id, async (scope) => {
    await lockOpen(scope, programmeId)
    if (!(await store.markReturned(scope, open.id, { by: actor, at, reason })))
      throw new ProblemError('conflict')
    const { language, email, id } = invitation
    const link = deps.config.origin + path('assess', { invitationId: id })
    const words = returnedMail[language]({ link, service: nameOf(organisation, language) })
    await queueMail(scope, { id: deps.random.uuid(), queuedAt: at, to: email, ...words })
    await auditProgramme(deps, scope, { action: 'dofe.report-returned', programmeId, actor })
  })
  await deps.jobs.enqueue({ kind: 'send-mail' })
}

/** The address of what the record stands for. */
export const recordAddress = (deps: Deps, slug: string, language: 'en' | 'cy'): string =>
  deps.config.origin + path('youthRecord', { slug, version: recordVersion, language })

const roleOf = ({ sessions }: ProgrammeView, language: 'en' | 'cy'): string | undefined => {
  const titles = new Set(
    sessions.map(({ roleTitleEn, roleTitleCy }) =>
      language === 'cy' ? (roleTitleCy ?? roleTitleEn) : roleTitleEn,
    ),
  )
  return titles.size === 1 ? [...titles][0] : undefined
}

/** Signs the record and the report that endorses it, and verifies both as a stranger would. */
const signBoth = async (
  deps: Deps,
  organisation: Organisation,
  view: ProgrammeView,
  { words, facts, language }: Report & { readonly facts: SignedFacts },
) => {
  const { assessor } = facts
  const at = deps.clock.now()
  const issuer = await issuerProfileOf(deps, organisation)
  const signer = await signerOf(deps, organisation, 'Ed25519')
  const [place] = await takeStatusPlaces(deps, organisation.id, { purpose: 'revocation', count: 1 })
  if (place === undefined) throw new ProblemError('unexpected')
  const recordId = `urn:uuid:${deps.random.uuid()}`
  const shared = { issuer, language, facts, assessor, at }
  const record = buildRecord({
    ...shared,
    id: recordId,
    subjectId: `urn:uuid:${deps.random.uuid()}`,
    achievement: buildRecordAchievement(language, (one) => recordAddress(deps, organisation.slug, one)),
    section: view.programme.section,
    role: roleOf(view, language),
    status: {
      statusListCredential: deps.config.origin + path('statusList', { id: place.listId }),
      statusListIndex: String(place.index),
    },
  })
  const endorsement = buildReportEndorsement({
    ...{ ...shared, id: `urn:uuid:${deps.random.uuid()}`, recordId, words },
  })
  const sign = async (document: typeof record) =>
    JSON.stringify(await signDocument({ document, signer, created: at }))
  const [recordJson, endorsementJson] = [await sign(record), await sign(endorsement)]
  const check = await openReleaseCheck(deps, organisation)
  await check(recordJson)
  await check(endorsementJson)
  return { record: recordJson, endorsement: endorsementJson, place, at }
}

/**
 * Approves a signed report: the record and the report are signed by the service and given to the young person; what was
 * approved before is taken back. Throws `conflict` where no report waits or where the hours changed since it was signed.
 */
export const approveReport = async (
  deps: Deps,
  organisationId: string,
  programmeId: string,
  actor: string,
): Promise<void> => {
  const organisation = await getOrganisation(deps, organisationId)
  const view = await getProgramme(deps, organisationId, programmeId)
  const { open } = view
  if (open?.status !== 'signed' || open.facts === null) throw new ProblemError('conflict')
  if (open.facts.snapshot !== view.snapshot) {
    throw new ProblemError('conflict', { detail: 'The hours changed after the report was signed.' })
  }
  const signed = await signBoth(deps, organisation, view, { ...open, facts: open.facts })
  await withOrganisation(deps.db, organisationId, async (scope) => {
    await lockOpen(scope, programmeId)
    const { done, replaced } = await store.markApproved(scope, open, { ...signed, by: actor })
    if (!done) throw new ProblemError('conflict')
    if (replaced?.statusListId != null && replaced.statusIndex !== null) {
      const place = { listId: replaced.statusListId, index: replaced.statusIndex }
      await setStatusPlace(scope, place, { reason: 'replaced', at: signed.at })
    }
    await auditProgramme(deps, scope, {
      ...{ action: 'dofe.report-approved', programmeId, actor, detail: { report: open.id } },
    })
  })
}
