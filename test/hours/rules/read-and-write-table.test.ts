import fc from 'fast-check'
import { expect, test } from 'vitest'
import { protectCell } from '../../../src/hours/rules/protect-cell'
import { readTable } from '../../../src/hours/rules/read-table'
import { unprotectCell } from '../../../src/hours/rules/unprotect-cell'
import { writeTable } from '../../../src/hours/rules/write-table'

const bytesOf = (text: string) => new TextEncoder().encode(text)
const cellsOf = (bytes: Uint8Array) => {
  const table = readTable(bytes)
  return table.ok ? [table.value.columns, ...table.value.rows.map((row) => row.cells)] : table.reason
}

test('rows keep the number that a spreadsheet gives them, blank lines and quoted line breaks counted', () => {
  const table = readTable(bytesOf('\ufeffName,Note\r\n\r\nSiân,"two\r\nlines"\r\n,\r\nOwain,\r\n'))
  expect(table).toEqual({
    ok: true,
    value: {
      columns: ['Name', 'Note'],
      rows: [
        { rowNumber: 3, cells: ['Siân', 'two\r\nlines'] },
        { rowNumber: 5, cells: ['Owain', ''] },
      ],
    },
  })
})

test('semicolons, tabs, Windows-1252 and UTF-16 are read', () => {
  const expected = [
    ['Name', 'Hours'],
    ['Siân', '2,5'],
  ]
  expect(cellsOf(bytesOf('Name;Hours\nSiân;2,5\n'))).toEqual(expected)
  expect(cellsOf(bytesOf('Name\tHours\nSiân\t2,5\n'))).toEqual(expected)
  expect(cellsOf(Uint8Array.from('Name;Hours\nSi\u00e2n;2,5\n', (letter) => letter.charCodeAt(0)))).toEqual(
    expected,
  )
  const utf16 = new Uint8Array(
    Uint16Array.from('\ufeffName\tHours\nSiân\t2,5', (letter) => letter.charCodeAt(0)).buffer,
  )
  expect(cellsOf(utf16)).toEqual(expected)
})

test.each([
  ['', 'file-empty'],
  ['\r\n \r\n', 'file-empty'],
  ['Name,Hours\n', 'file-no-rows'],
  ['just words\nmore words\n', 'file-one-column'],
  ['PK\u0003\u0004 a workbook, zipped', 'file-not-text'],
  ['%PDF-1.7, a document', 'file-not-text'],
  ['a,b\0\n1,2', 'file-not-text'],
])('%j is refused: %s', (text, reason) => {
  expect(cellsOf(bytesOf(text))).toBe(reason)
})

test('no cell opens as a formula, and every cell comes back as it was', () => {
  const cell = fc.string({
    unit: fc.constantFrom('=', '+', '-', '@', "'", '\t', '\r', '\n', '"', ',', ';', 'a', '1', '＝', ' '),
  })
  fc.assert(
    fc.property(cell, (text) => {
      expect(protectCell(text)).not.toMatch(/^[=+\-@\t\r＝]/)
      expect(unprotectCell(protectCell(text))).toBe(text)
    }),
  )
})

test('a written file reads back as the same table', () => {
  const cell = fc
    .string({ unit: fc.constantFrom('=', '-', '@', "'", '\n', '"', ',', ';', 'â', 'ل', '1') })
    .map((text) => text.trim())
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 5 }), (rows) => {
      const filled = rows.map(([first, second]) => [`x${first}`, second])
      expect(cellsOf(bytesOf(writeTable(['First', 'Second'], filled)))).toEqual([
        ['First', 'Second'],
        ...filled,
      ])
    }),
  )
  expect(writeTable(['Note'], [['=1+1']])).toBe("\ufeffNote\r\n'=1+1\r\n")
})
