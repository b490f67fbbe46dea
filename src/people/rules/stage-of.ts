import type { AgeStage, Ages, Birth } from '../holds/model'
import { ageOn } from './age-on'

/** What somebody decides for themselves on a day (YYYY-MM-DD), by their age in whole years. */
export const stageOf = (birth: Birth, day: string, ages: Ages): AgeStage => {
  const age = ageOn(birth, day)
  if (age === undefined) return 'unknown'
  if (age < ages.digitalConsent) return 'child'
  if (age < ages.ownConsent) return 'young'
  return age < ages.adult ? 'youth' : 'adult'
}
