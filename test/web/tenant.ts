import { runPrintRun, startPrintRun } from '../../src/certificates/print-runs/actions'
import { withOrganisation } from '../../src/database/scope'
import { startProgramme } from '../../src/dofe/actions'
import { agreeToWords, listWords, writeWords } from '../../src/endorsements/actions'
import { evidenceFor, recordEvidence } from '../../src/evidence/actions'
import { addCheckInPoint, approveSessions, recordSession } from '../../src/hours/actions'
import { readEntryForm } from '../../src/hours/pages/read-entry-form'
import { listMatters, openMatter } from '../../src/keeping/matters/actions'
import { listLinks, offerLink } from '../../src/linking/actions'
import { addBranch, addMembership, listBranches } from '../../src/organisations/actions'
import { listMembers } from '../../src/organisations/members/actions'
import { replaceBranches } from '../../src/organisations/members/store'
import { type MembershipRole, membershipRoles, type Organisation } from '../../src/organisations/model'
import { recordOwnConsent } from '../../src/people/consents/actions'
import { answerInvitation, inviteGuardian } from '../../src/people/guardians/actions'
import { addEvidence, recordClaim } from '../../src/skills/actions'
import { details } from '../dofe/rules/input'
import { bytesOf, importFile } from '../hours/service'
import { makeRoleParts } from '../roles/parts'
import { issueBadge } from '../support/awards'
import { makePeople, makeService } from '../support/organisation'
import { draftOwnBadge } from '../support/own-badge'
import type { TestApp } from '../support/web'
import { makeBorn } from '../support/young'

/** A tenant with something behind every address, and a signed-in member of every role. */
export type Tenant = {
  readonly parts: Readonly<Record<string, string>>
  /** What is the guardian's: the record of a child. */
  readonly ofGuardian: Readonly<Record<string, string>>
  readonly networkSlug: string
  readonly cookies: Readonly<Record<MembershipRole, string>>
}

type ApprovedBy = { mail: string; role?: MembershipRole; branchId?: string; date?: string }

/** A session of somebody that somebody has approved. */
const recordAndApprove = async (
  deps: TestApp['deps'],
  organisationId: string,
  personId: string,
  { mail, role = 'coordinator', branchId = '', date = '2026-01-05' }: ApprovedBy,
) => {
  const roleId = await withOrganisation(deps.db, organisationId, ({ trx }) =>
    trx.selectFrom('role').select('id').where('organisation_id', '=', organisationId).executeTakeFirst(),
  )
  const typed = { roleId: roleId?.id ?? '', branchId, date, start: '10:00', end: '11:00' }
  const email = `${role}@${mail}`
  const by = { email, as: 'coordinator', source: 'coordinator' } as const
  const done = await recordSession(deps, organisationId, readEntryForm(typed, personId), by)
  if (!done.ok) throw new Error(JSON.stringify(done.reason))
  const { sessionId } = done.value
  const { batchId } = await approveSessions(deps, organisationId, { sessionIds: [sessionId] }, email)
  return { sessionId, batchId }
}

/** A supervisor's word on somebody; its id. */
const recordTick = async (deps: TestApp['deps'], organisationId: string, personId: string, actor: string) => {
  const typed = { kind: 'supervisor-tick', date: '2026-01-06', count: '1', faults: '', area: '' }
  const to = { personIds: [personId], requestId: deps.random.uuid(), actor }
  await recordEvidence(deps, organisationId, { ...typed, module: '', score: '', note: '' }, to)
  return (await evidenceFor(deps, organisationId, [personId])).get(personId)?.[0]?.id ?? ''
}

/** Words about somebody that they agreed to, signed for their badge; their id. */
const writeAndAgree = async (
  deps: TestApp['deps'],
  organisation: Organisation,
  personId: string,
  actor: string,
) => {
  const entry = {
    about: 'LV-02',
    words: 'They listen.',
    language: 'en',
    writerName: 'Gwen',
    writerRole: 'Lead',
  }
  const by = { personId, requestId: deps.random.uuid(), actor }
  const done = await writeWords(deps, organisation.id, entry, by)
  if (!done.ok) throw new Error(JSON.stringify(done.reason))
  const [words] = await listWords(deps, organisation.id, personId)
  await agreeToWords(deps, { organisation, personId, actor: personId }, words?.id ?? '')
  return words?.id ?? ''
}

/** A skill of somebody with a file as evidence. */
const recordSkill = async (
  deps: TestApp['deps'],
  organisationId: string,
  personId: string,
  email: string,
) => {
  const skill = { title: 'I help people find things' }
  const { claimId } = await recordClaim(deps, organisationId, personId, skill, email)
  const bytes = new TextEncoder().encode('%PDF-1.7')
  const file = { kind: 'file', words: '', bytes, fileName: 'thanks.pdf', peopleAgreed: false } as const
  const by = { email, as: 'volunteer' } as const
  const { evidenceId } = await addEvidence(deps, organisationId, claimId, file, by)
  return { claimId, evidenceId }
}

/** The token of a mail that offers a volunteer to link a record with their own. */
const offerTo = async (
  deps: TestApp['deps'],
  record: { readonly organisationId: string; readonly personId: string },
  mail: string,
) => {
  await offerLink(deps, record, `volunteer-1@${mail}`, 'en')
  const { body } = await withOrganisation(deps.db, record.organisationId, ({ trx }) =>
    trx.selectFrom('outbox').select('body').where('body', 'like', '%/my/links/%').executeTakeFirstOrThrow(),
  )
  return /\/my\/links\/([0-9a-f]+)/.exec(body)?.[1] ?? ''
}

/** A child below the age of digital consent with a guardian who has an account, a badge and a session. */
const makeChild = async (deps: TestApp['deps'], service: Organisation, mail: string) => {
  const [personId = ''] = await makeBorn(deps, service, { Child: '2018-01-01' }, `child.${mail}`)
  const guardian = { name: 'Gwen', relationship: '', email: `guardian@${mail}`, phone: '' }
  const request = { guardian, sentBy: 'paper', actor: `coordinator@${mail}` } as const
  const sent = await inviteGuardian(deps, service, personId, request)
  if (!sent.ok) throw new Error(JSON.stringify(sent.reason))
  const answers = { role: true, photo: true, sharing: true }
  await answerInvitation(deps, sent.value.token ?? '', { answers, name: 'Gwen', email: '' })
  const { awardIds } = await issueBadge(deps, service, [personId])
  const { sessionId } = await recordAndApprove(deps, service.id, personId, { mail })
  await recordOwnConsent(deps, service.id, personId, {
    ...{ answers: [{ purpose: 'sharing', agrees: true }], how: 'relayed', actor: guardian.email },
  })
  const endorsementId = await writeAndAgree(deps, service, personId, `supervisor@${mail}`)
  return { personId, guardianId: sent.value.guardianId, awardId: awardIds[0] ?? '', sessionId, endorsementId }
}

export const makeTenant = async (app: TestApp, mail: string): Promise<Tenant> => {
  const { deps } = app
  const service = await makeService(deps)
  const people = await makePeople(deps, service, [`Ann of ${mail}`], { mail })
  const { batch, awardIds } = await issueBadge(deps, service, people)
  const print = { batchId: batch.id, paper: 'a4', actor: `coordinator@${mail}` } as const
  const { runId } = await startPrintRun(deps, service.id, print)
  await runPrintRun(deps, service.id, runId)
  const faulty = bytesOf(['Name,Date,Hours,Role', 'Ned,31/02/2026,2,Nothing'])
  const { importId } = await importFile(deps, service.id, faulty)
  await addBranch(deps, service.id, { name: 'Central', libraryType: 'LAL' })
  const [branch] = await listBranches(deps, service.id)
  const at = { mail, branchId: branch?.id ?? '' }
  const { sessionId, batchId: approval } = await recordAndApprove(deps, service.id, people[0] ?? '', at)
  const bySupervisor = { ...at, role: 'supervisor', date: '2026-01-12' } as const
  const ofSupervisor = await recordAndApprove(deps, service.id, people[0] ?? '', bySupervisor)
  const { id: pointId } = await addCheckInPoint(
    deps,
    { organisation: service, actor: `coordinator@${mail}` },
    { kind: 'poster', branchId: branch?.id ?? '' },
  )
  const coordinator = `coordinator@${mail}`
  const { programmeId } = await startProgramme(deps, service.id, people[0] ?? '', details, coordinator)
  const skill = await recordSkill(deps, service.id, people[0] ?? '', `volunteer-1@${mail}`)
  const child = await makeChild(deps, service, mail)
  const cookies: Partial<Record<MembershipRole, string>> = {}
  for (const role of membershipRoles) {
    const email = role === 'volunteer' ? `volunteer-1@${mail}` : `${role}@${mail}`
    const organisationId = role === 'analyst' ? (service.parentId ?? '') : service.id
    const [personId = ''] = people
    if (role !== 'guardian')
      await addMembership(deps, organisationId, {
        email,
        role,
        ...(role === 'volunteer' ? { personId } : {}),
      })
    cookies[role] = await app.signIn(email)
  }
  const supervisor = (await listMembers(deps, service.id)).find(({ role }) => role === 'supervisor')
  await withOrganisation(deps.db, service.id, (scope) =>
    replaceBranches(scope, supervisor?.id ?? '', [branch?.id ?? '']),
  )
  const network = await withOrganisation(deps.db, service.parentId ?? '', ({ trx }) =>
    trx
      .selectFrom('organisation')
      .select('slug')
      .where('id', '=', service.parentId ?? '')
      .executeTakeFirstOrThrow(),
  )
  // The last coordinator: nobody can end this membership.
  const last = (await listMembers(deps, service.id)).find(({ role }) => role === 'coordinator')
  const needs = {
    needsName: true,
    needsContact: false,
    needsSessions: false,
    firstDate: null,
    lastDate: null,
  }
  const about = { kind: 'complaint', reference: 'C-1', reason: 'It is open.' } as const
  await openMatter(deps, service.id, people[0] ?? '', { ...about, ...needs }, `dpo@${mail}`)
  const [matter] = await listMatters(deps, service.id)
  const record = { organisationId: service.id, personId: people[0] ?? '' }
  const token = await offerTo(deps, record, mail)
  const [link] = await listLinks(deps, record)
  return {
    ofGuardian: { slug: service.slug, code: 'LV-02', format: 'json', ...child },
    parts: {
      slug: service.slug,
      key: 'questions.sex',
      question: 'sex',
      token,
      branchId: branch?.id ?? '',
      membershipId: last?.id ?? '',
      matterId: matter?.id ?? '',
      linkId: link?.id ?? '',
      importId,
      code: 'LV-02',
      ownCode: await draftOwnBadge(deps, service),
      language: 'en',
      batchId: batch.id,
      runId,
      awardId: awardIds[0] ?? '',
      format: 'json',
      personId: people[0] ?? '',
      sessionId,
      recordId: await recordTick(deps, service.id, people[0] ?? '', `coordinator@${mail}`),
      endorsementId: await writeAndAgree(deps, service, people[0] ?? '', `supervisor@${mail}`),
      ...skill,
      approval,
      approvalOfSupervisor: ofSupervisor.batchId,
      programmeId,
      file: 'pack.pdf',
      pointId,
      ...(await makeRoleParts(deps, service, people[0] ?? '', `head@${mail}`)),
    },
    networkSlug: network.slug,
    // Every role has been given one above.
    cookies: cookies as Record<MembershipRole, string>,
  }
}
