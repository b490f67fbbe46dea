import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addMembership, getOrganisation } from '../../src/organisations/actions'
import type { Organisation } from '../../src/organisations/model'
import { contrastOf, nearestReadable } from '../../src/organisations/rules/readable-colour'
import { writeTheme } from '../../src/organisations/rules/write-theme'
import { makeService } from '../support/organisation'
import { openTestApp, type TestApp } from '../support/web'

let app: TestApp
let service: Organisation
let page: string
let cookie: string
beforeAll(async () => {
  app = await openTestApp()
  service = await makeService(app.deps)
  page = `/services/${service.slug}/settings/looks`
  await addMembership(app.deps, service.id, { email: 'head@example.org', role: 'head' })
  cookie = await app.signIn('head@example.org')
})
afterAll(() => app.close())

const now = () => getOrganisation(app.deps, service.id)
const colours = fc
  .tuple(fc.nat(255), fc.nat(255), fc.nat(255))
  .map((parts) => `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`)

test('of any colour there is a shade that reads, and one that reads is left alone', () => {
  fc.assert(
    fc.property(colours, (colour) => {
      const nearest = nearestReadable(colour, '#ffffff', '#000000')
      expect(contrastOf(nearest, '#ffffff')).toBeGreaterThanOrEqual(4.5)
      expect(nearest === colour).toBe(contrastOf(colour, '#ffffff') >= 4.5)
    }),
  )
})

test('a style sheet has only colours that read where they stand, by day and by night', () => {
  fc.assert(
    fc.property(colours, fc.option(colours), (themeColour, accentColour) => {
      const css = writeTheme({ themeColour, accentColour })
      const [day = '', night = ''] = css.split('@media')
      const of = (text: string, name: string) =>
        new RegExp(`--app-${name}:(#[0-9a-f]{6})`).exec(text)?.[1] ?? ''
      expect(contrastOf(of(day, 'head'), '#ffffff')).toBeGreaterThanOrEqual(4.5)
      expect(contrastOf(of(day, 'mark'), '#fdfcf9')).toBeGreaterThanOrEqual(4.5)
      for (const name of ['edge', 'mark'])
        expect(contrastOf(of(night, name), '#20272c')).toBeGreaterThanOrEqual(4.5)
    }),
  )
})

test('a colour that is too light is refused with the nearest that passes, and kept as typed', async () => {
  const response = await app.post(page, { do: 'save', colour: '#88ccee', accent: '' }, cookie)
  const text = await response.text()
  expect(response.status).toBe(422)
  expect(text).toContain('#88ccee is too light to read. The nearest colour that works is #')
  expect(text).toContain('value="#88ccee"')
  const [, nearest = ''] = /colour that works is (#[0-9a-f]{6})/.exec(text) ?? []
  expect((await app.post(page, { do: 'save', colour: nearest, accent: '' }, cookie)).status).toBe(303)
  expect((await now()).themeColour).toBe(nearest)
})

test('a preview keeps nothing; what is saved has a new address of its style sheet', async () => {
  const before = await now()
  const tried = await (
    await app.post(page, { do: 'preview', colour: '#123456', accent: '#8a2438' }, cookie)
  ).text()
  expect(tried).toContain('/looks/try/-123456-8a2438/theme.css')
  expect(await now()).toEqual(before)
  await app.post(page, { do: 'save', colour: '#123456', accent: '#8a2438' }, cookie)
  const html = await (await app.get(page, cookie)).text()
  const [, sheet = ''] = /href="([^"]+\/looks\/[0-9a-f]{16}\/theme\.css)"/.exec(html) ?? []
  const response = await app.get(sheet)
  expect(response.headers.get('content-type')).toContain('text/css')
  expect(response.headers.get('cache-control')).toContain('immutable')
  expect(await response.text()).toContain('--app-head:#123456')
  expect((await app.get(sheet.replace(/[0-9a-f]{16}/, '0'.repeat(16)))).status).toBe(404)
})

test('a logo is kept where it is safe, shown on public pages, and taken off again', async () => {
  const send = (content: string) =>
    app.post(
      page,
      {
        do: 'save',
        colour: '#123456',
        accent: '',
        logo: new File([content], 'logo.svg', { type: 'image/svg+xml' }),
      },
      cookie,
    )
  const svg = (inside: string) => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">${inside}</svg>`
  for (const bad of [
    svg('<script>alert(1)</script>'),
    svg('<image href="https://example.org/x.png"/>'),
    'none',
  ]) {
    const response = await send(bad)
    expect(response.status).toBe(422)
    expect(await response.text()).toContain('This file cannot be shown safely.')
  }
  expect((await now()).logo).toBeNull()
  expect((await send(svg('<path d="M0 0h9v9z"/>'))).status).toBe(303)
  const front = await (
    await app.get(`/organisations/${service.slug}`, undefined, { Accept: 'text/html' })
  ).text()
  const [, logo = ''] = /src="([^"]+\/logo)"/.exec(front) ?? []
  const shown = await app.get(logo)
  expect(shown.headers.get('content-type')).toBe('image/svg+xml')
  expect(shown.headers.get('content-security-policy')).toContain('sandbox')
  await app.post(page, { do: 'save', colour: '#123456', accent: '', removeLogo: 'yes' }, cookie)
  expect((await app.get(logo)).status).toBe(404)
})
