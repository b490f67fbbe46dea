import { countBadges } from '../../src/awards/lists/actions'
import { runPrintRun, startPrintRun } from '../../src/certificates/print-runs/actions'
import { withDemographics, withOrganisation } from '../../src/database/scope'
import type { Deps } from '../../src/deps'
import { addGoal, changeActivity, chooseCounted, startProgramme } from '../../src/dofe/actions'
import { beginVisit, declare, inviteAssessor } from '../../src/dofe/invitations/actions'
import { makeLeaderLink } from '../../src/dofe/leader/actions'
import { approveReport, writeReport } from '../../src/dofe/reports/actions'
import { getProgramme } from '../../src/dofe/view'
import { agreeToWords, listWords, writeWords } from '../../src/endorsements/actions'
import { recordEvidence } from '../../src/evidence/actions'
import {
  addCheckInPoint,
  approveSessions,
  checkIn,
  ensureNumber,
  getCheckInPoint,
  openPoint,
  recordSession,
} from '../../src/hours/actions'
import { readEntryForm } from '../../src/hours/pages/read-entry-form'
import { openMatter } from '../../src/keeping/matters/actions'
import { offerLink } from '../../src/linking/actions'
import { addBranch, addMembership, listBranches } from '../../src/organisations/actions'
import type { Organisation } from '../../src/organisations/model'
import { recordOwnConsent } from '../../src/people/consents/actions'
import { answerInvitation, inviteGuardian } from '../../src/people/guardians/actions'
import {
  acceptApplication,
  answerQuestion,
  beginApplication,
  getApplication,
} from '../../src/roles/opportunities/applications'
import { questions } from '../../src/roles/opportunities/model'
import { tickInduction } from '../../src/roles/placements/actions'
import { recordCheck } from '../../src/roles/training/actions'
import { addEvidence, alignClaim, recordClaim } from '../../src/skills/actions'
import { assessor, details } from '../dofe/rules/input'
import { importFile } from '../hours/service'
import { makeRoleParts } from '../roles/parts'
import { issueBadge } from '../support/awards'
import { makeService } from '../support/organisation'
import { makeBorn } from '../support/young'

/** A word that stands in everything that is written of the person. */
export const mark = 'Zsigmondy'
export const fullName = `Ilka ${mark}`

/** A person of a service and how they are reached. */
export type Somebody = {
  readonly deps: Deps
  readonly service: Organisation
  readonly personId: string
  readonly email: string
  readonly guardian: string
  readonly assessor: string
  readonly coordinator: string
}

const fillProfile = async ({ deps, service, personId, email, coordinator }: Somebody) => {
  const said = { needsContact: true, needsSessions: true, firstDate: '2026-01-01', lastDate: '2026-01-02' }
  await withOrganisation(deps.db, service.id, ({ trx }) =>
    trx
      .updateTable('person')
      .set({
        ...{ legal_name: fullName, romanised_name: fullName, phone: mark, postal_address: mark },
        ...{ emergency_name: mark, emergency_phone: mark, emergency_relationship: mark },
      })
      .where('id', '=', personId)
      .execute(),
  )
  await addMembership(deps, service.id, { email, role: 'volunteer', personId })
  const about = { kind: 'complaint', reference: 'C-1', reason: 'It is open.', needsName: false } as const
  await openMatter(deps, service.id, personId, { ...about, ...said }, coordinator)
  await offerLink(deps, { organisationId: service.id, personId }, email, 'en')
  await withDemographics(deps.db, service.id, async ({ trx }) => {
    const [own, link] = [{ organisation_id: service.id }, deps.random.uuid()]
    await trx
      .insertInto('demographic_link')
      .values({ ...own, person_id: personId, link })
      .execute()
    const answer = { question: 'sex', scheme: 'census', scheme_version: '1', answer: mark }
    await trx
      .insertInto('demographic_answer')
      .values({ ...own, link, ...answer, quarter: '2026-Q2' })
      .execute()
  })
}

const fillGuardian = async ({ deps, service, personId, guardian, coordinator }: Somebody) => {
  const named = { name: `Anna ${mark}`, relationship: 'mother', email: guardian, phone: mark }
  const request = { guardian: named, actor: coordinator }
  await inviteGuardian(deps, service, personId, { ...request, sentBy: 'mail' })
  const sent = await inviteGuardian(deps, service, personId, { ...request, sentBy: 'paper' })
  if (!sent.ok) throw new Error(JSON.stringify(sent.reason))
  const answers = { role: true, photo: true, sharing: true }
  await answerInvitation(deps, sent.value.token ?? '', { answers, name: named.name, email: '' })
}

/** Words of a supervisor that were agreed to, beside the badge. */
const fillWords = async ({ deps, service, personId, email, coordinator }: Somebody) => {
  const words = { about: 'LV-02', words: 'They listen.', language: 'en' } as const
  const entry = { ...words, writerName: 'Gwen Price', writerRole: 'Branch supervisor' }
  const asked = { personId, requestId: deps.random.uuid(), actor: coordinator }
  const written = await writeWords(deps, service.id, entry, asked)
  if (!written.ok) throw new Error(JSON.stringify(written.reason))
  await recordOwnConsent(deps, service.id, personId, {
    ...{ answers: [{ purpose: 'sharing', agrees: true }], how: 'account', actor: email },
  })
  const [said] = await listWords(deps, service.id, personId)
  await agreeToWords(deps, { organisation: service, personId, actor: email }, said?.id ?? '')
}

const fillHours = async (somebody: Somebody) => {
  const { deps, service, personId, email, coordinator } = somebody
  const faulty = [`${fullName},${email},31/02/2026,2,Home library service`]
  const good = [`${fullName},${email},30/05/2026,2,Home library service`]
  const rows = ['Name,Email,Date,Hours,Role', ...faulty, ...good].join('\r\n')
  const { batch } = await issueBadge(deps, service, [personId])
  await withOrganisation(deps.db, service.id, ({ trx }) =>
    trx
      .updateTable('issue_batch')
      .set({ texts: JSON.stringify({ [personId]: mark }), skills: JSON.stringify({ [personId]: [mark] }) })
      .execute(),
  )
  await fillWords(somebody)
  const { runId } = await startPrintRun(deps, service.id, {
    ...{ batchId: batch.id, paper: 'a4', actor: coordinator },
  })
  await runPrintRun(deps, service.id, runId)
  await importFile(deps, service.id, new TextEncoder().encode(rows))
}

const fillSkills = async ({ deps, service, personId, email }: Somebody) => {
  const { claimId } = await recordClaim(deps, service.id, personId, { title: `Help ${mark}` }, email)
  const by = { email, as: 'volunteer' } as const
  const bytes = new TextEncoder().encode(`%PDF-1.7 ${mark}`)
  const file = { kind: 'file', words: mark, bytes, fileName: `${mark}.pdf`, peopleAgreed: false } as const
  await addEvidence(deps, service.id, claimId, file, by)
  await addEvidence(deps, service.id, claimId, { kind: 'text', words: mark }, by)
  const link = { framework: 'esco', version: '1.1-era', code: 'X25', strength: 'practised' } as const
  await alignClaim(deps, service.id, claimId, link, by)
}

const fillRoles = async ({ deps, service, personId, email, coordinator }: Somebody) => {
  const made = await makeRoleParts(deps, service, personId, coordinator)
  const { id } = service
  const check = { kind: 'reference', level: '', outcome: 'suitable', relation: `Teacher of ${mark}` }
  const decided = { decidedBy: 'Head', decidedOn: '2026-05-01', expiresOn: '' }
  const done = await recordCheck(deps, id, personId, { ...check, ...decided }, coordinator)
  if (!done.ok) throw new Error(JSON.stringify(done.reason))
  const induction = await withOrganisation(deps.db, id, ({ trx }) =>
    trx.selectFrom('role').select('induction').where('id', '=', made.roleId).executeTakeFirstOrThrow(),
  )
  const item = induction.induction[0]?.id ?? ''
  await tickInduction(deps, id, made.placementId, [item], coordinator)
  for (const accepted of [true, false]) {
    const begun = { opportunityId: made.opportunityId, language: 'en', clientAddress: '192.0.2.9' } as const
    const key = await beginApplication(deps, id, begun)
    const form = { name: fullName, age: '15', email, phone: '', message: `I am ${mark}.` }
    for (const question of questions) await answerQuestion(deps, service, { key, question, form })
    if (!accepted) continue
    const { id: applicationId } = await getApplication(deps, id, key)
    const taken = await acceptApplication(deps, service, applicationId, personId, coordinator)
    if (!taken.ok) throw new Error(JSON.stringify(taken.reason))
  }
  return made.roleId
}

const fillDofe = async (somebody: Somebody, roleId: string) => {
  const { deps, service, personId, coordinator } = somebody
  const { id } = service
  const typed = { roleId, date: '2026-05-05', start: '10:00', end: '11:00', note: mark }
  const by = { email: coordinator, as: 'coordinator', source: 'coordinator' } as const
  const done = await recordSession(deps, id, readEntryForm(typed, personId), by)
  if (!done.ok) throw new Error(JSON.stringify(done.reason))
  const { sessionId } = done.value
  await approveSessions(deps, id, { sessionIds: [sessionId] }, coordinator)
  const plan = { ...details, activity: mark, leaderName: mark }
  const { programmeId } = await startProgramme(deps, id, personId, plan, coordinator)
  await addGoal(deps, id, programmeId, { words: mark, agreedOn: '2026-01-06' }, coordinator)
  await changeActivity(deps, id, programmeId, { to: `Also ${mark}`, changedOn: '2026-02-01' }, coordinator)
  await chooseCounted(deps, id, programmeId, [sessionId], coordinator)
  await inviteAssessor(deps, service, programmeId, { email: somebody.assessor, language: 'en' }, coordinator)
  const invited = await getProgramme(deps, id, programmeId)
  if (invited.invitation === undefined) throw new Error('Nobody is invited.')
  await beginVisit(deps, invited.invitation)
  await declare(deps, invited.invitation, assessor)
  const { invitation, snapshot } = await getProgramme(deps, id, programmeId)
  if (invitation === undefined) throw new Error('Nobody is invited.')
  const words = { goals: mark, effort: mark, progress: mark, comments: mark }
  await writeReport(deps, invitation, words, { name: 'Martin Quayle', snapshot })
  await approveReport(deps, id, programmeId, coordinator)
  await makeLeaderLink(deps, id, programmeId, coordinator)
}

const fillBranch = async ({ deps, service, personId, coordinator }: Somebody, roleId: string) => {
  const { id } = service
  await addBranch(deps, id, { name: 'Central', libraryType: 'LAL' })
  const [branch] = await listBranches(deps, id)
  await ensureNumber(deps, id, personId)
  const acting = { organisation: service, actor: coordinator }
  const made = await addCheckInPoint(deps, acting, { kind: 'poster', branchId: branch?.id ?? '' })
  const { point } = await getCheckInPoint(deps, id, made.id)
  const opened = await openPoint(deps, { slug: service.slug, key: point.key }, undefined)
  await checkIn(deps, opened.point, personId, roleId)
  const member = await withOrganisation(deps.db, id, ({ trx }) =>
    trx.selectFrom('membership').select('id').where('person_id', '=', personId).executeTakeFirstOrThrow(),
  )
  await withOrganisation(deps.db, id, ({ trx }) =>
    trx
      .insertInto('membership_branch')
      .values({ organisation_id: id, membership_id: member.id, branch_id: branch?.id ?? '' })
      .execute(),
  )
  const seen = { kind: 'reflection-other-side', date: '2026-01-06', count: '1', faults: '', area: '' }
  const to = { personIds: [personId], requestId: deps.random.uuid(), actor: coordinator }
  const typed = { ...seen, kind: 'supervisor-tick', module: '', score: '', note: mark }
  const done = await recordEvidence(deps, id, typed, to)
  if (!done.ok) throw new Error(JSON.stringify(done))
}

/** Somebody of fifteen who has something in every room of a new service. */
export const makeEveryRoom = async (deps: Deps, mail: string): Promise<Somebody> => {
  const service = await makeService(deps)
  const [personId = ''] = await makeBorn(deps, service, { [fullName]: '2011-05-20' }, mail)
  const ways = { email: `volunteer-1@${mail}`, guardian: `guardian@${mail}`, assessor: `assessor@${mail}` }
  const somebody = { deps, service, personId, ...ways, coordinator: `coordinator@${mail}` }
  await fillGuardian(somebody)
  await fillProfile(somebody)
  await fillHours(somebody)
  await fillSkills(somebody)
  await countBadges(deps, service.id)
  const roleId = await fillRoles(somebody)
  await fillDofe(somebody, roleId)
  await fillBranch(somebody, roleId)
  return somebody
}
