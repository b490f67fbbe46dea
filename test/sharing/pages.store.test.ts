import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { getAward, revokeAward } from '../../src/awards/actions'
import type { Award } from '../../src/awards/model'
import { addMembership } from '../../src/organisations/actions'
import type { Organisation } from '../../src/organisations/model'
import { runJob } from '../../src/run-job'
import { findPublicAward, setSharing } from '../../src/sharing/actions'
import { shareItems } from '../../src/sharing/model'
import { verifyForPublic } from '../../src/verification/actions'
import { issueBadge } from '../support/awards'
import { makePeople, makeService } from '../support/organisation'
import { openTestApp, type TestApp } from '../support/web'

const DAY = 24 * 60 * 60_000

let app: TestApp
let service: Organisation
beforeAll(async () => {
  app = await openTestApp()
  service = await makeService(app.deps)
}, 60_000)
afterAll(() => app.close())

/** A volunteer with a badge, and the path of the claim link that was mailed to them. */
const issue = async (
  name: string,
  domain: string,
  options: { unknown?: boolean } = {},
): Promise<{ award: Award; email: string; claim: string }> => {
  const [personId = ''] = await makePeople(app.deps, service, [name], { mail: domain })
  const email = `volunteer-1@${domain}`
  if (!options.unknown) await addMembership(app.deps, service.id, { email, role: 'volunteer', personId })
  const { awardIds } = await issueBadge(app.deps, service, [personId])
  await runJob(app.deps, { kind: 'send-mail' })
  const mail = app.mails.find(({ to }) => to === email)
  const claim = /\/claim\/\S+/.exec(mail?.text ?? '')?.[0] ?? ''
  return { award: await getAward(app.deps, service.id, awardIds[0] ?? ''), email, claim }
}

const cookieOf = (response: Response) =>
  response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')

const says = async (response: Response | Promise<Response>, words: string) =>
  (await (await response).text()).includes(words)

describe('a claim link', () => {
  test('does nothing when it is opened, signs in once when the button is pressed, and leads to the badge', async () => {
    const { award, claim } = await issue('Mair Thomas', 'claim.example.org', { unknown: true })
    expect(claim).not.toBe('')
    const opened = await app.get(claim)
    expect(opened.status).toBe(200)
    expect(opened.headers.getSetCookie()).toEqual([])
    const pressed = await app.post(claim, {})
    expect(pressed.status).toBe(303)
    expect(pressed.headers.get('location')).toBe(`/my/badges/${award.id}`)
    const cookie = cookieOf(pressed)
    expect(await says(app.get(`/my/badges/${award.id}`, cookie), 'Regular Library Volunteer')).toBe(true)
    const again = await app.post(claim, {})
    expect(again.status).toBe(410)
    expect(again.headers.getSetCookie()).toEqual([])
  })

  test('that is spent can be asked for anew, to the same address', async () => {
    const { claim, email } = await issue('Nest Rees', 'renew.example.org')
    await app.post(claim, {})
    const before = app.mails.filter(({ to }) => to === email).length
    expect(await says(app.post(claim, { renew: 'yes' }), 'A new link is on its way')).toBe(true)
    await runJob(app.deps, { kind: 'send-mail' })
    expect(app.mails.filter(({ to }) => to === email)).toHaveLength(before + 1)
  })

  test('that has run out says so, and does not sign in', async () => {
    const { claim } = await issue('Lowri Penn', 'late.example.org')
    app.clock.advance(31 * DAY)
    const opened = await app.get(claim)
    const pressed = await app.post(claim, {})
    app.clock.advance(-31 * DAY)
    expect(opened.status).toBe(410)
    expect(await says(opened, 'Send me a new link')).toBe(true)
    expect(pressed.status).toBe(410)
    expect(pressed.headers.getSetCookie()).toEqual([])
  })

  test('that nobody was sent leads nowhere', async () => {
    expect((await app.get('/claim/made-up')).status).toBe(404)
  })
})

describe('a volunteer’s record', () => {
  test('shows hours, roles, skills and badges', async () => {
    const { email } = await issue('Olwen Price', 'record.example.org')
    const text = await (await app.get('/my', await app.signIn(email))).text()
    for (const words of [
      '21.25',
      'Home library service',
      'meeting commitments',
      'Regular Library Volunteer',
    ]) {
      expect(text.includes(words), words).toBe(true)
    }
  })

  test('puts the records of several services on one page, each under its name', async () => {
    const email = 'volunteer-1@several.example.org'
    const { award } = await issue('Alys Dean', 'several.example.org')
    const second = await makeService(app.deps)
    const [personId = ''] = await makePeople(app.deps, second, ['Alys Dean'], { mail: 'several.example.org' })
    await addMembership(app.deps, second.id, { email, role: 'volunteer', personId })
    const { awardIds } = await issueBadge(app.deps, second, [personId])
    const cookie = await app.signIn(email)
    const text = await (await app.get('/my', cookie)).text()
    for (const one of [service, second]) expect(text).toContain(`>${one.nameEn}</h2>`)
    for (const id of [award.id, awardIds[0] ?? '']) {
      expect(text).toContain(`/my/badges/${id}`)
      expect((await app.get(`/my/badges/${id}`, cookie)).status).toBe(200)
    }
  })

  test('of another library service stays closed to a volunteer', async () => {
    const { award } = await issue('Bryn Hale', 'tenant.example.org')
    const elsewhere = await makeService(app.deps)
    const [personId = ''] = await makePeople(app.deps, elsewhere, ['Ceri Lane'])
    const email = 'ceri@elsewhere.example.org'
    await addMembership(app.deps, elsewhere.id, { email, role: 'volunteer', personId })
    const cookie = await app.signIn(email)
    expect((await app.get(`/my/badges/${award.id}`, cookie)).status).toBe(404)
    expect((await app.get(`/my/badges/${award.id}/files/json`, cookie)).status).toBe(404)
    expect((await app.get('/my/badges/no-uuid', cookie)).status).toBe(404)
    const holder = { organisationId: elsewhere.id, personId, actor: email }
    const sharing = { publicPage: true, showName: true }
    await expect(setSharing(app.deps, holder, award.id, sharing)).rejects.toMatchObject({ code: 'not-found' })
  })

  test('needs a volunteer who has signed in', async () => {
    const signedOut = await app.get('/my')
    expect(signedOut.status).toBe(303)
    expect(signedOut.headers.get('location')).toBe('/sign-in?next=%2Fmy')
    await addMembership(app.deps, service.id, { email: 'co@example.org', role: 'coordinator' })
    expect((await app.get('/my', await app.signIn('co@example.org'))).status).toBe(403)
  })

  test('every file of a badge verifies; nobody else gets one', async () => {
    const { award, email } = await issue('Prys Hughes', 'files.example.org')
    const other = await issue('Rhian Moss', 'other.example.org')
    const cookie = await app.signIn(email)
    const stranger = await app.signIn(other.email)
    for (const format of ['json', 'jwt', 'png', 'svg', 'pdf']) {
      const path = `/my/badges/${award.id}/files/${format}`
      const file = await app.get(path, cookie)
      expect(file.headers.get('content-disposition')).toMatch(
        /^attachment; filename="lv-02-[a-z0-9-]+\.[a-z]+"$/,
      )
      expect(file.headers.get('cache-control')).toBe('no-store')
      const bytes = new Uint8Array(await file.arrayBuffer())
      const report = await verifyForPublic(app.deps, { bytes }, 'en')
      expect([format, report.verdict]).toEqual([format, 'verified'])
      expect((await app.get(path, stranger)).status).toBe(404)
      expect((await app.get(path)).status).toBe(303)
    }
    expect((await app.get(`/my/badges/${award.id}/files/exe`, cookie)).status).toBe(404)
  })

  test('a badge that was taken back says so and why, and gives no files', async () => {
    const { award, email } = await issue('Sioned Wyn', 'revoked.example.org')
    await revokeAward(app.deps, service.id, award.id, {
      reason: 'Hours counted twice',
      actor: 'co@example.org',
    })
    const cookie = await app.signIn(email)
    expect(await says(app.get(`/my/badges/${award.id}`, cookie), 'Hours counted twice')).toBe(true)
    expect((await app.get(`/my/badges/${award.id}/files/pdf`, cookie)).status).toBe(409)
  })
})

describe('sharing', () => {
  test('is off at first; the holder switches it on and off', async () => {
    const { award, email } = await issue('Tegwen Ellis', 'sharing.example.org')
    const cookie = await app.signIn(email)
    const page = `/my/badges/${award.id}`
    expect(await says(app.get(page, cookie), 'Add to LinkedIn')).toBe(false)
    const on = await app.post(`${page}/sharing`, { share: ['publicPage', 'showName'] }, cookie)
    expect(on.headers.get('location')).toBe(`${page}?saved=yes`)
    const text = await (await app.get(page, cookie)).text()
    const link = /https:\/\/badges\.example\.org(\/s\/[0-9a-f]{32})/.exec(text)?.[1] ?? ''
    expect(await says(app.get(link), 'Tegwen Ellis')).toBe(true)
    expect(text).toContain('https://www.linkedin.com/profile/add?startTask=CERTIFICATION_NAME')
    await app.post(`${page}/sharing`, {}, cookie)
    expect((await app.get(link)).status).toBe(404)
    await app.post(`${page}/sharing`, { share: 'publicPage' }, cookie)
    const again = await getAward(app.deps, service.id, award.id)
    expect(again.shareKey).toMatch(/^[0-9a-f]{32}$/)
    expect((await app.get(link)).status).toBe(404)
    const opened = await app.get(`/s/${again.shareKey}`)
    expect(opened.status).toBe(200)
    expect(await says(opened, 'Tegwen Ellis')).toBe(false)
  })

  test('the public sees the name only where the holder shows it', async () => {
    const { award, email } = await issue('Wyn Barker', 'public.example.org')
    const holder = { ...award, actor: email }
    const byPaper = { certificateKey: award.certificateKey }
    const byId = { credentialId: award.id }
    expect(await findPublicAward(app.deps, byPaper)).not.toHaveProperty('holderName')
    expect(await findPublicAward(app.deps, byId)).toBeUndefined()
    await setSharing(app.deps, holder, award.id, { publicPage: true, showName: false })
    expect(await findPublicAward(app.deps, byId)).not.toHaveProperty('holderName')
    await setSharing(app.deps, holder, award.id, { publicPage: true, showName: true })
    expect(await findPublicAward(app.deps, byId)).toMatchObject({ holderName: 'Wyn Barker' })
    const { shareKey } = await getAward(app.deps, service.id, award.id)
    await setSharing(app.deps, holder, award.id, { publicPage: false, showName: true })
    expect(await findPublicAward(app.deps, { shareKey: shareKey ?? '' })).toBeUndefined()
    expect(await findPublicAward(app.deps, byId)).toBeUndefined()
    expect(await findPublicAward(app.deps, byPaper)).toMatchObject({ holderName: 'Wyn Barker' })
  })

  test('is refused to another volunteer and to another site', async () => {
    const { award, email } = await issue('Una Bell', 'refused.example.org')
    const other = await issue('Vera Cole', 'refused-too.example.org')
    const stranger = await app.signIn(other.email)
    const refused = await app.post(`/my/badges/${award.id}/sharing`, { share: 'publicPage' }, stranger)
    expect(refused.status).toBe(404)
    const forged = await app.request(`/my/badges/${award.id}/sharing`, {
      method: 'POST',
      headers: { Cookie: await app.signIn(email), 'Sec-Fetch-Site': 'cross-site' },
      body: new FormData(),
    })
    expect(forged.status).toBe(403)
    expect((await getAward(app.deps, service.id, award.id)).publicPage).toBe(false)
  })

  test('shows what was chosen, item by item, and the signed file only where nothing is left out', async () => {
    const { award, email } = await issue('Xanthe Moon', 'items.example.org')
    const cookie = await app.signIn(email)
    const page = `/my/badges/${award.id}/sharing`
    const form = { chosen: 'yes', share: ['publicPage', 'showName'], show: ['skills', 'file'], life: 'open' }
    const tried = await (await app.post(page, { ...form, do: 'preview' }, cookie)).text()
    expect(tried).toContain('Xanthe Moon gave some of their time to a public library')
    expect((await getAward(app.deps, service.id, award.id)).publicPage).toBe(false)
    await app.post(page, form, cookie)
    const { shareKey } = await getAward(app.deps, service.id, award.id)
    const read = async (path: string, accept = 'text/html') => {
      const response = await app.get(path, undefined, { Accept: accept })
      return { status: response.status, text: await response.text() }
    }
    const { text } = await read(`/s/${shareKey}`)
    expect(text).toContain('What this means for an employer')
    for (const left of ['of volunteering', 'How it is earned', 'Download the signed badge'])
      expect({ left, there: text.includes(left) }).toEqual({ left, there: false })
    expect((await read(`/credentials/${award.id}`, 'application/vc+ld+json')).status).toBe(404)
    expect((await read(`/c/${award.certificateKey}`)).text).toContain('of volunteering')
    await app.post(page, { ...form, show: [...shareItems] }, cookie)
    expect((await read(`/credentials/${award.id}`, 'application/vc+ld+json')).status).toBe(200)
    expect((await read(`/s/${shareKey}`)).text).toContain('Download the signed badge')
  })

  test('a link ends when its holder said, is counted without the holder, and is off at once', async () => {
    const { award, email } = await issue('Yara Finch', 'ends.example.org')
    const cookie = await app.signIn(email)
    const page = `/my/badges/${award.id}/sharing`
    await app.post(page, { chosen: 'yes', share: 'publicPage', show: [...shareItems], life: '7' }, cookie)
    const { shareKey } = await getAward(app.deps, service.id, award.id)
    const link = `/s/${shareKey}`
    for (const visitor of [undefined, undefined, cookie])
      expect((await app.get(link, visitor)).status).toBe(200)
    expect(await says(app.get(page, cookie), 'Your link was opened 2 times.')).toBe(true)
    app.clock.advance(7 * DAY)
    const late = (await app.get(link)).status
    app.clock.advance(-7 * DAY)
    expect(late).toBe(404)
    expect((await app.get(link)).status).toBe(200)
    await app.post(page, { chosen: 'yes', do: 'off', share: 'publicPage' }, cookie)
    expect((await app.get(link)).status).toBe(404)
  })
})
