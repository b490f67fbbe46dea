import { associationTypes } from '../model/clr'
import { failed, hasType, isObject, passed, toList, toText } from './findings'
import type { Finding, JsonObject } from './report'

const isUri = (value: unknown): boolean =>
  typeof value === 'string' && /^[A-Za-z][A-Za-z0-9+.-]*:\S+$/.test(value)

const wrong = (property: string): Finding =>
  failed('subject-wrong', {
    pointer: `/credentialSubject${property}`,
    values: { property: `credentialSubject${property}` },
  })

/** The members that a credential inside a record cannot do without; the date has two names. */
const findAbsent = (credential: JsonObject): string | undefined => {
  const absent = ['@context', 'type', 'issuer', 'credentialSubject'].find(
    (name) => credential[name] === undefined,
  )
  const hasDate = credential['validFrom'] !== undefined || credential['issuanceDate'] !== undefined
  return absent ?? (hasDate ? undefined : 'validFrom')
}

const checkCredentials = (subject: JsonObject): Finding => {
  const credentials = toList(subject['verifiableCredential'])
  if (credentials.length === 0) return wrong('/verifiableCredential')
  for (const [at, credential] of credentials.entries()) {
    if (!isObject(credential)) return wrong(`/verifiableCredential/${at}`)
    const absent = findAbsent(credential)
    if (absent !== undefined) return wrong(`/verifiableCredential/${at}/${absent}`)
  }
  return passed
}

const associationMembers = ['type', 'associationType', 'sourceId', 'targetId']

const checkAssociation = (association: unknown, place: string): Finding => {
  if (!isObject(association) || association['type'] !== 'Association') return wrong(`${place}/type`)
  if (!associationTypes.some((type) => type === association['associationType']))
    return wrong(`${place}/associationType`)
  if (!isUri(association['sourceId'])) return wrong(`${place}/sourceId`)
  if (!isUri(association['targetId'])) return wrong(`${place}/targetId`)
  const other = Object.keys(association).find((name) => !associationMembers.includes(name))
  return other === undefined ? passed : wrong(`${place}/${other}`)
}

/**
 * Checks that the subject of a learner record says whose it is and holds credentials: an id or an identifier, at
 * least one credential as an object, achievements typed as such, and associations of a known type between ids.
 * The credentials themselves are verified apart.
 *
 * @see Comprehensive Learner Record 2.0, ClrSubject, Association
 */
export const checkClrSubject = (subject: JsonObject): Finding => {
  if (!hasType(subject, 'ClrSubject')) return wrong('/type')
  if (toText(subject['id']) === undefined && toList(subject['identifier']).length === 0) return wrong('/id')
  const credentials = checkCredentials(subject)
  if (credentials.outcome !== 'passed') return credentials
  if (toList(subject['achievement']).some((achievement) => !hasType(achievement, 'Achievement')))
    return wrong('/achievement')
  for (const [at, association] of toList(subject['association']).entries()) {
    const finding = checkAssociation(association, `/association/${at}`)
    if (finding.outcome !== 'passed') return finding
  }
  return passed
}
