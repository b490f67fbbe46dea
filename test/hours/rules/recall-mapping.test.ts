import { expect, test } from 'vitest'
import { recallMapping } from '../../../src/hours/rules/recall-mapping'

const past = [
  { columns: ['Who', 'When', 'How long', 'What'], mapping: { name: 0, date: 1, hours: 2, role: 3 } },
  { columns: ['What', 'When', 'Who', 'How long'], mapping: { name: 2, date: 1, minutes: 3, role: 0 } },
  { columns: ['Name', 'Date'], mapping: { name: 0, date: 1 } },
]

test('the newest file with the same headings says what they hold, whatever their order and capitals', () => {
  expect(recallMapping(['what', ' WHO', 'When', 'How long'], past)).toEqual({
    ...{ name: 1, date: 2, hours: 3, role: 0 },
  })
  expect(recallMapping(['Date', 'Name'], past)).toEqual({ name: 1, date: 0 })
})

test('other headings recall nothing, nor do two columns of one name', () => {
  expect(recallMapping(['Who', 'When', 'What'], past)).toBeUndefined()
  expect(recallMapping(['Who', 'When', 'How long', 'What', 'Note'], past)).toBeUndefined()
  const twice = [{ columns: ['Name', 'Name'], mapping: { firstName: 0, lastName: 1 } }]
  expect(recallMapping(['Name', 'name'], twice)).toBeUndefined()
})
