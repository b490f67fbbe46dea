import fc from 'fast-check'
import { expect, test } from 'vitest'
import { libraryOffers, roleDeliveryModes, taskClasses } from '../../../src/roles/model'
import { nationalInduction, nationalRoles } from '../../../src/roles/rules/find-national-role'
import { trainingModules } from '../../../src/roles/rules/find-training-module'
import { hasCertificateNumber } from '../../../src/roles/rules/has-certificate-number'
import { readCheck } from '../../../src/roles/rules/read-check'
import { readTraining } from '../../../src/roles/rules/read-training'

const today = '2026-11-25'
const check = { kind: 'dbs', level: 'enhanced', outcome: 'suitable', relation: '', decidedBy: 'Jo Hart' }
const dated = { ...check, decidedOn: '2026-11-01', expiresOn: '2029-11-01' }

test('the catalogue has the 22 roles, whole in both languages, and names modules and modes that exist', () => {
  const codes = Array.from({ length: 22 }, (_, at) => `RO-${String(at + 1).padStart(2, '0')}`)
  expect(nationalRoles.map(({ code }) => code)).toEqual(codes)
  const modules = trainingModules.map(({ code }) => code)
  for (const role of nationalRoles) {
    const texts = [role.title, role.summary, role.prompt].flatMap(({ en, cy }) => [en, cy])
    expect([role.code, texts.filter((text) => text.length < 4)]).toEqual([role.code, []])
    expect([role.code, role.tasks.en.length]).toEqual([role.code, role.tasks.cy.length])
    expect(role.tasks.en.length).toBeGreaterThan(1)
    expect(taskClasses).toContain(role.taskClass)
    for (const mode of role.deliveryModes) expect(roleDeliveryModes).toContain(mode)
    for (const offer of role.offers) expect(libraryOffers).toContain(offer)
    for (const module of role.training) expect(modules).toContain(module)
    for (const skill of role.skills) expect(skill).toMatch(/^(X\d\d|SB-[a-z]+|EDS-[0-5])$/)
  }
  expect(nationalRoles.find(({ code }) => code === 'RO-10')?.taskClass).toBe('supervised-operational')
  expect(nationalInduction.length).toBeGreaterThan(3)
})

test('a scored module is passed from its mark on, and holds as long as it says', () => {
  const take = (score: string) =>
    readTraining({ module: 'data-protection', completedOn: today, score }, today)
  expect(take('79')).toMatchObject({ ok: true, value: { passed: false, score: 79 } })
  expect(take('80')).toMatchObject({ ok: true, value: { passed: true, score: 80, expiresOn: '2028-11-25' } })
  for (const [score, reason] of [
    ['', 'score-missing'],
    ['101', 'score-not-understood'],
    ['eighty', 'score-not-understood'],
  ] as const)
    expect(take(score)).toEqual({ ok: false, reason: [{ field: 'score', reason }] })
  expect(readTraining({ module: 'listening', completedOn: today, score: '' }, today)).toMatchObject({
    value: { passed: true, score: null, expiresOn: null },
  })
  expect(readTraining({ module: 'none', completedOn: '2026-11-26', score: '' }, today)).toMatchObject({
    reason: [
      { field: 'module', reason: 'module-unknown' },
      { field: 'completedOn', reason: 'day-in-future' },
    ],
  })
})

test('a check is read; a DBS check needs a level, and nothing else has one', () => {
  expect(readCheck(dated, today)).toMatchObject({ ok: true, value: { level: 'enhanced', relation: null } })
  expect(readCheck({ ...dated, level: '' }, today)).toMatchObject({ reason: [{ field: 'level' }] })
  const reference = { ...dated, kind: 'reference', relation: 'teacher' }
  expect(readCheck(reference, today)).toMatchObject({ value: { level: null, relation: 'teacher' } })
  expect(readCheck({ ...dated, expiresOn: '2026-11-01' }, today)).toMatchObject({
    reason: [{ field: 'expiresOn', reason: 'expiry-before' }],
  })
})

test('the number of a certificate is never taken, however it is written', () => {
  const separated = fc
    .tuple(
      fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 12, maxLength: 12 }),
      fc.constantFrom('', ' ', '-'),
    )
    .map(([digits, between]) => digits.join(between))
  fc.assert(
    fc.property(separated, (number) => {
      expect(readCheck({ ...dated, decidedBy: `Jo Hart, ${number}.` }, today)).toMatchObject({
        reason: [{ field: 'decidedBy', reason: 'certificate-number' }],
      })
    }),
  )
  expect(hasCertificateNumber('Ext. 01234 567890, 2026')).toBe(false)
})
