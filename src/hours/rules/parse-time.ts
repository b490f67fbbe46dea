import type { Result } from '../../problems'

/** A time of day on the clock. */
export type ClockTime = { readonly hour: number; readonly minute: number }

const pattern =
  /^(\d{1,2})(?:[:.](\d{2})(?:[:.](\d{2})(?:\.\d+)?)?)?\s*(a\.?m\.?|p\.?m\.?|y\.?b\.?|y\.?[hp]\.?)?$/
const fourDigits = /^([01]\d|2[0-3])([0-5]\d)$/

/**
 * Reads a time of day: `14:30`, `14.30`, `1430`, `2:30 pm`, `2pm`, and `yb`, `yp`, `yh` as Welsh writes them.
 * A number alone, such as `2`, is refused: it may be morning or afternoon. Seconds are dropped.
 */
export const parseTime = (text: string): Result<ClockTime, 'time-not-understood'> => {
  const refused = { ok: false, reason: 'time-not-understood' } as const
  const tidy = text.trim().toLowerCase()
  const compact = fourDigits.exec(tidy)
  if (compact) return { ok: true, value: { hour: Number(compact[1]), minute: Number(compact[2]) } }
  const match = pattern.exec(tidy)
  if (!match) return refused
  const [, hourText = '', minuteText, secondText = '0', half] = match
  if (minuteText === undefined && half === undefined) return refused
  const hour = Number(hourText)
  const minute = Number(minuteText ?? 0)
  if (minute > 59 || Number(secondText) > 59) return refused
  if (half === undefined) return hour > 23 ? refused : { ok: true, value: { hour, minute } }
  if (hour < 1 || hour > 12) return refused
  const morning = half.startsWith('a') || half.replaceAll('.', '') === 'yb'
  return { ok: true, value: { hour: (hour % 12) + (morning ? 0 : 12), minute } }
}
