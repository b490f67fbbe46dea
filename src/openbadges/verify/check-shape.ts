import { checkClrSubject } from './check-clr'
import { failed, hasType, isObject, passed, readId, readInstant, toList, toText } from './findings'
import { kinds } from './kinds'
import type { CredentialKind, Finding, JsonObject } from './report'

const baseContexts = ['https://www.w3.org/ns/credentials/v2', 'https://www.w3.org/2018/credentials/v1']

/**
 * Checks that the first context is that of verifiable credentials and the second that of Open Badges 3.0; for a
 * learner record that of CLR 2.0 stands between them.
 *
 * @see Open Badges 3.0, AchievementCredential: `@context`; Comprehensive Learner Record 2.0, ClrCredential
 */
export const checkContext = (document: JsonObject, kind: CredentialKind): Finding => {
  const [base, ...others] = toList(document['@context'])
  const isRight =
    baseContexts.some((context) => context === base) &&
    kinds[kind].contexts.every((context, at) => {
      const other = others[at]
      return typeof other === 'string' && context.test(other)
    })
  return isRight ? passed : failed('context-wrong', { pointer: '/@context' })
}

/**
 * Checks that the document says it is a verifiable credential, and of the kind that it is checked as.
 *
 * @see Open Badges 3.0, AchievementCredential: `type`
 */
export const checkType = (document: JsonObject, kind: CredentialKind): Finding => {
  const { types, expected } = kinds[kind]
  const isRight = hasType(document, 'VerifiableCredential') && types.some((type) => hasType(document, type))
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

type Places = readonly [path: readonly string[], type: string][]

/** Where objects of a class stand in any kind of credential: the property names from the credential down. */
const places: Places = [
  [['credentialSubject', 'identifier'], 'IdentityObject'],
  [['issuer', 'otherIdentifier'], 'IdentifierEntry'],
]

/** Where they stand besides: below the one achievement of a badge, or the several of a learner record. */
const achievementPlaces: Places = [
  [['credentialSubject', 'achievement'], 'Achievement'],
  [['credentialSubject', 'achievement', 'alignment'], 'Alignment'],
  [['credentialSubject', 'achievement', 'resultDescription'], 'ResultDescription'],
  [['credentialSubject', 'achievement', 'related'], 'Related'],
  [['credentialSubject', 'achievement', 'otherIdentifier'], 'IdentifierEntry'],
  [['credentialSubject', 'result', 'alignment'], 'Alignment'],
]

type Located = { value: unknown; pointer: string }

const listAt = (document: JsonObject, path: readonly string[]): readonly Located[] => {
  let here: Located[] = [{ value: document, pointer: '' }]
  for (const name of path) {
    const inside: Located[] = []
    for (const { value, pointer } of here) {
      const inner = isObject(value) ? value[name] : undefined
      if (Array.isArray(inner))
        for (const [index, item] of inner.entries())
          inside.push({ value: item, pointer: `${pointer}/${name}/${index}` })
      else if (inner !== undefined && inner !== null)
        inside.push({ value: inner, pointer: `${pointer}/${name}` })
    }
    if (inside.length === 0) return inside
    here = inside
  }
  return here
}

const missing = (pointer: string): Finding =>
  failed('required-missing', { pointer, values: { property: pointer } })

/** What a credential may point to, and whether that needs an id beside its type. */
const pointers: readonly [name: string, needsId: boolean][] = [
  ['credentialSchema', true],
  ['refreshService', true],
  ['termsOfUse', false],
]

const findUntyped = (document: JsonObject): string | undefined => {
  for (const [name, needsId] of pointers) {
    for (const { value, pointer } of listAt(document, [name])) {
      if (!isObject(value)) return pointer
      const types = toList(value['type'])
      if (types.length === 0 || !types.every(isText)) return `${pointer}/type`
      if (needsId ? !isUri(value['id']) : value['id'] !== undefined && !isUri(value['id']))
        return `${pointer}/id`
    }
  }
  return undefined
}

const findMissing = (document: JsonObject): string | undefined => {
  for (const [path, type] of [...achievementPlaces, ...places]) {
    for (const { value, pointer } of listAt(document, path)) {
      if (!hasType(value, type) || !isObject(value)) return pointer
      for (const [name, rule] of Object.entries(classes[type] ?? {})) {
        if (!rule(value[name])) return `${pointer}/${name}`
      }
    }
  }
  return undefined
}

/**
 * Checks that a credential has the properties that the published schema requires of each class in it, and that
 * what it names for its schemas, its refresh service and its terms of use has a type. It is an outline by hand:
 * value patterns and closed classes are left to the other checks.
 *
 * @see Open Badges 3.0, Data Models and JSON Schema
 */
export const checkSchema = (document: JsonObject, kind: CredentialKind): Finding => {
  if (!isUri(document['id'])) return missing('/id')
  if (document['issuer'] === undefined) return missing('/issuer')
  if (kind !== 'achievement' && !isText(document['name'])) return missing('/name')
  if (document['partial'] !== undefined && typeof document['partial'] !== 'boolean')
    return missing('/partial')
  const dates = ['validFrom', 'validUntil', 'issuanceDate', 'expirationDate', 'awardedDate']
  const wrongDate = dates.find(
    (name) => document[name] !== undefined && readInstant(document[name]) === undefined,
  )
  if (wrongDate !== undefined) return missing(`/${wrongDate}`)
  if (document['validFrom'] === undefined && document['issuanceDate'] === undefined)
    return missing('/validFrom')
  if (toList(document['credentialSubject']).length !== 1) return missing('/credentialSubject')
  const pointer = findUntyped(document) ?? findMissing(document)
  return pointer === undefined ? passed : missing(pointer)
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
  if (!isObject(subject) || Object.keys(subject).length === 0) return wrong('')
  if (kind === 'clr') return checkClrSubject(subject)
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
