import { expect, test } from 'vitest'
import { drawFrom, hunt, smallSigned, splice, usualWeb } from './mutate'

const text = JSON.stringify(smallSigned)

test('the badge is verified as it is, and written with other white space', async () => {
  const spaced = JSON.stringify(smallSigned, null, 2)
  expect(await hunt(smallSigned, usualWeb, [{ text }, { text: spaced }])).toEqual({
    tried: 2,
    same: 2,
    survivors: [],
  })
})

function* flipEveryBit() {
  for (let at = 0; at < text.length; at++)
    for (let bit = 0; bit < 7; bit++)
      yield { text: splice(text, at, 1, String.fromCharCode(text.charCodeAt(at) ^ (1 << bit))) }
}

test('no badge with any one bit of any one character changed is verified', async () => {
  const { tried, survivors } = await hunt(smallSigned, usualWeb, flipEveryBit())
  expect(tried).toBe(7 * text.length)
  expect(survivors).toEqual([])
}, 120_000)

function* cutAndAddEverywhere() {
  const draw = drawFrom(1)
  for (let at = 0; at < text.length; at++) {
    yield { text: splice(text, at, 1, '') }
    yield { text: splice(text, at, 0, String.fromCharCode(0x21 + draw(0x5e))) }
  }
}

test('no badge with any one character left out, or one put in at any place, is verified', async () => {
  const { tried, survivors } = await hunt(smallSigned, usualWeb, cutAndAddEverywhere())
  expect(tried).toBe(2 * text.length)
  expect(survivors).toEqual([])
}, 120_000)
