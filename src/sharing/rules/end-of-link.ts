import type { LinkLife } from '../model'

const DAY = 24 * 60 * 60 * 1000

/** When a link ends that is to be good for some days from now; null where it has no end. */
export const endOfLink = (life: LinkLife, now: Date): Date | null =>
  life === 'open' ? null : new Date(now.getTime() + Number(life) * DAY)
