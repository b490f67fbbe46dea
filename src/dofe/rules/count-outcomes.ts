import type { CheckOutcome, CheckResult } from '../model'

/** How many checks came to each outcome. */
export const countOutcomes = (results: readonly CheckResult[]): Readonly<Record<CheckOutcome, number>> => {
  const count = { pass: 0, warn: 0, fail: 0, 'needs-leader': 0 }
  for (const { outcome } of results) count[outcome] += 1
  return count
}
