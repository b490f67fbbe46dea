import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Identity, matchPeople } from '../../../src/hours/rules/match-people'

const identity = (
  name: string,
  externalReference: string | null = null,
  email: string | null = null,
): Identity => ({
  name,
  externalReference,
  email,
})
const known = (id: string, ...rest: Parameters<typeof identity>) => ({ id, ...identity(...rest) })

test('the reference decides, whatever the name says', () => {
  const { matches, newPeople } = matchPeople(
    [identity('Sam Jones', 'V-1'), identity('Samuel Jones', 'V-2')],
    [known('p1', 'S. Jones', 'V-1'), known('p2', 'Samuel Jones', 'V-9')],
  )
  expect(matches).toEqual([
    { kind: 'known', personId: 'p1' },
    { kind: 'new', index: 0 },
  ])
  expect(newPeople).toEqual([identity('Samuel Jones', 'V-2')])
})

test('an e-mail address decides together with the name, for a family may share one', () => {
  const family = [
    known('p1', 'Ann Hill', null, 'hill@example.org'),
    known('p2', 'Bob Hill', null, 'hill@example.org'),
  ]
  const rows = ['bob  hill', 'Cat Hill'].map((name) => identity(name, null, 'hill@example.org'))
  expect(matchPeople(rows, family).matches).toEqual([
    { kind: 'known', personId: 'p2' },
    { kind: 'new', index: 0 },
  ])
})

test('a reference that is new goes to the one who was known by e-mail and name', () => {
  const row = identity('Ann Hill', 'V-5', 'ann@example.org')
  const first = matchPeople(
    [row, identity('Ann Hill', 'V-5')],
    [known('p1', 'Ann Hill', null, 'ann@example.org')],
  )
  expect(first.matches).toEqual(Array(2).fill({ kind: 'known', personId: 'p1' }))
  expect(first.references).toEqual([{ personId: 'p1', externalReference: 'V-5' }])
  const taken = matchPeople([row], [known('p1', 'Ann Hill', 'V-4', 'ann@example.org')])
  expect(taken.matches).toEqual([{ kind: 'new', index: 0 }])
})

test('a name alone matches the one who has it, accents counted, and nobody where two have it', () => {
  const people = [
    known('p1', 'Siân O’Hare', 'V-1'),
    known('p2', 'Sam Jones', 'V-2'),
    known('p3', 'Sam Jones'),
  ]
  const rows = ["siân o'hare", 'Sian O’Hare', 'Sam Jones'].map((name) => identity(name))
  expect(matchPeople(rows, people).matches).toEqual([
    { kind: 'known', personId: 'p1' },
    { kind: 'new', index: 0 },
    { kind: 'ambiguous' },
  ])
})

test('nobody is made twice, whatever the order of the rows, and a second import finds everybody', () => {
  const rows = fc.array(
    fc.record({
      name: fc.constantFrom('Ann', 'Bob', 'Cat'),
      externalReference: fc.constantFrom(null, 'V-1', 'V-2'),
      email: fc.constantFrom(null, 'a@example.org', 'b@example.org'),
    }),
    { maxLength: 12 },
  )
  fc.assert(
    fc.property(rows, (list) => {
      const first = matchPeople(list, [])
      const people = first.newPeople.map((person, index) => ({ id: String(index), ...person }))
      const second = matchPeople(list, people)
      expect(second.newPeople).toEqual([])
      expect(
        second.matches.map((match) => (match.kind === 'known' ? Number(match.personId) : match.kind)),
      ).toEqual(first.matches.map((match) => (match.kind === 'new' ? match.index : match.kind)))
      const keys = (identities: readonly Identity[]) =>
        identities.map((person) => person.externalReference ?? `${person.email}/${person.name}`).sort()
      expect(keys(matchPeople(list.toReversed(), []).newPeople)).toEqual(keys(first.newPeople))
    }),
  )
})
