import { describe, expect, test } from 'vitest'
import { badgeDefinitions } from '../../../src/achievements/catalogue'
import { alignToItem } from '../../../src/frameworks/alignments'
import { describeAlignment, describePractice } from '../../../src/frameworks/rules/describe-alignment'
import { findFramework, findItem } from '../../../src/frameworks/rules/find-item'
import { nameGuid } from '../../../src/frameworks/rules/name-guid'
import { bundles, nationalFrameworks, ownFramework } from '../../../src/frameworks/rules/national-frameworks'

const origin = 'https://badges.example.org'
const found = (code: string) => {
  const item = findItem(code)
  if (item === undefined) throw new Error(`No item ${code}`)
  return item
}

describe('frameworks that come with the service', () => {
  test('have the entries of their publishers and no others', () => {
    const counts = Object.fromEntries(nationalFrameworks.map(({ id, items }) => [id, items.length]))
    expect(counts).toEqual({
      'library-volunteering': 60,
      esco: 44,
      'skills-builder': 140,
      eds: 6,
      'eds-standards': 5,
      'functional-skills-english': 3,
      'universal-library-offers': 4,
      'library-outcomes': 7,
      dofe: 12,
    })
  })

  test('give each code once, so that a code means one thing', () => {
    const codes = nationalFrameworks.flatMap(({ items }) => items.map(({ code }) => code))
    expect(new Set(codes).size).toBe(codes.length)
  })

  test('name only codes that exist', () => {
    const named = nationalFrameworks.flatMap(({ items }) =>
      items.flatMap(({ related = [], parent }) => [...related, ...(parent === undefined ? [] : [parent])]),
    )
    expect(named.filter((code) => findItem(code) === undefined)).toEqual([])
    const members = bundles.flatMap(({ members: all }) => all)
    expect(
      members.filter(({ framework, version }) => findFramework(framework, version) === undefined),
    ).toEqual([])
  })

  test('say of each ESCO entry what it was compared with', () => {
    const esco = findFramework('esco')
    const grades = (esco?.items ?? []).map(({ grade, checked }) => `${grade}: ${checked}`)
    expect(grades.filter((text) => text === 'A: v1.0 and v1.1-era')).toHaveLength(24)
    expect(grades.filter((text) => text === 'B: v1.1-era')).toHaveLength(20)
  })

  test('link to each step of Skills Builder and say nothing of it', () => {
    const { items = [] } = findFramework('skills-builder') ?? {}
    const steps = items.filter(({ kind }) => kind === 'step')
    expect(steps).toHaveLength(128)
    expect(steps.every(({ url, description }) => url !== undefined && description === undefined)).toBe(true)
    expect(found('SB-teamwork-15').item.url).toBe(
      'https://www.skillsbuilder.org/universal-framework-steps/teamwork-step-15',
    )
  })

  test('have a role for each role of the national catalogue, and every ESCO entry is practised by a skill', () => {
    expect(ownFramework.roles.map(({ code }) => code)).toEqual(
      Array.from({ length: 22 }, (_, place) => `RO-${String(place + 1).padStart(2, '0')}`),
    )
    const covered = new Set(ownFramework.skills.flatMap(({ related }) => related))
    const { items = [] } = findFramework('esco') ?? {}
    expect(items.filter(({ code }) => !covered.has(code))).toEqual([])
  })

  test('have what the national badges are aligned to, at the same publishers’ addresses', () => {
    const alignments = badgeDefinitions.flatMap(({ alignments: all }) => all)
    expect(alignments.length).toBeGreaterThan(5)
    for (const { code, targetName } of alignments) {
      expect([code, found(code).item.name]).toEqual([code, targetName])
    }
  })
})

describe('an alignment', () => {
  test('goes to the publisher’s address where there is one', () => {
    expect(alignToItem(found('X25'), origin)).toEqual({
      targetName: 'listen actively',
      targetUrl: 'http://data.europa.eu/esco/skill/a17286c5-238d-4f0b-bc24-29e9121345de',
      targetFramework: 'ESCO',
      targetType: 'ext:ESCOSkill',
    })
  })

  test('goes to our page, with our code, where there is none; and claims no type', () => {
    expect(alignToItem(found('EDS-5'), origin)).toEqual({
      targetName: 'Being safe and legal online',
      targetUrl: 'https://badges.example.org/frameworks/eds/2018/EDS-5',
      targetCode: 'EDS-5',
      targetFramework: 'Essential digital skills framework (2018)',
    })
  })

  test('is to a CFItem only where it truly is one', () => {
    const types = new Set(
      nationalFrameworks.flatMap((framework) =>
        framework.items.map(
          (item) => `${framework.id} ${alignToItem({ framework, item }, origin).targetType}`,
        ),
      ),
    )
    expect([...types].filter((text) => text.endsWith(' CFItem'))).toEqual(['library-volunteering CFItem'])
    expect(alignToItem(found('LS-24'), origin, 'cy')).toMatchObject({
      targetName: 'Gwrando',
      targetUrl: expect.stringContaining('/ims/case/v1p0/CFItems/'),
    })
  })

  test('says in words how far it goes', () => {
    expect(describeAlignment('listening', 'practised', 'en')).toBe(
      'Gave practice in listening; this is not a qualification.',
    )
    for (const strength of ['practised', 'evidenced', 'assessed'] as const) {
      expect(describeAlignment('x', strength, 'en')).toContain('not a qualification')
      expect(describeAlignment('x', strength, 'cy')).toContain('nid cymhwyster')
    }
    expect(describePractice(['listening', 'teamwork', 'speaking'], 'en')).toBe(
      'Gave practice in listening, teamwork and speaking; this is not a qualification.',
    )
    expect(describePractice([], 'en')).toBe('')
  })
})

test('an identifier made from an address is the same for the same address, as other programs make it', () => {
  expect(nameGuid('http://www.example.com/')).toBe('fcde3c85-2270-590f-9e7c-ee003d65e0e2')
  expect(nameGuid('a')).not.toBe(nameGuid('b'))
})
