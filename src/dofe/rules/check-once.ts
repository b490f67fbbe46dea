import { countMinutes } from '../../hours/rules/count-minutes'
import type { CheckInput, CheckResult } from '../model'

/** DF-11: a session counts for one section only; of sessions at the same time the shared minutes count once. */
export const checkOnce = ({ programme, sessions, countedElsewhere }: CheckInput): CheckResult => {
  const datesOf = (chosen: CheckInput['sessions']) => chosen.map(({ localDate }) => localDate)
  const other = sessions.filter(
    ({ dofeSection }) => dofeSection !== null && dofeSection !== programme.section,
  )
  if (other.length > 0) {
    return { id: 'DF-11', outcome: 'fail', reason: 'once-other-section', values: { dates: datesOf(other) } }
  }
  const twice = sessions.filter(({ id }) => countedElsewhere.includes(id))
  if (twice.length > 0) {
    return { id: 'DF-11', outcome: 'fail', reason: 'once-elsewhere', values: { dates: datesOf(twice) } }
  }
  const shared = sessions.reduce((sum, { minutes }) => sum + minutes, 0) - countMinutes(sessions)
  return shared > 0
    ? { id: 'DF-11', outcome: 'pass', reason: 'once-merged', values: { minutes: shared } }
    : { id: 'DF-11', outcome: 'pass', reason: 'once-met' }
}
