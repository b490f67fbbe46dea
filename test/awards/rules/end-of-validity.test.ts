import fc from 'fast-check'
import { expect, test } from 'vitest'
import { endOfValidity, hasEnded, soonAfter, stateAt } from '../../../src/awards/rules/end-of-validity'

const end = (months: number, issued: string) => endOfValidity(months, new Date(issued))?.toISOString()

test.each([
  ['2026-06-01T10:30:00.000Z', 24, '2028-06-01T10:30:00.000Z'],
  ['2026-02-28T10:30:00.000Z', 24, '2028-02-28T10:30:00.000Z'],
  ['2028-02-29T10:30:00.000Z', 24, '2030-02-28T10:30:00.000Z'],
  ['2028-02-29T10:30:00.000Z', 48, '2032-02-29T10:30:00.000Z'],
  ['2026-08-31T23:59:59.000Z', 6, '2027-02-28T23:59:59.000Z'],
  ['2027-08-31T23:59:59.000Z', 6, '2028-02-29T23:59:59.000Z'],
  ['2026-10-25T00:30:00.000Z', 5, '2027-03-25T00:30:00.000Z'],
])('a badge of %s that is valid for %i months is so until %s', (issued, months, until) => {
  expect(end(months, issued)).toBe(until)
})

test('a badge without months does not run out', () => {
  expect(endOfValidity(undefined, new Date())).toBeUndefined()
  expect(hasEnded(null, new Date('9999-01-01'))).toBe(false)
})

test('a badge is valid up to its last instant, and over a moment later', () => {
  const until = new Date('2028-06-01T10:30:00.000Z')
  const at = (moment: string) => stateAt({ status: 'valid', validUntil: until }, new Date(moment))
  expect(at('2028-05-31T10:30:00.000Z')).toBe('valid')
  expect(at('2028-06-01T10:30:00.000Z')).toBe('valid')
  expect(at('2028-06-01T10:30:00.001Z')).toBe('ended')
  expect(at('2028-06-02T10:30:00.000Z')).toBe('ended')
  const revoked = { status: 'revoked', validUntil: until } as const
  expect(stateAt(revoked, new Date('2030-01-01'))).toBe('revoked')
})

test('soon is sixty days of twenty-four hours, whichever way the clocks go', () => {
  expect(soonAfter(new Date('2026-03-01T12:00:00.000Z')).toISOString()).toBe('2026-04-30T12:00:00.000Z')
  expect(soonAfter(new Date('2026-10-01T12:00:00.000Z')).toISOString()).toBe('2026-11-30T12:00:00.000Z')
})

test('a badge never runs out before it was issued, nor in another month than the one asked for', () => {
  const issued = fc.date({ min: new Date('2020-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
  fc.assert(
    fc.property(issued, fc.integer({ min: 1, max: 120 }), (at, months) => {
      const until = endOfValidity(months, at)
      expect(until && until > at).toBe(true)
      const asked = at.getUTCFullYear() * 12 + at.getUTCMonth() + months
      expect((until?.getUTCFullYear() ?? 0) * 12 + (until?.getUTCMonth() ?? 0)).toBe(asked)
    }),
  )
})
