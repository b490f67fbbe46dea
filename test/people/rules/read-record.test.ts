import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { TypedRecord } from '../../../src/people/record/model'
import { contactLanguageFor, lettersFor } from '../../../src/people/rules/contact-language'
import { nameLanguage, readLanguageTag } from '../../../src/people/rules/read-language-tag'
import { readRecord } from '../../../src/people/rules/read-record'
import { scriptOf } from '../../../src/people/rules/script-of'

const ages = { digitalConsent: 13, ownConsent: 16, adult: 18 }
const moment = { today: '2026-06-01', ages }

const empty: TypedRecord = {
  ...{ preferredName: 'Ann', legalName: '', nameLanguage: '', romanisedName: '', externalReference: '' },
  ...{ email: '', phone: '', postalAddress: '', birthDate: '', birthYear: '', youthAward: '' },
  ...{ languageWish: 'unknown', emergencyName: '', emergencyPhone: '', emergencyRelationship: '' },
  ...{ status: 'active', referralSource: '', pilot: '' },
}
const read = (typed: Partial<TypedRecord>) => readRecord({ ...empty, ...typed }, moment)
const recordOf = (typed: Partial<TypedRecord>) => {
  const result = read(typed)
  if (!result.ok) throw new Error(JSON.stringify(result.reason))
  return result.value
}
const faultsOf = (typed: Partial<TypedRecord>) => {
  const result = read(typed)
  return result.ok ? {} : result.reason
}

describe('a record', () => {
  test('needs a name and nothing else; one word is a name, and is kept as it is written', () => {
    expect(recordOf({ preferredName: '  Sukarno ' })).toMatchObject({
      ...{ preferredName: 'Sukarno', legalName: null, email: null, nameScript: 'Latn' },
      birth: { date: null, year: null },
    })
    expect(recordOf({ preferredName: 'Lly\u0302r  ap Gwilym' }).preferredName).toBe('Llŷr ap Gwilym')
    expect(faultsOf({ preferredName: ' \u200b ' })).toEqual({ preferredName: 'name-missing' })
  })

  test('the full date of birth is kept only while a rule needs it', () => {
    expect(recordOf({ birthDate: '2008-06-02' }).birth).toEqual({ date: '2008-06-02', year: 2008 })
    expect(recordOf({ birthDate: '1/6/2008' }).birth).toEqual({ date: null, year: 2008 })
    expect(recordOf({ birthDate: '1 June 2008', youthAward: 'yes' }).birth.date).toBe('2008-06-01')
    expect(recordOf({ birthDate: '2001-06-02', youthAward: 'yes' }).birth.date).toBe('2001-06-02')
    expect(recordOf({ birthDate: '2001-06-01', youthAward: 'yes' }).birth).toEqual({ date: null, year: 2001 })
    expect(recordOf({ birthYear: '1956' }).birth).toEqual({ date: null, year: 1956 })
  })

  test.each([
    [{ birthDate: '31/02/2010' }, { birthDate: 'date-wrong' }],
    [{ birthDate: '2026-06-02' }, { birthDate: 'date-in-future' }],
    [{ birthDate: '2010-06-02', birthYear: '2011' }, { birthYear: 'year-differs' }],
    [{ birthYear: '2027' }, { birthYear: 'year-wrong' }],
    [{ birthYear: '56' }, { birthYear: 'year-wrong' }],
    [{ email: 'ann at home' }, { email: 'email-wrong' }],
    [{ nameLanguage: 'xx-nonsense' }, { nameLanguage: 'language-unknown' }],
    [{ romanisedName: 'ليلى' }, { romanisedName: 'romanisation-not-latin' }],
    [{ languageWish: '' }, { languageWish: 'choice-missing' }],
    [{ status: 'gone' }, { status: 'choice-missing' }],
    [{ phone: '0'.repeat(51) }, { phone: 'too-long' }],
    [
      { preferredName: 'x'.repeat(201), email: 'x' },
      { preferredName: 'too-long', email: 'email-wrong' },
    ],
  ])('%j is refused by field', (typed, faults) => {
    expect(faultsOf(typed)).toEqual(faults)
  })

  test('an address keeps its lines', () => {
    expect(recordOf({ postalAddress: '1 High Street\r\n\r\n Northmere ' }).postalAddress).toBe(
      '1 High Street\nNorthmere',
    )
  })

  test('whatever is typed is answered, and what is taken is taken again in the same way', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 60 }),
        fc.string({ maxLength: 12 }),
        (name, birth) => {
          const once = read({ preferredName: name, birthDate: birth })
          if (!once.ok) {
            expect(Object.keys(once.reason).length).toBeGreaterThan(0)
            return
          }
          const again = read({
            preferredName: once.value.preferredName,
            birthDate: once.value.birth.date ?? '',
          })
          expect(again.ok && again.value.preferredName).toBe(once.value.preferredName)
        },
      ),
    )
  })
})

test.each([
  ['cy', 'cy', 'Welsh'],
  ['ZH-hant-tw', 'zh-Hant-TW', 'Chinese (Traditional, Taiwan)'],
  ['ar', 'ar', 'Arabic'],
  ['pa_Guru', 'pa-Guru', 'Punjabi (Gurmukhi)'],
])('the tag %s is %s, which is %s', (typed, tag, name) => {
  expect(readLanguageTag(typed)).toBe(tag)
  expect(nameLanguage(tag, 'en')).toMatch(name.slice(0, 5))
})

test.each(['', 'x', 'zzzz', 'english please', 'qqz'])('%j is no language tag', (typed) => {
  expect(readLanguageTag(typed)).toBeUndefined()
})

test('the script of a name is told from its letters', () => {
  expect(['Łucja', 'ليلى حسن', 'Дарія', '李小龍', 'राजेश', '123'].map(scriptOf)).toEqual([
    ...['Latn', 'Arab', 'Cyrl', 'Hani', 'Deva', undefined],
  ])
})

test('an unknown wish means Welsh as well in a Welsh service, and English elsewhere', () => {
  const wales = { nation: 'Wales', welshFirst: false } as const
  const england = { nation: 'England', welshFirst: false } as const
  expect(contactLanguageFor('unknown', wales)).toBe('cy')
  expect(contactLanguageFor('en', wales)).toBe('en')
  expect(lettersFor('unknown', wales)).toEqual(['cy', 'en'])
  expect(lettersFor('unknown', england)).toEqual(['en'])
  expect(lettersFor('cy', england)).toEqual(['cy'])
})
