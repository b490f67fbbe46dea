import { PDFDocument } from 'pdf-lib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { exportRecord, writeExport } from '../../src/keeping/export/actions'
import { exportText } from '../../src/keeping/export-text'
import { ownParts } from '../../src/keeping/pages/own-parts'
import { composeRecord } from '../../src/keeping/rules/compose-record'
import { openTestDeps, type TestDeps } from '../support/database'
import { makeEveryRoom, mark, type Somebody } from './every-room'
import { leadsToPerson } from './schema'

let opened: TestDeps
let somebody: Somebody
beforeAll(async () => {
  opened = await openTestDeps()
  somebody = await makeEveryRoom(opened.deps, 'copied.example.org')
}, 120_000)
afterAll(() => opened.close())

const copy = (language: 'en' | 'cy') =>
  exportRecord(opened.deps, somebody.service, somebody.personId, {
    ...{ language, actor: somebody.email, ownParts },
  })

/** Tables that lead to a person and are in no copy. */
const leftOut: Readonly<Record<string, string>> = {
  badge_standing: 'reckoned anew from the other parts at any moment',
  demographic_answer: 'handed to the holder as “answers”',
  demographic_link: 'a random key',
  erasure: 'only while an erasure is under way',
  standing_change: 'a note that something is to be reckoned anew',
}

test('a copy holds a part for every table that leads to the person, with a heading in both languages', async () => {
  const { sections } = await copy('en')
  const parts = new Map(sections.map(({ part, rows }) => [part, rows.length]))
  const expected = [...(await leadsToPerson(opened.deps))].filter((table) => !(table in leftOut))
  expect(expected.filter((table) => (parts.get(table) ?? 0) === 0)).toEqual([])
  for (const part of ['answers', 'mails', 'trail', 'batch_words']) expect(parts.get(part)).toBeDefined()
  expect(parts.get('application')).toBe(2)
  const unread = ['credential', 'ledger_head', 'membership_branch']
  const readable = [...parts.keys()].filter((part) => !unread.includes(part))
  for (const t of [exportText.en, exportText.cy])
    expect(readable.filter((part) => t.parts[part] === undefined)).toEqual([])
})

test('others’ names, addresses and numbers are withheld wherever they stand; what is signed stays as it is', async () => {
  const { sections } = await copy('en')
  const unsigned = sections.map(({ part, rows }) => ({
    part,
    rows: rows.map(({ record: _, endorsement: __, document: ___, ...row }) => row),
  }))
  const text = JSON.stringify(unsigned)
  expect(text).toContain(mark)
  expect(text).toContain(somebody.email)
  for (const other of [somebody.guardian, somebody.assessor, somebody.coordinator, 'Anna', 'Martin Quayle'])
    expect([other, text.includes(other)]).toEqual([other, false])
  expect(text).not.toMatch(/"[a-z]+_hash"/)
  const report = sections.find(({ part }) => part === 'dofe_report')?.rows[0]
  expect(JSON.parse(String(report?.['record']))).toHaveProperty('proof')
})

test('the document reads in both languages, every table with headings of that language', async () => {
  const record = await copy('cy')
  const blocks = composeRecord(record, exportText.cy)
  const columns = blocks.flatMap((block) => (block.kind === 'table' ? block.columns : []))
  const known = new Set(Object.values(exportText.cy.columns))
  expect(columns.filter(({ text }) => !known.has(text))).toEqual([])
  const pdf = await writeExport(opened.deps, somebody.service, record, { format: 'pdf', language: 'cy' })
  expect((await PDFDocument.load(pdf.bytes)).getPageCount()).toBeGreaterThan(2)
})
