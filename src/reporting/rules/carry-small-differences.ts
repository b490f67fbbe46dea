import type { Thresholds } from '../model'

/**
 * Counts as they may be told after others of the same thing were told before: a count that differs from the earlier
 * one by less than the smallest figure that is shown stays what it was, so that no difference points at a person.
 */
export const carrySmallDifferences = (
  before: Readonly<Record<string, number>> | undefined,
  now: Readonly<Record<string, number>>,
  { leastCount }: Pick<Thresholds, 'leastCount'>,
): Record<string, number> => {
  const keys = new Set([...Object.keys(before ?? {}), ...Object.keys(now)])
  return Object.fromEntries(
    [...keys].map((key) => {
      const [told, counted] = [before?.[key] ?? 0, now[key] ?? 0]
      return [key, before !== undefined && Math.abs(counted - told) < leastCount ? told : counted]
    }),
  )
}
