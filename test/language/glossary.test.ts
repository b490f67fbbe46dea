import { expect, test } from 'vitest'
import glossary from '../../docs/glossary.json' with { type: 'json' }
import { readTables } from './tables'

const { terms, names } = glossary

test.for(terms)('$en is $cy wherever a table says it', async ({ en, stems }) => {
  const word = new RegExp(`\\b${en.replace(/y$/, '(y|ies)')}`, 'i')
  const entries = (await readTables())
    .map((entry) => ({ ...entry, en: names.reduce((text, name) => text.replaceAll(name, ''), entry.en) }))
    .filter((entry) => word.test(entry.en))
  expect(entries.length).toBeGreaterThan(0)
  const other = entries
    .filter(({ cy }) => !stems.some((stem) => cy.toLowerCase().includes(stem)))
    .map(({ file, place, en: said, cy }) => `${file}${place}: ${said} | ${cy}`)
  expect(other).toEqual([])
})
