import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const rowsOf = (page: string): string[][] =>
  page
    .split('\n')
    .filter((line) => /^\| [A-Z]+-\d+ \|/.test(line))
    .map((line) =>
      line
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim()),
    )

/** What is wrong with a row; undefined when it names tests that exist, or says why it does not apply. */
const faultOf = ([, level, , , proof = '']: string[]): string | undefined => {
  if (level !== 'MUST' && level !== 'SHOULD' && level !== 'MAY') return `no level: ${level}`
  if (/^not applicable( here)?: .{20,}/.test(proof)) return undefined
  for (const one of proof.split('<br>')) {
    const [, file = '', title = ''] = /^`(test\/[\w./-]+)` (.+)$/.exec(one) ?? []
    if (!existsSync(file)) return `no such file: ${one}`
    const text = readFileSync(file, 'utf8')
    const titles = [...text.matchAll(/(?:\btest|\]\))(?:\.each\([^)]*\))?\(\s*(['"`])(.*?)\1/gs)].map(
      ([, , name]) => name,
    )
    if (!titles.some((name) => name === title || name?.includes(title))) return `no such test: ${one}`
  }
  return undefined
}

const rows = rowsOf(readFileSync('docs/conformance.md', 'utf8'))

test('every row of the conformance table names tests that exist, or says why it does not apply', () => {
  expect(rows.length).toBeGreaterThan(35)
  expect(new Set(rows.map(([id]) => id)).size).toBe(rows.length)
  expect(rows.map((row) => [row[0], faultOf(row)]).filter(([, fault]) => fault !== undefined)).toEqual([])
})

test('a row with a test that is not there is found', () => {
  const row = (proof: string) => rowsOf(`| X-1 | MUST | a | b | ${proof} |`)[0] ?? []
  expect(
    faultOf(row('`test/architecture/conformance.test.ts` a row with a test that is not there is found')),
  ).toBeUndefined()
  expect(faultOf(row('`test/architecture/conformance.test.ts` nothing of the kind'))).toContain(
    'no such test',
  )
  expect(faultOf(row('`test/nowhere.test.ts` anything'))).toContain('no such file')
  expect(faultOf(row(''))).toContain('no such file')
  expect(faultOf(row('not applicable'))).toContain('no such file')
})
