import { calculateJwkThumbprint, type JWK } from 'jose'
import type { DocumentSource } from './document-source'
import { failed, isObject, notChecked, passed, toList, toText } from './findings'
import { parseJsonObject } from './parse-credential'
import type { Finding } from './report'
import {
  type KeyMethod,
  type ProofPurpose,
  type Resolved,
  readControllerDocument,
  readKeyMaterial,
  readPublicJwk,
  resolveController,
} from './resolve-controller'

/** A key that a signature names, and whether it is the issuer's. */
export type FoundKey = { readonly jwk: JWK; readonly binding: Finding }

/** What a key is looked up for: the issuer that the credential names, and the instant of signing and of now. */
export type KeyQuestion = {
  readonly issuerId: string
  readonly signedAt?: Date
  readonly now: Date
  readonly documents: DocumentSource
  /** To assert, unless another purpose is given. */
  readonly purpose?: ProofPurpose
}

const isUnsupported = <T>(): Resolved<T> => ({ ok: false, finding: notChecked('key-not-supported') })

/**
 * A key with a `revoked` or `expires` instant counts for what was signed before it, by the instant that the signed
 * document itself gives; without one, by now. So a badge outlives its key. A thief who writes an earlier instant is
 * not found out by this: the issuer's status list is what takes such a badge back.
 */
const bindMethod = (method: KeyMethod, controllerId: string, question: KeyQuestion): Finding => {
  const { issuerId, now, signedAt = now, purpose = 'assertionMethod' } = question
  if (controllerId !== issuerId || method.controller !== issuerId) return failed('key-not-issuers')
  if (!method.purposes.includes(purpose)) return failed('key-not-authorised')
  if (method.revoked && method.revoked <= signedAt) return failed('key-revoked')
  if (method.expires && method.expires <= signedAt) return failed('key-revoked')
  return passed
}

const isSameKey = async (one: JWK, other: JWK): Promise<boolean> => {
  try {
    return (await calculateJwkThumbprint(one)) === (await calculateJwkThumbprint(other))
  } catch {
    return false
  }
}

const findSameKey = async <T>(jwk: JWK, all: readonly T[], read: (one: T) => JWK | undefined) => {
  for (const one of all) {
    const other = read(one)
    if (other !== undefined && (await isSameKey(jwk, other))) return one
  }
  return undefined
}

const haveSameOrigin = (one: string, other: string): boolean =>
  URL.canParse(one) && URL.canParse(other) && new URL(one).origin === new URL(other).origin

/**
 * Whether a bare key is the issuer's: listed in the issuer's DID document, or in the key set that an https
 * issuer publishes at its own authority. Where that authority has no key set, a key served from it is taken as
 * the issuer's.
 *
 * @see Open Badges 3.0 Implementation Guide, Key provenance
 */
export const bindBareKey = async (
  jwk: JWK,
  source: string | undefined,
  question: KeyQuestion,
): Promise<Finding> => {
  const { issuerId, documents } = question
  if (issuerId.startsWith('did:')) {
    const resolved = await resolveController(issuerId, documents)
    if (!resolved.ok) return resolved.finding
    const method = await findSameKey(jwk, resolved.value.methods, (one) => one.jwk)
    return method === undefined ? failed('key-not-issuers') : bindMethod(method, issuerId, question)
  }
  if (!URL.canParse(issuerId)) return failed('key-not-issuers')
  const set = await documents.get(`${new URL(issuerId).origin}/.well-known/jwks.json`, 'key-unreachable')
  if (!set.ok) {
    if (set.status !== 404 && set.status !== 410) return set.finding
    return source !== undefined && haveSameOrigin(source, issuerId) ? passed : failed('key-not-issuers')
  }
  const parsed = parseJsonObject(set.text)
  const keys = parsed.ok ? toList(parsed.object['keys']) : []
  const found = await findSameKey(jwk, keys, readPublicJwk)
  const owner = isObject(found) ? (toText(found['iss']) ?? issuerId) : undefined
  return owner === issuerId ? passed : failed('key-not-issuers')
}

/** Whether a key document outside the issuer's own address is the issuer's. */
const bindKeyDocument = async (
  methodId: string,
  controller: string | undefined,
  jwk: JWK,
  question: KeyQuestion,
): Promise<Finding> => {
  const { issuerId, documents } = question
  const [address = ''] = methodId.split('#')
  if (controller !== issuerId) return failed('key-not-issuers')
  if (issuerId.startsWith('did:')) return bindBareKey(jwk, address, question)
  if (haveSameOrigin(address, issuerId)) return passed
  const resolved = await resolveController(issuerId, documents)
  if (!resolved.ok) return resolved.finding
  const method = resolved.value.methods.find(({ id }) => id === methodId)
  if (method === undefined || method.jwk === undefined || !(await isSameKey(jwk, method.jwk)))
    return failed('key-not-issuers')
  return bindMethod(method, issuerId, question)
}

const findKeyAtAddress = async (methodId: string, question: KeyQuestion): Promise<Resolved<FoundKey>> => {
  const [address = '', fragment] = methodId.split('#')
  const got = await question.documents.get(address, 'key-unreachable')
  if (!got.ok) return got
  const parsed = parseJsonObject(got.text)
  if (!parsed.ok)
    return { ok: false, finding: notChecked('key-document-wrong', { values: { url: address } }) }
  const document = parsed.object
  if (document['verificationMethod'] !== undefined) {
    const controller = readControllerDocument(document, address)
    const method = controller?.methods.find(({ id }) => id === methodId)
    if (method === undefined) return { ok: false, finding: failed('key-not-found') }
    if (method.jwk === undefined) return isUnsupported()
    const binding =
      address === question.issuerId
        ? bindMethod(method, address, question)
        : await bindKeyDocument(methodId, method.controller, method.jwk, question)
    return { ok: true, value: { jwk: method.jwk, binding } }
  }
  const inSet = toList(document['keys']).find(
    (key) =>
      isObject(key) && (key['kid'] === methodId || (fragment !== undefined && key['kid'] === fragment)),
  )
  const bare = readPublicJwk(inSet ?? document)
  if (bare !== undefined)
    return { ok: true, value: { jwk: bare, binding: await bindBareKey(bare, address, question) } }
  const jwk = readKeyMaterial(document)
  if (jwk === undefined) return isUnsupported()
  const binding = await bindKeyDocument(methodId, toText(document['controller']), jwk, question)
  return { ok: true, value: { jwk, binding } }
}

/**
 * Finds the key that a signature names by its URL and says whether the issuer may sign with it: the key's
 * controller must be the issuer, and the issuer's own document must list it for assertions.
 *
 * A key that cannot be had is `not-checked`; a key that the named document does not hold is `failed`.
 *
 * @see Controlled Identifiers 1.0, 3.3 Retrieve Verification Method
 */
export const findKey = async (methodId: string, question: KeyQuestion): Promise<Resolved<FoundKey>> => {
  if (!methodId.startsWith('did:')) {
    return /^https?:\/\//.test(methodId)
      ? findKeyAtAddress(methodId, question)
      : { ok: false, finding: failed('did-malformed') }
  }
  const [did = '', fragment] = methodId.split('#')
  const resolved = await resolveController(did, question.documents)
  if (!resolved.ok) return resolved
  const { methods } = resolved.value
  const method =
    fragment === undefined && !did.startsWith('did:web:')
      ? methods[0]
      : methods.find(({ id }) => id === methodId)
  if (method === undefined) return { ok: false, finding: failed('key-not-found') }
  if (method.jwk === undefined) return isUnsupported()
  return { ok: true, value: { jwk: method.jwk, binding: bindMethod(method, did, question) } }
}
