import { localDateOf } from './local-date-of'

/** Clocks that record sessions may run a little fast. */
const clockToleranceMs = 5 * 60_000

/** Whether a session is not over yet (rule HR-03): by its end, or by its day where it has no clock times. */
export const isInFuture = (
  session: { readonly localDate: string; readonly endedAt: Date | null },
  now: Date,
): boolean => {
  const latest = now.getTime() + clockToleranceMs
  if (session.endedAt !== null) return session.endedAt.getTime() > latest
  const local = new Date(latest)
  // Clocks in the UK are never behind UTC: a day that has begun there has begun here.
  if (session.localDate <= local.toISOString().slice(0, 10)) return false
  return session.localDate > localDateOf(local)
}
