import { paths } from '../../paths'
import { ProblemError } from '../../problems'
import type { App } from '../../web/app-env'
import { getOrganisationBySlug } from '../actions'
import { hashTheme, type Theme, writeTheme } from '../rules/write-theme'
import { readLogo } from './actions'

const FOREVER = 'public, max-age=31536000, immutable'
const sheet = { 'Content-Type': 'text/css; charset=utf-8' }

const coloursIn = (text: string): Theme => {
  const [, first, second] = /^-([0-9a-f]{6})(?:-([0-9a-f]{6}))?$/.exec(text) ?? []
  if (first === undefined) throw new ProblemError('not-found')
  return { themeColour: `#${first}`, accentColour: second === undefined ? null : `#${second}` }
}

/** What the pages of a service take its looks from. */
export const looksFiles = (app: App): void => {
  app.get(paths.theme, async (c) => {
    const organisation = await getOrganisationBySlug(c.var.deps, c.req.param('slug'))
    if (c.req.param('hash') !== hashTheme(organisation)) throw new ProblemError('not-found')
    return c.body(writeTheme(organisation), 200, { ...sheet, 'Cache-Control': FOREVER })
  })
  app.get(paths.themePreview, (c) =>
    c.body(writeTheme(coloursIn(c.req.param('colours')), '.app-try'), 200, {
      ...sheet,
      'Cache-Control': FOREVER,
    }),
  )
  app.get(paths.logo, async (c) => {
    const organisation = await getOrganisationBySlug(c.var.deps, c.req.param('slug'))
    const { logo } = organisation
    if (logo === null || c.req.param('hash') !== logo.sha256.slice(0, 16)) throw new ProblemError('not-found')
    return c.body(new Uint8Array(await readLogo(c.var.deps, organisation)), 200, {
      'Content-Type': logo.mediaType,
      // Opened by itself, a drawing is a document: it may do nothing.
      'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
      'Cache-Control': FOREVER,
    })
  })
}
