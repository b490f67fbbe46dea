import type { Organisation } from '../../organisations/model'
import { path } from '../../paths'
import type { FieldProblem } from '../../problems'
import type { AppContext, Language } from '../../web/app-env'
import { Button, ButtonGroup, Cell, Details, InsetText, SummaryList, Table } from '../../web/components'
import { formatCount, formatDate, formatTime } from '../../web/format'
import { renderPage } from '../../web/layout'
import { previewImport } from '../actions'
import { type ImportPreview, importFields } from '../model'
import { neededText } from '../text'
import { FaultTable } from './fault-table'
import { type ChosenColumns, columnField, fieldOf } from './import-columns'
import { hoursPageText } from './page-text'

type Shown = {
  readonly slug: string
  readonly preview: ImportPreview
  readonly errors: readonly FieldProblem[]
  readonly language: Language
}

/** An upload that has not been imported: what its columns hold, and what would happen. */
export const renderPreview = async (
  c: AppContext,
  organisation: Organisation,
  importId: string,
  chosen?: ChosenColumns,
) => {
  const { deps, language } = c.var
  const t = hoursPageText[language]
  const preview = await previewImport(deps, organisation.id, importId, chosen?.mapping)
  const errors = [
    ...(chosen?.doubled ?? []).map(({ column, field }) => ({
      field: columnField(column),
      message: t.doubled(t.fields[field]),
    })),
    ...preview.missing.map((needed) => ({
      field: columnField(firstUnused(preview)),
      message: neededText[needed][language],
    })),
  ]
  const shown: Shown = { slug: organisation.slug, preview, errors, language }
  const { fileName, createdAt } = preview.import
  return renderPage(
    c,
    {
      title: fileName,
      organisation,
      current: 'imports',
      wide: true,
      errors,
      back: { href: path('serviceImports', { slug: organisation.slug }), text: t.back },
    },
    <>
      <span class="govuk-caption-l">
        {t.uploadedOn(formatDate(createdAt, language), formatTime(createdAt, language))}
      </span>
      <h1 class="govuk-heading-l">{fileName}</h1>
      <ColumnForm {...shown} />
      <Outcome {...shown} />
    </>,
  )
}

/** Where to look first when something is missing: the first column that holds nothing yet. */
const firstUnused = ({ columns, mapping }: ImportPreview): number =>
  Math.max(
    0,
    columns.findIndex((_, column) => fieldOf(mapping, column) === undefined),
  )

const ColumnForm = (shown: Shown) => {
  const { slug, preview, language } = shown
  const t = hoursPageText[language]
  const { columns, sample } = preview
  const head = [{ text: t.column }, { text: t.firstRows }, { text: t.holds }]
  return (
    <form method="get" action={path('serviceImport', { slug, importId: preview.import.id })}>
      <h2 class="govuk-heading-m" id="columns">
        {t.columns}
      </h2>
      <p class="govuk-body">{t.columnsHelp}</p>
      <Table caption={t.columns} hideCaption head={head}>
        {columns.map((_, column) => (
          <ColumnRow {...shown} column={column} />
        ))}
      </Table>
      <Details summary={t.sample(formatCount(sample.length, language))}>
        <Table
          caption={t.firstRows}
          hideCaption
          head={[{ text: t.row, numeric: true }, ...columns.map((text) => ({ text }))]}
        >
          {sample.map(({ rowNumber, cells }) => (
            <tr class="govuk-table__row">
              <Cell numeric>{rowNumber}</Cell>
              {columns.map((_, column) => (
                <Cell>{cells[column] ?? ''}</Cell>
              ))}
            </tr>
          ))}
        </Table>
      </Details>
      <Button secondary>{t.update}</Button>
    </form>
  )
}

const ColumnRow = ({ preview, errors, language, column }: Shown & { column: number }) => {
  const t = hoursPageText[language]
  const heading = preview.columns[column] ?? ''
  const id = columnField(column)
  const error = errors.find(({ field }) => field === id)
  const chosen = fieldOf(preview.mapping, column)
  const first = preview.sample.map(({ cells }) => cells[column] ?? '').filter((cell) => cell !== '')
  return (
    <tr class="govuk-table__row">
      <Cell header>{heading}</Cell>
      <Cell>{first.slice(0, 3).join(' · ')}</Cell>
      <Cell>
        <label class="govuk-visually-hidden" for={id}>
          {t.holdsOf(heading)}
        </label>
        <select class={`govuk-select${error === undefined ? '' : ' govuk-select--error'}`} id={id} name={id}>
          <option value="">{t.notUsed}</option>
          {importFields.map((field) => (
            <option value={field} selected={field === chosen}>
              {t.fields[field]}
            </option>
          ))}
        </select>
      </Cell>
    </tr>
  )
}

/** The figures of the preview, the button that makes them so, and the rows to mend. */
const Outcome = ({ slug, preview, errors, language }: Shown) => {
  const t = hoursPageText[language]
  const figure = (count: number) => formatCount(count, language)
  if (errors.length > 0) return <InsetText>{t.previewMissing}</InsetText>
  const { willAdd, duplicates, faultCount, faults, newPeople, unknownRoles, unknownBranches } = preview
  const importId = preview.import.id
  const rows = [
    { key: t.willAdd, value: figure(willAdd) },
    { key: t.newPeople, value: figure(newPeople) },
    { key: t.duplicates, value: figure(duplicates) },
    { key: t.faulty, value: figure(faultCount) },
    ...(unknownRoles.length === 0 ? [] : [{ key: t.unknownRoles, value: unknownRoles.join(', ') }]),
    ...(unknownBranches.length === 0 ? [] : [{ key: t.unknownBranches, value: unknownBranches.join(', ') }]),
  ]
  const query = new URLSearchParams(columnAnswers(preview)).toString()
  const download = `${path('serviceImportFaults', { slug, importId })}?${query}`
  return (
    <>
      <h2 class="govuk-heading-m">{t.preview}</h2>
      <SummaryList rows={rows} />
      {willAdd > 0 ? (
        <RunForm slug={slug} preview={preview} language={language} />
      ) : (
        <>
          <InsetText>{duplicates > 0 && faultCount === 0 ? t.nothingNew : t.nothingGood}</InsetText>
          <Button href={path('serviceImports', { slug })} secondary>
            {t.another}
          </Button>
        </>
      )}
      {faultCount === 0 ? null : (
        <FaultTable
          language={language}
          faults={faults}
          faultyRows={faultCount}
          download={download}
          cut={faults.length < faultCount || faults.length === 50}
        />
      )}
    </>
  )
}

/** What every column holds, as the fields of a form. */
const columnAnswers = ({ columns, mapping }: ImportPreview): [string, string][] =>
  columns.map((_, column) => [columnField(column), fieldOf(mapping, column) ?? ''])

const RunForm = ({ slug, preview, language }: Omit<Shown, 'errors'>) => {
  const t = hoursPageText[language]
  return (
    <form method="post" action={path('serviceImportRun', { slug, importId: preview.import.id })}>
      {columnAnswers(preview).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <p class="govuk-body">{t.importHelp}</p>
      <ButtonGroup>
        <Button>{t.importRows(formatCount(preview.willAdd, language))}</Button>
        <a class="govuk-link" href={path('serviceImports', { slug })}>
          {t.another}
        </a>
      </ButtonGroup>
    </form>
  )
}
