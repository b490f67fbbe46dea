import { addMonths } from '../../achievements/rules/add-months'
import type { AwardState, AwardStatus } from '../model'

/** How many days before it runs out a badge is told of. */
export const SOON_DAYS = 60

const DAY_MS = 24 * 60 * 60_000

/**
 * The last instant at which a badge that is issued at an instant is valid: the same day of the month and time (UTC),
 * some months later, or the last day of a shorter month. Undefined where it does not run out.
 */
export const endOfValidity = (validMonths: number | undefined, issuedAt: Date): Date | undefined => {
  if (validMonths === undefined) return undefined
  const instant = issuedAt.toISOString()
  return new Date(addMonths(instant.slice(0, 10), validMonths) + instant.slice(10))
}

/** Whether a badge with this last instant has run out: at that instant itself it has not. */
export const hasEnded = (validUntil: Date | null, now: Date): boolean =>
  validUntil !== null && validUntil < now

/** What an award is to those who look at it now. */
export const stateAt = (
  award: { readonly status: AwardStatus; readonly validUntil: Date | null },
  now: Date,
): AwardState => (award.status === 'valid' && hasEnded(award.validUntil, now) ? 'ended' : award.status)

/** The instant up to which badges that run out are told of in advance. */
export const soonAfter = (now: Date): Date => new Date(now.getTime() + SOON_DAYS * DAY_MS)
