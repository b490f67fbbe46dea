import { permits } from '../../organisations/rules/permits'
import { path, paths } from '../../paths'
import { type FieldProblem, ProblemError } from '../../problems'
import type { App, AppContext, Language } from '../../web/app-env'
import { Button, Cell, Details, FileUpload, NotificationBanner, Table, TextInput } from '../../web/components'
import { formatCount } from '../../web/format'
import { type Permitted, requirePermission } from '../../web/guard'
import { renderPage } from '../../web/layout'
import { importFramework, listImported, previewFramework } from '../actions'
import type { CsvDocument, ImportFault, ReadFramework } from '../imports/model'
import { frameworkText } from '../page-text'
import { Imported } from './list-page'

/** Entries and faults that a preview shows at most. */
const SHOWN = 50

type Typed = {
  readonly document: CsvDocument
  readonly errors: readonly FieldProblem[]
  readonly faults?: readonly ImportFault[]
}

const empty: CsvDocument = { identifier: '', title: '', version: '', publisher: '', language: 'en' }

const renderFrameworks = async (
  c: AppContext,
  { organisation, membership }: Permitted,
  typed: Typed = { document: empty, errors: [] },
) => {
  const { deps, language } = c.var
  const t = frameworkText[language]
  const { id, slug } = organisation
  const rows = await listImported(deps, id)
  const done = c.req.query('done')
  const errorOf = (field: string) => {
    const error = typed.errors.find((one) => one.field === field)?.message
    return error === undefined ? {} : { error }
  }
  const field = (name: keyof CsvDocument, label: string) => (
    <TextInput id={name} label={label} value={typed.document[name]} language={language} {...errorOf(name)} />
  )
  return renderPage(
    c,
    {
      title: t.manage,
      organisation,
      current: 'frameworks',
      back: { href: path('serviceMappings', { slug }), text: t.mappings },
      errors: typed.errors,
    },
    <>
      {done === 'in' || done === 'already' ? (
        <NotificationBanner success={done === 'in'} language={language}>
          <p class="govuk-notification-banner__heading">{done === 'in' ? t.broughtIn : t.alreadyIn}</p>
        </NotificationBanner>
      ) : null}
      <h1 class="govuk-heading-l">{t.manage}</h1>
      {rows.length === 0 ? (
        <p class="govuk-body">{t.noneImported}</p>
      ) : (
        <Imported rows={rows} language={language} />
      )}
      {permits(membership.role, 'frameworks:manage') ? (
        <form
          method="post"
          action={path('serviceFrameworks', { slug })}
          enctype="multipart/form-data"
          novalidate
        >
          <h2 class="govuk-heading-m">{t.bringIn}</h2>
          <FileUpload
            id="file"
            label={t.file}
            hint={t.bringInHint}
            accept=".json,.csv,application/json,text/csv"
            language={language}
            {...errorOf('file')}
          />
          <Details summary={t.forCsv} open={typed.errors.length > 0}>
            {field('identifier', t.csvIdentifier)}
            {field('title', t.csvTitle)}
            {field('version', t.csvVersion)}
            {field('publisher', t.csvPublisher)}
            {field('language', t.csvLanguage)}
          </Details>
          <Button>{t.preview}</Button>
        </form>
      ) : null}
      <Faults faults={typed.faults ?? []} language={language} />
    </>,
  )
}

const Faults = ({ faults, language }: { faults: readonly ImportFault[]; language: Language }) => {
  const t = frameworkText[language]
  if (faults.length === 0) return null
  return (
    <Table
      caption={`${t.faults} (${formatCount(faults.length, language)})`}
      head={[t.row, t.column, t.value, t.reason].map((text) => ({ text }))}
    >
      {faults.slice(0, SHOWN).map(({ row, field, value, reason }) => (
        <tr class="govuk-table__row">
          <Cell>{row ?? ''}</Cell>
          <Cell>{field}</Cell>
          <Cell>
            <bdi>{value.slice(0, 200)}</bdi>
          </Cell>
          <Cell>{t.importFaults[reason]}</Cell>
        </tr>
      ))}
    </Table>
  )
}

const readDocument = (form: Readonly<Record<string, unknown>>): CsvDocument => {
  const text = (name: string, most = 200) =>
    typeof form[name] === 'string' ? form[name].normalize('NFC').trim().slice(0, most) : ''
  return {
    ...{ identifier: text('identifier'), title: text('title', 500), version: text('version', 100) },
    ...{ publisher: text('publisher', 500), language: text('language', 35) },
  }
}

const csvFields = ['identifier', 'title', 'version', 'publisher', 'language'] as const

const postPreview = async (c: AppContext) => {
  const permitted = await requirePermission(c, 'frameworks:manage')
  const { deps, language } = c.var
  const t = frameworkText[language]
  const form = await c.req.parseBody()
  const { file } = form
  const document = readDocument(form)
  if (!(file instanceof File) || file.size === 0) {
    return renderFrameworks(c, permitted, { document, errors: [{ field: 'file', message: t.chooseFile }] })
  }
  const bytes = new Uint8Array(await file.arrayBuffer())
  const { fileHash, read } = await previewFramework(deps, permitted.organisation.id, bytes, document)
  if (!read.ok) {
    const errors = [{ field: 'file', message: t.cannotRead }]
    return renderFrameworks(c, permitted, { document, errors, faults: read.reason })
  }
  const missing =
    read.value.framework.format === 'case' ? [] : csvFields.filter((name) => document[name] === '')
  if (missing.length > 0) {
    const errors = missing.map((field) => ({ field, message: t.fillIn }))
    return renderFrameworks(c, permitted, { document, errors })
  }
  return renderPreview(c, permitted, { fileHash, document, read: read.value })
}

const renderPreview = (
  c: AppContext,
  { organisation }: Permitted,
  given: { readonly fileHash: string; readonly document: CsvDocument; readonly read: ReadFramework },
) => {
  const { language } = c.var
  const t = frameworkText[language]
  const { slug } = organisation
  const { framework, faults } = given.read
  return renderPage(
    c,
    {
      title: t.previewTitle,
      organisation,
      current: 'frameworks',
      wide: true,
      back: { href: path('serviceFrameworks', { slug }), text: t.manage },
    },
    <>
      <h1 class="govuk-heading-l">{t.previewTitle}</h1>
      <p class="govuk-body" dir="auto">
        {[framework.title, framework.version, framework.publisher].join(' · ')}
      </p>
      <p class="govuk-body">{t.entries(formatCount(framework.items.length, language))}</p>
      <Faults faults={faults} language={language} />
      <form method="post" action={path('serviceFrameworkImport', { slug })}>
        <input type="hidden" name="hash" value={given.fileHash} />
        {csvFields.map((name) => (
          <input type="hidden" name={name} value={given.document[name]} />
        ))}
        <Button>{t.doImport}</Button>
      </form>
      <Table caption={t.firstEntries} head={[t.code, t.name, t.description].map((text) => ({ text }))}>
        {framework.items.slice(0, SHOWN).map((item) => (
          <tr class="govuk-table__row">
            <Cell>{item.code}</Cell>
            <Cell header>
              <span lang={framework.language} dir="auto">
                {item.name}
              </span>
            </Cell>
            <Cell>
              <span lang={framework.language} dir="auto">
                {item.description ?? ''}
              </span>
            </Cell>
          </tr>
        ))}
      </Table>
    </>,
  )
}

const postImport = async (c: AppContext) => {
  const permitted = await requirePermission(c, 'frameworks:manage')
  const { deps, language } = c.var
  const { organisation, actor } = permitted
  const form = await c.req.parseBody()
  const document = readDocument(form)
  const file = { fileHash: String(form['hash'] ?? ''), document }
  try {
    const { already } = await importFramework(deps, organisation.id, file, actor)
    const here = path('serviceFrameworks', { slug: organisation.slug })
    return c.redirect(`${here}?done=${already ? 'already' : 'in'}`, 303)
  } catch (cause) {
    if (!(cause instanceof ProblemError) || cause.code !== 'duplicate') throw cause
    const errors = [{ field: 'file', message: frameworkText[language].versionTaken }]
    return renderFrameworks(c, permitted, { document, errors })
  }
}

/** Frameworks that a service brings in: upload, preview with what cannot be taken, import. */
export const importPages = (app: App): void => {
  app.get(paths.serviceFrameworks, async (c) =>
    renderFrameworks(c, await requirePermission(c, 'frameworks:read')),
  )
  app.post(paths.serviceFrameworks, postPreview)
  app.post(paths.serviceFrameworkImport, postImport)
}
