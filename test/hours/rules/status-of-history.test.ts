import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { statusOfHistory } from '../../../src/hours/rules/status-of-history'

const living = fc.array(fc.constantFrom('submitted', 'approved', 'disputed', 'withdrawn'))

describe('where a session stands', () => {
  test.each([
    [[], 'submitted'],
    [['submitted', 'approved'], 'approved'],
    [['submitted', 'approved', 'withdrawn'], 'submitted'],
    [['submitted', 'disputed', 'approved', 'voided'], 'void'],
    [['submitted', 'approved', 'corrected', 'restored', 'voided', 'restored'], 'approved'],
  ] as const)('%j -> %s', (kinds, status) => {
    expect(statusOfHistory(kinds)).toBe(status)
  })

  test('what is taken out or corrected and brought back stands as before, however often', () => {
    fc.assert(
      fc.property(
        living,
        fc.array(fc.constantFrom('voided', 'corrected'), { minLength: 1 }),
        fc.integer({ min: 1, max: 3 }),
        (before, out, times) => {
          const round = [...out, 'restored'] as const
          const all = [...before, ...Array.from({ length: times }, () => round).flat()]
          expect(statusOfHistory(all)).toBe(statusOfHistory(before))
        },
      ),
    )
  })
})
