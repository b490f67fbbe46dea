import { PDFiumLibrary } from '@hyzyla/pdfium'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { getAward, revokeAward } from '../../src/awards/actions'
import { addMembership } from '../../src/organisations/actions'
import type { Organisation } from '../../src/organisations/model'
import { verifyForPublic } from '../../src/verification/actions'
import { readCode } from '../certificates/sample'
import { issueBadge } from '../support/awards'
import { makePeople, makeService } from '../support/organisation'
import { openTestApp, type TestApp } from '../support/web'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

let app: TestApp
let service: Organisation
let coordinator: string
const pdfium = await PDFiumLibrary.init()
beforeAll(async () => {
  app = await openTestApp()
  service = await makeService(app.deps)
  await addMembership(app.deps, service.id, { email: 'co@example.org', role: 'coordinator' })
  await addMembership(app.deps, service.id, { email: 'head@example.org', role: 'head' })
  coordinator = await app.signIn('co@example.org')
}, 60_000)
afterAll(() => app.close())

const issueTo = async (...names: string[]) => {
  const people = await makePeople(app.deps, service, names)
  const { batch, awardIds } = await issueBadge(app.deps, service, people)
  const [awardId = ''] = awardIds
  return { awardId, page: `/services/${service.slug}/awards/${awardId}`, batchId: batch.id }
}

/** The path that the code on the first page of a file leads to. */
const readClaim = async (file: Response): Promise<string> => {
  const document = await pdfium.loadDocument(new Uint8Array(await file.arrayBuffer()))
  const { width, height, data } = await document.getPage(0).render({ scale: 1.5, render: 'bitmap' })
  document.destroy()
  return new URL(readCode({ width, height, data: Uint8Array.from(data) }) ?? '').pathname
}

/** A badge on a slip that the coordinator printed from the page of the award. */
const printFor = async (name: string) => {
  const issued = await issueTo(name)
  return { ...issued, claim: await readClaim(await app.post(`${issued.page}/slip`, {}, coordinator)) }
}

const says = async (response: Response | Promise<Response>, words: string) =>
  (await (await response).text()).includes(words)

const cookieOf = (response: Response) => response.headers.getSetCookie()[0]?.split(';')[0] ?? ''

describe('a coordinator', () => {
  test('is told how many people of a batch have no e-mail, and gets the file that is kept nowhere', async () => {
    const { batchId } = await issueTo('Amina Yusuf', 'Zofia Nowak')
    const batch = `/services/${service.slug}/batches/${batchId}`
    const page = await (await app.get(batch, coordinator)).text()
    expect(page).toContain('2 people of this batch have no e-mail address')
    expect(page).toContain('Print 2 claim slips (PDF)')
    expect(await says(app.get(`${batch}?lang=cy`, coordinator), 'Argraffu 2 slip hawlio')).toBe(true)
    const file = await app.post(`${batch}/slips`, { from: '0' }, coordinator)
    expect(file.status).toBe(200)
    expect(file.headers.get('content-type')).toBe('application/pdf')
    expect(file.headers.get('cache-control')).toBe('no-store')
    expect(file.headers.get('content-disposition')).toBe('attachment; filename="claim-slips.pdf"')
    const past = await app.post(`${batch}/slips`, { from: '100' }, coordinator)
    expect(past.status).toBe(409)
  })

  test('finds the slip on the page of an award without an address, and mail on that of one with', async () => {
    const { page } = await issueTo('Gwen Hill')
    expect(await says(app.get(page, coordinator), 'Print a claim slip')).toBe(true)
    const [personId = ''] = await makePeople(app.deps, service, ['Tomos'], { mail: 'tomos.example.org' })
    const { awardIds } = await issueBadge(app.deps, service, [personId])
    const text = await (await app.get(`/services/${service.slug}/awards/${awardIds[0]}`, coordinator)).text()
    expect(text).not.toContain('Print a claim slip')
    expect(text).toContain('volunteer-1@tomos.example.org')
  })

  test('alone may print one', async () => {
    const { page, batchId } = await issueTo('Prys Hughes')
    const head = await app.signIn('head@example.org')
    expect((await app.post(`${page}/slip`, {}, head)).status).toBe(403)
    const batch = `/services/${service.slug}/batches/${batchId}`
    expect((await app.post(`${batch}/slips`, {}, head)).status).toBe(403)
    expect(await says(app.get(batch, head), 'claim slip')).toBe(false)
  })
})

describe('a slip', () => {
  test('shows the badge, is used once by the button, and gives the files in that browser for an hour', async () => {
    const { claim, awardId } = await printFor('Siân Wójcik')
    for (let count = 0; count < 2; count += 1) {
      const opened = await app.get(claim)
      expect(opened.status).toBe(200)
      expect(opened.headers.getSetCookie()).toEqual([])
      expect(await says(opened, 'Regular Library Volunteer')).toBe(true)
    }
    expect((await app.get(`${claim}/files/json`)).status).toBe(404)

    const pressed = await app.post(claim, {})
    expect(pressed.status).toBe(303)
    expect(pressed.headers.get('location')).toBe(claim)
    const [set = '', ...more] = pressed.headers.getSetCookie()
    expect(more).toEqual([])
    expect(set).toMatch(/^slip=[\w-]{43}; /)
    for (const part of [`Path=${claim}`, 'Max-Age=3600', 'HttpOnly', 'Secure', 'SameSite=Lax'])
      expect(set).toContain(part)
    const cookie = cookieOf(pressed)

    const page = await (await app.get(claim, cookie)).text()
    expect(page).toContain('Save the files now')
    for (const format of ['json', 'png', 'svg', 'pdf']) {
      expect(page).toContain(`${claim}/files/${format}`)
      const file = await app.get(`${claim}/files/${format}`, cookie)
      expect([format, file.status]).toEqual([format, 200])
      const report = await verifyForPublic(
        app.deps,
        { bytes: new Uint8Array(await file.arrayBuffer()) },
        'en',
      )
      expect([format, report.verdict]).toEqual([format, 'verified'])
      expect((await app.get(`${claim}/files/${format}`)).status).toBe(404)
    }
    expect((await app.get(`${claim}/files/exe`, cookie)).status).toBe(404)
    expect((await app.post(claim, {}, cookie)).headers.get('location')).toBe(claim)
    expect((await app.get(`/my/badges/${awardId}`, cookie)).status).toBe(303)

    app.clock.advance(61 * MINUTE)
    const late = await app.get(claim, cookie)
    const file = await app.get(`${claim}/files/json`, cookie)
    app.clock.advance(-61 * MINUTE)
    expect(late.status).toBe(410)
    expect(file.status).toBe(404)
  })

  test('that is spent says whom to ask, and mails nothing', async () => {
    const { claim } = await printFor('Mair Thomas')
    await app.post(claim, {})
    for (const again of [
      await app.get(claim),
      await app.post(claim, {}),
      await app.post(claim, { renew: 'yes' }),
    ]) {
      expect(again.status).toBe(410)
      expect(again.headers.getSetCookie()).toEqual([])
      expect(await says(again, 'Ask the library for a new slip')).toBe(true)
    }
    expect(await says(app.get(`${claim}?lang=cy`), 'Gofynnwch i’r llyfrgell am slip newydd')).toBe(true)
  })

  test('is used by one of eight who press at once', async () => {
    const { claim } = await printFor('Bryn Hale')
    const pressed = await Promise.all(Array.from({ length: 8 }, () => app.post(claim, {})))
    expect(pressed.map(({ status }) => status).sort()).toEqual([303, ...Array.from({ length: 7 }, () => 410)])
    expect(pressed.flatMap((one) => one.headers.getSetCookie())).toHaveLength(1)
  })

  test('runs out after 30 days, and ends when a new one is printed', async () => {
    const { claim, page } = await printFor('Lowri Penn')
    app.clock.advance(31 * DAY)
    expect((await app.get(claim)).status).toBe(410)
    expect((await app.post(claim, {})).status).toBe(410)
    app.clock.advance(-31 * DAY)
    const cookie = await app.signIn('co@example.org')
    const next = await readClaim(await app.post(`${page}/slip`, {}, cookie))
    expect((await app.get(claim)).status).toBe(410)
    expect((await app.get(next)).status).toBe(200)
  })

  test('gives no files of a badge that was taken back, before it is used and after', async () => {
    const { claim, awardId } = await printFor('Nest Rees')
    const other = await printFor('Una Bell')
    const cookie = cookieOf(await app.post(other.claim, {}))
    for (const id of [awardId, other.awardId])
      await revokeAward(app.deps, service.id, id, { reason: 'Counted twice', actor: 'co@example.org' })
    for (const page of [
      await app.get(claim),
      await app.post(claim, {}),
      await app.get(other.claim, cookie),
    ]) {
      expect(page.status).toBe(410)
      expect(page.headers.getSetCookie()).toEqual([])
      expect(await says(page, 'This badge cannot be taken now')).toBe(true)
    }
    expect((await app.get(`${other.claim}/files/json`, cookie)).status).toBe(404)
    expect((await getAward(app.deps, service.id, awardId)).status).toBe('revoked')
  })
})
