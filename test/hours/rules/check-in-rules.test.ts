import fc from 'fast-check'
import { expect, test } from 'vitest'
import { localDateOf } from '../../../src/hours/rules/local-date-of'
import { shortenNames } from '../../../src/hours/rules/shorten-names'
import { isForgotten, seenVisit, toldVisit, usualVisit } from '../../../src/hours/rules/visit-times'

const at = (text: string) => new Date(text)

test('a screen shows no more of a name than tells people apart', () => {
  expect(shortenNames(['Ann Bell', 'Ben Oak'])).toEqual(['Ann B.', 'Ben O.'])
  expect(shortenNames(['Ann Bell', 'Ann Blake', 'Ann'])).toEqual(['Ann Be.', 'Ann Bl.', 'Ann'])
  expect(shortenNames(['Siân ap Llŷr'])).toEqual(['Siân L.'])
  expect(shortenNames(['Jo Li', 'Jo L', 'Jo'])).toEqual(['Jo L.', 'Jo L', 'Jo'])
})

test('names that differ stay different, equal ones equal, and the order is kept', () => {
  const name = fc.array(fc.constantFrom('A', 'B', 'Ab', 'Ba', 'Åb'), { minLength: 1, maxLength: 3 })
  fc.assert(
    fc.property(fc.array(name, { maxLength: 8 }), (all) => {
      const names = all.map((words) => words.join(' '))
      const short = shortenNames(names)
      expect(new Set(short).size).toBe(new Set(names).size)
      for (const [i, one] of names.entries())
        for (const [j, other] of names.entries()) expect(short[i] === short[j]).toBe(one === other)
    }),
  )
})

test('who came on another day, or more than twelve hours ago, has forgotten to check out', () => {
  const came = at('2026-11-24T10:00:00Z')
  expect(isForgotten(came, at('2026-11-24T22:00:00Z'))).toBe(false)
  expect(isForgotten(came, at('2026-11-24T22:00:01Z'))).toBe(true)
  expect(isForgotten(at('2026-11-24T23:50:00Z'), at('2026-11-25T00:10:00Z'))).toBe(true)
})

test('a visit counts from its whole minute to its whole minute, and less than one is none', () => {
  expect(seenVisit(at('2026-11-24T10:00:59Z'), at('2026-11-24T12:30:01Z'))).toMatchObject({ minutes: 150 })
  expect(seenVisit(at('2026-11-24T10:00:01Z'), at('2026-11-24T10:00:59Z'))).toBeUndefined()
  // The clocks went back in between: three hours passed, not two.
  expect(seenVisit(at('2026-10-25T00:30:00Z'), at('2026-10-25T03:30:00Z'))).toMatchObject({
    minutes: 180,
    localDate: '2026-10-25',
  })
})

test('an end that is told is a clock time of that day', () => {
  const [came, now] = [at('2026-11-23T10:05:20Z'), at('2026-11-30T10:00:00Z')]
  expect(toldVisit(came, '12:30', now)).toMatchObject({ ok: true, value: { minutes: 145, clockRule: null } })
  expect(toldVisit(came, '10:05', now)).toEqual({ ok: false, reason: 'end-not-after-start' })
  expect(toldVisit(came, '09:00', now)).toEqual({ ok: false, reason: 'end-not-after-start' })
  expect(toldVisit(came, '', now)).toEqual({ ok: false, reason: 'end-missing' })
  expect(toldVisit(came, 'noon', now)).toEqual({ ok: false, reason: 'time-not-understood' })
  expect(toldVisit(at('2026-11-30T09:00:00Z'), '10:06', now)).toEqual({ ok: false, reason: 'in-future' })
  // 01:30 came twice that night: the shorter visit is taken, and that is on record.
  const night = toldVisit(at('2026-10-24T23:30:00Z'), '01:30', at('2026-10-26T10:00:00Z'))
  expect(night).toMatchObject({ ok: true, value: { minutes: 60, clockRule: 'shortest' } })
})

test('an end that nobody knows is where it usually is, never after now, and says so', () => {
  const [came, now] = [at('2026-11-23T10:00:00Z'), at('2026-11-30T10:00:00Z')]
  const lengths = (...minutes: number[]) => minutes.map((one) => ({ minutes: one }))
  expect(usualVisit(came, lengths(), now)).toMatchObject({ minutes: 120, clockRule: 'usual' })
  expect(usualVisit(came, lengths(60, 600, 90), now).minutes).toBe(90)
  expect(usualVisit(came, lengths(60, 90), now).minutes).toBe(60)
  expect(usualVisit(came, lengths(600), at('2026-11-23T12:00:00Z')).minutes).toBe(120)
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 1440 })), (minutes) => {
      const visit = usualVisit(came, lengths(...minutes), now)
      const end = visit.endedAt ?? came
      expect(end.getTime() - came.getTime()).toBe(visit.minutes * 60_000)
      expect(visit.localDate).toBe(localDateOf(came))
    }),
  )
})
