import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  protectColumn,
  protectCount,
  protectFigures,
  protectHours,
} from '../../src/reporting/rules/protect-figures'

test('counts of one to four are withheld, nought is told, the rest go to the nearest five', () => {
  expect([0, 1, 4, 5, 7, 8, 12, 13].map((count) => protectCount(count))).toEqual([
    0,
    'withheld',
    'withheld',
    5,
    5,
    10,
    10,
    15,
  ])
})

test('hours of few people, or nearly all of one person, are withheld', () => {
  expect(protectHours({ volunteers: 4, minutes: 6000, mostMinutes: 1500 })).toBe('withheld')
  expect(protectHours({ volunteers: 9, minutes: 6000, mostMinutes: 3601 })).toBe('withheld')
  expect(protectHours({ volunteers: 9, minutes: 6000, mostMinutes: 3600 })).toBe(100)
  expect(protectHours({ volunteers: 0, minutes: 0, mostMinutes: 0 })).toBe(0)
})

test('a figure that is withheld alone takes the next smallest with it', () => {
  expect(protectColumn([20, 'withheld', 10, 0])).toEqual([20, 'withheld', 'withheld', 0])
  expect(protectColumn([20, 'withheld', 'withheld', 10])).toEqual([20, 'withheld', 'withheld', 10])
  expect(protectColumn([20, 10])).toEqual([20, 10])
})

test('no figure that is shown is within four of nought, and one withheld is never alone among others', () => {
  const row = fc.record({
    organisationId: fc.uuid(),
    volunteers: fc.nat({ max: 60 }),
    minutes: fc.nat({ max: 100_000 }),
    mostMinutes: fc.nat({ max: 100_000 }),
    badges: fc.nat({ max: 60 }),
  })
  fc.assert(
    fc.property(fc.array(row, { minLength: 2, maxLength: 12 }), (rows) => {
      const { services } = protectFigures(rows)
      for (const column of ['volunteers', 'hours', 'badges'] as const) {
        const figures = services.map((service) => service[column])
        const counts = figures.filter((figure) => figure !== 'withheld')
        expect(counts.every((figure) => figure % 5 === 0)).toBe(true)
        const withheld = figures.length - counts.length
        expect(withheld === 1 && counts.some((figure) => figure > 0)).toBe(false)
      }
    }),
  )
})
