import type { Ages, Birth } from '../holds/model'
import { ageOn } from './age-on'
import { stageOf } from './stage-of'

/** Up to this birthday somebody can take part in the youth award. */
const youthAwardUntil = 25

/**
 * What is kept of a birth on a day (YYYY-MM-DD): the full date only while a rule needs it, for somebody who is not an
 * adult or takes part in a youth award, else the year.
 */
export const keepBirth = (birth: Birth, today: string, ages: Ages, youthAward: boolean): Birth => {
  if (birth.date === null) return birth
  const year = Number(birth.date.slice(0, 4))
  const needed =
    stageOf(birth, today, ages) !== 'adult' || (youthAward && (ageOn(birth, today) ?? 0) < youthAwardUntil)
  return { date: needed ? birth.date : null, year }
}
