import type { Organisation } from '../organisations/model'
import { hashTheme, type Theme } from '../organisations/rules/write-theme'
import { path } from '../paths'

/** The address of the style sheet of an organisation: another for each that it has had. */
export const themePath = (organisation: Organisation): string =>
  path('theme', { slug: organisation.slug, hash: hashTheme(organisation) })

/** The address of a style sheet that shows colours before they are kept, in `.app-try` alone. */
export const themePreviewPath = (slug: string, { themeColour, accentColour }: Theme): string =>
  path('themePreview', { slug, colours: [themeColour, accentColour ?? ''].join('').replaceAll('#', '-') })

/** The address of the logo of an organisation; undefined where it has none. */
export const logoPath = ({ slug, logo }: Organisation): string | undefined =>
  logo === null ? undefined : path('logo', { slug, hash: logo.sha256.slice(0, 16) })
