import fc from 'fast-check'
import { expect, test } from 'vitest'
import { linesToKeep } from '../../src/keeping/rules/lines-to-keep'
import { daysAfter, monthsAfter } from '../../src/keeping/rules/months-after'
import { redactThirdParties } from '../../src/keeping/rules/redact-third-parties'
import { tidyExport } from '../../src/keeping/rules/tidy-export'

const withheld = '[withheld]'
const redact = redactThirdParties({
  own: ['Ann Lee', 'ann@example.org'],
  names: ['Bo Ng', 'Bo Ng-Wójcik', 'Ann Lee', 'Al'],
  withheld,
})

test('names and addresses of others are withheld, one’s own stay', () => {
  expect(redact('With bo ng-wójcik and Bo Ng; Ann Lee led.')).toBe(
    'With [withheld] and [withheld]; Ann Lee led.',
  )
  expect(redact('Mail Pat.Day@example.org or ANN@example.org.')).toBe('Mail [withheld] or ANN@example.org.')
  expect(redact('Bo Ngata stays: it is another word.')).toBe('Bo Ngata stays: it is another word.')
})

test('no name of another person is left in any text, whatever stands about it', () => {
  const name = fc
    .string({ minLength: 3, maxLength: 12, unit: fc.constantFrom(...'abcłé .*+?([') })
    .filter((one) => one.trim() === one)
  fc.assert(
    fc.property(fc.array(name, { minLength: 1, maxLength: 5 }), fc.string(), (names, text) => {
      const hide = redactThirdParties({ own: [], names, withheld: '#' })
      const hidden = hide(names.map((one) => `, ${one}, `).join(text.replace(/\w/g, ' ')))
      for (const one of names) expect(hidden).not.toContain(`, ${one}, `)
    }),
  )
})

test('keys and secrets are left out, a guardian’s own details are withheld, a signed badge stays as it is', () => {
  const guardian = {
    part: 'guardian',
    rows: [{ organisation_id: 'o', name: 'Mo', email: null, relationship: 'aunt' }],
  }
  expect(tidyExport(guardian, redact, withheld).rows).toEqual([
    { name: withheld, email: null, relationship: 'aunt' },
  ])
  const signed = { part: 'credential', rows: [{ award_id: 'a', document: '{"by":"pat@example.org"}' }] }
  expect(tidyExport(signed, redact, withheld).rows).toEqual(signed.rows)
})

test('a matter keeps the days that are named, both included, and nothing else', () => {
  const needs = {
    needsName: false,
    needsContact: true,
    needsSessions: true,
    firstDate: '2026-03-01',
    lastDate: '2026-03-31',
  }
  const session = (localDate: string) => ({ localDate, minutes: 60, roleTitleEn: 'Reader', branchName: null })
  const days = ['2026-02-28', '2026-03-01', '2026-03-31', '2026-04-01'].map(session)
  expect(linesToKeep(needs, { preferredName: 'Ann Lee', email: 'ann@example.org' }, days)).toEqual([
    'ann@example.org',
    '2026-03-01, 60 min, Reader',
    '2026-03-31, 60 min, Reader',
  ])
})

test('months and days after a day, also at the end of a month', () => {
  expect(monthsAfter('2024-02-29', 24)).toBe('2026-02-28')
  expect(monthsAfter('2026-08-31', 6)).toBe('2027-02-28')
  expect(daysAfter('2026-02-27', 2)).toBe('2026-03-01')
})
