import { uuidv7 } from 'uuidv7'
import type { Clock, Random } from '../deps'

export const systemClock: Clock = { now: () => new Date() }

export const systemRandom: Random = {
  uuid: uuidv7,
  bytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
}
