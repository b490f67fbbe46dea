import { path } from '../../paths'
import { getPerson } from '../../people/actions'
import type { FieldProblem } from '../../problems'
import type { AppContext } from '../../web/app-env'
import { Button, LinkList } from '../../web/components'
import { type Permitted, requirePermission } from '../../web/guard'
import { renderPage } from '../../web/layout'
import { respondWithFile } from '../../web/respond'
import { erasePersonRecord, previewErasure } from '../erasure/actions'
import { exportFormats, exportRecord, writeExport } from '../export/actions'
import { openMatter } from '../matters/actions'
import { keepingText } from '../page-text'
import { EraseView, readErasure, type TypedErasure, typedErasure } from './erase-view'
import { MatterForm, readMatter, type TypedMatter, typedMatter } from './matter-form'
import { formatOf } from './my-pages'

const personOf = (c: AppContext, { organisation }: Permitted) =>
  getPerson(c.var.deps, organisation.id, c.req.param('personId') ?? '')

const render = async (
  c: AppContext,
  permitted: Permitted,
  typed: TypedMatter,
  errors: readonly FieldProblem[],
) => {
  const { language } = c.var
  const t = keepingText[language]
  const { organisation } = permitted
  const person = await personOf(c, permitted)
  const parts = { slug: organisation.slug, personId: person.id }
  return renderPage(
    c,
    {
      ...{ title: t.personTitle(person.preferredName), organisation, current: 'dataProtection', errors },
      back: { href: path('servicePrivacy', { slug: organisation.slug }), text: t.title },
    },
    <>
      <h1 class="govuk-heading-l">{t.personTitle(person.preferredName)}</h1>
      <h2 class="govuk-heading-m">{t.copy}</h2>
      <p class="govuk-body">{t.takeIntro}</p>
      <LinkList
        download
        links={exportFormats.map((format) => ({
          href: path('servicePrivacyExport', { ...parts, format }),
          text: t[format],
        }))}
      />
      <Button href={path('servicePrivacyErase', parts)} secondary>
        {t.eraseLink}
      </Button>
      <MatterForm {...{ typed, errors, language, action: path('servicePrivacyPerson', parts) }} />
    </>,
  )
}

/** What the data protection officer can do with one record. No hours, no badges, no answers are shown. */
export const renderPrivacyPerson = async (c: AppContext) =>
  render(c, await requirePermission(c, 'privacy:manage'), typedMatter({}), [])

export const postPrivacyPerson = async (c: AppContext) => {
  const permitted = await requirePermission(c, 'privacy:manage')
  const person = await personOf(c, permitted)
  const typed = typedMatter(await c.req.parseBody({ all: true }))
  const { matter, errors } = readMatter(typed, c.var.language)
  if (matter === undefined) return render(c, permitted, typed, errors)
  const { organisation, actor } = permitted
  await openMatter(c.var.deps, organisation.id, person.id, matter, actor)
  return c.redirect(path('servicePrivacy', { slug: organisation.slug }), 303)
}

/** A copy of a record, to be handed to the volunteer. What they answered about themselves is not in it. */
export const sendPrivacyExport = async (c: AppContext) => {
  const permitted = await requirePermission(c, 'privacy:manage')
  const { organisation, actor } = permitted
  const format = formatOf(c)
  const { deps, language } = c.var
  const { id } = await personOf(c, permitted)
  const record = await exportRecord(deps, organisation, id, { language, actor, ownParts: [] })
  return respondWithFile(c, await writeExport(deps, organisation, record, { format, language }))
}

const renderErase = async (
  c: AppContext,
  permitted: Permitted,
  typed: TypedErasure,
  errors: readonly FieldProblem[],
) => {
  const { deps, language } = c.var
  const t = keepingText[language]
  const { organisation } = permitted
  const person = await personOf(c, permitted)
  const parts = { slug: organisation.slug, personId: person.id }
  const title = t.eraseTitle(person.preferredName)
  const back = path('servicePrivacyPerson', parts)
  return renderPage(
    c,
    { ...{ title, organisation, current: 'dataProtection', errors }, back: { href: back } },
    <>
      <h1 class="govuk-heading-l">{title}</h1>
      <EraseView
        preview={await previewErasure(deps, organisation.id, person.id)}
        {...{ typed, errors, language, back, action: path('servicePrivacyErase', parts) }}
      />
    </>,
  )
}

export const renderPrivacyErase = async (c: AppContext) =>
  renderErase(c, await requirePermission(c, 'privacy:manage'), { badges: '', sure: false }, [])

export const postPrivacyErase = async (c: AppContext) => {
  const permitted = await requirePermission(c, 'privacy:manage')
  const { organisation, actor } = permitted
  const { deps, language } = c.var
  const { id } = await personOf(c, permitted)
  const typed = typedErasure(await c.req.parseBody())
  const preview = await previewErasure(deps, organisation.id, id)
  const { credentials, errors } = readErasure(typed, preview, language)
  if (errors.length > 0) return renderErase(c, permitted, typed, errors)
  await erasePersonRecord(deps, organisation.id, id, { credentials, askedBy: 'officer', actor })
  return c.redirect(path('servicePrivacy', { slug: organisation.slug }), 303)
}
