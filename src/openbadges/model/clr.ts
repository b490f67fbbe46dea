import { isJsonObject, type JsonObject } from './json'

/**
 * How two achievements of a learner record may belong together.
 *
 * @see Comprehensive Learner Record 2.0, AssociationType
 */
export const associationTypes = [
  'exactMatchOf',
  'isChildOf',
  'isParentOf',
  'isPartOf',
  'isPeerOf',
  'isRelatedTo',
  'precedes',
  'replacedBy',
] as const

export type AssociationType = (typeof associationTypes)[number]

const toObjects = (value: unknown): readonly JsonObject[] =>
  (Array.isArray(value) ? value : [value]).filter(isJsonObject)

/**
 * The ids of all achievements in the subject of a learner record: those of its credentials and those that
 * stand there alone. Reads third-party data as it is and vouches for nothing.
 *
 * @see Comprehensive Learner Record 2.0, ClrSubject
 */
export const listAchievementIds = (subject: JsonObject): ReadonlySet<string> => {
  const asserted = toObjects(subject['verifiableCredential']).flatMap((credential) =>
    toObjects(credential['credentialSubject']).flatMap((inner) => toObjects(inner['achievement'])),
  )
  const ids = [...asserted, ...toObjects(subject['achievement'])].map(({ id }) => id)
  return new Set(ids.filter((id) => typeof id === 'string'))
}
