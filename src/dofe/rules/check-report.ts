import type { CheckInput, CheckResult } from '../model'

/** DF-14: the report states the first and the last session and the frequency that eDofE has. */
export const checkReport = ({ programme, sessions, report }: CheckInput): CheckResult => {
  if (report === null) return { id: 'DF-14', outcome: 'warn', reason: 'report-missing' }
  const [first, last] = [sessions[0]?.localDate ?? '', sessions.at(-1)?.localDate ?? '']
  if (report.firstDate !== first || report.lastDate !== last) {
    const values = { first: report.firstDate, last: report.lastDate, dates: [first, last] }
    return { id: 'DF-14', outcome: 'fail', reason: 'report-dates-differ', values }
  }
  return report.frequency === programme.frequency
    ? { id: 'DF-14', outcome: 'pass', reason: 'report-agrees' }
    : { id: 'DF-14', outcome: 'fail', reason: 'report-frequency-differs' }
}
