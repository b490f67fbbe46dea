import { base64urlnopad } from '@scure/base'
import fc from 'fast-check'
import { gzipSync } from 'fflate'
import { expect, test } from 'vitest'
import {
  createStatusBits,
  decodeStatusList,
  encodeStatusList,
  MINIMUM_ENTRIES,
  permuteIndex,
  readStatusBit,
  writeStatusBit,
} from '../../src/openbadges/status-list'

test('a list reads back as it was written, whatever is set', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(MINIMUM_ENTRIES - 1), { maxLength: 50 }), (set) => {
      const bits = createStatusBits()
      for (const index of set) writeStatusBit(bits, index, true)
      const decoded = decodeStatusList(encodeStatusList(bits))
      if (!decoded.ok) throw new Error(decoded.reason)
      expect(decoded.bits).toStrictEqual(bits)
      for (const index of set) expect(readStatusBit(decoded.bits, index)).toBe(true)
      const count = decoded.bits.reduce((sum, byte) => sum + byte.toString(2).replaceAll('0', '').length, 0)
      expect(count).toBe(set.length)
    }),
    { numRuns: 20 },
  )
})

test('the first place is the highest bit, and a place can be cleared', () => {
  const bits = createStatusBits()
  writeStatusBit(bits, 0, true)
  writeStatusBit(bits, 9, true)
  expect([bits[0], bits[1]]).toStrictEqual([0x80, 0x40])
  writeStatusBit(bits, 0, false)
  expect(readStatusBit(bits, 0)).toBe(false)
  for (const index of [-1, 0.5, MINIMUM_ENTRIES]) expect(readStatusBit(bits, index)).toBeUndefined()
  expect(() => writeStatusBit(bits, MINIMUM_ENTRIES, true)).toThrow(RangeError)
  expect(() => createStatusBits(MINIMUM_ENTRIES - 8)).toThrow(RangeError)
})

test('reads the encoded list of 131,072 unset places that the W3C specification prints', () => {
  const decoded = decodeStatusList('uH4sIAAAAAAAAA-3BMQEAAADCoPVPbQwfoAAAAAAAAAAAAAAAAAAAAIC3AYbSVKsAQAAA')
  expect(decoded.ok && decoded.bits.every((byte) => byte === 0) && decoded.bits.length).toBe(16_384)
})

test('reads the list of 100,000 places that the Status List 2021 specification prints, and says it is short', () => {
  const text = 'H4sIAAAAAAAAA-3BMQEAAADCoPVPbQsvoAAAAAAAAAAAAAAAAP4GcwM92tQwAAA'
  const decoded = decodeStatusList(text, 'StatusList2021')
  expect(decoded.ok ? undefined : [decoded.reason, decoded.bits?.length]).toStrictEqual(['too-short', 12_500])
  expect(decodeStatusList(`u${text}`, 'StatusList2021')).toStrictEqual(decoded)
  expect(decodeStatusList(text)).toStrictEqual({ ok: false, reason: 'not-encoded' })
})

test('what is no list, too long or too short says so', () => {
  const encode = (bytes: Uint8Array) => `u${base64urlnopad.encode(gzipSync(bytes))}`
  const tooLarge = { ok: false, reason: 'too-large' }
  expect(decodeStatusList(encode(new Uint8Array(16 * 1024 * 1024 + 1)))).toStrictEqual(tooLarge)
  expect(decodeStatusList(`u${'A'.repeat(25 * 1024 * 1024)}`)).toStrictEqual(tooLarge)
  expect(decodeStatusList(encode(new Uint8Array(16 * 1024 * 1024))).ok).toBe(true)
  const short = new Uint8Array(100).fill(0x80)
  expect(decodeStatusList(encode(short))).toStrictEqual({ ok: false, reason: 'too-short', bits: short })
  const whole = encodeStatusList(createStatusBits())
  for (const text of ['', 'u', 'uAAAA', '!!', whole.slice(0, -20), whole.slice(1), `z${whole}`, 7, null]) {
    expect(decodeStatusList(text)).toStrictEqual({ ok: false, reason: 'not-encoded' })
  }
})

test('every running number gets a place of its own', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ minLength: 16, maxLength: 16 }),
      fc.integer({ min: 1, max: 5000 }),
      (key, size) => {
        const places = new Set(
          Array.from({ length: size }, (_, counter) => permuteIndex({ key, counter, size })),
        )
        expect(places.size).toBe(size)
        for (const place of places) expect(place >= 0 && place < size && Number.isInteger(place)).toBe(true)
      },
    ),
    { numRuns: 30 },
  )
})

test('the whole of a real list is filled without a collision, in no visible order', () => {
  const key = Uint8Array.from({ length: 16 }, (_, i) => i * 7)
  const places = Array.from({ length: MINIMUM_ENTRIES }, (_, counter) =>
    permuteIndex({ key, counter, size: MINIMUM_ENTRIES }),
  )
  expect(new Set(places).size).toBe(MINIMUM_ENTRIES)
  const steps = places.slice(1, 2000).map((place, i) => Math.abs(place - (places[i] ?? 0)))
  const mean = steps.reduce((sum, step) => sum + step, 0) / steps.length
  expect(mean).toBeGreaterThan(MINIMUM_ENTRIES / 4)
  expect(new Set(steps).size).toBeGreaterThan(1900)
  const other = permuteIndex({ key: key.map((byte) => byte + 1), counter: 0, size: MINIMUM_ENTRIES })
  expect(other).not.toBe(places[0])
  expect(() => permuteIndex({ key, counter: MINIMUM_ENTRIES, size: MINIMUM_ENTRIES })).toThrow(RangeError)
})
