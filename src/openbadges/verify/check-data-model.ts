import { CREDENTIALS_V1_URL, CREDENTIALS_V2_URL } from '../../../contexts'
import { buildProblem, hasType, isObject, readDateTimeStamp, toList } from './findings'
import { findBadRelatedResources } from './related-resource'
import type { JsonObject, Problem } from './report'

/** Where something is that the data model does not allow, as a JSON Pointer. */
type Place = string

/** Whether a value is one absolute URL, as every `id` is. */
const isUrl = (value: unknown): value is string =>
  typeof value === 'string' && /^[A-Za-z][A-Za-z0-9+.-]*:[^\s]+$/.test(value) && URL.canParse(value)

const isTypeName = (value: unknown) => typeof value === 'string' && value !== ''

const isTypes = (value: unknown) =>
  Array.isArray(value) ? value.length > 0 && value.every(isTypeName) : isTypeName(value)

/** The places of a property whose value is one object or a list of them, none of which may be empty. */
const eachObject = (
  document: JsonObject,
  name: string,
  check: (object: JsonObject, place: Place) => readonly Place[],
): readonly Place[] => {
  const value = document[name]
  if (value === undefined) return []
  const list = toList(value)
  if (list.length === 0) return [`/${name}`]
  return list.flatMap((item, at) => {
    const place = Array.isArray(value) ? `/${name}/${at}` : `/${name}`
    return isObject(item) ? check(item, place) : [place]
  })
}

const unless = (isRight: boolean, place: Place): readonly Place[] => (isRight ? [] : [place])
const optionalUrl = (object: JsonObject, name: string, place: Place) =>
  unless(object[name] === undefined || isUrl(object[name]), `${place}/${name}`)

const findBadContext = (document: JsonObject, bases: readonly string[]): readonly Place[] => {
  const contexts = document['@context']
  if (!Array.isArray(contexts) || !bases.some((base) => base === contexts[0])) return ['/@context']
  return contexts.flatMap((entry: unknown, at) => unless(isUrl(entry) || isObject(entry), `/@context/${at}`))
}

const findBadType = (document: JsonObject, expected: string): readonly Place[] =>
  unless(isTypes(document['type']) && hasType(document, expected), '/type')

const directions = ['ltr', 'rtl']

/** Text, or an object of a text with its language and direction and nothing else. */
const isLanguageText = (value: unknown): boolean => {
  if (typeof value === 'string') return true
  if (!isObject(value) || typeof value['@value'] !== 'string') return false
  const { '@value': _value, '@language': language, '@direction': direction, ...others } = value
  return (
    Object.keys(others).length === 0 &&
    (language === undefined || typeof language === 'string') &&
    (direction === undefined || directions.some((one) => one === direction))
  )
}

const findBadWords = (object: JsonObject, place: Place): readonly Place[] =>
  ['name', 'description'].flatMap((name) => {
    const value = object[name]
    const list = Array.isArray(value) ? value : [value]
    const isRight = value === undefined || (list.length > 0 && list.every(isLanguageText))
    return unless(isRight, `${place}/${name}`)
  })

/** Whoever stands behind a document: a URL, or an object that has one. */
const findBadParty = (document: JsonObject, name: 'issuer' | 'holder'): readonly Place[] => {
  const party = document[name]
  if (isUrl(party)) return []
  if (!isObject(party)) return [`/${name}`]
  return [...unless(isUrl(party['id']), `/${name}/id`), ...findBadWords(party, `/${name}`)]
}

const findBadSubject = (document: JsonObject): readonly Place[] => {
  if (document['credentialSubject'] === undefined) return ['/credentialSubject']
  return eachObject(document, 'credentialSubject', (subject, place) => [
    ...unless(Object.keys(subject).length > 0, place),
    ...optionalUrl(subject, 'id', place),
  ])
}

/** Dates in the form of XML Schema, the end not before the start. Data model 1.1 asks for a start. */
const findBadDates = (document: JsonObject, isFirstModel: boolean): readonly Place[] => {
  const [fromName, untilName] = isFirstModel
    ? (['issuanceDate', 'expirationDate'] as const)
    : (['validFrom', 'validUntil'] as const)
  const [from, until] = [document[fromName], document[untilName]]
  const [start, end] = [readDateTimeStamp(from), readDateTimeStamp(until)]
  return [
    ...unless(start !== undefined || (from === undefined && !isFirstModel), `/${fromName}`),
    ...unless(end !== undefined || until === undefined, `/${untilName}`),
    ...unless(start === undefined || end === undefined || start <= end, `/${untilName}`),
  ]
}

const isWholeNumber = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) > 0

/**
 * A place in a status list.
 *
 * @see Bitstring Status List 1.0, 2.1 BitstringStatusListEntry
 */
const findBadStatusEntry = (status: JsonObject, place: Place): readonly Place[] => {
  const { statusPurpose, statusListIndex, statusListCredential, statusSize = 1, statusMessage } = status
  const messages = toList(statusMessage)
  const areMessages = messages.every(
    (one) => isObject(one) && typeof one['status'] === 'string' && typeof one['message'] === 'string',
  )
  const isCount =
    isWholeNumber(statusSize) &&
    (statusMessage === undefined ? statusSize === 1 : messages.length === 2 ** statusSize)
  return [
    ...unless(isTypeName(statusPurpose), `${place}/statusPurpose`),
    ...unless(
      typeof statusListIndex === 'string' && /^\d+$/.test(statusListIndex),
      `${place}/statusListIndex`,
    ),
    ...unless(isUrl(statusListCredential), `${place}/statusListCredential`),
    ...unless(isCount && areMessages, `${place}/statusSize`),
    ...unless(status['id'] === undefined || status['id'] !== statusListCredential, `${place}/id`),
  ]
}

const typed = (object: JsonObject, place: Place): readonly Place[] => [
  ...unless(isTypes(object['type']), `${place}/type`),
  ...optionalUrl(object, 'id', place),
]

const withId = (object: JsonObject, place: Place): readonly Place[] => [
  ...typed(object, place),
  ...unless(object['id'] !== undefined, `${place}/id`),
]

const findBadExtensions = (document: JsonObject, isFirstModel: boolean): readonly Place[] => [
  ...eachObject(document, 'credentialStatus', (status, place) => [
    ...(isFirstModel ? withId : typed)(status, place),
    ...(hasType(status, 'BitstringStatusListEntry') ? findBadStatusEntry(status, place) : []),
  ]),
  ...eachObject(document, 'credentialSchema', withId),
  ...eachObject(document, 'refreshService', isFirstModel ? withId : typed),
  ...['termsOfUse', 'evidence', 'confidenceMethod', 'renderMethod'].flatMap((name) =>
    eachObject(document, name, typed),
  ),
]

const findBadProof = (document: JsonObject): readonly Place[] => eachObject(document, 'proof', () => [])

const toProblems = (places: readonly Place[]): readonly Problem[] =>
  [...new Set(places)].map((pointer) =>
    buildProblem('value-malformed', { pointer, values: { property: pointer.slice(1) } }),
  )

/**
 * Every place where a credential breaks the data model: 2.0, or 1.1 where its first context says so. Whether each
 * word is defined, and what the securing says, is not looked at. The document may come from anyone.
 *
 * @see Verifiable Credentials Data Model 2.0, 4 Basic Concepts and 5 Advanced Concepts
 */
export const checkCredentialModel = (document: JsonObject): readonly Problem[] => {
  const isFirstModel = toList(document['@context'])[0] === CREDENTIALS_V1_URL
  return toProblems([
    ...findBadContext(document, [CREDENTIALS_V2_URL, CREDENTIALS_V1_URL]),
    ...optionalUrl(document, 'id', ''),
    ...findBadType(document, 'VerifiableCredential'),
    ...findBadWords(document, ''),
    ...findBadParty(document, 'issuer'),
    ...findBadSubject(document),
    ...findBadDates(document, isFirstModel),
    ...findBadExtensions(document, isFirstModel),
    ...findBadRelatedResources(document['relatedResource']),
    ...findBadProof(document),
  ])
}

/** Credentials that are presented: an empty list says no more than none. */
const findBadPresented = (document: JsonObject): readonly Place[] => {
  const presented = document['verifiableCredential']
  const isEmpty = Array.isArray(presented) && presented.length === 0
  return isEmpty ? [] : eachObject(document, 'verifiableCredential', () => [])
}

/**
 * Every place where a presentation breaks the data model; the credentials in it are looked at for being objects
 * only. The document may come from anyone.
 *
 * @see Verifiable Credentials Data Model 2.0, 4.13 Verifiable Presentations
 */
export const checkPresentationModel = (document: JsonObject): readonly Problem[] =>
  toProblems([
    ...findBadContext(document, [CREDENTIALS_V2_URL, CREDENTIALS_V1_URL]),
    ...optionalUrl(document, 'id', ''),
    ...findBadType(document, 'VerifiablePresentation'),
    ...(document['holder'] === undefined ? [] : findBadParty(document, 'holder')),
    ...findBadPresented(document),
    ...eachObject(document, 'termsOfUse', typed),
    ...findBadProof(document),
  ])
