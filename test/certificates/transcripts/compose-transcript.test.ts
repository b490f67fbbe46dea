import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { TranscriptInput, TranscriptSession } from '../../../src/certificates/transcripts/model'
import { composeTranscript, countUp } from '../../../src/certificates/transcripts/rules/compose-transcript'
import { countMinutes } from '../../../src/hours/rules/count-minutes'

const at = (day: string, time: string) => new Date(`${day}T${time}:00Z`)

const session = (localDate: string, from: string | null, minutes: number): TranscriptSession => {
  const startedAt = from === null ? null : at(localDate, from)
  const endedAt = startedAt && new Date(startedAt.getTime() + minutes * 60_000)
  return { localDate, role: 'Story time', branch: 'Central', startedAt, endedAt, minutes }
}

const input = (sessions: readonly TranscriptSession[], changes: Partial<TranscriptInput> = {}) =>
  composeTranscript({
    paper: 'a4',
    language: 'en',
    themeColour: '#1d4f5c',
    holderName: 'Siân Wójcik',
    service: 'Ambershire Libraries',
    sessions,
    badges: [],
    at: at('2026-06-01', '09:00'),
    ...changes,
  })

const cells = (report: ReturnType<typeof input>, caption: string) =>
  report.blocks.flatMap((block) => (block.kind === 'table' && block.caption === caption ? block.rows : []))

describe('running totals', () => {
  test('count minutes that two sessions share once', () => {
    const totals = countUp([session('2026-03-02', '10:00', 120), session('2026-03-02', '11:00', 120)])
    expect(totals.map(({ total }) => total)).toEqual([120, 180])
  })

  test('see an overlap over midnight, also with a session without times in between', () => {
    const totals = countUp([
      session('2026-03-02', '22:00', 240),
      session('2026-03-03', '01:00', 120),
      session('2026-03-03', null, 30),
    ])
    expect(totals.map(({ total }) => total)).toEqual([240, 270, 330])
  })

  test('end with what all sessions come to, in any order', () => {
    const one = fc
      .record({
        day: fc.integer({ min: 1, max: 5 }),
        hour: fc.option(fc.integer({ min: 0, max: 23 })),
        minutes: fc.integer({ min: 5, max: 600 }),
      })
      .map(({ day, hour, minutes }) =>
        session(`2026-03-0${day}`, hour === null ? null : `${String(hour).padStart(2, '0')}:00`, minutes),
      )
    fc.assert(
      fc.property(fc.array(one, { minLength: 1, maxLength: 12 }), (sessions) => {
        const counted = countUp(sessions)
        const facts = sessions.map((some) => ({ ...some, personId: '', roleId: some.role }))
        expect(counted.at(-1)?.total).toBe(countMinutes(facts))
        expect(countUp(sessions.toReversed()).at(-1)?.total).toBe(counted.at(-1)?.total)
        const totals = counted.map(({ total }) => total)
        expect(totals).toEqual([...totals].sort((a, b) => a - b))
      }),
    )
  })
})

describe('a transcript', () => {
  test('lists every session with its running total in hours of one decimal place', () => {
    const report = input([session('2026-03-09', '10:00', 95), session('2026-03-02', '10:00', 90)])
    expect(cells(report, 'Sessions, oldest first')).toEqual([
      ['2 March 2026', 'Story time', 'Central', '1.5', '1.5'],
      ['9 March 2026', 'Story time', 'Central', '1.6', '3.1'],
    ])
    expect(report.subtitle).toBe('Siân Wójcik')
  })

  test('is in Welsh where that is asked for', () => {
    const report = input([session('2026-03-09', '10:00', 60)], { language: 'cy' })
    expect(cells(report, 'Oriau fesul mis')).toEqual([['Mawrth 2026', '1.0']])
    expect(report.foot).toContain('1 Mehefin 2026')
  })

  test('says so where nothing is approved yet', () => {
    expect(JSON.stringify(input([]).blocks)).toContain('No hours have been approved yet.')
  })
})
