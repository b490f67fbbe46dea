import { writeTable } from '../hours/rules/write-table'
import type { AppContext, Language } from './app-env'
import { PrintButton } from './components'
import { respondWithFile } from './respond'
import { webText } from './text'

/** Rows that are read at a time for a file. */
const AT_ONCE = 500

type Page<Row> = { readonly rows: readonly Row[]; readonly next?: string | undefined }

/**
 * Answers with the whole of a list as a file for spreadsheets, read page by page. `read` gives the page after a place;
 * `cells` what stands in the columns of a page's rows.
 */
export const respondWithList = async <Row,>(
  c: AppContext,
  list: {
    readonly fileName: string
    readonly columns: readonly string[]
    readonly read: (after: string | undefined, limit: number) => Promise<Page<Row>>
    readonly cells: (rows: readonly Row[]) => Promise<readonly (readonly string[])[]>
  },
): Promise<Response> => {
  const rows: (readonly string[])[] = []
  let after: string | undefined
  do {
    const page = await list.read(after, AT_ONCE)
    rows.push(...(await list.cells(page.rows)))
    after = page.next
  } while (after !== undefined)
  return respondWithFile(c, {
    bytes: new TextEncoder().encode(writeTable(list.columns, rows)),
    contentType: 'text/csv; charset=utf-8',
    fileName: list.fileName,
  })
}

/** The ways to take a list along: a file of all of it, and paper. */
export const ListTools = ({ csv, language }: { readonly csv: string; readonly language: Language }) => (
  <p class="govuk-body app-not-printed app-list-tools">
    <a class="govuk-link" href={csv} download>
      {webText[language].listCsv}
    </a>
    <PrintButton language={language} />
  </p>
)
