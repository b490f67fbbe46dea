import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { badgeEligibility, getIssueBatch, startIssueBatch } from '../../src/awards/actions'
import { countBadges } from '../../src/awards/lists/actions'
import { withOrganisation } from '../../src/database/scope'
import {
  approveSessions,
  heldSessions,
  recordRegister,
  restoreSession,
  voidSession,
} from '../../src/hours/actions'
import { readEntryForm } from '../../src/hours/pages/read-entry-form'
import type { Organisation } from '../../src/organisations/model'
import { recordOwnConsent } from '../../src/people/consents/actions'
import { changeGuardianConsent } from '../../src/people/guardians/actions'
import { addRole } from '../../src/roles/actions'
import { findPublicAward, setSharing } from '../../src/sharing/actions'
import { earnBadge, issueBadge } from '../support/awards'
import { openTestDeps, type TestDeps } from '../support/database'
import { startOfTests } from '../support/fakes'
import { makeService } from '../support/organisation'
import { askGuardian, confirmGuardian, guardianOf, makeBorn } from '../support/young'

const coordinator = 'coordinator@example.org'

let opened: TestDeps
let service: Organisation
let roleId: string
beforeAll(async () => {
  opened = await openTestDeps()
}, 60_000)
afterAll(() => opened.close())
beforeEach(async () => {
  opened.clock.set(startOfTests)
  service = await makeService(opened.deps)
  roleId = await addRole(opened.deps, service.id, {
    ...{ nationalCode: 'RO-11', titleEn: 'Garden', titleCy: null, boundaryClass: 'value-added' },
  })
})

const born = (births: Readonly<Record<string, string | null>>) => makeBorn(opened.deps, service, births)
const confirm = (personId: string) => confirmGuardian(opened.deps, service, personId)

const recordFor = (personIds: readonly string[], approve: boolean, day = '2026-05-04') =>
  recordRegister(
    opened.deps,
    service.id,
    personIds.map((personId) => readEntryForm({ roleId, date: day, start: '10:00', end: '12:00' }, personId)),
    { email: coordinator, approve },
  )

const approveAll = () => approveSessions(opened.deps, service.id, { all: {} }, coordinator)

describe('hours of young volunteers', () => {
  test('a bulk approval approves the rest and says who waits, and for whom', async () => {
    const [adult = '', nobody = '', asked = '', youth = '', year = ''] = await born({
      ...{ Adult: '1980', Nobody: '2012-01-01', Asked: '2013-02-03', Youth: '2009-06-02', Year: '2008' },
    })
    await askGuardian(opened.deps, service, asked)
    await recordFor([adult, nobody, asked, youth, year], false)
    const { approved, held } = await approveAll()
    expect(approved).toBe(1)
    expect(Object.fromEntries(held.map((one) => [one.personId, one.hold]))).toEqual({
      [nobody]: 'guardian-missing',
      [asked]: 'guardian-waiting',
      [youth]: 'self-missing',
      // Born in 2008, perhaps on 31 December: seventeen still.
      [year]: 'self-missing',
    })
    expect(
      (await heldSessions(opened.deps, service.id)).map(({ name, hold, sessions }) => [name, hold, sessions]),
    ).toEqual([
      ['Asked', 'guardian-waiting', 1],
      ['Nobody', 'guardian-missing', 1],
      ['Year', 'self-missing', 1],
      ['Youth', 'self-missing', 1],
    ])
    const answers = [{ purpose: 'role', agrees: true } as const]
    await recordOwnConsent(opened.deps, service.id, youth, { answers, how: 'in-person', actor: coordinator })
    await confirm(nobody)
    expect((await approveAll()).approved).toBe(2)
  })

  test('neither a register nor naming sessions one by one goes past it', async () => {
    const [child = '', adult = ''] = await born({ Child: '2015-01-01', Adult: null })
    expect(await recordFor([child, adult], true)).toMatchObject({ ok: true, added: 2, approved: 1, held: 1 })
    const ids = await sessionIdsOf(child)
    const one = await approveSessions(opened.deps, service.id, { sessionIds: ids }, coordinator)
    expect(one).toMatchObject({ approved: 0, own: 0, held: [{ personId: child, sessions: 1 }] })
    await confirm(child)
    expect((await approveSessions(opened.deps, service.id, { sessionIds: ids }, coordinator)).approved).toBe(
      1,
    )
  })

  test('what was taken out does not come back as approved once the consent is taken back', async () => {
    const [young = ''] = await born({ Young: '2012-01-01' })
    await confirm(young)
    await recordFor([young], true)
    const [sessionId = ''] = await sessionIdsOf(young)
    await voidSession(opened.deps, service.id, sessionId, 'Wrong day', {
      email: coordinator,
      as: 'coordinator',
    })
    await withdraw(young)
    await expect(
      restoreSession(opened.deps, service.id, sessionId, 'Right after all', coordinator),
    ).rejects.toMatchObject({ code: 'consent-missing' })
    await confirmAgain(young)
    await restoreSession(opened.deps, service.id, sessionId, 'Right after all', coordinator)
    expect(await sessionIdsOf(young, 'approved')).toEqual([sessionId])
  })

  test('a guardian’s consent carries to the 16th birthday and no day longer', async () => {
    const [young = ''] = await born({ Young: '2010-06-03' })
    await confirm(young)
    opened.clock.set(new Date('2026-06-02T22:59:00Z'))
    await recordFor([young], false, '2026-05-04')
    await recordFor([young], false, '2026-05-05')
    const [first = '', second = ''] = await sessionIdsOf(young)
    const approve = (id: string) =>
      approveSessions(opened.deps, service.id, { sessionIds: [id] }, coordinator)
    expect((await approve(first)).approved).toBe(1)
    // Midnight in London, an hour before that in UTC.
    opened.clock.set(new Date('2026-06-02T23:00:00Z'))
    expect(await approve(second)).toMatchObject({ approved: 0, held: [{ hold: 'self-missing' }] })
  })
})

const sessionIdsOf = (personId: string, status?: 'approved'): Promise<string[]> =>
  withOrganisation(opened.deps.db, service.id, async ({ trx }) => {
    const rows = await trx
      .selectFrom('volunteering_session')
      .select('id')
      .where('person_id', '=', personId)
      .$if(status !== undefined, (query) => query.where('status', '=', status ?? 'approved'))
      .orderBy('local_date')
      .execute()
    return rows.map(({ id }) => id)
  })

const change = (personId: string, answers: { role?: boolean; sharing?: boolean }) =>
  changeGuardianConsent(opened.deps, service.id, personId, { answers, email: guardianOf(personId) })
const withdraw = (personId: string) => change(personId, { role: false })
const confirmAgain = (personId: string) => change(personId, { role: true })

describe('badges of young volunteers', () => {
  test('are not issued before the consent, named one by one or all together; the lists say why', async () => {
    const [adult = '', young = ''] = await born({ Adult: null, Young: '2012-01-01' })
    await earnBadge(opened.deps, service, [adult, young])
    const eligible = await badgeEligibility(opened.deps, service.id, 'LV-02')
    expect(eligible.map(({ name, eligible: earned, hold }) => [name, earned, hold])).toEqual([
      ['Adult', true, undefined],
      ['Young', true, 'guardian-missing'],
    ])
    const counted = (await countBadges(opened.deps, service.id)).find(
      ({ definition }) => definition.id === 'LV-02',
    )
    expect(counted?.ready).toBe(1)
    const issue = async (personIds: readonly string[] | 'eligible') => {
      const { batchId } = await startIssueBatch(opened.deps, service, {
        code: 'LV-02',
        actor: coordinator,
        personIds,
      })
      return getIssueBatch(opened.deps, service.id, batchId)
    }
    expect(await issue([young])).toMatchObject({
      issued: 0,
      refused: [{ personId: young, reason: 'consent-missing', hold: 'guardian-missing' }],
    })
    expect(await issue('eligible')).toMatchObject({ total: 1, issued: 1, refused: [] })
    await confirm(young)
    expect(await issue('eligible')).toMatchObject({ total: 1, issued: 1 })
  })

  test('have no page until guardian and child agree, show a short name, and shut at once when one takes it back', async () => {
    const [young = ''] = await born({ 'Amina Hassan': '2012-01-01' })
    await confirm(young)
    const { awardIds } = await issueBadge(opened.deps, service, [young])
    const [awardId = ''] = awardIds
    const holder = { organisationId: service.id, personId: young, actor: 'volunteer-1@mail.example.org' }
    const certificate = async () =>
      findPublicAward(opened.deps, { certificateKey: await certificateKeyOf(awardId) })
    const share = () => setSharing(opened.deps, holder, awardId, { publicPage: true, showName: true })
    await expect(share()).rejects.toMatchObject({ code: 'consent-missing' })
    expect(await certificate()).toBeUndefined()
    const agree = (agrees: boolean) =>
      recordOwnConsent(opened.deps, service.id, young, {
        ...{ answers: [{ purpose: 'sharing', agrees }], how: 'account', actor: holder.actor },
      })
    await agree(true)
    expect(await certificate()).toMatchObject({ awardId })
    await share()
    expect(await findPublicAward(opened.deps, { credentialId: awardId })).toMatchObject({
      holderName: 'Amina H.',
    })
    await change(young, { sharing: false })
    expect(await findPublicAward(opened.deps, { credentialId: awardId })).toBeUndefined()
    expect(await certificate()).toBeUndefined()
    await expect(share()).rejects.toMatchObject({ code: 'consent-missing' })
    await change(young, { sharing: true })
    expect(await findPublicAward(opened.deps, { credentialId: awardId })).toBeUndefined()
    await share()
    await agree(false)
    expect(await findPublicAward(opened.deps, { credentialId: awardId })).toBeUndefined()
  })

  test('switching everything off needs nobody’s consent', async () => {
    const [young = ''] = await born({ Young: '2012-01-01' })
    await confirm(young)
    const { awardIds } = await issueBadge(opened.deps, service, [young])
    const holder = { organisationId: service.id, personId: young, actor: coordinator }
    const off = setSharing(opened.deps, holder, awardIds[0] ?? '', { publicPage: false, showName: false })
    await expect(off).resolves.toBeUndefined()
  })
})

const certificateKeyOf = (awardId: string): Promise<string> =>
  withOrganisation(opened.deps.db, service.id, async ({ trx }) => {
    const row = await trx
      .selectFrom('award')
      .select('certificate_key')
      .where('id', '=', awardId)
      .executeTakeFirstOrThrow()
    return row.certificate_key
  })
