import { changeLooks } from '../../organisations/looks/actions'
import type { Organisation } from '../../organisations/model'
import { nameOf } from '../../organisations/rules/name-organisation'
import { grounds } from '../../organisations/rules/write-theme'
import { path } from '../../paths'
import { type FieldProblem, ProblemError } from '../../problems'
import type { AppContext, Language } from '../../web/app-env'
import { Button, ButtonGroup, Checkboxes, FileUpload, InsetText, TextInput } from '../../web/components'
import { requirePermission } from '../../web/guard'
import { renderPage } from '../../web/layout'
import { themePreviewPath } from '../../web/looks'
import { looksText } from '../looks-text'
import { settingsPageText } from '../page-text'
import { colourProblem } from './colour-problem'

type Typed = { readonly colour: string; readonly accent: string; readonly removeLogo: boolean }

const themeOf = ({ colour, accent }: Typed) => ({
  themeColour: colour,
  accentColour: accent === '' ? null : accent,
})

/** A head, a card and a mark in the colours that were typed, whatever those of the page are. */
const Preview = ({ organisation, language }: { organisation: Organisation; language: Language }) => {
  const t = looksText[language]
  return (
    <section class="app-try" aria-labelledby="try">
      <h2 class="govuk-heading-m" id="try">
        {t.try}
      </h2>
      <div class="app-header app-try__head">
        <span class="app-header__service">{nameOf(organisation, language)}</span>
      </div>
      <div class="app-card">
        <p class="govuk-heading-s">{t.tryBadge}</p>
        <p class="govuk-body app-try__mark">{t.tryText}</p>
      </div>
      <p class="govuk-body-s">{t.tryNight}</p>
    </section>
  )
}

const renderForm = (
  c: AppContext,
  organisation: Organisation,
  typed: Typed,
  errors: readonly FieldProblem[],
  shown = false,
) => {
  const { language } = c.var
  const t = looksText[language]
  const { slug, logo } = organisation
  const shared = (id: string) => {
    const error = errors.find(({ field }) => field === id)?.message
    return { id, language, ...(error === undefined ? {} : { error }) }
  }
  return renderPage(
    c,
    {
      ...{ title: t.title, organisation, current: 'settings', errors },
      back: { href: path('serviceSettings', { slug }), text: settingsPageText[language].backToSettings },
      ...(shown ? { head: <link rel="stylesheet" href={themePreviewPath(slug, themeOf(typed))} /> } : {}),
    },
    <>
      <h1 class="govuk-heading-l">{t.title}</h1>
      <p class="govuk-body">{t.intro}</p>
      <form method="post" action={path('serviceLooks', { slug })} enctype="multipart/form-data" novalidate>
        <TextInput
          {...shared('colour')}
          label={t.colour}
          hint={t.colourHint}
          width={10}
          value={typed.colour}
          spellcheck={false}
        />
        <TextInput
          {...shared('accent')}
          label={t.accent}
          hint={t.accentHint}
          width={10}
          value={typed.accent}
          spellcheck={false}
        />
        <FileUpload {...shared('logo')} label={t.logo} hint={t.logoHint} accept=".png,.svg" />
        {logo === null ? null : (
          <>
            <InsetText>{t.hasLogo}</InsetText>
            <Checkboxes
              name="removeLogo"
              legend={t.logo}
              items={[{ value: 'yes', text: t.removeLogo, checked: typed.removeLogo }]}
            />
          </>
        )}
        {shown ? <Preview organisation={organisation} language={language} /> : null}
        <ButtonGroup>
          <Button name="do" value="save">
            {t.save}
          </Button>
          <Button name="do" value="preview" secondary>
            {t.preview}
          </Button>
        </ButtonGroup>
      </form>
    </>,
  )
}

export const renderLooks = async (c: AppContext) => {
  const { organisation } = await requirePermission(c, 'settings:change')
  const typed = {
    colour: organisation.themeColour,
    accent: organisation.accentColour ?? '',
    removeLogo: false,
  }
  return renderForm(c, organisation, typed, [], true)
}

/** What is wrong with a logo, at its field. */
const logoProblem = (error: unknown, language: Language): FieldProblem[] => {
  const code =
    error instanceof ProblemError ? error.fields.find(({ field }) => field === 'logo')?.message : undefined
  if (code === undefined) throw error
  const t = looksText[language]
  return [{ field: 'logo', message: code === 'image-too-large' ? t.logoLarge : t.logoUnsafe }]
}

const readForm = async (c: AppContext) => {
  const form = await c.req.parseBody()
  const text = (name: string) =>
    String(form[name] ?? '')
      .trim()
      .toLowerCase()
  const { logo: file } = form
  return {
    typed: { colour: text('colour'), accent: text('accent'), removeLogo: text('removeLogo') === 'yes' },
    save: text('do') !== 'preview',
    bytes: file instanceof File && file.size > 0 ? new Uint8Array(await file.arrayBuffer()) : undefined,
  }
}

export const postLooks = async (c: AppContext) => {
  const { organisation, actor } = await requirePermission(c, 'settings:change')
  const { deps, language } = c.var
  const { typed, save, bytes } = await readForm(c)
  const colour = colourProblem(typed.colour, grounds.head, language)
  const accent = typed.accent === '' ? undefined : colourProblem(typed.accent, grounds.day, language)
  const errors = [
    ...(colour === undefined ? [] : [{ field: 'colour', message: colour }]),
    ...(accent === undefined ? [] : [{ field: 'accent', message: accent }]),
  ]
  if (errors.length > 0) return renderForm(c, organisation, typed, errors)
  if (!save) return renderForm(c, organisation, typed, [], true)
  const logo = bytes ?? (typed.removeLogo ? null : undefined)
  try {
    await changeLooks(deps, organisation, { ...themeOf(typed), logo }, actor)
  } catch (error) {
    return renderForm(c, organisation, typed, logoProblem(error, language), true)
  }
  return c.redirect(`${path('serviceSettings', { slug: organisation.slug })}?saved=yes`, 303)
}
