import { expect, test } from 'vitest'
import { type KnownVolunteer, matchRecipients } from '../../../src/awards/rules/match-recipients'
import { readRecipients } from '../../../src/awards/rules/read-recipients'

const bytes = (text: string) => new TextEncoder().encode(text)
const volunteer = (personId: string, known: Partial<KnownVolunteer>): KnownVolunteer => ({
  personId,
  externalReference: null,
  email: null,
  name: personId,
  ...known,
})
const people = [
  volunteer('sian', { name: 'Siân Wójcik', email: 'family@example.org', externalReference: '12' }),
  volunteer('jan', { name: 'Jan Wójcik', email: 'family@example.org' }),
  volunteer('first sam', { name: 'Sam Lee' }),
  volunteer('second sam', { name: 'Sam Lee', email: 'sam@example.org' }),
  volunteer('oconnor', { name: 'Máire O’Connor' }),
]
const find = (text: string) => {
  const rows = readRecipients(bytes(text))
  if (!rows.ok) return rows.reason
  return matchRecipients(rows.value, people).map((match) =>
    match.kind === 'found' ? match.personId : match.kind,
  )
}

test('a plain list gives a reference, an address or a name in each row', () => {
  expect(find('12\nSAM@example.org\n\nmaire oconnor\n')).toEqual(['sian', 'second sam', 'oconnor'])
  expect(find('13\nfamily@example.org\nSam Lee\nsomebody@example.org')).toEqual([
    'unknown',
    'ambiguous',
    'ambiguous',
    'unknown',
  ])
})

test('with headings the reference comes first, then the address with the name, then the name', () => {
  expect(find('Name,Email,ID\nJan Wojcik,,12\nJan Wojcik,family@example.org,\nJan Wojcik,,')).toEqual([
    'sian',
    'jan',
    'jan',
  ])
  expect(find('First name,Surname\nSiân,Wójcik\nSam,Lee')).toEqual(['sian', 'ambiguous'])
  expect(find('Name,Email,ID\nSiân Wójcik,,99\nNobody,family@example.org,')).toEqual(['unknown', 'unknown'])
  expect(find('Enw;Ebost\nSiân Wójcik;')).toEqual(['sian'])
})

test('columns that say nothing of the person are left alone', () => {
  expect(find('Hours,Name\n12,Jan Wójcik')).toEqual(['jan'])
})

test('rows keep the number of their line, and a file without rows or text is refused', () => {
  const rows = readRecipients(bytes('\ufeffName\r\n\r\nJan Wójcik\r\n'))
  expect(rows).toEqual({
    ok: true,
    value: [{ rowNumber: 3, words: 'Jan Wójcik', reference: '', email: '', name: 'Jan Wójcik', text: '' }],
  })
  expect(find('')).toBe('file-empty')
  expect(find('Name\n')).toBe('file-empty')
  expect(find('PK\u0003\u0004...')).toBe('file-not-text')
})
