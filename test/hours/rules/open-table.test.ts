import fc from 'fast-check'
import Papa from 'papaparse'
import { expect, test } from 'vitest'
import { openTable } from '../../../src/hours/rules/open-table'

/** As a reading of the whole gives it. */
const whole = (text: string, delimiter: string) =>
  Papa.parse<string[]>(text, { delimiter })
    .data.map((cells, index) => ({ rowNumber: index + 1, cells: cells.map((cell) => cell.trim()) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''))

const cell = fc.string({ unit: fc.constantFrom('a', 'ŵ', '"', ',', '\n', ' ', '7', '', '’'), maxLength: 6 })
const quoted = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

test('a file in pieces gives the rows of the whole, wherever it is cut', () => {
  // More than the reader looks at before it begins, so that the cuts below fall within rows.
  const padding = `A,B,C\n${'x,y,z\n'.repeat(180_000)}`
  fc.assert(
    fc.property(
      fc.array(fc.tuple(cell, cell, cell), { maxLength: 8 }),
      fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 5 }),
      (rows, steps) => {
        const text = rows.map((cells) => cells.map(quoted).join(',')).join('\n')
        const reader = openTable()
        const read = reader.push(padding).slice(0, 1)
        let at = 0
        for (let turn = 0; at < text.length; turn++) {
          const step = steps[turn % steps.length] ?? 1
          read.push(...reader.push(text.slice(at, at + step)))
          at += step
        }
        read.push(...reader.end())
        const [head, ...others] = read
        expect(head?.cells).toEqual(['A', 'B', 'C'])
        const expected = whole(`A,B,C\n${text}`, ',').slice(1)
        expect(others.map(({ cells }) => cells)).toEqual(expected.map(({ cells }) => cells))
        expect(others.map(({ rowNumber }) => rowNumber - 180_000)).toEqual(
          expected.map(({ rowNumber }) => rowNumber),
        )
      },
    ),
    { numRuns: 20 },
  )
})
