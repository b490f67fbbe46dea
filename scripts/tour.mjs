// Walks through the demonstration in the browser of the tests and writes a gallery of its pages: docs/tour/README.md
// with a picture of each on a desktop, on a phone, in Welsh and in dark mode.
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import chromium from '@sparticuz/chromium'
import { chromium as playwright } from 'playwright-core'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const gallery = join(root, 'docs/tour')
const service = '/services/demo-northmere'

/** Each stop: its name, who goes there, where it is, and the first link of that page to follow from there. */
const stops = [
  { name: 'Front door', at: '/' },
  { name: 'Check a badge', at: '/verify' },
  { name: 'Today', as: 'coordinator', at: service },
  { name: 'Volunteers', as: 'coordinator', at: `${service}/volunteers` },
  { name: 'Hours to approve', as: 'coordinator', at: `${service}/hours` },
  { name: 'Badges', as: 'coordinator', at: `${service}/badges` },
  { name: 'Roles', as: 'coordinator', at: `${service}/roles` },
  { name: 'Youth award', as: 'coordinator', at: `${service}/dofe` },
  { name: 'Colours and logo', as: 'coordinator', at: `${service}/settings/looks` },
  { name: 'The page of a badge', as: 'coordinator', at: service, follow: ['/awards/', '/c/'] },
  { name: 'My volunteering', as: 'volunteer', at: '/my' },
  { name: 'Who can see a badge', as: 'volunteer', at: '/my', follow: ['/my/badges/', '/sharing'] },
]

const ways = [
  { name: 'Desktop', key: 'desktop', context: { viewport: { width: 1280, height: 900 } } },
  { name: 'Phone', key: 'phone', context: { viewport: { width: 375, height: 812 } } },
  { name: 'Welsh', key: 'welsh', context: { viewport: { width: 1280, height: 900 } }, language: 'cy' },
  {
    name: 'Dark',
    key: 'dark',
    context: { viewport: { width: 1280, height: 900 }, colorScheme: 'dark' },
  },
]

const start = async (data) => {
  const program = spawn(process.execPath, [join(root, 'dist/node.js')], {
    env: { PATH: process.env.PATH, COLOPHON_DATA: data, COLOPHON_LOG: 'warn', PORT: '0' },
  })
  let said = ''
  program.stdout.on('data', (piece) => {
    said += piece
  })
  while (!/National analyst.*\n/.test(said)) {
    if (program.exitCode !== null) throw new Error('The service did not start.')
    await setTimeout(200)
  }
  return {
    origin: /Colophon is at (\S+)/.exec(said)[1],
    linkOf: (persona) => new RegExp(`/sign-in/demo/${persona}/\\S+`).exec(said)[0],
    stop: () => program.kill('SIGTERM'),
  }
}

const slugOf = (name) => name.toLowerCase().replaceAll(' ', '-')

const visit = async (browser, running, stop, way) => {
  const context = await browser.newContext({ baseURL: running.origin, ...way.context })
  if (way.language) await context.addCookies([{ name: 'language', value: way.language, url: running.origin }])
  const page = await context.newPage()
  if (stop.as) await page.goto(running.linkOf(stop.as))
  await page.goto(stop.at)
  for (const part of stop.follow ?? []) {
    const href = await page.locator(`main a[href*="${part}"]`).first().getAttribute('href')
    await page.goto(href)
  }
  const file = `${slugOf(stop.name)}-${way.key}.jpg`
  await page.screenshot({ path: join(gallery, file), type: 'jpeg', quality: 55 })
  await context.close()
  return file
}

const data = mkdtempSync(join(tmpdir(), 'colophon-tour-'))
const running = await start(data)
const browser = await playwright.launch({
  executablePath: await chromium.executablePath(),
  args: [...chromium.args.filter((one) => one !== '--single-process'), '--no-first-run'],
})
try {
  rmSync(gallery, { recursive: true, force: true })
  mkdirSync(gallery, { recursive: true })
  const parts = []
  for (const stop of stops) {
    const pictures = []
    for (const way of ways) pictures.push([way.name, await visit(browser, running, stop, way)])
    const head = `| ${pictures.map(([name]) => name).join(' | ')} |\n|${' --- |'.repeat(pictures.length)}`
    const row = `| ${pictures.map(([name, file]) => `![${stop.name}, ${name}](${file})`).join(' | ')} |`
    parts.push(`## ${stop.name}\n\n${head}\n${row}\n`)
    process.stdout.write(`${stop.name}\n`)
  }
  const intro = 'Made by `npm run tour` from the demonstration; the people, services and badges are made up.'
  writeFileSync(join(gallery, 'README.md'), `# The pages of Colophon\n\n${intro}\n\n${parts.join('\n')}`)
} finally {
  await browser.close()
  running.stop()
  await setTimeout(1000)
  rmSync(data, { recursive: true, force: true })
}
