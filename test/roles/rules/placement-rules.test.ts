import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addMonths } from '../../../src/roles/rules/add-months'
import { ageFits, knownAgeOn } from '../../../src/roles/rules/age-fits'
import { findPlacementFor } from '../../../src/roles/rules/find-placement-for'
import { isOutsidePlacements } from '../../../src/roles/rules/is-outside-placements'

const place = (branchId: string | null, startsOn: string, endsOn: string | null = null, roleId = 'role') => ({
  ...{ roleId, branchId, startsOn, endsOn },
})

test('a placement covers its first and its last day, and none before or after', () => {
  const one = place('a', '2026-03-10', '2026-03-20')
  const covered = ['2026-03-09', '2026-03-10', '2026-03-20', '2026-03-21'].map(
    (day) => findPlacementFor([one], 'role', 'a', day) === one,
  )
  expect(covered).toEqual([false, true, true, false])
  expect(findPlacementFor([one], 'another', 'a', '2026-03-10')).toBeUndefined()
})

test('one at the branch comes before one at any, then the one that started last; another branch does not count', () => {
  const any = place(null, '2026-03-01')
  const [early, late] = [place('a', '2026-01-01'), place('a', '2026-02-01')]
  expect(findPlacementFor([any, early, late], 'role', 'a', '2026-04-01')).toBe(late)
  expect(findPlacementFor([any, early, late], 'role', 'b', '2026-04-01')).toBe(any)
  expect(findPlacementFor([early, late], 'role', 'b', '2026-04-01')).toBeUndefined()
  expect(findPlacementFor([early, late], 'role', null, '2026-04-01')).toBe(late)
})

test('hours are outside only where there is a placement in that role, and whatever the branch', () => {
  const list = [place('a', '2026-03-10', '2026-03-20'), place('a', '2026-01-01', null, 'other')]
  expect(isOutsidePlacements([], 'role', '2026-03-09')).toBe(false)
  expect(isOutsidePlacements(list, 'third', '2020-01-01')).toBe(false)
  expect(isOutsidePlacements(list, 'role', '2026-03-09')).toBe(true)
  expect(isOutsidePlacements(list, 'role', '2026-03-20')).toBe(false)
  expect(isOutsidePlacements(list, 'role', '2026-03-21')).toBe(true)
})

const zDay = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10))

test('the order of placements changes nothing, and hours are inside exactly where one covers the day', () => {
  const zPlacement = fc
    .tuple(fc.constantFrom('a', 'b', null), zDay, fc.option(zDay))
    .map(([branch, start, end]) => place(branch, start, end === null || end >= start ? end : start))
  fc.assert(
    fc.property(fc.array(zPlacement, { minLength: 1 }), zDay, (list, day) => {
      const there = findPlacementFor(list, 'role', 'a', day)
      const back = findPlacementFor([...list].reverse(), 'role', 'a', day)
      expect([back?.branchId, back?.startsOn]).toEqual([there?.branchId, there?.startsOn])
      const inside = list.some(
        ({ startsOn, endsOn }) => startsOn <= day && (endsOn === null || day <= endsOn),
      )
      expect(isOutsidePlacements(list, 'role', day)).toBe(!inside)
    }),
  )
})

test('a month later is the same day, or the last of a shorter month', () => {
  expect(addMonths('2026-01-31', 1)).toBe('2026-02-28')
  expect(addMonths('2024-02-29', 12)).toBe('2025-02-28')
  expect(addMonths('2026-11-25', 24)).toBe('2028-11-25')
  expect(addMonths('2026-08-31', 6)).toBe('2027-02-28')
})

test('old enough is told at the boundary; from a year alone it may not be known', () => {
  expect(ageFits(null, undefined)).toBe('yes')
  expect(ageFits(14, undefined)).toBe('unknown')
  expect([13, 14, 15].map((age) => ageFits(14, { least: age, most: age }))).toEqual(['no', 'yes', 'yes'])
  expect(
    [2011, 2012, 2013].map((year) => ageFits(14, knownAgeOn({ date: null, year }, '2026-06-01'))),
  ).toEqual(['yes', 'unknown', 'no'])
  const born = (date: string) => knownAgeOn({ date, year: 2012 }, '2026-06-01')
  expect(['2012-06-01', '2012-06-02'].map((date) => ageFits(14, born(date)))).toEqual(['yes', 'no'])
})
