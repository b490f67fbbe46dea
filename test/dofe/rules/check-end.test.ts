import { expect, test } from 'vitest'
import { checkEnd } from '../../../src/dofe/rules/check-end'
import { reachAge } from '../../../src/dofe/rules/reach-age'
import { input, session } from './input'

const ending = (last: string, dateOfBirth: string) =>
  checkEnd(input({ dateOfBirth }, { sessions: [session('2026-01-06'), session(last)] }))

test('the last session is before the 25th birthday', () => {
  expect(ending('2026-04-06', '2001-04-07').outcome).toBe('pass')
  expect(ending('2026-04-07', '2001-04-07')).toMatchObject({
    outcome: 'fail',
    reason: 'end-too-old',
    values: { last: '2026-04-06' },
  })
  expect(ending('2026-04-08', '2001-04-07').outcome).toBe('fail')
})

test('a 25th birthday of somebody born on 29 February is taken as 28 February', () => {
  expect(ending('2029-02-27', '2004-02-29').outcome).toBe('pass')
  expect(ending('2029-02-28', '2004-02-29').outcome).toBe('fail')
  expect(reachAge('2004-02-29', 25, 'early')).toBe('2029-02-28')
  expect(reachAge('2004-02-29', 25, 'late')).toBe('2029-03-01')
  expect(reachAge('2004-02-29', 24, 'late')).toBe('2028-02-29')
})

test('before the first session it is the day on which the section could end', () => {
  const planned = (dateOfBirth: string) => checkEnd(input({ dateOfBirth }, { sessions: [] }))
  // From 6 January three months reach to 6 April.
  expect(planned('2001-04-06').outcome).toBe('fail')
  expect(planned('2001-04-07').outcome).toBe('pass')
})
