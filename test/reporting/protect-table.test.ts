import fc from 'fast-check'
import { expect, test } from 'vitest'
import { usualThresholds } from '../../src/reporting/model'
import { carrySmallDifferences } from '../../src/reporting/rules/carry-small-differences'
import { mayCross } from '../../src/reporting/rules/may-cross'
import { protectTable } from '../../src/reporting/rules/protect-table'
import { shareOf } from '../../src/reporting/rules/share-of'

const rows = fc
  .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 6 }))
  .chain(([height, width]) =>
    fc.array(fc.array(fc.oneof(fc.nat(9), fc.nat(200)), { minLength: width, maxLength: width }), {
      minLength: height,
      maxLength: height,
    }),
  )

test('nothing small is shown, everything shown is rounded, and 0 stays 0', () => {
  fc.assert(
    fc.property(rows, (counts) => {
      const { cells, rowTotals, columnTotals, total } = protectTable(counts, usualThresholds)
      for (const figure of [...cells.flat(), ...rowTotals, ...columnTotals, total])
        expect(figure === 'withheld' || figure === 0 || (figure >= 5 && figure % 5 === 0)).toBe(true)
      for (const [row, line] of counts.entries())
        for (const [column, count] of line.entries()) {
          if (count > 0 && count < 5) expect(cells[row]?.[column]).toBe('withheld')
          if (count === 0) expect(cells[row]?.[column]).toBe(0)
        }
    }),
  )
})

test('no single withheld cell stands in a line whose total is shown, so none can be worked out', () => {
  fc.assert(
    fc.property(rows, (counts) => {
      const { cells, rowTotals, columnTotals } = protectTable(counts, usualThresholds)
      const lines = [
        ...cells.map((line, row) => ({ line, total: rowTotals[row] })),
        ...columnTotals.map((total, column) => ({ total, line: cells.map((row) => row[column] ?? 0) })),
      ]
      for (const { line, total } of lines) {
        const withheld = line.filter((figure) => figure === 'withheld').length
        const others = line.some((figure) => typeof figure === 'number' && figure > 0)
        if (total !== 'withheld' && others) expect(withheld).not.toBe(1)
      }
    }),
  )
})

test('the partner is the next smallest, and its column gets one too', () => {
  const { cells } = protectTable(
    [
      [3, 20, 60],
      [30, 40, 50],
    ],
    usualThresholds,
  )
  expect(cells).toEqual([
    ['withheld', 'withheld', 60],
    ['withheld', 'withheld', 50],
  ])
})

test('a share needs a base, and comes from rounded figures', () => {
  expect(shareOf(5, 10, usualThresholds)).toBe(50)
  expect(shareOf(5, 5, usualThresholds)).toBeUndefined()
  expect(shareOf('withheld', 50, usualThresholds)).toBeUndefined()
  expect(shareOf(5, 'withheld', usualThresholds)).toBeUndefined()
})

test('what is told never differs from what was told before by one to four', () => {
  const counts = fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.nat(40))
  fc.assert(
    fc.property(counts, counts, (before, now) => {
      const told = carrySmallDifferences(before, now, usualThresholds)
      for (const key of ['a', 'b', 'c']) {
        const difference = Math.abs((told[key] ?? 0) - (before[key] ?? 0))
        expect(difference === 0 || difference >= 5).toBe(true)
      }
    }),
  )
  expect(carrySmallDifferences(undefined, { a: 2 }, usualThresholds)).toEqual({ a: 2 })
})

test('two characteristics at most, and what is told nationally only stays there', () => {
  const [plain, national] = [{}, { nationalOnly: true }]
  expect(mayCross([plain, plain], 'service')).toBe(true)
  expect(mayCross([plain, plain, plain], 'national')).toBe(false)
  expect(mayCross([national], 'service')).toBe(false)
  expect(mayCross([national, plain], 'national')).toBe(true)
})
