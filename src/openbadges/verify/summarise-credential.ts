import { isObject, readId, toList, toText } from './findings'
import type { CredentialSummary, JsonObject } from './report'

type Present<T> = { [Name in keyof T]?: Exclude<T[Name], undefined> }

/** The members of an object that are not undefined. */
const pick = <T extends object>(members: T): Present<T> => {
  const kept = Object.entries(members).filter(([, value]) => value !== undefined)
  // Each remaining member has its own type without undefined, which Object.fromEntries cannot express.
  return Object.fromEntries(kept) as Present<T>
}

const readHours = (subject: JsonObject, achievement: JsonObject): number | undefined => {
  const descriptions = toList(achievement['resultDescription']).filter(isObject)
  const ofHours = descriptions.filter(({ name }) => /\bhours?\b|\boriau\b/i.test(toText(name) ?? ''))
  const ids = ofHours.map(({ id }) => id)
  const result = toList(subject['result'])
    .filter(isObject)
    .find(({ resultDescription }) => resultDescription !== undefined && ids.includes(resultDescription))
  const hours = Number(toText(result?.['value']) ?? Number.NaN)
  return Number.isFinite(hours) && hours >= 0 ? hours : undefined
}

const readRecipient = (subject: JsonObject) => {
  const named = toList(subject['identifier'])
    .filter(isObject)
    .find(({ identityType, hashed }) => identityType === 'name' && hashed === false)
  const recipient = pick({ id: toText(subject['id']), name: toText(named?.['identityHash']) })
  return Object.keys(recipient).length === 0 ? undefined : recipient
}

/**
 * What a credential says, for showing: what was earned, by whom, when, how long and from whom. A learner record or
 * an endorsement goes by its own name. Reads third-party text as it is and vouches for nothing. Undefined where
 * there is no name or no issuer.
 *
 * @see Open Badges 3.0, AchievementCredential
 */
export const summariseCredential = (document: JsonObject): CredentialSummary | undefined => {
  const subject = toList(document['credentialSubject'])[0]
  const earned = isObject(subject) ? subject['achievement'] : undefined
  const issuerId = readId(document['issuer'])
  if (!isObject(subject) || issuerId === undefined) return undefined
  const achievement: JsonObject = isObject(earned) ? earned : {}
  const name = toText(achievement['name']) ?? toText(document['name'])
  const validFrom = toText(document['validFrom']) ?? toText(document['issuanceDate'])
  if (name === undefined || validFrom === undefined) return undefined
  const issuer = isObject(document['issuer']) ? document['issuer'] : {}
  const criteria = isObject(achievement['criteria']) ? achievement['criteria'] : {}
  const results = toList(subject['result']).filter(isObject)
  const alignments = [achievement, ...results]
    .flatMap((part) => toList(part['alignment']))
    .filter(isObject)
    .map((alignment) => ({
      name: toText(alignment['targetName']) ?? '',
      url: toText(alignment['targetUrl']) ?? '',
      ...pick({ framework: toText(alignment['targetFramework']) }),
    }))
  return {
    name: toText(document['name']) ?? name,
    issuer: { id: issuerId, ...pick({ name: toText(issuer['name']) }) },
    validFrom,
    achievement: {
      name,
      ...pick({
        id: toText(achievement['id']),
        description: toText(achievement['description']),
        type: toText(achievement['achievementType']),
        criteria: toText(criteria['narrative']) ?? toText(criteria['id']),
      }),
    },
    alignments,
    ...pick({
      id: toText(document['id']),
      description: toText(document['description']) ?? toText(achievement['description']),
      recipient: readRecipient(subject),
      validUntil: toText(document['validUntil']) ?? toText(document['expirationDate']),
      awardedDate: toText(document['awardedDate']),
      hours: readHours(subject, achievement),
      role: toText(subject['role']),
    }),
  }
}
