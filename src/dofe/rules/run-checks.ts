import type { CheckInput, CheckResult } from '../model'
import { checkAge } from './check-age'
import { checkAssessor } from './check-assessor'
import { checkChanges } from './check-changes'
import { checkEnd } from './check-end'
import { checkEnrolment } from './check-enrolment'
import { checkGaps } from './check-gaps'
import { checkGoals } from './check-goals'
import { checkHours } from './check-hours'
import { checkLength } from './check-length'
import { checkLowerLevel } from './check-lower-level'
import { checkMonths } from './check-months'
import { checkOnce } from './check-once'
import { checkReport } from './check-report'
import { checkStale } from './check-stale'
import { checkTarget } from './check-target'
import { checkTerms } from './check-terms'
import { checkTraining } from './check-training'

const checks: readonly ((input: CheckInput) => CheckResult)[] = [
  checkAge,
  checkEnd,
  checkLength,
  checkHours,
  checkMonths,
  checkGaps,
  checkEnrolment,
  checkLowerLevel,
  checkTarget,
  checkTerms,
  checkOnce,
  checkAssessor,
  checkGoals,
  checkReport,
  checkChanges,
  checkTraining,
  checkStale,
]

/** All checks of a section, DF-01 to DF-17 in this order. Sessions are approved ones, in the order of their days. */
export const runChecks = (input: CheckInput): readonly CheckResult[] => checks.map((check) => check(input))
