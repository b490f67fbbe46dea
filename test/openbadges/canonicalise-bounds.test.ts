import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicaliseDataset, type Quad } from '../../src/openbadges/canonicalise'

const graph = { termType: 'DefaultGraph', value: '' } as const
const knows = { termType: 'NamedNode', value: 'https://example.org/knows' } as const
const blank = (name: string) => ({ termType: 'BlankNode', value: `_:${name}` }) as const

type Edge = readonly [number, number]

const toDataset = (edges: readonly Edge[], name: (node: number) => string): Quad[] =>
  edges.map(([from, to]) => ({
    subject: blank(name(from)),
    predicate: knows,
    object: blank(name(to)),
    graph,
  }))

/** Every node knows every other: no two can be told apart, and the ways to number them are a factorial. */
const clique = (size: number): Edge[] =>
  Array.from({ length: size }, (_, from) =>
    Array.from({ length: size }, (_, to): Edge => [from, to]).filter(([, to]) => to !== from),
  ).flat()

describe('canonicalising blank nodes that look alike', () => {
  test('the form does not depend on their names nor on the order of statements', async () => {
    const edges = fc.uniqueArray(fc.tuple(fc.nat(4), fc.nat(4)), {
      minLength: 1,
      maxLength: 8,
      selector: ([from, to]) => `${from} ${to}`,
    })
    await fc.assert(
      fc.asyncProperty(
        edges.chain((some) =>
          fc.tuple(fc.constant(some), fc.shuffledSubarray(some, { minLength: some.length })),
        ),
        fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 }),
        async ([some, shuffled], names) => {
          const one = await canonicaliseDataset(toDataset(some, (node) => `b${node}`))
          const other = await canonicaliseDataset(toDataset(shuffled, (node) => `x${names[node]}`))
          expect(other).toBe(one)
        },
      ),
      { numRuns: 60 },
    )
  })

  test('rings and small cliques, which need the long algorithm, come to an end', async () => {
    const ring = (size: number) => Array.from({ length: size }, (_, node): Edge => [node, (node + 1) % size])
    for (const edges of [ring(6), ring(24), clique(3)]) {
      const canonical = await canonicaliseDataset(toDataset(edges, (node) => `b${node}`))
      expect(canonical.split('\n').filter(Boolean)).toHaveLength(edges.length)
      expect(canonical).toMatch(/^_:c14n0 <https:\/\/example\.org\/knows> _:c14n\d+ \.\n/)
    }
  })

  test('a poison graph is refused by its name, and not worked on for ever', async () => {
    for (const size of [10, 20])
      await expect(canonicaliseDataset(toDataset(clique(size), (node) => `b${node}`))).rejects.toMatchObject({
        code: 'too-complex',
      })
  }, 60_000)
})
