import { readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Download, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readCode, render } from '../certificates/sample'
import { expectAccessible, keepPicture, launchBrowser, openPage, type Service, startService } from './support'

let service: Service
let browser: Browser
beforeAll(async () => {
  ;[service, browser] = await Promise.all([startService(), launchBrowser()])
})
afterAll(async () => {
  await browser?.close()
  await service?.close()
})

/** Days of this year's spring, once a month, as a coordinator would write them. */
const sessions = [1, 2, 3, 4, 5, 6, 7, 8].map(
  (number) =>
    `J-1,Mared Journey,mared@journey.example,${10 + number}/0${number}/2026,,,3,Events,Central Library,`,
)
const heading = 'Reference,Name,Email,Date,Start time,End time,Hours,Role,Library,Notes'
const faulty = 'J-2,Ned Fault,,31/02/2026,,,2,Astronaut,Central Library,'
const csv = [heading, ...sessions, faulty].join('\n')

const upload = async (page: Page, text: string) => {
  await page.getByRole('link', { name: 'Hours', exact: true }).first().click()
  await page.getByRole('link', { name: 'Imports', exact: true }).click()
  await page.setInputFiles('input[type=file]', {
    name: 'sessions.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(text),
  })
  await page.getByRole('button', { name: 'Upload and check' }).click()
}

/** The newest link to a path in the mails that development shows. */
const linkInMail = async (page: Page, path: string): Promise<string> => {
  for (let tries = 0; tries < 40; tries += 1) {
    await page.goto('/outbox')
    const link = await page
      .locator(`a[href*="${path}"]`)
      .first()
      .getAttribute('href', { timeout: 500 })
      .catch(() => null)
    if (link !== null) return link
  }
  throw new Error(`No mail has a link to ${path}.`)
}

const download = async (
  page: Page,
  name: string,
): Promise<{ file: Download; path: string; bytes: Uint8Array }> => {
  const waiting = page.waitForEvent('download')
  await page.getByRole('link', { name, exact: true }).click()
  const file = await waiting
  const path = await file.path()
  return { file, path, bytes: new Uint8Array(await readFile(path)) }
}

const headingOf = (page: Page) => page.locator('h1').first().innerText()

test('from a spreadsheet of hours to a badge that an employer has checked, and taken back', async () => {
  // A coordinator signs in by a link in a mail.
  const coordinator = await openPage(browser, service)
  await coordinator.goto('/')
  await keepPicture(coordinator, '01-start')
  await coordinator.getByRole('link', { name: 'Sign in' }).first().click()
  await coordinator.getByLabel('E-mail address').fill('coordinator@demo-northmere.example')
  await coordinator.getByRole('button', { name: 'Send me a link' }).click()
  expect(await headingOf(coordinator)).toBe('Check your e-mail')
  await coordinator.goto(await linkInMail(coordinator, '/sign-in/link/'))
  await coordinator.getByRole('button', { name: 'Sign in' }).click()
  expect(await headingOf(coordinator)).toBe('Today')
  await keepPicture(coordinator, '02-today')

  // Imports a file, sees what will happen, and gets the faulty row back.
  await upload(coordinator, csv)
  const preview = await coordinator.locator('main').innerText()
  expect(preview).toMatch(/Sessions that go in\s+8/)
  expect(preview).toContain('Astronaut')
  await keepPicture(coordinator, '03-preview')
  const faults = await download(coordinator, 'Download the faulty rows (CSV)')
  expect(new TextDecoder().decode(faults.bytes)).toContain('31/02/2026')
  await coordinator.getByRole('button', { name: 'Import 8 rows' }).click()
  expect(await coordinator.locator('main').innerText()).toContain('8 sessions recorded')
  await keepPicture(coordinator, '04-imported')
  await upload(coordinator, csv)
  const again = await coordinator.locator('main').innerText()
  expect(again).toMatch(/Sessions that go in\s+0/)
  expect(again).toMatch(/Recorded before: nothing happens\s+8/)

  // Approves all that waits.
  await coordinator.getByRole('link', { name: 'Hours', exact: true }).first().click()
  await keepPicture(coordinator, '05-hours')
  await coordinator
    .getByRole('button', { name: /^Approve all/ })
    .first()
    .click()
  await coordinator.getByRole('alert').waitFor()
  await keepPicture(coordinator, '06-approved')

  // Sees who has earned the badge and what others still need, and issues it to all.
  await coordinator.getByRole('link', { name: 'Badges', exact: true }).click()
  await keepPicture(coordinator, '07-badges')
  await coordinator.getByRole('link', { name: 'Regular Library Volunteer' }).click()
  expect(await coordinator.getByLabel('Issue to Mared Journey').isChecked()).toBe(true)
  expect(await coordinator.locator('#not-yet').innerText()).toMatch(/\d more hour/)
  await keepPicture(coordinator, '08-eligible')
  await coordinator
    .locator('#ready')
    .getByRole('button', { name: /^Issue to/ })
    .click()
  expect(await coordinator.locator('h1').first().innerText()).toContain('Regular Library Volunteer')
  await coordinator.getByText('Mared Journey').waitFor()
  await keepPicture(coordinator, '09-issued')

  // The volunteer takes it, on a phone, by the link in the mail.
  const volunteer = await openPage(browser, service, { viewport: { width: 390, height: 800 } })
  const claims = await openPage(browser, service)
  await claims.goto('/outbox')
  const mail = claims.locator('article', { hasText: 'mared@journey.example' })
  for (let tries = 0; tries < 40 && (await mail.count()) === 0; tries += 1) await claims.reload()
  const claim = (await mail.first().locator('a[href*="/claim/"]').getAttribute('href')) ?? ''
  await volunteer.goto(claim)
  await keepPicture(volunteer, '10-claim')
  await volunteer.getByRole('button', { name: 'See my badge' }).click()
  expect(await headingOf(volunteer)).toBe('Regular Library Volunteer')
  await keepPicture(volunteer, '11-badge')
  const files = {
    json: await download(volunteer, 'JSON file'),
    jwt: await download(volunteer, 'JWT file'),
    png: await download(volunteer, 'PNG picture'),
    svg: await download(volunteer, 'SVG picture'),
    pdf: await download(volunteer, 'PDF, in English'),
  }
  await volunteer.goto('/my')
  expect(await volunteer.locator('main').innerText()).toContain('24')
  await keepPicture(volunteer, '12-record')

  // An employer scans the code of the certificate: no account, no JavaScript.
  const picture = await render(files.pdf.bytes, 3)
  const code = readCode(picture) ?? ''
  expect(code.startsWith(`${service.origin}/c/`)).toBe(true)
  const employer = await openPage(browser, service, { javaScriptEnabled: false })
  await employer.goto(code)
  expect(await headingOf(employer)).toBe('Verified')
  const answer = await employer.locator('main').innerText()
  expect(answer).toContain('This badge is genuine and still valid.')
  expect(answer).toContain('24 hours of volunteering, from 11 January 2026 to 18 August 2026')
  expect(answer).not.toContain('Mared')
  await keepPicture(employer, '13-verified')

  // Every file verifies by upload; one changed character does not.
  for (const [format, { path, file }] of Object.entries(files)) {
    await employer.goto('/verify')
    const buffer = await readFile(path)
    await employer.setInputFiles('#file', {
      name: file.suggestedFilename(),
      mimeType: 'application/octet-stream',
      buffer,
    })
    await employer.getByRole('button', { name: 'Check it' }).click()
    expect([format, await headingOf(employer)]).toEqual([format, 'Verified'])
  }
  const altered = new TextDecoder().decode(files.json.bytes).replace('24', '42')
  const alteredFile = join(tmpdir(), `altered-${process.pid}.json`)
  await writeFile(alteredFile, altered)
  await employer.goto('/verify')
  await employer.setInputFiles('#file', alteredFile)
  await employer.getByRole('button', { name: 'Check it' }).click()
  expect(await headingOf(employer)).toBe('Not verified')
  await keepPicture(employer, '14-altered')

  // The volunteer opens a public page with their name.
  await volunteer.goto('/my')
  await volunteer.getByRole('link', { name: 'Regular Library Volunteer' }).click()
  await volunteer.getByRole('link', { name: 'Choose what others see' }).click()
  await volunteer.getByLabel('Show a public page of this badge').check()
  await volunteer.getByLabel('Show my name').check()
  await volunteer.getByRole('button', { name: 'Save' }).click()
  const link = await volunteer.getByLabel('Your link').inputValue()
  await keepPicture(volunteer, '15-shared')
  await employer.goto(link)
  expect(await employer.locator('main').innerText()).toContain('Mared Journey')

  // The coordinator takes the badge back; the page and the file say so at once.
  await coordinator.getByRole('link', { name: 'Mared Journey' }).first().click()
  await coordinator.getByRole('link', { name: 'Revoke this badge' }).click()
  await coordinator.getByRole('button', { name: 'Revoke this badge' }).click()
  expect(await coordinator.locator('main').innerText()).toContain('Say why the badge is revoked.')
  await coordinator.getByLabel('Why is it revoked?').fill('Issued to the wrong person')
  await coordinator.getByRole('button', { name: 'Revoke this badge' }).click()
  await keepPicture(coordinator, '16-revoked')
  await employer.goto(code)
  expect(await employer.locator('main').innerText()).toContain('This badge was taken back by its issuer.')
  await keepPicture(employer, '17-taken-back')
  await expectAccessible(coordinator, 'a revoked award')
  expect(service.written()).not.toContain('"level":"error"')
})
