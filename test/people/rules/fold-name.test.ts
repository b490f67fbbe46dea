import fc from 'fast-check'
import { expect, test } from 'vitest'
import { foldName } from '../../../src/people/rules/fold-name'
import { tidyName } from '../../../src/people/rules/tidy-name'

test.each([
  ['Siân Llŷr-Évans', 'sian llyr evans'],
  ['Łucja Wiśniewska', 'lucja wisniewska'],
  ['Aoife O’Brien', 'aoife obrien'],
  ["Aoife O'Brien", 'aoife obrien'],
  ['أَحمد  العلي', 'احمد العلي'],
  ['Søren Ægir', 'soren aegir'],
  ['王秀英', '王秀英'],
])('%s is searched for as %s', (name, folded) => {
  expect(foldName(name)).toBe(folded)
})

test('folding a folded name changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (name) => {
      expect(foldName(foldName(name))).toBe(foldName(name))
    }),
  )
})

test('a name is kept in NFC with single spaces and without marks that nobody sees', () => {
  expect(tidyName('  Sia\u0302n\u00a0 \u200fLewis\u200e ')).toBe('Si\u00e2n Lewis')
})

test('a name that is in order stays as it is written', () => {
  for (const name of ['Siân', 'Łucja Wiśniewska-Żak', 'ليلى حداد', 'bell hooks'])
    expect(tidyName(name)).toBe(name)
})
