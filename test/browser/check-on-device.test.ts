import { gzipSync } from 'node:zlib'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { reportTexts } from '../../src/openbadges/verify'
import { verificationText } from '../../src/verification/pages/page-text'
import {
  expectAccessible,
  keepPicture,
  launchBrowser,
  openPage,
  overflowOf,
  type Service,
  startService,
} from './support'

let service: Service
let browser: Browser
let link = ''
let document = ''

/** A badge of the demonstration, whose holder opens a public page of it. */
const share = async (): Promise<void> => {
  const volunteer = await openPage(browser, service)
  await volunteer.goto(service.signInAs('volunteer'))
  await volunteer.goto('/my')
  await volunteer.locator('a[href^="/my/badges/"]').first().click()
  await volunteer.getByLabel('Show a public page of this badge').check()
  await volunteer.getByRole('button', { name: 'Save' }).click()
  link = await volunteer.getByLabel('Your link').inputValue()
  await volunteer.context().close()
}

beforeAll(async () => {
  ;[service, browser] = await Promise.all([startService(), launchBrowser()])
  await share()
  const visitor = await openPage(browser, service)
  await visitor.goto(link)
  const address = await visitor.locator('[data-device-check]').getAttribute('data-badge')
  document = await (await visitor.request.get(address ?? '')).text()
  await visitor.context().close()
})
afterAll(async () => {
  await browser?.close()
  await service?.close()
})

const press = async (page: Page, language: 'en' | 'cy' = 'en'): Promise<string> => {
  await page.getByRole('button', { name: verificationText[language].deviceButton }).click()
  const answer = page.locator('[data-device-check] [aria-live] p')
  await answer.filter({ hasNotText: verificationText[language].deviceWorking }).waitFor()
  return answer.innerText()
}

describe('the page of a badge', () => {
  test('loads the verifier only when it is asked for, and says who signed the badge', async () => {
    const visitor = await openPage(browser, service)
    const asked: string[] = []
    visitor.on('request', (request) => asked.push(new URL(request.url()).pathname))
    const loaded: Promise<Buffer>[] = []
    visitor.on('response', (response) => {
      if (['document', 'stylesheet', 'script'].includes(response.request().resourceType()))
        loaded.push(response.body())
    })
    await visitor.goto(link, { waitUntil: 'networkidle' })
    expect(asked.filter((path) => path.includes('verify-on-device'))).toEqual([])
    const sizes = (await Promise.all(loaded)).map((body) => gzipSync(body).length)
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(60_000)
    const { host } = new URL(service.origin)
    expect(await press(visitor)).toBe(
      `Checked on your device: the badge is unchanged and signed by Northmere County Libraries (demo), with the key of ${host}. It is still valid.`,
    )
    expect(asked.filter((path) => path.includes('verify-on-device')).length).toBe(1)
    expect(asked.filter((path) => /did\.json$|^\/status\//.test(path)).length).toBe(2)
    expect(asked).not.toContain('/api/v1/verify')
    await visitor.context().close()
  })

  test('says so when the badge that it is served has been altered', async () => {
    const visitor = await openPage(browser, service)
    await visitor.route('**/credentials/*', (route) =>
      route.fulfill({
        contentType: 'application/vc+ld+json',
        body: document.replace(/"achievementType":"\w+"/, '"achievementType":"Degree"'),
      }),
    )
    await visitor.goto(link)
    expect(await press(visitor)).toBe(
      'Checked on your device: not verified. This badge has been changed since it was issued, or was not signed by this issuer.',
    )
    await visitor.context().close()
  })

  test('says so when the device cannot get what it needs', async () => {
    const visitor = await openPage(browser, service)
    await visitor.goto(link)
    await visitor.route('**/did.json', (route) => route.abort())
    expect(await press(visitor)).toContain('This could not be checked on your device.')
    await visitor.route('**/credentials/*', (route) => route.abort())
    expect(await press(visitor)).toBe(verificationText.en.deviceFailed)
    await visitor.context().close()
  })

  test.each(['en', 'cy'] as const)('is readable on a phone and on a desk (%s)', async (language) => {
    for (const width of [320, 1280]) {
      const visitor = await openPage(browser, service, { viewport: { width, height: 900 } })
      await visitor.goto(`${link}?lang=${language}`)
      const start = verificationText[language].deviceVerified.split('{')[0] ?? ''
      expect(await press(visitor, language)).toContain(start)
      expect(await overflowOf(visitor)).toBeLessThanOrEqual(0)
      await keepPicture(visitor, `device-${language}-${width}`)
      await visitor.context().close()
    }
  })

  test('loses nothing without JavaScript', async () => {
    const visitor = await openPage(browser, service, { javaScriptEnabled: false })
    await visitor.goto(link)
    expect(await visitor.locator('h1').first().innerText()).toBe(reportTexts.verdict.verified.en)
    expect(await visitor.locator('[data-device-check]').isVisible()).toBe(false)
    await visitor.context().close()
  })
})

describe('the page where anybody checks a badge', () => {
  test('checks what is pasted or chosen on the device, and sends nothing', async () => {
    const visitor = await openPage(browser, service)
    const sent: string[] = []
    visitor.on('request', (request) => {
      if (request.method() !== 'GET') sent.push(request.url())
    })
    await visitor.goto('/verify')
    expect(await press(visitor)).toBe(verificationText.en.deviceMissing)
    await visitor.locator('#text').fill(document)
    expect(await press(visitor)).toContain(
      'the badge is unchanged and signed by Northmere County Libraries (demo)',
    )
    await keepPicture(visitor, 'device-pasted')
    await visitor.locator('#text').fill(document.replace('Northmere', 'Southmere'))
    expect(await press(visitor)).toContain('Checked on your device: not verified.')
    await keepPicture(visitor, 'device-pasted-altered')
    await visitor.locator('#text').fill('')
    const file = { name: 'badge.json', mimeType: 'application/json', buffer: Buffer.from(document) }
    await visitor.setInputFiles('#file', file)
    expect(await press(visitor)).toContain(
      'the badge is unchanged and signed by Northmere County Libraries (demo)',
    )
    expect(sent).toEqual([])
    await visitor.context().close()
  })

  test('says honestly that an issuer whose site does not answer the browser could not be checked', async () => {
    const visitor = await openPage(browser, service)
    await visitor.goto('/verify')
    await visitor
      .locator('#text')
      .fill(document.replaceAll(/did:web:[^"#]+/g, 'did:web:issuer.invalid:organisations:somebody'))
    expect(await press(visitor)).toContain('This could not be checked on your device.')
    await expectAccessible(visitor, 'the form')
    await visitor.context().close()
  })
})
