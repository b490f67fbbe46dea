import { gzipSync } from 'node:zlib'
import { PDFDocument } from 'pdf-lib'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser, openPage, overflowOf, type Service, startService } from './support'

let service: Service
let browser: Browser
let address: string
beforeAll(async () => {
  ;[service, browser] = await Promise.all([startService(), launchBrowser()])
  address = await certificateAddress()
})
afterAll(async () => {
  await browser?.close()
  await service?.close()
})

/** The address behind the code of a certificate of the demonstration. */
const certificateAddress = async (): Promise<string> => {
  const page = await openPage(browser, service)
  await page.goto(service.signInAs('coordinator'))
  await page.goto('/services/demo-northmere')
  const award = await page.locator('a[href*="/awards/"]').first().getAttribute('href')
  await page.goto(award ?? '')
  const href = await page.locator('a[href*="/c/"]').first().getAttribute('href')
  await page.context().close()
  return (href ?? '').replace(service.origin, '')
}

const open = async (path: string, options: Parameters<typeof openPage>[2] = {}): Promise<Page> => {
  const page = await openPage(browser, service, options)
  await page.goto(path)
  return page
}

test('printed, the page of a badge is one sheet in either language', async () => {
  for (const language of ['en', 'cy']) {
    const page = await open(`${address}?lang=${language}`)
    const sheet = await PDFDocument.load(await page.pdf({ format: 'A4' }))
    expect({ language, pages: sheet.getPageCount() }).toEqual({ language, pages: 1 })
    await page.context().close()
  }
})

test('the page of a badge is less than 60 kB with all that it loads, and asks nobody else', async () => {
  const page = await openPage(browser, service)
  const sizes: number[] = []
  const hosts = new Set<string>()
  page.on('response', async (response) => {
    hosts.add(new URL(response.url()).origin)
    const type = response.headers()['content-type'] ?? ''
    if (/html|css|javascript/.test(type)) sizes.push(gzipSync(await response.body()).length)
  })
  await page.goto(address, { waitUntil: 'networkidle' })
  expect([...hosts]).toEqual([service.origin])
  expect(sizes.length).toBeGreaterThan(2)
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(60_000)
  await page.context().close()
})

test('the verdict is words and a shape where the visitor has colours of their own, at 400 % zoom too', async () => {
  const page = await open(address, { forcedColors: 'active', viewport: { width: 320, height: 256 } })
  expect(await page.locator('h1').textContent()).toBe('Verified')
  const mark = page.locator('.app-verdict__mark')
  expect(await mark.textContent()).toBe('✓')
  expect(await mark.evaluate((one) => getComputedStyle(one).borderTopStyle)).toBe('solid')
  expect(await overflowOf(page)).toBe(0)
  await page.context().close()
})

const dropOrPaste = (page: Page, kind: 'drop' | 'paste', text: string, asFile: boolean) =>
  page.evaluate(
    ([how, content, file]) => {
      const data = new DataTransfer()
      if (file) data.items.add(new File([content], 'badge.json', { type: 'application/json' }))
      else data.setData('text/plain', content)
      document.body.dispatchEvent(
        how === 'drop'
          ? new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: data })
          : new ClipboardEvent('paste', { bubbles: true, clipboardData: data }),
      )
    },
    [kind, text, asFile] as const,
  )

test('a badge that is dropped or pasted is checked at once', async () => {
  for (const [kind, asFile] of [
    ['drop', true],
    ['paste', true],
    ['paste', false],
  ] as const) {
    const page = await open('/verify')
    await page.locator('[data-drop-text]').waitFor({ state: 'visible' })
    await dropOrPaste(page, kind, '{"not": "a badge"}', asFile)
    await page.locator('.app-verdict').waitFor()
    expect(await page.locator('h1').textContent()).toBe('Not verified')
    await page.context().close()
  }
})

test('the camera may be used where a code is read, and nowhere else', async () => {
  const page = await openPage(browser, service)
  const policyOf = async (path: string) => (await page.goto(path))?.headers()['permissions-policy']
  expect(await policyOf('/verify')).toContain('camera=(self)')
  expect(await policyOf(address)).toContain('camera=()')
  await page.context().close()
})
