import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isInSample } from '../../../src/awards/rules/is-in-sample'

const sample = (count: number, part: number) =>
  Array.from({ length: count }, (_, position) => isInSample(position, part))

describe('the sample of a batch that is verified before release', () => {
  test('all are in it, or one in a hundred and the first', () => {
    expect(sample(250, 1).every(Boolean)).toBe(true)
    expect(sample(250, 0.01).flatMap((taken, position) => (taken ? [position] : []))).toEqual([0, 99, 199])
    expect(sample(250, 0).filter(Boolean)).toHaveLength(1)
  })

  test('is as large as it should be, whatever the part and the size', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2_000 }),
        fc.integer({ min: 0, max: 1_000 }),
        (count, thousandths) => {
          const part = thousandths / 1_000
          const taken = sample(count, part).filter(Boolean).length
          expect(Math.abs(taken - count * part)).toBeLessThanOrEqual(1)
        },
      ),
    )
  })
})
