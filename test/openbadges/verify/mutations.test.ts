import fc from 'fast-check'
import { expect, test } from 'vitest'
import { verifyCredential } from '../../../src/openbadges/verify/verify-credential'
import { fetchFrom, makeWeb, now, sign, unsigned } from './sample'

const text = JSON.stringify(await sign(unsigned))
const fetchDocument = fetchFrom(await makeWeb())
const verdictOf = async (changed: string) =>
  (await verifyCredential({ text: changed }, { now, fetchDocument })).verdict

const replaceAt = (at: number, character: string) => `${text.slice(0, at)}${character}${text.slice(at + 1)}`

test('the badge is verified as it is', async () => {
  expect(await verdictOf(text)).toBe('verified')
})

test('no badge with any one character replaced is verified, at every place', async () => {
  const survivors: string[] = []
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    const changed = replaceAt(at, String.fromCharCode(code === 0x7a ? 0x61 : code + 1))
    if ((await verdictOf(changed)) === 'verified') survivors.push(`${at}: ${changed.slice(at - 10, at + 10)}`)
  }
  expect(survivors).toEqual([])
}, 60_000)

test('no badge with one character replaced, left out or put in is verified (400 drawn at random)', async () => {
  const change = fc.record({
    at: fc.nat({ max: text.length - 1 }),
    character: fc.string({ minLength: 1, maxLength: 1, unit: 'grapheme-ascii' }),
    kind: fc.constantFrom('replace', 'leave out', 'put in'),
  })
  await fc.assert(
    fc.asyncProperty(change, async ({ at, character, kind }) => {
      const head = text.slice(0, at)
      const changed =
        kind === 'replace'
          ? replaceAt(at, character)
          : kind === 'leave out'
            ? head + text.slice(at + 1)
            : head + character + text.slice(at)
      let same = false
      try {
        same = JSON.stringify(JSON.parse(changed)) === text
      } catch {
        // Not JSON any more, so not the same document.
      }
      fc.pre(!same)
      expect(await verdictOf(changed)).not.toBe('verified')
    }),
    { numRuns: 400 },
  )
}, 60_000)
