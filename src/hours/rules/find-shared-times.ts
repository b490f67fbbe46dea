type Timed = { readonly linkId: string; readonly startedAt: Date; readonly endedAt: Date }

/** Those of some sessions that run at the same time as one of the others of the same link (rule HR-05). */
export const findSharedTimes = <Session extends Timed>(
  sessions: readonly Session[],
  others: readonly Timed[],
): Session[] => {
  const byLink = Map.groupBy(others, ({ linkId }) => linkId)
  return sessions.filter(({ linkId, startedAt, endedAt }) =>
    (byLink.get(linkId) ?? []).some((other) => other.startedAt < endedAt && other.endedAt > startedAt),
  )
}
