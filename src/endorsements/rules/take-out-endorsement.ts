import type { JsonObject } from '../../openbadges/model/json'
import { isJsonObject } from '../../openbadges/model/json'
import { formatInstant } from '../../openbadges/proof'

/**
 * A signed credential without one of its endorsements, to be signed anew from `now` on. Undefined where it began in
 * this very second, for two editions of one start are not told apart.
 *
 * @see Open Badges 3.0, Equality and comparison
 */
export const takeOutEndorsement = (
  document: JsonObject,
  endorsementId: string,
  now: Date,
): JsonObject | undefined => {
  const { proof: _proof, endorsement, ...unsigned } = document
  const validFrom = formatInstant(now)
  if (!(Date.parse(String(unsigned['validFrom'])) < Date.parse(validFrom))) return undefined
  const all = Array.isArray(endorsement) ? endorsement : []
  const others = all.filter((one) => !(isJsonObject(one) && one['id'] === endorsementId))
  return { ...unsigned, validFrom, ...(others.length === 0 ? {} : { endorsement: others }) }
}
