import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type ChainedEntry, linkEntry } from '../../../src/hours/rules/link-entry'

const text = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.constant('a "b" \\ \u2028'))
const maybe = fc.option(text)
const id = fc.uuid()
const instant = fc.date({ min: new Date(0), max: new Date('2100-01-01T00:00:00Z'), noInvalidDate: true })

const entry: fc.Arbitrary<ChainedEntry> = fc.record({
  ...{ organisationId: id, personId: id, sessionId: id, sequence: fc.nat(), at: instant },
  ...{ kind: fc.constantFrom('submitted', 'approved'), actor: text, reason: maybe },
  facts: fc.record({
    ...{ roleId: id, branchId: fc.option(id), localDate: fc.constant('2026-11-24') },
    ...{ startedAt: fc.option(instant), endedAt: fc.option(instant), timeZone: text, minutes: fc.nat() },
    ...{ activity: maybe, deliveryMode: text, trainingMinutes: fc.nat(), timeCredit: text },
    ...{ beneficiaries: maybe, source: text, dofeSection: maybe, micro: fc.boolean() },
    ...{ clockRule: maybe, correctsId: fc.option(id) },
  }),
})

test('an entry’s text is the JSON array that the documents say, whatever is written in it', () => {
  fc.assert(
    fc.property(entry, (one) => {
      const { facts } = one
      const before = '0'.repeat(64)
      expect(linkEntry(before, one)).toBe(
        JSON.stringify([
          ...['colophon-ledger-1', before, String(one.sequence), one.organisationId, one.personId],
          ...[one.sessionId, one.kind, one.actor, one.at.toISOString(), one.reason],
          ...[facts.roleId, facts.branchId, facts.localDate],
          ...[facts.startedAt?.toISOString() ?? null, facts.endedAt?.toISOString() ?? null],
          ...[facts.timeZone, String(facts.minutes), facts.activity, facts.deliveryMode],
          ...[String(facts.trainingMinutes), facts.timeCredit, facts.beneficiaries, facts.source],
          ...[facts.dofeSection, String(facts.micro), facts.clockRule, facts.correctsId],
        ]),
      )
    }),
  )
})
