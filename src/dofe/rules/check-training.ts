import type { CheckInput, CheckResult } from '../model'

/** DF-16: how much of the time was training, in whole percent; a large share warns. */
export const checkTraining = ({ rules, sessions }: CheckInput): CheckResult => {
  const minutes = sessions.reduce((sum, session) => sum + session.minutes, 0)
  const training = sessions.reduce((sum, session) => sum + session.trainingMinutes, 0)
  const isLarge = training * 100 > minutes * rules.trainingPercent
  const exact = minutes === 0 ? 0 : (training * 100) / minutes
  const values = { percent: isLarge ? Math.ceil(exact) : Math.floor(exact) }
  return isLarge
    ? { id: 'DF-16', outcome: 'warn', reason: 'training-large', values }
    : { id: 'DF-16', outcome: 'pass', reason: 'training-small', values }
}
