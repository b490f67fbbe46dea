import type { Birth } from '../holds/model'

/**
 * How old somebody is on a day (YYYY-MM-DD), in whole years; undefined where nothing is known of the birth. Somebody
 * born on 29 February has their birthday on 1 March in other years. Where only the year is known they are taken to be
 * as young as they can be.
 */
export const ageOn = ({ date, year }: Birth, day: string): number | undefined => {
  const born = date ?? (year === null ? undefined : `${year}-12-31`)
  if (born === undefined) return undefined
  const years = Number(day.slice(0, 4)) - Number(born.slice(0, 4))
  // As text: 02-29 comes after 02-28 and before 03-01.
  return day.slice(5) >= born.slice(5) ? years : years - 1
}
