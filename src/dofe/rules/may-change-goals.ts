import type { Programme } from '../model'
import type { Report } from '../reports/model'

/**
 * Whether a young person may still write their goals: not once the assessor has signed what became of them, nor after
 * the programme ended.
 */
export const mayChangeGoals = (of: {
  readonly programme: Pick<Programme, 'endedAt'>
  readonly open: Pick<Report, 'status'> | undefined
  readonly approvedReport: Pick<Report, 'status'> | undefined
}): boolean =>
  of.programme.endedAt === null && of.approvedReport === undefined && of.open?.status !== 'signed'
