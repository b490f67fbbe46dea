import { expect, test } from 'vitest'
import { lastMonths } from '../../src/sharing/rules/last-months'

test('the last twelve months are there, also those without hours and across the turn of a year', () => {
  const months = lastMonths(
    [
      { month: '2025-01', minutes: 60 },
      { month: '2025-03', minutes: 90 },
      { month: '2026-02', minutes: 30 },
    ],
    '2026-02-28',
  )
  expect(months).toHaveLength(12)
  expect([months[0], months.at(-1)]).toEqual([
    { month: '2025-03', minutes: 90 },
    { month: '2026-02', minutes: 30 },
  ])
  expect(months.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(120)
})
