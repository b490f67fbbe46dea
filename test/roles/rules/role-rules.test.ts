import fc from 'fast-check'
import { expect, test } from 'vitest'
import { taskClasses } from '../../../src/roles/model'
import { buildPatternLines } from '../../../src/roles/rules/build-pattern-lines'
import { checkAccess } from '../../../src/roles/rules/check-access'
import { findInForce } from '../../../src/roles/rules/find-in-force'
import { entryOfRole, readRole } from '../../../src/roles/rules/read-role'
import { readinessOf } from '../../../src/roles/rules/readiness-of'

const today = '2026-06-01'
const entry = { system: 'Spydus', dataClass: 'events', level: 'view', expiresOn: '', ownLogin: true }
const day = fc
  .date({ min: new Date('2026-06-01'), max: new Date('2030-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

test('access never outlasts the training or the placement, and is looked at within six months', () => {
  fc.assert(
    fc.property(fc.option(day), fc.option(day), fc.option(day), (training, endsOn, asked) => {
      const facts = {
        ...{ placement: { startsOn: '2026-01-01', endsOn }, own: false },
        training: { id: 'one', expiresOn: training === today ? null : training },
      }
      const done = checkAccess({ ...entry, expiresOn: asked ?? '' }, facts, today)
      if (!done.ok) {
        expect(asked).not.toBeNull()
        return
      }
      const { expiresOn, reviewOn } = done.value
      if (facts.training.expiresOn !== null) expect(expiresOn < facts.training.expiresOn).toBe(true)
      if (endsOn !== null) expect(expiresOn <= endsOn).toBe(true)
      expect(expiresOn >= today && reviewOn <= expiresOn && reviewOn <= '2026-12-01').toBe(true)
    }),
  )
})

test('the decision in force is the latest that has begun, in whatever order they come', () => {
  const zDecision = fc.tuple(day, fc.nat(1000)).map(([inForceFrom, at]) => ({
    ...{ inForceFrom, recordedAt: new Date(at) },
  }))
  fc.assert(
    fc.property(fc.array(zDecision), day, (decisions, on) => {
      const found = findInForce(decisions, on)
      const begun = decisions.map(({ inForceFrom }) => inForceFrom).filter((from) => from <= on)
      expect(found?.inForceFrom).toBe(begun.sort().at(-1))
      const back = findInForce([...decisions].reverse(), on)
      expect(back?.recordedAt.getTime()).toBe(found?.recordedAt.getTime())
    }),
  )
})

const whole = { summaryEn: 'Helps.', tasksEn: ['Ask'], trainingNeeded: [], supervisorName: 'Sam' }
const check = {
  ...({ id: '1', risk: 'low', level: 'none', legalBasis: 'x', decidedBy: 'Jo', decidedOn: today } as const),
}

test('staff-only is never ready; supervised work only after a talk that took place', () => {
  const zFacts = fc.record({
    taskClass: fc.constantFrom(...taskClasses),
    outcomes: fc.array(fc.constantFrom('agreed', 'not-agreed', 'awaited')),
  })
  fc.assert(
    fc.property(zFacts, ({ taskClass, outcomes }) => {
      const consultations = outcomes.map((outcome) => ({
        outcome: outcome as 'agreed' | 'not-agreed' | 'awaited',
      }))
      const { ready } = readinessOf(whole, { record: { taskClass }, consultations, check })
      const consulted = outcomes.some((outcome) => outcome !== 'awaited')
      expect(ready).toBe(taskClass !== 'staff-only' && (taskClass !== 'supervised-operational' || consulted))
    }),
  )
  for (const lack of [
    { summaryEn: null },
    { tasksEn: [] },
    { trainingNeeded: null },
    { supervisorName: null },
  ])
    expect(
      readinessOf({ ...whole, ...lack }, { record: { taskClass: 'value-added' }, consultations: [], check })
        .ready,
    ).toBe(false)
})

const role = {
  ...{ titleEn: 'Garden', titleCy: null, summaryEn: 'Digs.', summaryCy: null, tasksEn: ['Dig'], tasksCy: [] },
  ...{
    deliveryModes: ['outreach'],
    offers: ['ULO-H'],
    skills: ['X43'],
    minimumAge: 14,
    ageReasonEn: 'Tools.',
  },
  ...{
    ageReasonCy: null,
    supervisorName: null,
    supervisorEmail: null,
    trainingNeeded: null,
    budgetCode: null,
  },
  induction: [{ id: 'a', en: 'Knows the shed', cy: null }],
}

test('a role that is shown in its form and sent back is as it was; a new line of the checklist gets an id', () => {
  expect(readRole(entryOfRole(role), role, () => 'new')).toEqual({ ok: true, value: role })
  const longer = {
    ...entryOfRole(role),
    inductionEn: 'Wears gloves\nKnows the shed',
    inductionCy: 'Menig\nY sied',
  }
  expect(readRole(longer, role, () => 'new')).toMatchObject({
    value: {
      induction: [
        { id: 'new', en: 'Wears gloves', cy: 'Menig' },
        { id: 'a', en: 'Knows the shed', cy: 'Y sied' },
      ],
    },
  })
  expect(readRole({ ...entryOfRole(role), ageReasonEn: ' ' }, role, () => 'new')).toEqual({
    ...{ ok: false, reason: [{ field: 'ageReasonEn', reason: 'age-reason-missing' }] },
  })
})

test('people are counted once in a band of the card, at its edges too', () => {
  const rows = (people: number) =>
    Array.from({ length: people * 2 }, (_, at) => ({
      ...({ personId: String(at % people), system: 'S', dataClass: 'events', level: 'view' } as const),
    }))
  const bands = [1, 4, 5, 9, 10, 19, 20, 49, 50].map((people) => buildPatternLines(rows(people))[0]?.people)
  expect(bands).toEqual(['1-4', '1-4', '5-9', '5-9', '10-19', '10-19', '20-49', '20-49', '50+'])
})
