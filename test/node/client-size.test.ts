import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'

const folder = resolve('dist/public/assets/client')
const sizes = Object.fromEntries(
  readdirSync(folder).map((name) => [
    name.replace(/-[A-Z0-9]{8}(?=\.js$)/, ''),
    gzipSync(readFileSync(resolve(folder, name))).length,
  ]),
)

test('the verifier for the browser is one file under 250 kB after gzip', () => {
  expect(sizes['verify-on-device.js']).toBeGreaterThan(30_000)
  expect(sizes['verify-on-device.js']).toBeLessThan(250_000)
})

test('what reads a code from a camera without a reader of its own is under 20 kB after gzip', () => {
  expect(sizes['read-code.js']).toBeGreaterThan(100)
  expect(sizes['decode.js']).toBeGreaterThan(1_000)
  expect((sizes['read-code.js'] ?? 0) + (sizes['decode.js'] ?? 0)).toBeLessThan(20_000)
})

test('what every page loads stays under 5 kB after gzip', () => {
  const {
    'verify-on-device.js': _verifier,
    'read-code.js': _reader,
    'decode.js': _decoder,
    ...always
  } = sizes
  expect(Object.values(always).reduce((sum, size) => sum + size, 0)).toBeLessThan(5_000)
})
