import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readConfig } from '../../../src/config'
import type { Ages } from '../../../src/people/holds/model'
import { ageOn } from '../../../src/people/rules/age-on'
import { agesFor } from '../../../src/people/rules/ages-for'
import { stageOf } from '../../../src/people/rules/stage-of'

const ages: Ages = { digitalConsent: 13, ownConsent: 16, adult: 18 }
const born = (date: string) => ({ date, year: Number(date.slice(0, 4)) })

describe('age', () => {
  test('changes on the birthday, not the day before', () => {
    const birth = born('2010-06-15')
    expect(['2026-06-14', '2026-06-15', '2026-06-16'].map((day) => ageOn(birth, day))).toEqual([15, 16, 16])
  })

  test('of somebody born on 29 February changes on 1 March, and on the 29th in a leap year', () => {
    const birth = born('2008-02-29')
    expect(
      ['2024-02-28', '2024-02-29', '2025-02-28', '2025-03-01', '2026-02-28', '2026-03-01'].map((day) =>
        ageOn(birth, day),
      ),
    ).toEqual([15, 16, 16, 17, 17, 18])
  })

  test('is the lowest it can be where only the year is known, and nothing where nothing is', () => {
    expect(ageOn({ date: null, year: 2010 }, '2026-12-30')).toBe(15)
    expect(ageOn({ date: null, year: 2010 }, '2026-12-31')).toBe(16)
    expect(ageOn({ date: null, year: null }, '2026-12-31')).toBeUndefined()
  })

  test('never falls, and a year alone never makes anybody older than the day does', () => {
    const day = fc
      .date({ min: new Date('1990-01-01'), max: new Date('2050-12-31'), noInvalidDate: true })
      .map((at) => at.toISOString().slice(0, 10))
    fc.assert(
      fc.property(day, day, day, (one, other, third) => {
        const [birth = '', earlier = '', later = ''] = [one, other, third].sort()
        const before = ageOn(born(birth), earlier) ?? 0
        expect(ageOn(born(birth), later) ?? 0).toBeGreaterThanOrEqual(before)
        expect(ageOn({ date: null, year: Number(birth.slice(0, 4)) }, earlier)).toBeLessThanOrEqual(before)
      }),
    )
  })
})

describe('stage of age', () => {
  const birth = born('2010-06-15')
  test.each([
    ['2023-06-14', 'child'],
    ['2023-06-15', 'young'],
    ['2026-06-14', 'young'],
    ['2026-06-15', 'youth'],
    ['2028-06-14', 'youth'],
    ['2028-06-15', 'adult'],
  ])('on %s it is %s', (day, stage) => {
    expect(stageOf(birth, day, ages)).toBe(stage)
  })

  test('follows the ages that are configured, for one nation too', () => {
    const settings = readConfig({ COLOPHON_AGES: '16 16 18, Scotland 12 16 18' }).COLOPHON_AGES
    const day = '2024-06-15'
    expect(stageOf(birth, day, agesFor(settings, 'England'))).toBe('child')
    expect(stageOf(birth, day, agesFor(settings, 'Scotland'))).toBe('young')
    expect(stageOf({ date: null, year: null }, day, ages)).toBe('unknown')
  })

  test.each(['13 16', '18 16 13', '13 16 18, France 13 16 18', 'Wales 13 16 18'])(
    'ages that make no sense are refused: %s',
    (text) => {
      expect(() => readConfig({ COLOPHON_AGES: text })).toThrow(/COLOPHON_AGES is wrong/)
    },
  )
})
