import type { BoundaryRecord, PositionStatement, ReviewReason } from '../boundary/model'
import { findInForce } from './find-in-force'

/**
 * Why a role has to be looked at again today (YYYY-MM-DD): nobody decided about it, its review is due, or a newer
 * position statement is in force than the decision conforms to.
 */
export const reviewReasons = (
  record: Pick<BoundaryRecord, 'reviewOn' | 'statementVersion'> | undefined,
  statements: readonly PositionStatement[],
  today: string,
): ReviewReason[] => {
  if (record === undefined) return ['no-record']
  const statement = findInForce(statements, today)
  return [
    ...(record.reviewOn <= today ? (['review-due'] as const) : []),
    ...(statement !== undefined && statement.version !== record.statementVersion
      ? (['new-statement'] as const)
      : []),
  ]
}
