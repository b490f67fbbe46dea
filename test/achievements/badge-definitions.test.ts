import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { badgeDefinitions } from '../../src/achievements/catalogue'
import { type BadgeRule, zBadgeDefinition } from '../../src/achievements/model'
import { fillBadgeImage } from '../../src/achievements/rules/fill-badge-image'

const files = readdirSync('badge-definitions').filter((file) => file.endsWith('.json'))

test('every definition file is in the catalogue under its own id', () => {
  expect(badgeDefinitions.map((definition) => `${definition.id}.json`)).toEqual(files.sort())
})

test.each(badgeDefinitions)('$id has its template, glyph and palette', (definition) => {
  const palettes = JSON.parse(readFileSync('templates/badge/palettes.json', 'utf8'))
  expect(existsSync(`templates/badge/${definition.image.template}.svg`)).toBe(true)
  expect(existsSync(`templates/badge/glyphs/${definition.image.glyph}.svg`)).toBe(true)
  expect(Object.keys(palettes)).toContain(definition.image.palette)
})

test.each(badgeDefinitions)('$id is written in English and in Welsh, and the two differ', (definition) => {
  expect(badgeDefinitions).toHaveLength(27)
  for (const text of [definition.name, definition.description, definition.criteria, definition.image.alt]) {
    expect(text.en).not.toBe(text.cy)
    expect(text.en.normalize('NFC')).toBe(text.en)
    expect(text.cy.normalize('NFC')).toBe(text.cy)
  }
})

/** Every number of hours or sessions a rule asks for. */
function thresholds(rule: BadgeRule): { kind: string; atLeast: number }[] {
  if ('all' in rule) return rule.all.flatMap(thresholds)
  if ('any' in rule) return rule.any.flatMap(thresholds)
  return 'atLeast' in rule ? [{ kind: rule.kind, atLeast: rule.atLeast }] : []
}

test.each(badgeDefinitions)('$id says the hours its rule asks for, in both languages', (definition) => {
  const minutes = thresholds(definition.rule).filter((threshold) =>
    threshold.kind.startsWith('approved-minutes'),
  )
  expect(definition.criteria.en).toMatch(/coordinator/)
  for (const { atLeast } of minutes) {
    expect(definition.criteria.en).toContain(`${atLeast / 60} hours`)
    expect(definition.criteria.cy).toContain(`${atLeast / 60} awr`)
  }
})

test.each(badgeDefinitions)(
  '$id aligns to resolvable addresses and calls nothing a CASE item',
  (definition) => {
    expect(definition.alignments.length > 0).toBe(!['LV-26', 'LV-27'].includes(definition.id))
    for (const alignment of definition.alignments) {
      expect(alignment.targetUrl).toMatch(
        /^(http:\/\/data\.europa\.eu\/esco\/skill\/[0-9a-f-]{36}|https:\/\/www\.skillsbuilder\.org\/|https:\/\/www\.gov\.uk\/)/,
      )
      expect(alignment.targetType ?? 'ext:').toMatch(/^ext:/)
    }
  },
)

test('a name that claims a qualification, a staff post or a youth award is refused', () => {
  const [definition] = badgeDefinitions
  for (const name of ['Qualified Shelver', 'Junior Librarian', 'DofE Bronze Helper']) {
    expect(zBadgeDefinition.safeParse({ ...definition, name: { en: name, cy: name } }).success).toBe(false)
  }
})

test('no two badges look alike: each has a glyph and a palette of its own', () => {
  const unique = (values: string[]) => new Set(values).size
  expect(unique(badgeDefinitions.map(({ image }) => image.glyph))).toBe(27)
  expect(unique(badgeDefinitions.map(({ image }) => image.palette))).toBe(27)
})

test('criteria that claim too much are refused as a name is', () => {
  const [definition] = badgeDefinitions
  for (const text of [
    'Counts for the DofE.',
    'Shows that somebody is qualified.',
    'As good as a librarian.',
  ]) {
    const criteria = { en: text, cy: 'Cyfrif.' }
    expect(zBadgeDefinition.safeParse({ ...definition, criteria }).success).toBe(false)
  }
})

test('a skill that names no alignment of its definition is refused', () => {
  const [definition] = badgeDefinitions
  const skills = [{ alignment: 'X99', name: { en: 'flying', cy: 'hedfan' } }]
  expect(zBadgeDefinition.safeParse({ ...definition, skills }).success).toBe(false)
})

const square = (text: string) => [...text].map(() => ({ outline: 'M0 0L500 0L500 700L0 700Z', advance: 600 }))

test('the picture escapes text and keeps no slot open', () => {
  const [definition] = badgeDefinitions
  if (!definition) throw new Error('The catalogue is empty')
  const svg = fillBadgeImage({
    definition: { ...definition, name: { en: 'Tea & "cake" <b>', cy: 'Te' } },
    language: 'en',
    template: '<svg><title>{{title}}</title>{{ringText radius=100 size=20 spread=90}}{{glyph}}</svg>',
    glyph: '<path fill="{{cover}}"/>',
    palette: { cover: '#123456' },
    lettering: square,
  })
  expect(svg).toContain('<title>Tea &amp; &quot;cake&quot; &lt;b&gt;</title>')
  expect(svg).toContain('<path fill="#123456"/>')
  expect(svg.match(/<path transform/g)).toHaveLength(definition.image.ringText.en.length)
  expect(svg).not.toContain('{{')
})

test('a template that asks for an unknown slot names it', () => {
  const [definition] = badgeDefinitions
  if (!definition) throw new Error('The catalogue is empty')
  const parts = {
    definition,
    language: 'cy',
    template: '{{glitter}}',
    glyph: '',
    palette: {},
    lettering: square,
  } as const
  expect(() => fillBadgeImage(parts)).toThrow('glitter')
})
