import { expect, test } from 'vitest'
import { buildTemplate } from '../../../src/hours/rules/build-template'
import { guessMapping } from '../../../src/hours/rules/guess-mapping'
import { readTable } from '../../../src/hours/rules/read-table'

const example = {
  today: '2026-03-02',
  roles: ['Rhyme time', 'Garden', 'Events'],
  branches: ['Central Library', 'Riverside Library'],
  note: 'Made up',
}

test.each(['en', 'cy'] as const)('every column of the example in %s is known again', (language) => {
  const table = readTable(new TextEncoder().encode(buildTemplate(language, example)))
  if (!table.ok) throw new Error(table.reason)
  const { columns, rows } = table.value
  const mapping = guessMapping(
    columns,
    rows.map((row) => row.cells),
  )
  expect(Object.keys(mapping).sort()).toEqual(
    [
      'branch',
      'date',
      'email',
      'endTime',
      'externalReference',
      'hours',
      'name',
      'note',
      'role',
      'startTime',
    ].sort(),
  )
  expect(new Set(Object.values(mapping)).size).toBe(columns.length)
  expect(rows.map((row) => row.cells[mapping.date ?? -1])).toEqual(['01/03/2026', '28/02/2026', '27/02/2026'])
  expect(rows.map((row) => row.cells[mapping.branch ?? -1])).toEqual([
    'Central Library',
    'Riverside Library',
    'Central Library',
  ])
})

test('the template has headings and nothing else', () => {
  expect(buildTemplate('en')).toBe(
    '\ufeffReference,Name,Email,Date,Start time,End time,Hours,Role,Library,Notes\r\n',
  )
})
