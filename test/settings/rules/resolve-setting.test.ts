import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type SettingChange, type SettingKey, settingKeys, settings } from '../../../src/settings/model'
import { readSetting } from '../../../src/settings/rules/read-setting'
import { resolveSetting } from '../../../src/settings/rules/resolve-setting'

const key = 'retention.import-days'
const change = (value: number | boolean | null, by = 'a@example.org'): SettingChange => ({
  ...{ key, value, version: 1, changedBy: by, changedAt: new Date('2026-01-01T00:00:00Z'), reason: null },
})
const own = (organisationId: string, value?: number | boolean | null) => ({
  organisationId,
  latest: new Map<SettingKey, SettingChange>(value === undefined ? [] : [[key, change(value)]]),
})

test('the service comes before the network, and the network before what is built in', () => {
  expect(resolveSetting(key, [own('s'), own('n')])).toMatchObject({
    value: 90,
    origin: 'built-in',
    above: 90,
  })
  expect(resolveSetting(key, [own('s'), own('n', 120)])).toMatchObject({
    ...{ value: 120, origin: 'above', organisationId: 'n' },
  })
  expect(resolveSetting(key, [own('s', 30), own('n', 120)])).toMatchObject({
    ...{ value: 30, origin: 'own', above: 120, organisationId: 's' },
  })
  expect(resolveSetting(key, [own('s', null), own('n', 120)])).toMatchObject({ value: 120, origin: 'above' })
})

test('what holds always fits the rule of its key, whatever was written', () => {
  const written = fc.option(fc.oneof(fc.integer(), fc.boolean(), fc.constant(null)), { nil: undefined })
  fc.assert(
    fc.property(fc.constantFrom(...settingKeys), fc.array(written, { maxLength: 4 }), (one, values) => {
      const chain = values.map((value, position) => ({
        organisationId: String(position),
        latest: new Map(value === undefined ? [] : [[one, { ...change(value), key: one }] as const]),
      }))
      const { value, above } = resolveSetting(one, chain)
      expect(settings[one].schema.safeParse(value).success).toBe(true)
      expect(settings[one].schema.safeParse(above).success).toBe(true)
    }),
  )
})

test('a typed value at the bounds of its rule, and beyond', () => {
  expect(readSetting(key, ' 7 ')).toEqual({ ok: true, value: 7 })
  expect(readSetting(key, '730')).toEqual({ ok: true, value: 730 })
  for (const text of ['6', '731'])
    expect(readSetting(key, text)).toEqual({ ok: false, reason: 'out-of-range' })
  for (const text of ['1.5', '-1', 'ten'])
    expect(readSetting(key, text)).toEqual({ ok: false, reason: 'not-a-number' })
  expect(readSetting(key, '')).toEqual({ ok: false, reason: 'missing' })
  expect(readSetting('questions.sex', 'no')).toEqual({ ok: true, value: false })
  expect(readSetting('questions.sex', '1')).toEqual({ ok: false, reason: 'missing' })
})
