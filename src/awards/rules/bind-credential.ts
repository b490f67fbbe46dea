import type { IdentityObject } from '../../openbadges/model'
import type { JsonObject } from '../../openbadges/model/json'
import { isJsonObject } from '../../openbadges/model/json'
import { formatInstant } from '../../openbadges/proof'

/** What a credential says of who holds it: the id of its subject, and by what else they may be found. */
export type Binding = { readonly subjectId: string; readonly identifiers: readonly IdentityObject[] }

/**
 * A later edition of a signed credential with another subject, unsigned: the same id and award date, and `now` as its
 * start, by which it takes the place of the one before. Undefined where that began in this very second, for two
 * editions of one start are not told apart. Throws RangeError where the document is no credential with a subject.
 *
 * @see Open Badges 3.0, Equality and comparison; section B.1.3 (AchievementSubject)
 */
export const bindCredential = (
  document: JsonObject,
  { subjectId, identifiers }: Binding,
  now: Date,
): JsonObject | undefined => {
  const { proof: _proof, ...unsigned } = document
  const { credentialSubject } = unsigned
  if (!isJsonObject(credentialSubject)) throw new RangeError('The document is no credential with a subject.')
  const validFrom = formatInstant(now)
  if (!(Date.parse(String(unsigned['validFrom'])) < Date.parse(validFrom))) return undefined
  const { id: _id, type, identifier: _identifier, ...claims } = credentialSubject
  return {
    ...unsigned,
    validFrom,
    credentialSubject: {
      id: subjectId,
      type,
      ...(identifiers.length === 0 ? {} : { identifier: identifiers }),
      ...claims,
    },
  }
}
