import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import chromium from '@sparticuz/chromium'
import { type Browser, type BrowserContextOptions, type Page, chromium as playwright } from 'playwright-core'
import { expect } from 'vitest'
import type { demoPersonas } from '../../src/demo/model'
import { type Program, runProgram } from '../node/support'

const axeScript = createRequire(import.meta.url).resolve('axe-core/axe.min.js')
const pictures = resolve('artifacts/browser')

export type PersonaKey = (typeof demoPersonas)[number]['key']

/** A running service with the demonstration, in a folder of its own. */
export type Service = {
  readonly origin: string
  /** The path that signs in as a persona. */
  signInAs(persona: PersonaKey): string
  /** Everything that the program has written. */
  written(): string
  close(): Promise<void>
}

export const startService = async (): Promise<Service> => {
  const data = mkdtempSync(join(tmpdir(), 'colophon-browser-'))
  const program: Program = runProgram([resolve('dist/node.js')], {
    PATH: process.env['PATH'],
    COLOPHON_DATA: data,
    COLOPHON_LOG: 'warn',
    PORT: '0',
  })
  await program.said(/National analyst.*\n/)
  const { stdout } = program.output
  const origin = /Colophon is at (\S+)/.exec(stdout)?.[1] ?? ''
  return {
    origin,
    signInAs: (persona) => new RegExp(`/sign-in/demo/${persona}/\\S+`).exec(stdout)?.[0] ?? '',
    written: () => program.output.stdout + program.output.stderr,
    close: async () => {
      program.child.kill('SIGTERM')
      await program.ended
      rmSync(data, { recursive: true, force: true })
    },
  }
}

export const launchBrowser = async (): Promise<Browser> =>
  playwright.launch({
    executablePath: await chromium.executablePath(),
    args: [
      // One process for all pages breaks off downloads when several windows are open.
      ...chromium.args.filter((argument) => argument !== '--single-process'),
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  })

export const openPage = async (
  browser: Browser,
  service: Service,
  options: BrowserContextOptions = {},
): Promise<Page> => {
  const context = await browser.newContext({
    baseURL: service.origin,
    viewport: { width: 1280, height: 900 },
    bypassCSP: false,
    acceptDownloads: true,
    ...options,
  })
  return context.newPage()
}

/** Keeps a picture of the whole page among the artifacts. */
export const keepPicture = async (page: Page, name: string): Promise<void> => {
  if (!existsSync(pictures)) mkdirSync(pictures, { recursive: true })
  await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true })
}

type Violation = { readonly id: string; readonly nodes: readonly { readonly target: readonly unknown[] }[] }

/** What axe finds wrong with a page by WCAG 2.2 AA, as `rule: selectors`. Runs in the browser's own world. */
export const findViolations = async (page: Page): Promise<string[]> => {
  const session = await page.context().newCDPSession(page)
  await session.send('Page.setBypassCSP', { enabled: true })
  await page.reload()
  await page.addScriptTag({ path: axeScript })
  const violations = await page.evaluate(async (): Promise<Violation[]> => {
    // axe puts itself on the window.
    const { axe } = window as unknown as {
      axe: { run(what: Document, how: object): Promise<{ violations: Violation[] }> }
    }
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
    const { violations } = await axe.run(document, { runOnly: { type: 'tag', values: tags } })
    return violations
  })
  await session.send('Page.setBypassCSP', { enabled: false })
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)
}

/** How far the page is wider than its window, in CSS pixels. */
export const overflowOf = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

/** Fails with what axe found. */
export const expectAccessible = async (page: Page, what: string): Promise<void> => {
  expect({ what, violations: await findViolations(page) }).toEqual({ what, violations: [] })
}
