import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

/** Words that claim what only the award itself can say: that a section or an award is done, passed or held. */
const claims = [
  // English, both orders.
  /\b(?:DofE|Duke of Edinburgh[’']?s?(?: Award)?|section|bronze|silver|gold|award)\b[^.!?\n]{0,40}?\b(?:is|are|was|were|has been|have been|now|successfully)\s+(?:complete|completed|achieved|passed|gained|earned|finished|awarded)\b/i,
  /\b(?:completed|achieved|gained|earned|passed|completion of|achievement of)\s+(?:(?:the|a|an|his|her|their|your|its|DofE|Volunteering|Skills|Duke of Edinburgh[’']s)\s+){0,4}(?:section|DofE|Duke of Edinburgh|bronze|silver|gold)\b/i,
  /\b(?:section|DofE|bronze|silver|gold)\s+(?:complete|completed|achieved|passed)\b/i,
  // Welsh.
  /\b(?:adran|DofE|Dug Caeredin|Efydd|Arian|Aur)\b[^.!?\n]{0,40}?\bwedi(?:[’']i| ei)\s+(?:chwblhau|gwblhau|chyflawni|gyflawni|hennill|ennill|phasio|basio)\b/i,
  /\b(?:cwblhawyd|cyflawnwyd|enillwyd|cwblhaodd|cyflawnodd)\b[^.!?\n]{0,40}?\b(?:adran|DofE|Dug Caeredin|Efydd|Arian|Aur)\b/i,
  /\b(?:cwblhau|cyflawni|ennill)(?:[’']r| yr)\s+(?:adran|DofE|wobr Dug Caeredin)\b/i,
]

/** Text that stands in the programs: everything between quotes, one string a line. */
const stringsOf = (source: string): string[] =>
  (source.match(/'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`|>[^<>{}\n]{3,}</g) ?? []).map(
    (text) => text.slice(1, -1),
  )

const findClaims = (text: string): string[] => claims.flatMap((claim) => claim.exec(text)?.[0] ?? [])

const tracked = (...patterns: readonly string[]): string[] => {
  const { stdout } = spawnSync('git', ['ls-files', '-z', ...patterns], { encoding: 'utf8' })
  return stdout.split('\0').filter((name) => name !== '')
}

test.each([
  'Your DofE Volunteering section is complete.',
  'Amina has completed the Volunteering section.',
  'She achieved Bronze in March.',
  'Section complete',
  'The award was achieved with 14 hours.',
  'Congratulations: DofE Bronze achieved!',
  'You have completed your DofE.',
  'Mae adran Gwirfoddoli wedi’i chwblhau.',
  'Cwblhawyd yr adran Gwirfoddoli DofE.',
  'Diolch am gwblhau. Mae Efydd wedi’i hennill.',
  'Ar ôl cwblhau’r adran',
])('such words are found: %s', (words) => {
  expect(findClaims(words)).not.toEqual([])
})

test.each([
  'The leader alone decides about the section.',
  'Offered as evidence towards DofE Volunteering.',
  'From 6 January 2026 to 7 April 2026: 3 months or more.',
  'The same section of the level below ended on 6 January 2026.',
  'Issue complete. The badge was awarded to 14 people.',
  'Cynigir fel tystiolaeth tuag at Gwirfoddoli DofE.',
])('ordinary words are let be: %s', (words) => {
  expect(findClaims(words)).toEqual([])
})

test('no text of the project says that a section or an award is complete or achieved', () => {
  const data = tracked('templates', 'badge-definitions')
  const programs = tracked('src/**/*.ts', 'src/**/*.tsx')
  expect(data.length).toBeGreaterThan(3)
  expect(programs.filter((name) => /text\.ts$/.test(name)).length).toBeGreaterThan(15)
  const found = [
    ...data.map((name) => ({ name, texts: readFileSync(name, 'utf8').split('\n') })),
    ...programs.map((name) => ({ name, texts: stringsOf(readFileSync(name, 'utf8')) })),
  ].flatMap(({ name, texts }) => texts.flatMap(findClaims).map((claim) => `${name}: ${claim}`))
  expect(found).toEqual([])
})
