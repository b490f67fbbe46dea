import type { CheckInput, CheckResult } from '../model'

/** DF-10: unpaid, not for a business, and time credits neither earned nor kept. */
export const checkTerms = ({ programme, sessions }: CheckInput): CheckResult => {
  if (!programme.unpaid) return { id: 'DF-10', outcome: 'fail', reason: 'terms-paid' }
  if (!programme.notCommercial) return { id: 'DF-10', outcome: 'fail', reason: 'terms-commercial' }
  const dates = sessions.filter(({ timeCredit }) => timeCredit === 'earned').map(({ localDate }) => localDate)
  return dates.length === 0
    ? { id: 'DF-10', outcome: 'pass', reason: 'terms-met' }
    : { id: 'DF-10', outcome: 'fail', reason: 'terms-time-credits', values: { dates } }
}
