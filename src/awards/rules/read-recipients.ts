import Papa from 'papaparse'
import { decodeText } from '../../hours/rules/decode-text'
import { knownHeadings } from '../../hours/rules/known-headings'
import { unprotectCell } from '../../hours/rules/unprotect-cell'
import { foldName } from '../../people/rules/fold-name'
import type { Result } from '../../problems'

/** One row of a list of people: what it says of whom it means, and the number of its line in the file. */
export type ListedPerson = {
  readonly rowNumber: number
  /** What the row says, as it stands there. */
  readonly words: string
  readonly reference: string
  readonly email: string
  readonly name: string
  /** Words for this person's badge; empty for none. */
  readonly text: string
}

type ListFault = 'file-empty' | 'file-not-text'

/**
 * Reads a list of people, one a row: a CSV file whose headings say which column is the reference, the e-mail
 * address and the name, or plain text without headings, where each row begins with one of the three. The file is
 * not trusted: nothing in it is evaluated.
 */
export const readRecipients = (bytes: Uint8Array): Result<ListedPerson[], ListFault> => {
  const text = decodeText(bytes)
  if (!text.ok) return text
  const rows = Papa.parse<string[]>(text.value.replace(/^\ufeff/, ''), {
    delimitersToGuess: [',', ';', '\t'],
  })
    .data.map((cells, index) => ({
      rowNumber: index + 1,
      cells: cells.map((cell) => unprotectCell(cell.trim())),
    }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''))
  const [first, ...others] = rows
  if (first === undefined) return { ok: false, reason: 'file-empty' }
  const columns = headingsOf(first.cells)
  if (columns === undefined) {
    return { ok: true, value: rows.map(({ rowNumber, cells }) => plainRow(rowNumber, cells)) }
  }
  const people = others.map(({ rowNumber, cells }) => {
    const cell = (column: number) => cells[column] ?? ''
    const [reference, email] = [cell(columns.reference), cell(columns.email)]
    const name = cell(columns.name) || `${cell(columns.firstName)} ${cell(columns.lastName)}`.trim()
    return { rowNumber, reference, email, name, text: cell(columns.text), words: reference || email || name }
  })
  return people.length === 0 ? { ok: false, reason: 'file-empty' } : { ok: true, value: people }
}

/** Whether the words are a reference or a name is for the people who are known to tell. */
const plainRow = (rowNumber: number, cells: readonly string[]): ListedPerson => {
  const words = cells.find((cell) => cell !== '') ?? ''
  const keys = words.includes('@')
    ? { reference: '', email: words, name: '', text: '' }
    : { reference: words, email: '', name: words, text: '' }
  return { rowNumber, words, ...keys }
}

const textHeadings = ['text', 'words', 'message', 'narrative', 'citation', 'testun', 'geiriau', 'neges']

/** Which column is what; undefined where the row is not one of headings. A column that is not there is -1. */
const headingsOf = (cells: readonly string[]) => {
  const folded = cells.map((cell) => foldName(cell.replace(/[^\p{L}\p{N}]+/gu, ' ')))
  const columnOf = (field: 'externalReference' | 'email' | 'name' | 'firstName' | 'lastName') =>
    folded.findIndex((heading) => knownHeadings[field].exact.includes(heading))
  const columns = {
    reference: columnOf('externalReference'),
    email: columnOf('email'),
    name: columnOf('name'),
    firstName: columnOf('firstName'),
    lastName: columnOf('lastName'),
  }
  if (!Object.values(columns).some((column) => column >= 0)) return undefined
  return { ...columns, text: folded.findIndex((heading) => textHeadings.includes(heading)) }
}
