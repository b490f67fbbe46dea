import type { CheckInput, CheckResult } from '../model'
import { addDays } from './days'
import { sectionDays } from './section-days'

/** DF-13: goals are agreed by four weeks after the first session, and there is a day for the last talk. */
export const checkGoals = (input: CheckInput): CheckResult => {
  const [agreed] = input.goals.map(({ agreedOn }) => agreedOn).sort()
  const by = addDays(sectionDays(input).first, input.rules.goalsWithinDays)
  if (agreed === undefined) {
    return { id: 'DF-13', outcome: 'warn', reason: 'goals-missing', values: { last: by } }
  }
  if (agreed > by) {
    return { id: 'DF-13', outcome: 'warn', reason: 'goals-late', values: { first: agreed, last: by } }
  }
  return input.programme.finalTalkOn === null
    ? { id: 'DF-13', outcome: 'warn', reason: 'goals-no-talk' }
    : { id: 'DF-13', outcome: 'pass', reason: 'goals-in-time' }
}
