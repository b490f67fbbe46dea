import type { Organisation } from '../../organisations/model'
import { path } from '../../paths'
import type { FieldProblem } from '../../problems'
import type { AppContext, Language } from '../../web/app-env'
import { Button, Cell, FileUpload, Table, Tag } from '../../web/components'
import { formatCount, formatDate, formatTime } from '../../web/format'
import { renderPage } from '../../web/layout'
import { listImports } from '../actions'
import type { ImportView } from '../model'
import { type HoursPageText, hoursPageText } from './page-text'

type Shown = { readonly slug: string; readonly t: HoursPageText; readonly language: Language }

/** The upload form, above everything that was imported before. */
export const renderImports = async (
  c: AppContext,
  organisation: Organisation,
  errors: readonly FieldProblem[] = [],
) => {
  const { deps, language } = c.var
  const t = hoursPageText[language]
  const shown = { slug: organisation.slug, t, language }
  const imports = await listImports(deps, organisation.id)
  return renderPage(
    c,
    { title: t.imports, organisation, current: 'imports', wide: true, errors },
    <>
      <h1 class="govuk-heading-l">{t.imports}</h1>
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <p class="govuk-body">{t.importsIntro}</p>
          <UploadForm {...shown} error={errors[0]?.message} />
          <Templates {...shown} />
        </div>
      </div>
      {imports.length === 0 ? (
        <p class="govuk-body">{t.noImports}</p>
      ) : (
        <ImportTable {...shown} imports={imports} />
      )}
    </>,
  )
}

const UploadForm = ({ slug, t, language, error }: Shown & { error: string | undefined }) => (
  <form method="post" action={path('serviceImports', { slug })} enctype="multipart/form-data">
    <FileUpload
      id="file"
      label={t.file}
      hint={t.fileHint}
      accept=".csv,text/csv"
      language={language}
      {...(error === undefined ? {} : { error })}
    />
    <Button>{t.upload}</Button>
  </form>
)

const Templates = ({ slug, t }: Shown) => (
  <>
    <h2 class="govuk-heading-s">{t.noSystem}</h2>
    <ul class="govuk-list govuk-list--bullet">
      <li>
        <a class="govuk-link" href={path('serviceImportTemplate', { slug })}>
          {t.template}
        </a>
        {`: ${t.templateHelp}`}
      </li>
      <li>
        <a class="govuk-link" href={path('serviceImportExample', { slug })}>
          {t.example}
        </a>
        {`: ${t.exampleHelp}`}
      </li>
    </ul>
    <p class="govuk-body">{t.anyLayout}</p>
  </>
)

const stateColours = { uploaded: 'grey', running: 'blue', finished: 'green', failed: 'red' } as const

const ImportTable = ({ imports, ...shown }: Shown & { imports: readonly ImportView[] }) => {
  const { t } = shown
  const head = [
    { text: t.fileName },
    { text: t.when },
    { text: t.state },
    ...[t.rows, t.added, t.already, t.notTaken].map((text) => ({ text, numeric: true })),
  ]
  return (
    <Table caption={t.past} head={head}>
      {imports.map((one) => (
        <ImportRow {...shown} one={one} />
      ))}
    </Table>
  )
}

const ImportRow = ({ slug, t, language, one }: Shown & { one: ImportView }) => {
  const counts = one.status === 'uploaded' ? [] : [one.rowsAdded, one.rowsDuplicate, one.rowsFaulty]
  return (
    <tr class="govuk-table__row">
      <Cell header>
        <a class="govuk-link" href={path('serviceImport', { slug, importId: one.id })}>
          {one.fileName}
        </a>
      </Cell>
      <Cell>{`${formatDate(one.createdAt, language)}, ${formatTime(one.createdAt, language)}`}</Cell>
      <Cell>
        <Tag colour={stateColours[one.status]}>{t.states[one.status]}</Tag>
      </Cell>
      <Cell numeric>{formatCount(one.rowsTotal, language)}</Cell>
      {[0, 1, 2].map((index) => (
        <Cell numeric>{counts[index] === undefined ? '–' : formatCount(counts[index], language)}</Cell>
      ))}
    </tr>
  )
}
