import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ClaimDeedKind, ClaimState, ClaimStatus } from '../../../src/skills/model'
import { decideClaim } from '../../../src/skills/rules/decide-claim'
import { strengthsFor } from '../../../src/skills/rules/may-claim-strength'
import { hoursBehind, rolesBehind } from '../../../src/skills/rules/roles-behind'

const kinds = [
  ...['changed', 'evidence-added', 'evidence-removed', 'aligned', 'submitted', 'asked', 'answered'],
  ...['confirmed', 'declined', 'assessed', 'withdrawn'],
] as Exclude<ClaimDeedKind, 'recorded'>[]

const walk = (...deeds: readonly Exclude<ClaimDeedKind, 'recorded'>[]) => {
  let standing: { state: ClaimState; status: ClaimStatus } | undefined = { state: 'draft', status: 'self' }
  for (const deed of deeds) {
    const next: ReturnType<typeof decideClaim> | undefined = standing && decideClaim(standing, deed)
    standing = next?.ok ? next.value : undefined
  }
  return standing && `${standing.status} ${standing.state}`
}

describe('a claim', () => {
  test.each([
    [['submitted', 'confirmed'], 'confirmed settled'],
    [['submitted', 'asked', 'answered', 'confirmed'], 'confirmed settled'],
    [['submitted', 'asked', 'confirmed'], 'confirmed settled'],
    [['submitted', 'declined', 'submitted', 'confirmed', 'assessed'], 'assessed settled'],
    [['assessed'], 'assessed settled'],
    [['confirmed'], undefined],
    [['submitted', 'confirmed', 'confirmed'], undefined],
    [['submitted', 'confirmed', 'changed'], undefined],
    [['submitted', 'confirmed', 'evidence-removed'], undefined],
    [['submitted', 'changed'], undefined],
    [['assessed', 'confirmed'], undefined],
    [['withdrawn', 'submitted'], undefined],
  ] as const)('%j: %s', (deeds, outcome) => {
    expect(walk(...deeds)).toBe(outcome)
  })

  test('is never confirmed or assessed without that having been done', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...kinds), { maxLength: 12 }), (deeds) => {
        let standing = { state: 'draft' as ClaimState, status: 'self' as ClaimStatus }
        const done = new Set<string>()
        for (const deed of deeds) {
          const next = decideClaim(standing, deed)
          if (next.ok) {
            standing = next.value
            done.add(deed)
          }
        }
        expect(standing.status === 'confirmed' ? done.has('confirmed') : true).toBe(true)
        expect(standing.status === 'assessed').toBe(done.has('assessed'))
        expect(standing.status === 'self' || ['settled', 'withdrawn'].includes(standing.state)).toBe(true)
      }),
    )
  })

  test('is aligned no more strongly than who stands behind it', () => {
    expect(strengthsFor('self')).toEqual(['practised'])
    expect(strengthsFor('confirmed')).toEqual(['practised', 'evidenced'])
    expect(strengthsFor('assessed')).toEqual(['practised', 'evidenced', 'assessed'])
  })
})

describe('the hours behind a claim', () => {
  const practised = new Map([
    ['reading', [{ framework: 'esco', code: 'X25' }]],
    ['garden', [{ framework: 'esco', code: 'X43' }]],
  ])

  test('are those of its role and of every role that practises what it is aligned to', () => {
    const claim = { roleId: 'garden', alignments: [{ framework: 'esco', code: 'X25' }] }
    expect([...rolesBehind(claim, practised)].sort()).toEqual(['garden', 'reading'])
    expect([...rolesBehind({ roleId: null, alignments: [] }, practised)]).toEqual([])
    expect([
      ...rolesBehind({ roleId: null, alignments: [{ framework: 'own', code: 'X25' }] }, practised),
    ]).toEqual([])
  })

  test('count minutes of sessions at the same time once', () => {
    const at = (roleId: string, from: string, to: string, minutes: number) => ({
      ...{ personId: 'ann', roleId, localDate: '2026-05-01', minutes },
      ...{ startedAt: new Date(`2026-05-01T${from}:00Z`), endedAt: new Date(`2026-05-01T${to}:00Z`) },
    })
    const facts = [
      at('reading', '10:00', '12:00', 120),
      at('garden', '11:00', '13:00', 120),
      at('shelf', '14:00', '15:00', 60),
    ]
    expect(hoursBehind(facts, new Set(['reading', 'garden']))).toEqual({ sessions: 2, minutes: 180 })
    expect(hoursBehind(facts, new Set())).toEqual({ sessions: 0, minutes: 0 })
  })
})
