import { z } from 'zod'
import { foldName } from '../../people/rules/fold-name'
import { type ColumnMapping, type ImportField, importFields } from '../model'
import { findDateOrder } from './find-date-order'
import { knownHeadings } from './known-headings'
import { parseDate } from './parse-date'
import { parseDuration } from './parse-duration'
import { parseTime } from './parse-time'

type Guess = { readonly field: ImportField; readonly column: number; readonly score: number }

/**
 * A first guess at what each column of a file holds, from its heading in English or Welsh and from what stands
 * in its first rows: a column called `Date` that holds no dates is not one. Every column is used once at most,
 * and a column that nothing speaks for is left out.
 */
export const guessMapping = (
  columns: readonly string[],
  sampleRows: readonly (readonly string[])[],
): ColumnMapping => {
  const guesses = columns
    .flatMap((heading, column) => guessesOf(heading, column, sampleRows))
    .sort((a, b) => b.score - a.score || a.column - b.column)
  const mapping: ColumnMapping = {}
  const taken = new Set<number>()
  for (const { field, column } of guesses) {
    if (mapping[field] !== undefined || taken.has(column)) continue
    mapping[field] = column
    taken.add(column)
  }
  return withoutContradictions(mapping)
}

const guessesOf = (heading: string, column: number, sampleRows: readonly (readonly string[])[]): Guess[] => {
  const folded = foldName(heading.replace(/[^\p{L}\p{N}]+/gu, ' '))
  const cells = sampleRows.map((row) => row[column] ?? '').filter((cell) => cell !== '')
  return importFields
    .map((field) => ({ field, column, score: headingScore(folded, field) * contentScore(cells, field) }))
    .filter((guess) => guess.score > 0)
}

/** From 0 to 1: an exact heading beats a word in one, and an earlier entry of the list a later one. */
const headingScore = (folded: string, field: ImportField): number => {
  const { exact, words } = knownHeadings[field]
  const place = exact.indexOf(folded)
  if (place >= 0) return 1 - place / 100
  const padded = ` ${folded} `
  const word = words.findIndex((candidate) => padded.includes(` ${candidate} `))
  return word >= 0 ? 0.5 - word / 100 - Math.min(padded.length, 30) / 1000 : 0
}

const zEmail = z.email()

/** How far the cells of a column agree with a field: 1 where they do or there are none, 0 where they cannot. */
const contentScore = (cells: readonly string[], field: ImportField): number => {
  const test = tests[field]
  if (test === undefined || cells.length === 0) return 1
  const share = cells.filter(test).length / cells.length
  return share >= 0.5 ? 1 : share > 0 ? 0.3 : 0
}

const isDate = (cell: string) => {
  const date = parseDate(cell, findDateOrder([]))
  return date.ok || date.reason !== 'date-not-understood'
}
const isClock = (cell: string) => parseTime(cell).ok || /\d{1,2}[:.]\d{2}/.test(cell)
const isDuration = (cell: string) => {
  const minutes = parseDuration(cell, 'hours')
  return minutes.ok || minutes.reason !== 'hours-not-understood'
}
const hasLetters = (cell: string) => /\p{L}/u.test(cell)

const tests: Partial<Record<ImportField, (cell: string) => boolean>> = {
  name: (cell) => hasLetters(cell) && !cell.includes('@'),
  email: (cell) => zEmail.safeParse(cell.toLowerCase()).success,
  date: isDate,
  startTime: isClock,
  endTime: isClock,
  hours: isDuration,
  minutes: isDuration,
  role: hasLetters,
  branch: hasLetters,
}

/** Of a whole name and its two parts the whole is kept; of a pair of parts both are needed. */
const withoutContradictions = (mapping: ColumnMapping): ColumnMapping => {
  const { firstName, lastName, ...rest } = mapping
  if (rest.name !== undefined || lastName === undefined) return rest
  return firstName === undefined ? { ...rest, name: lastName } : { ...rest, firstName, lastName }
}
