import type { Birth } from '../../people/holds/model'
import { ageOn } from '../../people/rules/age-on'

/** What is known of somebody's age on a day: exactly, or as the least and the most it can be, in years. */
export type KnownAge = { readonly least: number; readonly most: number }

/** What is known of somebody's age on a day (YYYY-MM-DD); from a year alone it may be one of two. */
export const knownAgeOn = (birth: Birth, day: string): KnownAge | undefined => {
  const least = ageOn(birth, day)
  if (least === undefined) return undefined
  return { least, most: birth.date === null ? Number(day.slice(0, 4)) - (birth.year ?? 0) : least }
}

/**
 * Whether somebody is old enough for a role: yes, no, or not to be told from what is known. Without a minimum age
 * everybody is.
 */
export const ageFits = (minimumAge: number | null, age: KnownAge | undefined): 'yes' | 'no' | 'unknown' => {
  if (minimumAge === null) return 'yes'
  if (age === undefined) return 'unknown'
  if (age.least >= minimumAge) return 'yes'
  return age.most < minimumAge ? 'no' : 'unknown'
}
