import {
  failed,
  hasType,
  isObject,
  notChecked,
  passed,
  readId,
  readInstant,
  toList,
  toText,
} from './findings'
import type { Finding, JsonObject } from './report'

/** What a document claims to be, among the kinds that these checks know. */
export type CredentialKind = 'achievement' | 'endorsement'

const openBadgesContext = /^https:\/\/purl\.imsglobal\.org\/spec\/ob\/v3p0\/context(-3\.\d\.\d)*\.json$/
const baseContexts = ['https://www.w3.org/ns/credentials/v2', 'https://www.w3.org/2018/credentials/v1']

/**
 * Checks that the first context is that of verifiable credentials and the second that of Open Badges 3.0.
 *
 * @see Open Badges 3.0, AchievementCredential: `@context`
 */
export const checkContext = (document: JsonObject): Finding => {
  const [base, badges] = toList(document['@context'])
  const isRight =
    typeof base === 'string' &&
    baseContexts.includes(base) &&
    typeof badges === 'string' &&
    openBadgesContext.test(badges)
  return isRight ? passed : failed('context-wrong', { pointer: '/@context' })
}

/**
 * Checks that the document says it is a verifiable credential and an Open Badge, or an endorsement.
 *
 * @see Open Badges 3.0, AchievementCredential: `type`
 */
export const checkType = (document: JsonObject, kind: CredentialKind): Finding => {
  const names =
    kind === 'achievement' ? ['OpenBadgeCredential', 'AchievementCredential'] : ['EndorsementCredential']
  const isRight = hasType(document, 'VerifiableCredential') && names.some((name) => hasType(document, name))
  const expected =
    kind === 'achievement'
      ? { en: 'an Open Badge', cy: 'Bathodyn Agored' }
      : { en: 'an endorsement', cy: 'cymeradwyaeth' }
  return isRight ? passed : failed('type-wrong', { pointer: '/type', values: { expected } })
}

type Rule = (value: unknown) => boolean

const isText: Rule = (value) => toText(value) !== undefined
const isUri: Rule = (value) => typeof value === 'string' && /^[A-Za-z][A-Za-z0-9+.-]*:\S+$/.test(value)
const isNumberText: Rule = (value) => isText(value) || typeof value === 'number'

/** The properties that a class must have, by the published schema; `type` is asked for by name. */
const classes: Record<string, Record<string, Rule>> = {
  Achievement: { id: isUri, name: isText, description: isText, criteria: isObject },
  Alignment: { targetName: isText, targetUrl: isUri },
  ResultDescription: { id: isUri, name: isText, resultType: isText },
  IdentityObject: {
    hashed: (value) => typeof value === 'boolean',
    identityHash: isText,
    identityType: isText,
  },
  IdentifierEntry: { identifier: isNumberText, identifierType: isText },
  Related: { id: isUri },
  Image: { id: isUri },
}

/** Where objects of a class stand: the property names from the credential down. */
const places: readonly [path: readonly string[], type: string][] = [
  [['credentialSubject', 'achievement'], 'Achievement'],
  [['credentialSubject', 'achievement', 'alignment'], 'Alignment'],
  [['credentialSubject', 'achievement', 'resultDescription'], 'ResultDescription'],
  [['credentialSubject', 'achievement', 'related'], 'Related'],
  [['credentialSubject', 'achievement', 'otherIdentifier'], 'IdentifierEntry'],
  [['credentialSubject', 'identifier'], 'IdentityObject'],
  [['credentialSubject', 'result', 'alignment'], 'Alignment'],
  [['issuer', 'otherIdentifier'], 'IdentifierEntry'],
]

type Located = { value: unknown; pointer: string }

const listAt = (document: JsonObject, path: readonly string[]): Located[] => {
  let here: Located[] = [{ value: document, pointer: '' }]
  for (const name of path) {
    here = here.flatMap(({ value, pointer }) => {
      const inner = isObject(value) ? value[name] : undefined
      return Array.isArray(inner)
        ? inner.map((item: unknown, index) => ({ value: item, pointer: `${pointer}/${name}/${index}` }))
        : toList(inner).map((item) => ({ value: item, pointer: `${pointer}/${name}` }))
    })
  }
  return here
}

const missing = (pointer: string): Finding =>
  failed('required-missing', { pointer, values: { property: pointer } })

const findMissing = (document: JsonObject): string | undefined => {
  for (const [path, type] of places) {
    for (const { value, pointer } of listAt(document, path)) {
      if (!hasType(value, type) || !isObject(value)) return pointer
      for (const [name, rule] of Object.entries(classes[type] ?? {})) {
        if (!rule(value[name])) return `${pointer}/${name}`
      }
    }
  }
  return undefined
}

const canonicalSchema =
  /^https:\/\/purl\.imsglobal\.org\/spec\/ob\/v3p0\/schema\/json(-ld)?\/ob_v3p0_(any)?(achievement|endorsement)credential_schema\.json$/

/**
 * Checks that a credential has the properties that the published schema requires of each class in it. It does
 * not run JSON Schema: value patterns and closed classes are left to the other checks, and a further schema
 * that the issuer names is `not-checked`.
 *
 * @see Open Badges 3.0, Data Models and JSON Schema
 */
export const checkSchema = (document: JsonObject, kind: CredentialKind): Finding => {
  if (!isUri(document['id'])) return missing('/id')
  if (document['issuer'] === undefined) return missing('/issuer')
  if (kind === 'endorsement' && !isText(document['name'])) return missing('/name')
  const dates = ['validFrom', 'validUntil', 'issuanceDate', 'expirationDate', 'awardedDate']
  const wrongDate = dates.find(
    (name) => document[name] !== undefined && readInstant(document[name]) === undefined,
  )
  if (wrongDate !== undefined) return missing(`/${wrongDate}`)
  if (document['validFrom'] === undefined && document['issuanceDate'] === undefined)
    return missing('/validFrom')
  if (toList(document['credentialSubject']).length !== 1) return missing('/credentialSubject')
  const pointer = findMissing(document)
  if (pointer !== undefined) return missing(pointer)
  const other = toList(document['credentialSchema']).find(
    (schema) => !canonicalSchema.test(readId(schema) ?? ''),
  )
  return other === undefined
    ? passed
    : notChecked('schema-not-held', { pointer: '/credentialSchema', values: { url: readId(other) ?? '' } })
}

const readOne = (value: unknown): unknown => (Array.isArray(value) && value.length === 1 ? value[0] : value)

/**
 * Checks that the subject says who earned what: a subject with an id or an identifier and an achievement with
 * criteria, or for an endorsement the endorsed thing.
 *
 * @see Open Badges 3.0, AchievementSubject, Achievement, EndorsementSubject
 */
export const checkSubject = (document: JsonObject, kind: CredentialKind): Finding => {
  const subject = readOne(document['credentialSubject'])
  const wrong = (property: string) =>
    failed('subject-wrong', {
      pointer: `/credentialSubject${property}`,
      values: { property: `credentialSubject${property}` },
    })
  if (!isObject(subject)) return wrong('')
  if (kind === 'endorsement') {
    if (!hasType(subject, 'EndorsementSubject')) return wrong('/type')
    return isUri(subject['id']) ? passed : wrong('/id')
  }
  if (!hasType(subject, 'AchievementSubject')) return wrong('/type')
  if (!isText(subject['id']) && toList(subject['identifier']).length === 0) return wrong('/id')
  const achievement = subject['achievement']
  if (!hasType(achievement, 'Achievement') || !isObject(achievement)) return wrong('/achievement')
  const criteria = achievement['criteria']
  if (!isObject(criteria) || (!isText(criteria['id']) && !isText(criteria['narrative'])))
    return wrong('/achievement/criteria')
  if (toList(subject['result']).some((result) => !hasType(result, 'Result'))) return wrong('/result')
  if (subject['source'] !== undefined && !hasType(subject['source'], 'Profile')) return wrong('/source')
  return passed
}

/**
 * Checks that each piece of evidence is typed as Evidence; what it links to is not fetched.
 *
 * @see Open Badges 3.0, Evidence
 */
export const checkEvidence = (document: JsonObject): Finding =>
  toList(document['evidence']).every((evidence) => hasType(evidence, 'Evidence'))
    ? passed
    : failed('evidence-wrong', { pointer: '/evidence' })

/**
 * Checks that the issuer is named by a URI, and is a Profile where it is an object.
 *
 * @see Open Badges 3.0, Profile
 */
export const checkIssuer = (document: JsonObject): Finding => {
  const issuer = document['issuer']
  const wrong = (property: string) =>
    failed('issuer-wrong', { pointer: `/${property}`, values: { property } })
  if (!isUri(readId(issuer))) return wrong(isObject(issuer) ? 'issuer/id' : 'issuer')
  if (!isObject(issuer)) return passed
  if (!hasType(issuer, 'Profile')) return wrong('issuer/type')
  const parent = issuer['parentOrg']
  return parent === undefined || hasType(parent, 'Profile') ? passed : wrong('issuer/parentOrg')
}

/**
 * Says whether a newer copy could exist: nothing to do without a refresh service; with one, it is not fetched.
 *
 * @see Open Badges 3.0, RefreshService
 */
export const checkRefresh = (document: JsonObject): Finding =>
  document['refreshService'] === undefined
    ? passed
    : notChecked('refresh-not-done', { pointer: '/refreshService' })
