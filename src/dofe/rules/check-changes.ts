import type { CheckInput, CheckResult } from '../model'

/** DF-15: the activity of a section may change once; more is for the leader. */
export const checkChanges = ({ rules, activityChanges: count }: CheckInput): CheckResult =>
  count <= rules.activityChanges
    ? { id: 'DF-15', outcome: 'pass', reason: 'changes-few', values: { count } }
    : { id: 'DF-15', outcome: 'needs-leader', reason: 'changes-many', values: { count } }
