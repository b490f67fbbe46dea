import { demographicsText } from '../../demographics/text'
import { linkingText } from '../../linking/page-text'
import { nameOf } from '../../organisations/rules/name-organisation'
import { path } from '../../paths'
import { ProblemError } from '../../problems'
import type { AppContext } from '../../web/app-env'
import { Button, InsetText, LinkList } from '../../web/components'
import { requireOwnRecord } from '../../web/guard'
import { renderPage } from '../../web/layout'
import { respondWithFile } from '../../web/respond'
import { erasePersonRecord, previewErasure } from '../erasure/actions'
import { type ExportFormat, exportFormats, exportRecord, writeExport } from '../export/actions'
import { keepingText } from '../page-text'
import { EraseView, readErasure, type TypedErasure, typedErasure } from './erase-view'
import { ownParts } from './own-parts'

export const formatOf = (c: AppContext): ExportFormat => {
  const format = exportFormats.find((one) => one === c.req.param('format'))
  if (format === undefined) throw new ProblemError('not-found')
  return format
}

/** What a service keeps of the viewer, and what they can do with it. */
export const renderMyData = async (c: AppContext) => {
  const { organisation } = await requireOwnRecord(c, 'privacy:own')
  const { language } = c.var
  const t = keepingText[language]
  const { slug } = organisation
  return renderPage(
    c,
    {
      ...{ title: t.myTitle, organisation, current: 'record' },
      back: { href: path('my'), text: t.backToRecord },
    },
    <>
      <h1 class="govuk-heading-l">{t.myTitle}</h1>
      <p class="govuk-body-l">{t.myIntro(nameOf(organisation, language))}</p>
      <h2 class="govuk-heading-m">{t.take}</h2>
      <p class="govuk-body">{t.takeIntro}</p>
      <LinkList
        download
        links={exportFormats.map((format) => ({
          href: path('myDataExport', { slug, format }),
          text: t[format],
        }))}
      />
      <h2 class="govuk-heading-m">{demographicsText[language].title}</h2>
      <p class="govuk-body">
        <a class="govuk-link" href={path('myQuestions', { slug })}>
          {demographicsText[language].yours}
        </a>
      </p>
      <h2 class="govuk-heading-m">{linkingText[language].title}</h2>
      <p class="govuk-body">
        <a class="govuk-link" href={path('myLinks', { slug })}>
          {linkingText[language].linked}
        </a>
      </p>
      <h2 class="govuk-heading-m">{t.erase}</h2>
      <p class="govuk-body">{t.eraseIntro}</p>
      <Button href={path('myDataErase', { slug })} secondary>
        {t.eraseStart}
      </Button>
    </>,
  )
}

/** A copy of the viewer's record as a file. */
export const sendMyExport = async (c: AppContext) => {
  const { organisation, personId } = await requireOwnRecord(c, 'privacy:own')
  const format = formatOf(c)
  const { deps, language } = c.var
  const asked = { language, actor: 'the holder', ownParts }
  const record = await exportRecord(deps, organisation, personId, asked)
  return respondWithFile(c, await writeExport(deps, organisation, record, { format, language }))
}

const renderForm = async (
  c: AppContext,
  typed: TypedErasure,
  given: readonly { field: string; message: string }[],
) => {
  const { organisation, personId } = await requireOwnRecord(c, 'privacy:own')
  const { deps, language } = c.var
  const t = keepingText[language]
  const { slug } = organisation
  const back = path('myData', { slug })
  return renderPage(
    c,
    {
      ...{ title: t.eraseOwnTitle, organisation, current: 'record', errors: given },
      back: { href: back, text: t.myTitle },
    },
    <>
      <h1 class="govuk-heading-l">{t.eraseOwnTitle}</h1>
      <EraseView
        preview={await previewErasure(deps, organisation.id, personId)}
        {...{ typed, language, back, errors: given, action: path('myDataErase', { slug }) }}
      />
    </>,
  )
}

/** What would go and what would stay, and the form that starts it. */
export const renderMyErase = (c: AppContext) => renderForm(c, { badges: '', sure: false }, [])

export const postMyErase = async (c: AppContext) => {
  const { organisation, personId, actor } = await requireOwnRecord(c, 'privacy:own')
  const { deps, language } = c.var
  const typed = typedErasure(await c.req.parseBody())
  const preview = await previewErasure(deps, organisation.id, personId)
  const { credentials, errors } = readErasure(typed, preview, language)
  if (errors.length > 0) return renderForm(c, typed, errors)
  await erasePersonRecord(deps, organisation.id, personId, { credentials, askedBy: 'holder', actor })
  const t = keepingText[language]
  return renderPage(
    c,
    { title: t.erased },
    <>
      <h1 class="govuk-heading-l">{t.erased}</h1>
      <InsetText>{t.erasedText}</InsetText>
    </>,
  )
}
