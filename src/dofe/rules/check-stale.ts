import type { CheckInput, CheckResult } from '../model'

/** DF-17: the hours have not changed since the report was written. */
export const checkStale = ({ report }: Pick<CheckInput, 'report'>): CheckResult => {
  if (report === null) return { id: 'DF-17', outcome: 'pass', reason: 'report-none' }
  return report.stale
    ? { id: 'DF-17', outcome: 'fail', reason: 'report-stale' }
    : { id: 'DF-17', outcome: 'pass', reason: 'report-fresh' }
}
