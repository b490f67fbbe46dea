import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chooseCounted, startProgramme } from '../../src/dofe/actions'
import { inviteAssessor } from '../../src/dofe/invitations/actions'
import { makeDofeFile } from '../../src/dofe/outputs'
import { getProgramme } from '../../src/dofe/view'
import { disputeSessions } from '../../src/hours/actions'
import { verifyCredential } from '../../src/openbadges/verify'
import { didDocumentOf } from '../../src/organisations/actions'
import { sendDueMail } from '../../src/outbox/actions'
import { openTestApp, type TestApp } from '../support/web'
import { details } from './rules/input'
import { approveHours, assessorMail, coordinator, makeYoung, type Young } from './service'

let app: TestApp
beforeAll(async () => {
  app = await openTestApp()
  app.clock.set(new Date('2026-04-20T09:00:00Z'))
}, 60_000)
afterAll(() => app.close())

const cookieOf = (response: Response) => (response.headers.getSetCookie()[0] ?? '').split(';')[0] ?? ''
const linkIn = (text: string, pattern: RegExp) => pattern.exec(text)?.[0] ?? ''
const view = (young: Young) => getProgramme(app.deps, young.organisation.id, young.programmeId)
const outcomeOf = async (young: Young, id: string) =>
  (await view(young)).results.find((result) => result.id === id)

/** Invites the assessor and follows the link of the mail; the address and the cookie. */
const visit = async (young: Young) => {
  await inviteAssessor(
    app.deps,
    young.organisation,
    young.programmeId,
    { email: assessorMail, language: 'en' },
    coordinator,
  )
  await sendDueMail(app.deps)
  const link = linkIn(app.mails[0]?.text ?? '', /\/assess\/link\/\S+/)
  const followed = await app.post(link, {})
  expect(followed.status).toBe(303)
  const address = new URL(followed.headers.get('location') ?? '', app.deps.config.origin).pathname
  return { link, address, cookie: cookieOf(followed) }
}

const declared = {
  name: 'Martin Quayle',
  role: 'Library supervisor',
  relationship: 'staff',
  adult: 'yes',
  knowsActivity: 'yes',
  nameInCredential: 'yes',
}
const words = {
  goals: 'Amina wanted to lead an activity, and did.',
  effort: 'She came every week.',
  progress: 'She now explains loops by herself.',
  comments: 'Thank you for your patience with the youngest.',
}

const sign = async (young: Young, at: { address: string; cookie: string }, more: object = {}) => {
  const { snapshot } = await view(young)
  const form = { ...words, snapshot, confirm: 'yes', signName: 'Martin Quayle', do: 'sign', ...more }
  return app.post(`${at.address}/report`, form, at.cookie)
}

const today = async (young: Young) =>
  (await app.get(`/services/${young.organisation.slug}`, young.cookies.coordinator)).text()

const approve = (young: Young) =>
  app.post(
    `/services/${young.organisation.slug}/dofe/${young.programmeId}/report`,
    { do: 'approve' },
    young.cookies.coordinator,
  )

describe('a Bronze programme from the plan to the signed report', () => {
  let young: Young
  let assessor: { link: string; address: string; cookie: string }

  test('sessions of the section count by themselves from the first planned day on', async () => {
    young = await makeYoung(app)
    const { sessions, target } = await view(young)
    expect(sessions).toHaveLength(14)
    expect(target).toBe(3)
    expect(await outcomeOf(young, 'DF-03')).toMatchObject({ outcome: 'pass' })
  })

  test('nobody has two programmes of the same level and section', async () => {
    const again = startProgramme(app.deps, young.organisation.id, young.personId, details, coordinator)
    await expect(again).rejects.toMatchObject({ code: 'duplicate' })
  })

  test('the young person’s own address is no assessor’s', async () => {
    const own = `volunteer-1@${young.organisation.slug}.example.org`
    const page = await app.post(
      `/services/${young.organisation.slug}/dofe/${young.programmeId}/assessor`,
      { email: own, language: 'en' },
      young.cookies.coordinator,
    )
    expect(page.status).toBe(422)
    expect(await page.text()).toContain('own address')
  })

  test('the link of the mail works once, and names the first name alone', async () => {
    assessor = await visit(young)
    expect(app.mails[0]?.text).not.toContain('Hassan')
    expect((await app.post(assessor.link, {})).status).toBe(410)
    expect((await app.get(`${assessor.address}`)).status).toBe(200)
    expect(await (await app.get(assessor.address)).text()).not.toContain('Amina')
  })

  test('whoever is family is refused, and may answer again', async () => {
    const family = { ...declared, relationship: 'family' }
    await app.post(`${assessor.address}/declare`, family, assessor.cookie)
    expect(await (await app.get(assessor.address, assessor.cookie)).text()).toContain(
      'cannot be the assessor',
    )
    expect(await outcomeOf(young, 'DF-12')).toMatchObject({ outcome: 'fail', reason: 'assessor-related' })
    expect((await sign(young, assessor)).status).toBe(403)
    await app.post(`${assessor.address}/declare`, declared, assessor.cookie)
    const page = await (await app.get(assessor.address, assessor.cookie)).text()
    expect(page).toContain('What Amina did')
    expect(page).not.toContain('Hassan')
    expect(page).toContain('Code Club helper')
  })

  test('a draft is kept and warned of, a signature needs every answer', async () => {
    const draft = { ...words, comments: 'Write to amina@example.org', do: 'save', snapshot: '' }
    const saved = await app.post(`${assessor.address}/report`, draft, assessor.cookie)
    expect(saved.status).toBe(303)
    const page = await (await app.get(`${assessor.address}/report`, assessor.cookie)).text()
    expect(page).toContain('seems to be an e-mail address')
    expect((await sign(young, assessor, { effort: '' })).status).toBe(422)
    expect((await sign(young, assessor, { snapshot: 'other' })).status).toBe(422)
    expect((await view(young)).open?.status).toBe('draft')
  })

  test('a code of the mail lets the assessor in again, once', async () => {
    const asked = await app.post(`${assessor.address}/code`, { do: 'mail' })
    expect(await asked.text()).toContain('We have mailed you a code')
    await sendDueMail(app.deps)
    const code = linkIn(app.mails[0]?.text ?? '', /\d{6}/)
    const wrong = code === '000000' ? '000001' : '000000'
    expect((await app.post(`${assessor.address}/code`, { do: 'enter', code: wrong })).status).toBe(422)
    const entered = await app.post(`${assessor.address}/code`, { do: 'enter', code })
    expect(entered.status).toBe(303)
    expect(await (await app.get(assessor.address, cookieOf(entered))).text()).toContain('What Amina did')
    expect((await app.post(`${assessor.address}/code`, { do: 'enter', code })).status).toBe(422)
  })

  test('the report waits for the coordinator, may be returned, and is the young person’s when approved', async () => {
    expect((await sign(young, assessor)).status).toBe(303)
    const mine = `/my/dofe/${young.organisation.slug}/${young.programmeId}`
    expect(await today(young)).toContain('Youth award reports to look at')
    expect(await (await app.get(mine, young.cookies.volunteer)).text()).not.toContain('every week.')
    const review = `/services/${young.organisation.slug}/dofe/${young.programmeId}/report`
    expect((await app.post(review, { do: 'return', reason: '' }, young.cookies.coordinator)).status).toBe(422)
    await app.post(
      review,
      { do: 'return', reason: 'Please say more of the goals.' },
      young.cookies.coordinator,
    )
    await sendDueMail(app.deps)
    expect(app.mails[0]?.to).toBe(assessorMail)
    expect((await approve(young)).status).toBe(409)
    expect(await today(young)).not.toContain('Youth award reports')
    await sign(young, assessor)
    expect((await approve(young)).status).toBe(303)
    const page = await (await app.get(mine, young.cookies.volunteer)).text()
    expect(page).toContain('She came every week.')
    expect((await view(young)).approvedReport?.status).toBe('approved')
    expect(await outcomeOf(young, 'DF-14')).toMatchObject({ outcome: 'pass' })
  })

  const file = async (name: string) => {
    const made = await makeDofeFile(app.deps, young.organisation, await view(young), name, 'en')
    return new TextDecoder().decode(made.bytes)
  }
  const verify = async (text: string) => {
    const did = JSON.stringify(await didDocumentOf(app.deps, young.organisation))
    return verifyCredential(
      { text },
      {
        now: app.clock.now(),
        fetchDocument: async (url) => {
          const { pathname } = new URL(url)
          if (url.endsWith('/did.json')) return { status: 200, contentType: 'application/json', text: did }
          const response = await app.get(pathname, undefined, { Accept: 'application/ld+json' })
          const contentType = response.headers.get('content-type') ?? ''
          return { status: response.status, contentType, text: await response.text() }
        },
      },
    )
  }

  test('the record and the report verify, name nobody, and state where the hours stood', async () => {
    const [record, report] = [await file('record.json'), await file('report.json')]
    for (const text of [record, report]) {
      expect(text).not.toContain('Amina Hassan')
      const { verdict, checks } = await verify(text)
      expect({ verdict, failed: checks.filter(({ outcome }) => outcome === 'failed') }).toEqual({
        verdict: 'verified',
        failed: [],
      })
    }
    const root = (await view(young)).approvedReport?.facts?.ledger.root ?? 'none'
    expect(record).toContain(root)
    expect(report).toContain(root)
    expect(JSON.parse(report)).toMatchObject({ credentialSubject: { id: JSON.parse(record).id } })
    expect(JSON.parse(record)).toMatchObject({
      credentialSubject: {
        achievement: { achievementType: 'CertificateOfCompletion' },
        role: 'Code Club helper',
      },
    })
    expect(report).toContain('Martin Quayle')
    expect(await file('report.txt')).toContain('She now explains loops by herself.')
  })

  test('an altered report does not verify', async () => {
    const altered = (await file('report.json')).replace('every week', 'every day')
    expect((await verify(altered)).verdict).toBe('not-verified')
  })

  test('hours that change afterwards mark the report stale; a new one takes its place and the old record is taken back', async () => {
    const before = await file('record.json')
    const { sessionIds, organisation } = young
    const about = { reason: 'Not there that day', actor: coordinator }
    await disputeSessions(app.deps, organisation.id, [sessionIds[5] ?? ''], about)
    expect(await outcomeOf(young, 'DF-17')).toMatchObject({ outcome: 'fail', reason: 'report-stale' })
    expect(await today(young)).toContain('Youth award reports that no longer agree with the hours')
    const mine = `/my/dofe/${organisation.slug}/${young.programmeId}`
    const pages = [mine, `${mine}/pack`].map((address) => app.get(address, young.cookies.volunteer))
    for (const page of pages) expect(await (await page).text()).toContain('The hours have changed')
    expect(await file('report.txt')).toContain('The hours have changed')
    await sign(young, assessor)
    expect((await approve(young)).status).toBe(303)
    expect(await outcomeOf(young, 'DF-17')).toMatchObject({ outcome: 'pass' })
    expect((await verify(await file('record.json'))).verdict).toBe('verified')
    app.clock.advance(120_000)
    expect((await verify(before)).verdict).toBe('not-verified')
  })

  test('a leader reads by a link until it is ended', async () => {
    const links = `/services/${young.organisation.slug}/dofe/${young.programmeId}/leader`
    const made = await (await app.post(links, { do: 'make' }, young.cookies.coordinator)).text()
    const address = linkIn(made, /\/leader\/[\w-]+/)
    const page = await app.get(address)
    expect(await page.text()).toContain('Amina Hassan')
    const pdf = await app.get(`${address}/pack.pdf`)
    expect(new TextDecoder('latin1').decode((await pdf.arrayBuffer()).slice(0, 5))).toBe('%PDF-')
    const linkId = linkIn(
      await (await app.get(links, young.cookies.coordinator)).text(),
      /(?<=linkId" value=")[^"]+/,
    )
    await app.post(links, { do: 'end', linkId }, young.cookies.coordinator)
    expect((await app.get(address)).status).toBe(410)
    expect((await app.get('/leader/unknown')).status).toBe(404)
  })

  test('the link of a leader runs out', async () => {
    const links = `/services/${young.organisation.slug}/dofe/${young.programmeId}/leader`
    const address = linkIn(
      await (await app.post(links, { do: 'make' }, young.cookies.coordinator)).text(),
      /\/leader\/[\w-]+/,
    )
    const now = app.clock.now()
    app.clock.set(new Date(now.getTime() + 30 * 86_400_000 - 1))
    expect((await app.get(address)).status).toBe(200)
    app.clock.set(new Date(now.getTime() + 30 * 86_400_000))
    expect((await app.get(address)).status).toBe(410)
    app.clock.set(now)
  })
})

describe('which sessions count', () => {
  test('a choice is kept, sending it again writes nothing, and a session counts for one programme only', async () => {
    const young = await makeYoung(app)
    const { organisation, personId, programmeId, roleId } = young
    const at = { organisationId: organisation.id, personId, roleId }
    const [plain = ''] = await approveHours(app, at, ['2026-04-14'])
    const all = [...young.sessionIds, plain]
    expect(await chooseCounted(app.deps, organisation.id, programmeId, all, coordinator)).toEqual({
      changed: 1,
    })
    expect(await chooseCounted(app.deps, organisation.id, programmeId, all, coordinator)).toEqual({
      changed: 0,
    })
    expect((await view(young)).sessions).toHaveLength(15)
    const skills = { ...details, section: 'skills' as const }
    const other = await startProgramme(app.deps, organisation.id, personId, skills, coordinator)
    await chooseCounted(app.deps, organisation.id, other.programmeId, [plain], coordinator)
    expect(await outcomeOf(young, 'DF-11')).toMatchObject({ outcome: 'fail', reason: 'once-elsewhere' })
    const stranger = chooseCounted(app.deps, organisation.id, programmeId, [programmeId], coordinator)
    await expect(stranger).rejects.toMatchObject({ code: 'not-found' })
  })

  test('a summer that is too short says so on its first day, with roles to go on in', async () => {
    const young = await makeYoung(app, { plannedFirst: '2026-07-11', plannedLast: '2026-09-12' })
    const page = await (
      await app.get(`/my/dofe/${young.organisation.slug}/${young.programmeId}`, young.cookies.volunteer)
    ).text()
    expect(page).toContain('Your plan ends on 12 September 2026')
    expect(page).toContain('10 October 2026')
    expect(page).toContain('Code Club helper')
  })
})
