import { expect, test } from 'vitest'
import { LONGEST_NAME, LONGEST_WORDS, type WordsEntry } from '../../../src/endorsements/model'
import { goesWith } from '../../../src/endorsements/rules/goes-with'
import { readWords } from '../../../src/endorsements/rules/read-words'

const entry: WordsEntry = {
  about: 'LV-02',
  words: 'They listen to readers.',
  language: 'en',
  writerName: ' Gwen Price ',
  writerRole: 'Branch supervisor',
}
const faults = (change: Partial<WordsEntry>, name = 'Siân Grace Wójcik-Jones') => {
  const read = readWords({ ...entry, ...change }, name)
  return read.ok ? [] : read.reason.map(({ field, reason }) => `${field}: ${reason}`)
}

test('words with everything are read, tidied', () => {
  expect(readWords(entry, 'Siân')).toEqual({ ok: true, value: { ...entry, writerName: 'Gwen Price' } })
})

test('each field says what is wrong with it', () => {
  const empty = { about: '', words: ' ', language: '', writerName: '', writerRole: '' }
  expect(faults(empty)).toEqual([
    'about: about-missing',
    'words: words-missing',
    'language: language-missing',
    'writerName: name-missing',
    'writerRole: role-missing',
  ])
})

test('words and names have bounds: the longest is taken, one more is not', () => {
  expect(faults({ words: 'a'.repeat(LONGEST_WORDS) })).toEqual([])
  expect(faults({ words: 'a'.repeat(LONGEST_WORDS + 1) })).toEqual(['words: words-too-long'])
  const name = 'b'.repeat(LONGEST_NAME)
  expect(faults({ writerName: name, writerRole: name })).toEqual([])
  expect(faults({ writerName: `${name}b`, writerRole: `${name}b` })).toEqual([
    'writerName: name-too-long',
    'writerRole: role-too-long',
  ])
})

test.each(['Siân listens.', 'Wójcik’s patience helped.', 'Ask for Jones!', 'With Grace.'])(
  'a signed badge names nobody: %s',
  (words) => {
    expect(faults({ words })).toEqual(['words: words-name'])
  },
)

test('a word that is a name only with its capital is no name', () => {
  expect(faults({ words: 'Works with grace and hope.' }, 'Grace Hope')).toEqual([])
})

test.each(['Call 01234 567890', 'gwen@example.org', 'Lives at 12 High Street', 'In spite of dyslexia'])(
  'nothing private: %s',
  (words) => {
    expect(faults({ words })).toEqual(['words: words-private'])
  },
)

test.each(['A qualified helper', 'As good as a librarian', 'Their DofE section'])(
  'nothing that a library cannot give: %s',
  (words) => {
    expect(faults({ words })).toEqual(['words: words-claim'])
  },
)

test('words about a badge go with that badge, words about a role with badges of which it is one', () => {
  const badge = { code: 'LV-02', roleTitleEn: null, roleTitleCy: null }
  expect(goesWith(badge, { code: 'LV-02', roleTitle: null })).toBe(true)
  expect(goesWith(badge, { code: 'LV-03', roleTitle: null })).toBe(false)
  const role = { code: null, roleTitleEn: 'Story time', roleTitleCy: 'Amser stori' }
  expect(goesWith(role, { code: 'LV-02', roleTitle: 'Code club, Story time' })).toBe(true)
  expect(goesWith(role, { code: 'LV-02', roleTitle: 'Amser stori' })).toBe(true)
  expect(goesWith(role, { code: 'LV-02', roleTitle: 'Story time online' })).toBe(false)
  expect(goesWith(role, { code: 'LV-02', roleTitle: null })).toBe(false)
})
