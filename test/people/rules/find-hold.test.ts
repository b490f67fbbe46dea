import { describe, expect, test } from 'vitest'
import type { Consent } from '../../../src/people/consents/model'
import type { GuardianStanding, Standing } from '../../../src/people/holds/model'
import { findHold } from '../../../src/people/rules/find-hold'
import { mayHavePage } from '../../../src/people/rules/may-have-page'
import { shortenName } from '../../../src/people/rules/shorten-name'

const ages = { digitalConsent: 13, ownConsent: 16, adult: 18 }
const on = (day: string) => ({ now: new Date(`${day}T12:00:00Z`), ages })
const today = on('2026-06-01')

const guardian = (status: GuardianStanding['status'], linkUntil: string | null = null): GuardianStanding => ({
  id: 'g',
  status,
  linkUntil: linkUntil === null ? null : new Date(linkUntil),
})

let written = 0
const consent = (entry: Partial<Consent>): Consent => {
  written += 1
  return {
    ...{ id: `c${written}`, personId: 'p', sequence: written, purpose: 'role', decision: 'given' },
    ...{ capacity: 'self', guardianId: null, how: 'account', textVersion: '1', actor: 'a' },
    at: new Date('2026-05-01T12:00:00Z'),
    ...entry,
  }
}
const byGuardian = (entry: Partial<Consent> = {}) =>
  consent({ capacity: 'guardian', guardianId: 'g', ...entry })

const of = (birth: string, more: Partial<Standing> = {}): Standing => ({
  birth: { date: birth, year: Number(birth.slice(0, 4)) },
  guardians: [],
  consents: [],
  ...more,
})
const fourteen = '2012-01-01'
const seventeen = '2009-01-01'

describe('a role', () => {
  test('needs nobody’s word for an adult, or where no birth is known', () => {
    expect(findHold(of('2008-06-01'), 'role', today)).toBeUndefined()
    const unknown = { birth: { date: null, year: null }, guardians: [], consents: [] }
    expect(findHold(unknown, 'role', today)).toBeUndefined()
  })

  test.each([
    ['nobody was asked', [], 'guardian-missing'],
    ['the link is open', [guardian('waiting', '2026-06-02T00:00:00Z')], 'guardian-waiting'],
    ['the link ran out', [guardian('waiting', '2026-06-01T12:00:00Z')], 'guardian-late'],
    ['the guardian said no', [guardian('refused')], 'guardian-refused'],
    ['the guardian was taken off', [guardian('ended')], 'guardian-missing'],
  ] as const)('under 16 it waits where %s', (_, guardians, hold) => {
    expect(findHold(of(fourteen, { guardians }), 'role', today)).toBe(hold)
  })

  test('under 16 it goes on with the guardian’s consent, and stops when that is taken back', () => {
    const guardians = [guardian('confirmed')]
    expect(findHold(of(fourteen, { guardians, consents: [byGuardian()] }), 'role', today)).toBeUndefined()
    const withdrawn = [byGuardian(), byGuardian({ decision: 'withdrawn' })]
    expect(findHold(of(fourteen, { guardians, consents: withdrawn }), 'role', today)).toBe(
      'guardian-withdrew',
    )
    const ended = of(fourteen, { guardians: [guardian('ended')], consents: [byGuardian()] })
    expect(findHold(ended, 'role', today)).toBe('guardian-missing')
  })

  test('one guardian’s no stands against another’s yes', () => {
    const guardians = [guardian('confirmed'), { ...guardian('refused'), id: 'h' }]
    expect(findHold(of(fourteen, { guardians, consents: [byGuardian()] }), 'role', today)).toBe(
      'guardian-refused',
    )
  })

  test('the young person’s own word does not do under 16, nor the guardian’s from 16 on', () => {
    expect(findHold(of(fourteen, { consents: [consent({})] }), 'role', today)).toBe('guardian-missing')
    const guardians = [guardian('confirmed')]
    expect(findHold(of(seventeen, { guardians, consents: [byGuardian()] }), 'role', today)).toBe(
      'self-missing',
    )
    expect(findHold(of(seventeen, { consents: [consent({})] }), 'role', today)).toBeUndefined()
    expect(findHold(of(seventeen, { consents: [consent({ decision: 'refused' })] }), 'role', today)).toBe(
      'self-refused',
    )
  })

  test.each([
    ['2026-06-14', undefined],
    ['2026-06-15', 'self-missing'],
    ['2026-06-16', 'self-missing'],
    ['2028-06-14', 'self-missing'],
    ['2028-06-15', undefined],
  ])('the guardian’s power ends on the 16th birthday, and the need at 18: %s', (day, hold) => {
    const standing = of('2010-06-15', {
      guardians: [guardian('confirmed')],
      consents: [byGuardian(), consent({})],
    })
    expect(findHold(standing, 'role', on(day))).toBe(hold)
  })
})

describe('sharing', () => {
  const guardians = [guardian('confirmed')]
  const bothAt = (how: Consent['how'], at = '2026-05-01') => [
    byGuardian({ purpose: 'sharing' }),
    consent({ purpose: 'sharing', how, at: new Date(`${at}T12:00:00Z`) }),
  ]

  test('under 16 it needs the guardian and the young person', () => {
    const [theirs, own] = bothAt('account')
    expect(findHold(of(fourteen, { guardians, consents: [theirs as Consent] }), 'sharing', today)).toBe(
      'self-missing',
    )
    expect(findHold(of(fourteen, { guardians, consents: [own as Consent] }), 'sharing', today)).toBe(
      'guardian-waiting',
    )
    expect(
      findHold(of(fourteen, { guardians, consents: bothAt('account') }), 'sharing', today),
    ).toBeUndefined()
  })

  test('a child’s word that the guardian brought holds until the 13th birthday', () => {
    const standing = of('2013-06-15', { guardians, consents: bothAt('relayed') })
    expect(['2026-06-14', '2026-06-15'].map((day) => findHold(standing, 'sharing', on(day)))).toEqual([
      undefined,
      'self-missing',
    ])
  })

  test('no page behind the certificate under 16 unless both agree', () => {
    expect(mayHavePage({ stage: 'young', hold: 'self-missing' })).toBe(false)
    expect(mayHavePage({ stage: 'young' })).toBe(true)
    expect(mayHavePage({ stage: 'youth', hold: 'self-missing' })).toBe(true)
    expect(mayHavePage(undefined)).toBe(true)
  })
})

test.each([
  ['Amina Hassan', 'Amina H.'],
  ['Llŷr ap Gwilym', 'Llŷr G.'],
  ['Sukarno', 'Sukarno'],
  ['Zoë E\u0301lan', 'Zoë E\u0301.'],
  ['Дарія Ткаченко', 'Дарія Т.'],
])('%s is shown as %s', (name, shown) => {
  expect(shortenName(name)).toBe(shown)
})
