import { expect, test } from 'vitest'
import { getNationalBadge } from '../../src/achievements/definitions'
import { describeRule } from '../../src/achievements/rules/describe-rule'

const lineOf = (code: string, language: 'en' | 'cy') => describeRule(getNationalBadge(code).rule, language)

test('what a badge takes is one line in plain words', () => {
  expect(lineOf('LV-02', 'en')).toBe('20 hours; sessions in 3 different months')
  expect(lineOf('LV-05', 'en')).toBe(
    'the role “Summer Reading Challenge volunteer”; 10 hours from 1 June to 30 September or 6 sessions from 1 June to 30 September; 1 written reflection',
  )
})

test('the line is in Welsh for who reads Welsh', () => {
  expect(lineOf('LV-02', 'cy')).toBe('20 awr; sesiynau mewn 3 mis gwahanol')
  expect(lineOf('LV-05', 'cy')).toContain('rhwng 1 Mehefin a 30 Medi')
})

test('a role is named where nothing else in the rule names it', () => {
  const rule = { kind: 'approved-minutes', atLeast: 90, roles: ['RO-08'] } as const
  expect(describeRule({ ...rule, roles: [...rule.roles] }, 'en')).toBe(
    '1.5 hours in the role “Local history”',
  )
})
