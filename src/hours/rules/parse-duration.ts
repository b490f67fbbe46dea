import type { Result } from '../../problems'

export type DurationFault = 'hours-not-understood' | 'hours-not-positive' | 'over-24-hours'

const minutesInDay = 1440

const clock = /^(\d{1,3}):([0-5]\d)(?::[0-5]\d)?$/
const decimal = /^(\d{1,4})(?:\.(\d{1,4})|,(\d{1,2}))?$/
const hourWords = /^(\d{1,3}(?:[.,]\d{1,2})?)\s*(?:hours?|hrs?|h|awr|oriau)\.?$/
const minuteWords = /^(\d{1,4})\s*(?:minutes?|mins?|m|munud(?:au)?|mun)\.?$/
const bothWords =
  /^(\d{1,3})\s*(?:hours?|hrs?|h|awr|oriau)[\s.,]*(?:and|a|ac)?\s*(\d{1,2})\s*(?:minutes?|mins?|m|munud(?:au)?|mun)?\.?$/

/**
 * Reads a length of time as whole minutes, of 1 to 1,440: `2.5`, `2,5`, `2:30`, `2h 30m`, `2 hours`,
 * `90 minutes`, and the Welsh words. `bare` says what a number alone counts.
 */
export const parseDuration = (text: string, bare: 'hours' | 'minutes'): Result<number, DurationFault> => {
  const tidy = text.trim().toLowerCase()
  if (/^[-\u2212]\s*\d/.test(tidy)) return { ok: false, reason: 'hours-not-positive' }
  const minutes = minutesOf(tidy, bare)
  if (minutes === undefined) return { ok: false, reason: 'hours-not-understood' }
  if (minutes < 1) return { ok: false, reason: 'hours-not-positive' }
  if (minutes > minutesInDay) return { ok: false, reason: 'over-24-hours' }
  return { ok: true, value: minutes }
}

const minutesOf = (text: string, bare: 'hours' | 'minutes'): number | undefined => {
  const clockMatch = clock.exec(text)
  if (clockMatch) return Number(clockMatch[1]) * 60 + Number(clockMatch[2])
  if (decimal.test(text)) return Math.round(toNumber(text) * (bare === 'hours' ? 60 : 1))
  const both = bothWords.exec(text)
  if (both && Number(both[2]) < 60) return Number(both[1]) * 60 + Number(both[2])
  const hours = hourWords.exec(text)
  if (hours) return Math.round(toNumber(hours[1] ?? '') * 60)
  const minutes = minuteWords.exec(text)
  return minutes ? Number(minutes[1]) : undefined
}

const toNumber = (text: string) => Number(text.replace(',', '.'))
