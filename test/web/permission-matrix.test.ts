import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createApp } from '../../src/app'
import { runPrintRun, startPrintRun } from '../../src/certificates/print-runs/actions'
import { withOrganisation } from '../../src/database/scope'
import { startProgramme } from '../../src/dofe/actions'
import { evidenceFor, recordEvidence } from '../../src/evidence/actions'
import { addCheckInPoint, approveSessions, recordSession } from '../../src/hours/actions'
import { readEntryForm } from '../../src/hours/pages/read-entry-form'
import { listMatters, openMatter } from '../../src/keeping/matters/actions'
import { listLinks, offerLink } from '../../src/linking/actions'
import { addBranch, addMembership, listBranches } from '../../src/organisations/actions'
import { listMembers } from '../../src/organisations/members/actions'
import {
  type MembershipRole,
  membershipRoles,
  type Organisation,
  type Permission,
} from '../../src/organisations/model'
import { permits } from '../../src/organisations/rules/permits'
import { answerInvitation, inviteGuardian } from '../../src/people/guardians/actions'
import { addEvidence, recordClaim } from '../../src/skills/actions'
import { details } from '../dofe/rules/input'
import { bytesOf, importFile } from '../hours/service'
import { makeRoleParts } from '../roles/parts'
import { issueBadge } from '../support/awards'
import { makePeople, makeService } from '../support/organisation'
import { openTestApp, type TestApp } from '../support/web'
import { makeBorn } from '../support/young'

/** What each route into a tenant asks for. A route that is missing here fails the first test. */
const asks: Readonly<Record<string, Permission>> = {
  'GET /services/:slug': 'service:read',
  'GET /services/:slug/hours': 'hours:read',
  'POST /services/:slug/hours/approve': 'hours:approve',
  'POST /services/:slug/hours/undo': 'hours:approve',
  'GET /services/:slug/hours/disputed': 'hours:read',
  'GET /services/:slug/hours/register': 'hours:record',
  'POST /services/:slug/hours/register': 'hours:record',
  'GET /services/:slug/hours/sessions/:sessionId': 'hours:read',
  'GET /services/:slug/hours/sessions/:sessionId/correct': 'hours:record',
  'POST /services/:slug/hours/sessions/:sessionId/correct': 'hours:record',
  'POST /services/:slug/hours/sessions/:sessionId/void': 'hours:record',
  'POST /services/:slug/hours/sessions/:sessionId/restore': 'hours:record',
  'GET /services/:slug/reviews': 'badges:read',
  'GET /services/:slug/awards/:awardId/review': 'badges:revoke',
  'POST /services/:slug/awards/:awardId/review': 'badges:revoke',
  'GET /my/hours/:slug': 'hours:record-own',
  'GET /my/hours/:slug/add': 'hours:record-own',
  'POST /my/hours/:slug/add': 'hours:record-own',
  'GET /my/hours/:slug/sessions/:sessionId': 'hours:record-own',
  'GET /my/hours/:slug/sessions/:sessionId/correct': 'hours:record-own',
  'POST /my/hours/:slug/sessions/:sessionId/correct': 'hours:record-own',
  'POST /my/hours/:slug/sessions/:sessionId/void': 'hours:record-own',
  'GET /services/:slug/check-in': 'hours:record',
  'POST /services/:slug/check-in': 'hours:record',
  'GET /services/:slug/check-in/points/:pointId': 'hours:record',
  'POST /services/:slug/check-in/points/:pointId/revoke': 'hours:record',
  'GET /services/:slug/check-in/numbers': 'hours:record',
  'POST /services/:slug/check-in/numbers': 'hours:record',
  'POST /my/hours/:slug/number': 'hours:record-own',
  'GET /services/:slug/imports': 'hours:import',
  'POST /services/:slug/imports': 'hours:import',
  'GET /services/:slug/imports/template.csv': 'hours:import',
  'GET /services/:slug/imports/example.csv': 'hours:import',
  'GET /services/:slug/imports/:importId': 'hours:import',
  'POST /services/:slug/imports/:importId/run': 'hours:import',
  'GET /services/:slug/imports/:importId/faults.csv': 'hours:import',
  'GET /services/:slug/badges': 'badges:read',
  'GET /services/:slug/badges/:code': 'badges:read',
  'POST /services/:slug/badges/:code/settings': 'badges:issue',
  'GET /services/:slug/badges/:code/rule': 'badges:design',
  'POST /services/:slug/badges/:code/rule': 'badges:design',
  'POST /services/:slug/badges/:code/issue': 'badges:issue',
  'GET /services/:slug/batches/:batchId': 'badges:read',
  'POST /services/:slug/batches/:batchId/certificates': 'badges:issue',
  'GET /services/:slug/print-runs/:runId': 'badges:read',
  'GET /services/:slug/print-runs/:runId/certificates.pdf': 'badges:read',
  'GET /services/:slug/batches/:batchId/report.csv': 'badges:read',
  'POST /services/:slug/badges/:code/preview': 'badges:issue',
  'GET /services/:slug/awards/:awardId': 'badges:read',
  'GET /services/:slug/awards/:awardId/files/:format': 'badges:read',
  'GET /services/:slug/awards/:awardId/revoke': 'badges:revoke',
  'POST /services/:slug/awards/:awardId/revoke': 'badges:revoke',
  'GET /services/:slug/awards/:awardId/suspend': 'badges:revoke',
  'POST /services/:slug/awards/:awardId/suspend': 'badges:revoke',
  'GET /services/:slug/awards/:awardId/reinstate': 'badges:revoke',
  'POST /services/:slug/awards/:awardId/reinstate': 'badges:revoke',
  'POST /services/:slug/awards/:awardId/claim': 'badges:issue',
  'GET /services/:slug/evidence': 'evidence:record',
  'POST /services/:slug/evidence': 'evidence:record',
  'POST /services/:slug/evidence/:recordId/withdraw': 'evidence:record',
  'GET /services/:slug/volunteers/:personId/evidence': 'evidence:record',
  'GET /services/:slug/volunteers/:personId/badges': 'badges:read',
  'GET /my/progress/:slug': 'record:read-own',
  'GET /my/reflections/:slug': 'reflection:write-own',
  'POST /my/reflections/:slug': 'reflection:write-own',
  'GET /services/:slug/volunteers': 'people:read',
  'POST /services/:slug/volunteers': 'people:read',
  'GET /services/:slug/volunteers/:personId': 'people:read',
  'GET /services/:slug/waiting-volunteers': 'people:read',
  'GET /services/:slug/add-volunteer': 'people:edit',
  'POST /services/:slug/add-volunteer': 'people:edit',
  'GET /services/:slug/volunteers/:personId/edit': 'people:edit',
  'POST /services/:slug/volunteers/:personId/edit': 'people:edit',
  'POST /services/:slug/volunteers/:personId/consents': 'people:edit',
  'GET /services/:slug/volunteers/:personId/guardian': 'people:edit',
  'POST /services/:slug/volunteers/:personId/guardian': 'people:edit',
  'POST /services/:slug/volunteers/:personId/guardians/:guardianId': 'people:edit',
  'GET /my/details/:slug': 'record:edit-own',
  'POST /my/details/:slug': 'record:edit-own',
  'GET /my/consents': 'consents:give',
  'POST /my/consents/:slug/:personId': 'consents:give',
  'POST /my/person': 'record:read-own',
  'GET /services/:slug/volunteers/:personId/transcript': 'people:read',
  'GET /services/:slug/volunteers/:personId/transcript.pdf': 'people:read',
  'GET /my/transcripts/:slug': 'hours:record-own',
  'GET /my/transcripts/:slug/transcript.pdf': 'hours:record-own',
  'GET /services/:slug/dofe': 'dofe:manage',
  'GET /services/:slug/dofe/programmes/new': 'dofe:manage',
  'POST /services/:slug/dofe/programmes/new': 'dofe:manage',
  'GET /services/:slug/dofe/:programmeId': 'dofe:manage',
  'GET /services/:slug/dofe/:programmeId/edit': 'dofe:manage',
  'POST /services/:slug/dofe/:programmeId/edit': 'dofe:manage',
  'POST /services/:slug/dofe/:programmeId/end': 'dofe:manage',
  'GET /services/:slug/dofe/:programmeId/sessions': 'dofe:manage',
  'POST /services/:slug/dofe/:programmeId/sessions': 'dofe:manage',
  'GET /services/:slug/dofe/:programmeId/goals': 'dofe:manage',
  'POST /services/:slug/dofe/:programmeId/goals': 'dofe:manage',
  'GET /services/:slug/dofe/:programmeId/assessor': 'dofe:manage',
  'POST /services/:slug/dofe/:programmeId/assessor': 'dofe:manage',
  'GET /services/:slug/dofe/:programmeId/report': 'dofe:manage',
  'POST /services/:slug/dofe/:programmeId/report': 'dofe:manage',
  'GET /services/:slug/dofe/:programmeId/leader': 'dofe:manage',
  'POST /services/:slug/dofe/:programmeId/leader': 'dofe:manage',
  'GET /services/:slug/dofe/:programmeId/planner': 'dofe:manage',
  'GET /services/:slug/dofe/:programmeId/pack': 'dofe:manage',
  'GET /services/:slug/dofe/:programmeId/files/:file': 'dofe:manage',
  'GET /my/dofe/:slug/:programmeId': 'dofe:read-own',
  'POST /my/dofe/:slug/:programmeId/name': 'dofe:read-own',
  'GET /my/dofe/:slug/:programmeId/planner': 'dofe:read-own',
  'GET /my/dofe/:slug/:programmeId/pack': 'dofe:read-own',
  'GET /my/dofe/:slug/:programmeId/files/:file': 'dofe:read-own',
  'GET /services/:slug/skills': 'skills:read',
  'POST /services/:slug/skills': 'skills:confirm',
  'GET /services/:slug/skills/:claimId': 'skills:read',
  'POST /services/:slug/skills/:claimId': 'skills:confirm',
  'GET /services/:slug/skills/:claimId/evidence/:evidenceId': 'skills:read',
  'GET /services/:slug/mappings': 'frameworks:read',
  'POST /services/:slug/mappings': 'frameworks:manage',
  'GET /services/:slug/frameworks': 'frameworks:read',
  'POST /services/:slug/frameworks': 'frameworks:manage',
  'POST /services/:slug/frameworks/import': 'frameworks:manage',
  'GET /my/skills/:slug': 'skills:record-own',
  'GET /my/skills/:slug/add': 'skills:record-own',
  'POST /my/skills/:slug/add': 'skills:record-own',
  'GET /my/skills/:slug/record': 'skills:record-own',
  'GET /my/skills/:slug/record/files/:format': 'skills:record-own',
  'GET /my/skills/:slug/claims/:claimId': 'skills:record-own',
  'POST /my/skills/:slug/claims/:claimId': 'skills:record-own',
  'GET /my/skills/:slug/claims/:claimId/context': 'skills:record-own',
  'POST /my/skills/:slug/claims/:claimId/context': 'skills:record-own',
  'GET /my/skills/:slug/claims/:claimId/evidence': 'skills:record-own',
  'POST /my/skills/:slug/claims/:claimId/evidence': 'skills:record-own',
  'GET /my/skills/:slug/claims/:claimId/evidence/:evidenceId': 'skills:record-own',
  'GET /services/:slug/roles': 'roles:read',
  'GET /services/:slug/role-catalogue': 'roles:read',
  'POST /services/:slug/role-catalogue': 'roles:manage',
  'GET /services/:slug/roles/:roleId': 'roles:read',
  'POST /services/:slug/roles/:roleId/state': 'roles:manage',
  'GET /services/:slug/roles/:roleId/edit': 'roles:manage',
  'POST /services/:slug/roles/:roleId/edit': 'roles:manage',
  'GET /services/:slug/roles/:roleId/check': 'roles:manage',
  'POST /services/:slug/roles/:roleId/check': 'roles:manage',
  'GET /services/:slug/boundary': 'boundary:read',
  'POST /services/:slug/boundary': 'roles:manage',
  'GET /services/:slug/boundary/:roleId': 'boundary:read',
  'POST /services/:slug/boundary/:roleId/records': 'roles:manage',
  'POST /services/:slug/boundary/:roleId/talks': 'roles:manage',
  'GET /services/:slug/opportunities': 'placements:read',
  'POST /services/:slug/opportunities': 'placements:manage',
  'GET /services/:slug/opportunities/:opportunityId': 'placements:read',
  'POST /services/:slug/opportunities/:opportunityId/close': 'placements:manage',
  'POST /services/:slug/applications/:applicationId': 'placements:manage',
  'GET /services/:slug/placements': 'placements:read',
  'GET /services/:slug/placements/add': 'placements:manage',
  'POST /services/:slug/placements/add': 'placements:manage',
  'GET /services/:slug/placements/:placementId': 'placements:read',
  'POST /services/:slug/placements/:placementId/induction': 'placements:manage',
  'POST /services/:slug/placements/:placementId/end': 'placements:manage',
  'POST /services/:slug/placements/:placementId/access': 'access:manage',
  'GET /services/:slug/training': 'training:manage',
  'POST /services/:slug/training': 'training:manage',
  'GET /services/:slug/volunteers/:personId/training': 'training:manage',
  'POST /services/:slug/volunteers/:personId/training': 'training:manage',
  'POST /services/:slug/volunteers/:personId/checks': 'training:manage',
  'GET /services/:slug/access': 'access:read',
  'POST /services/:slug/access/card': 'access:manage',
  'POST /services/:slug/access/:accessId': 'access:manage',
  'GET /services/:slug/settings': 'settings:read',
  'GET /services/:slug/settings/details': 'settings:read',
  'POST /services/:slug/settings/details': 'settings:change',
  'GET /services/:slug/settings/rules/:key': 'settings:read',
  'POST /services/:slug/settings/rules/:key': 'settings:change',
  'GET /services/:slug/settings/branches': 'settings:read',
  'POST /services/:slug/settings/branches': 'settings:change',
  'GET /services/:slug/settings/branches/:branchId': 'settings:change',
  'POST /services/:slug/settings/branches/:branchId': 'settings:change',
  'GET /services/:slug/settings/organisations': 'settings:read',
  'POST /services/:slug/settings/organisations': 'settings:change',
  'GET /services/:slug/members': 'members:read',
  'POST /services/:slug/members': 'members:manage',
  'GET /services/:slug/members/:membershipId': 'members:manage',
  'POST /services/:slug/members/:membershipId': 'members:manage',
  'POST /services/:slug/members/:membershipId/end': 'members:manage',
  'GET /services/:slug/privacy': 'privacy:manage',
  'POST /services/:slug/privacy': 'privacy:manage',
  'POST /services/:slug/privacy/run': 'privacy:manage',
  'POST /services/:slug/privacy/matters/:matterId/close': 'privacy:manage',
  'GET /services/:slug/privacy/volunteers/:personId': 'privacy:manage',
  'POST /services/:slug/privacy/volunteers/:personId': 'privacy:manage',
  'GET /services/:slug/privacy/volunteers/:personId/copy/:format': 'privacy:manage',
  'GET /services/:slug/privacy/volunteers/:personId/erase': 'privacy:manage',
  'POST /services/:slug/privacy/volunteers/:personId/erase': 'privacy:manage',
  'GET /services/:slug/audit': 'audit:read',
  'GET /my/data/:slug': 'privacy:own',
  'GET /my/data/:slug/copy/:format': 'privacy:own',
  'GET /my/data/:slug/erase': 'privacy:own',
  'POST /my/data/:slug/erase': 'privacy:own',
  'GET /services/:slug/people-figures': 'figures:read',
  'GET /networks/:slug/people': 'network:read',
  'GET /my/data/:slug/questions': 'privacy:own',
  'POST /my/data/:slug/questions': 'privacy:own',
  'GET /my/data/:slug/questions/:question': 'privacy:own',
  'POST /my/data/:slug/questions/:question': 'privacy:own',
  'GET /my/data/:slug/links': 'privacy:own',
  'POST /my/data/:slug/links': 'privacy:own',
  'GET /my/links/:token': 'privacy:own',
  'POST /my/links/:token': 'privacy:own',
  'POST /my/data/:slug/links/:linkId/end': 'privacy:own',
  'GET /networks/:slug': 'network:read',
  'GET /my': 'record:read-own',
  'GET /my/records/:slug': 'record:read-own',
  'GET /my/badges/:awardId': 'record:read-own',
  'GET /my/badges/:awardId/files/:format': 'record:read-own',
  'POST /my/badges/:awardId/sharing': 'record:read-own',
  'GET /my/badges/:awardId/holder': 'record:read-own',
  'POST /my/badges/:awardId/holder': 'record:read-own',
}
const routes = Object.entries(asks).map(([route, permission]) => ({ route, permission }))
const tenantPath = /^\/(services|networks|my|api\/v1\/(?!verify))/

/** A tenant with something behind every address, and a signed-in member of every role. */
type Tenant = {
  readonly parts: Readonly<Record<string, string>>
  /** What is the guardian's: the record of a child. */
  readonly ofGuardian: Readonly<Record<string, string>>
  readonly networkSlug: string
  readonly cookies: Readonly<Record<MembershipRole, string>>
}

let app: TestApp
let own: Tenant
let other: Tenant

/** A session of somebody that a coordinator has approved. */
const recordAndApprove = async (
  deps: TestApp['deps'],
  organisationId: string,
  personId: string,
  mail: string,
) => {
  const roleId = await withOrganisation(deps.db, organisationId, ({ trx }) =>
    trx.selectFrom('role').select('id').where('organisation_id', '=', organisationId).executeTakeFirst(),
  )
  const typed = { roleId: roleId?.id ?? '', date: '2026-01-05', start: '10:00', end: '11:00' }
  const email = `coordinator@${mail}`
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
const makeChild = async (service: Organisation, mail: string) => {
  const { deps } = app
  const [personId = ''] = await makeBorn(deps, service, { Child: '2018-01-01' }, `child.${mail}`)
  const guardian = { name: 'Gwen', relationship: '', email: `guardian@${mail}`, phone: '' }
  const request = { guardian, sentBy: 'paper', actor: `coordinator@${mail}` } as const
  const sent = await inviteGuardian(deps, service, personId, request)
  if (!sent.ok) throw new Error(JSON.stringify(sent.reason))
  const answers = { role: true, photo: true, sharing: true }
  await answerInvitation(deps, sent.value.token ?? '', { answers, name: 'Gwen', email: '' })
  const { awardIds } = await issueBadge(deps, service, [personId])
  const { sessionId } = await recordAndApprove(deps, service.id, personId, mail)
  return { personId, guardianId: sent.value.guardianId, awardId: awardIds[0] ?? '', sessionId }
}

const makeTenant = async (mail: string): Promise<Tenant> => {
  const { deps } = app
  const service = await makeService(deps)
  const people = await makePeople(deps, service, [`Ann of ${mail}`], { mail })
  const { batch, awardIds } = await issueBadge(deps, service, people)
  const print = { batchId: batch.id, paper: 'a4', actor: `coordinator@${mail}` } as const
  const { runId } = await startPrintRun(deps, service.id, print)
  await runPrintRun(deps, service.id, runId)
  const faulty = bytesOf(['Name,Date,Hours,Role', 'Ned,31/02/2026,2,Nothing'])
  const { importId } = await importFile(deps, service.id, faulty)
  const { sessionId, batchId: approval } = await recordAndApprove(deps, service.id, people[0] ?? '', mail)
  await addBranch(deps, service.id, { name: 'Central', libraryType: 'LAL' })
  const [branch] = await listBranches(deps, service.id)
  const { id: pointId } = await addCheckInPoint(
    deps,
    { organisation: service, actor: `coordinator@${mail}` },
    { kind: 'poster', branchId: branch?.id ?? '' },
  )
  const coordinator = `coordinator@${mail}`
  const { programmeId } = await startProgramme(deps, service.id, people[0] ?? '', details, coordinator)
  const skill = await recordSkill(deps, service.id, people[0] ?? '', `volunteer-1@${mail}`)
  const child = await makeChild(service, mail)
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
      key: 'hours.late-after-days',
      question: 'sex',
      token,
      branchId: branch?.id ?? '',
      membershipId: last?.id ?? '',
      matterId: matter?.id ?? '',
      linkId: link?.id ?? '',
      importId,
      code: 'LV-02',
      batchId: batch.id,
      runId,
      awardId: awardIds[0] ?? '',
      format: 'json',
      personId: people[0] ?? '',
      sessionId,
      recordId: await recordTick(deps, service.id, people[0] ?? '', `coordinator@${mail}`),
      ...skill,
      approval,
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

beforeAll(async () => {
  app = await openTestApp()
  own = await makeTenant('own.example.org')
  other = await makeTenant('other.example.org')
}, 120_000)
afterAll(() => app.close())

/** The things that stand in an address: the guardian's own where the address is of what somebody looks after. */
const partsFor = (route: string, tenant: Tenant, role?: MembershipRole) =>
  route.includes(':guardianId') || (role === 'guardian' && route.includes(' /my'))
    ? tenant.ofGuardian
    : tenant.parts

const addressOf = (route: string, tenant: Tenant, parts = partsFor(route, tenant)) => {
  const path = route.split(' ')[1] ?? ''
  return path.replace(/:(\w+)/g, (_, name: string) =>
    path.startsWith('/networks/') ? tenant.networkSlug : (parts[name] ?? ''),
  )
}

/** Whether the door opens: what lies behind it may still find fault with an empty form. */
const knock = async (
  route: string,
  address: string,
  cookie?: string,
  parts = own.parts,
): Promise<'opens' | 'refused'> => {
  const named = { batch: own.parts['approval'] ?? '', person: parts['personId'] ?? '' }
  const names = route.endsWith('/hours/undo') || route.endsWith('/my/person')
  const response = route.startsWith('POST')
    ? await app.post(address, names ? named : {}, cookie)
    : await app.get(address, cookie)
  const { status } = response
  expect(status, `${route} ${address}`).toBeLessThan(500)
  const toSignIn = status === 303 && (response.headers.get('location') ?? '').startsWith('/sign-in')
  return toSignIn || [401, 403, 404].includes(status) ? 'refused' : 'opens'
}

test('the matrix knows every route into a tenant', () => {
  const mounted = createApp(
    app.deps.config,
    () => app.deps,
    () => '192.0.2.1',
  )
    .routes.filter(({ method, path }) => method !== 'ALL' && tenantPath.test(path))
    .map(({ method, path }) => `${method} ${path}`)
  expect([...new Set(mounted)].sort()).toEqual(Object.keys(asks).sort())
})

describe.each(routes)('$route', ({ route, permission }) => {
  test('opens to the roles that may, and to no other', async () => {
    for (const role of membershipRoles) {
      const parts = partsFor(route, own, role)
      const outcome = await knock(route, addressOf(route, own, parts), own.cookies[role], parts)
      expect([role, outcome]).toEqual([role, permits(role, permission) ? 'opens' : 'refused'])
    }
  })

  test('stays shut to strangers and to every role of another organisation', async () => {
    const address = addressOf(route, own)
    expect(await knock(route, address)).toBe('refused')
    // A person's own record has no organisation in its address: without an award's id it is their own.
    if (route === 'GET /my' || route === 'GET /my/consents') return
    for (const role of membershipRoles)
      expect([role, await knock(route, address, other.cookies[role])]).toEqual([role, 'refused'])
  })

  test('does not find what is another organisation’s at its own address', async () => {
    const ids = [
      'roleId',
      'opportunityId',
      'applicationId',
      'placementId',
      'accessId',
      'importId',
      'batchId',
      'awardId',
      'personId',
      'sessionId',
      'pointId',
      'recordId',
      'programmeId',
      'claimId',
      'branchId',
      'membershipId',
      'matterId',
      'runId',
      'token',
    ].map((id) => `:${id}`)
    // What is taken back is named in the form.
    const named = [...ids, '/hours/undo', '/my/person'].some((id) => route.includes(id))
    const parts = { ...partsFor(route, own), slug: other.parts['slug'] ?? '' }
    const outcomes = await Promise.all(
      membershipRoles.map((role) => knock(route, addressOf(route, other, parts), other.cookies[role])),
    )
    expect(outcomes.includes('opens')).toBe(!named)
  })
})

test('nothing that strangers tried has changed anything', async () => {
  const { slug: _, awardId = '', personId = '' } = own.parts
  const page = await app.get(addressOf('GET /services/:slug/awards/:awardId', own), own.cookies.head)
  expect(await page.text()).not.toContain('Revoked')
  const before = app.queued.length
  const stolen = await app.post(
    `/services/${other.parts['slug']}/badges/LV-02/issue`,
    { person: personId },
    other.cookies.coordinator,
  )
  expect(stolen.status).toBeGreaterThanOrEqual(300)
  expect((await app.get(`/my/badges/${awardId}`, other.cookies.volunteer)).status).toBe(404)
  expect(app.queued.slice(before).filter(({ kind }) => kind === 'issue-badges')).toEqual([])
})
