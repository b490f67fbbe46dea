import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countMinutes } from '../../../src/hours/rules/count-minutes'
import { localDateOf } from '../../../src/hours/rules/local-date-of'
import { splitAtMidnight } from '../../../src/hours/rules/split-at-midnight'
import { summariseHours } from '../../../src/hours/rules/summarise-hours'

/** Sessions of three people over some weeks around a change of the clocks and a change of the year of account. */
const session = fc
  .record({
    personId: fc.constantFrom('ann', 'ben', 'cora'),
    roleId: fc.constantFrom('garden', 'story'),
    start: fc.integer({ min: 0, max: 60 * 24 * 30 }),
    minutes: fc.integer({ min: 1, max: 1440 }),
    timed: fc.boolean(),
  })
  .map(({ start, minutes, timed, ...who }) => {
    const startedAt = new Date(Date.UTC(2026, 2, 15) + start * 60_000)
    const times = timed
      ? { startedAt, endedAt: new Date(startedAt.getTime() + minutes * 60_000) }
      : { startedAt: null, endedAt: null }
    return { ...who, ...times, localDate: localDateOf(startedAt), minutes }
  })
const sessions = fc.array(session, { maxLength: 30 })

test('the order of sessions changes no total', () => {
  fc.assert(
    fc.property(sessions, fc.integer(), (facts, seed) => {
      const shuffled = facts
        .map((fact, at) => ({ fact, key: Math.imul(at + 1, seed | 1) >>> 0 }))
        .sort((a, b) => a.key - b.key)
        .map(({ fact }) => fact)
      const { byRole, ...summary } = summariseHours(shuffled)
      const { byRole: expectedRoles, ...expected } = summariseHours(facts)
      expect(summary).toEqual(expected)
      expect(new Set(byRole)).toEqual(new Set(expectedRoles))
    }),
  )
})

test('minutes that overlap count once: minute by minute the total is the union', () => {
  fc.assert(
    fc.property(sessions, (facts) => {
      const covered = new Set<string>()
      let untimed = 0
      for (const { personId, startedAt, minutes } of facts) {
        if (startedAt === null) untimed += minutes
        else
          for (let at = 0; at < minutes; at += 1)
            covered.add(`${personId} ${startedAt.getTime() / 60_000 + at}`)
      }
      expect(countMinutes(facts)).toBe(untimed + covered.size)
    }),
  )
})

test('a session cut at midnight keeps its minutes, and each part is of its day', () => {
  fc.assert(
    fc.property(session, (fact) => {
      const parts = splitAtMidnight(fact)
      expect(parts.reduce((sum, part) => sum + part.minutes, 0)).toBe(fact.minutes)
      for (const part of parts) {
        if (part.startedAt !== null) expect(localDateOf(part.startedAt)).toBe(part.localDate)
      }
    }),
  )
})

test('adding a session never takes minutes away, and adds no more than its own', () => {
  fc.assert(
    fc.property(sessions, session, (facts, more) => {
      const before = countMinutes(facts)
      const after = countMinutes([...facts, more])
      expect(after).toBeGreaterThanOrEqual(before)
      expect(after - before).toBeLessThanOrEqual(more.minutes)
    }),
  )
})
