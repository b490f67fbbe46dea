import { Temporal } from 'temporal-polyfill'

/**
 * The day on which somebody is so many years old. For who was born on 29 February, in a year without that day, it is
 * 28 February where `leapDay` is `early` and 1 March where it is `late`: a check takes the one that is safe.
 */
export const reachAge = (dateOfBirth: string, years: number, leapDay: 'early' | 'late'): string => {
  const born = Temporal.PlainDate.from(dateOfBirth)
  const birthday = born.add({ years })
  const moved = birthday.day !== born.day
  return (moved && leapDay === 'late' ? birthday.add({ days: 1 }) : birthday).toString()
}
