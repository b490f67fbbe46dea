import { base64urlnopad } from '@scure/base'
import type { JWK } from 'jose'
import { decodeMultikey, didWebDocumentUrl, toPublicJwk } from '../proof'
import type { DocumentSource } from './document-source'
import { failed, isObject, notChecked, readInstant, toList, toText } from './findings'
import { parseJsonObject } from './parse-credential'
import type { Finding, JsonObject } from './report'

/** What a proof is made for: to assert something, or to show who it is. */
export type ProofPurpose = 'assertionMethod' | 'authentication'

const proofPurposes: readonly ProofPurpose[] = ['assertionMethod', 'authentication']

/** One key of a controller. `jwk` is absent where the key is of a kind that cannot be used here. */
export type KeyMethod = {
  readonly id: string
  readonly controller: string
  readonly jwk?: JWK
  /** What the controller lists it for. */
  readonly purposes: readonly ProofPurpose[]
  readonly expires?: Date
  readonly revoked?: Date
}

/** Who controls which keys: a DID document or another controlled identifier document, as far as it matters here. */
export type ControllerDocument = { readonly id: string; readonly methods: readonly KeyMethod[] }

export type Resolved<T> = { ok: true; value: T } | { ok: false; finding: Finding }

/** A public key written as a Multikey, as a JWK; undefined where it is none that is known here. */
export const readMultikey = (text: string): JWK | undefined => {
  const key = decodeMultikey(text)
  return key === undefined ? undefined : { ...toPublicJwk(key) }
}

/** The public members of a JWK that came from outside; undefined where it is none or holds a private key. */
export const readPublicJwk = (value: unknown): JWK | undefined => {
  if (!isObject(value) || 'd' in value || 'k' in value) return undefined
  const members = ['kty', 'crv', 'x', 'y', 'n', 'e', 'kid'].flatMap((name) => {
    const member = toText(value[name])
    return member === undefined ? [] : [[name, member] as const]
  })
  const jwk: JWK = Object.fromEntries(members)
  return jwk.kty === 'OKP' || jwk.kty === 'EC' || jwk.kty === 'RSA' ? jwk : undefined
}

/** The key in a verification method or a key document, in either of its two spellings. */
export const readKeyMaterial = (method: JsonObject): JWK | undefined =>
  readMultikey(toText(method['publicKeyMultibase']) ?? '') ?? readPublicJwk(method['publicKeyJwk'])

/** Reads a controller document that claims to be `id`; undefined where it is about something else. */
export const readControllerDocument = (document: JsonObject, id: string): ControllerDocument | undefined => {
  if (document['id'] !== id) return undefined
  const absolute = (name: unknown) =>
    typeof name === 'string' && name.startsWith('#') ? `${id}${name}` : toText(name)
  const listed = proofPurposes.map((purpose) => ({ purpose, entries: toList(document[purpose]) }))
  const purposesOf = (methodId: string): readonly ProofPurpose[] =>
    listed
      .filter(({ entries }) =>
        entries.some((entry) => absolute(isObject(entry) ? entry['id'] : entry) === methodId),
      )
      .map(({ purpose }) => purpose)
  const read = (entry: unknown): KeyMethod[] => {
    const methodId = isObject(entry) ? absolute(entry['id']) : undefined
    if (!isObject(entry) || methodId === undefined) return []
    const jwk = readKeyMaterial(entry)
    const expires = readInstant(entry['expires'])
    const revoked = readInstant(entry['revoked'])
    return [
      {
        id: methodId,
        controller: toText(entry['controller']) ?? '',
        purposes: purposesOf(methodId),
        ...(jwk ? { jwk } : {}),
        ...(expires ? { expires } : {}),
        ...(revoked ? { revoked } : {}),
      },
    ]
  }
  const methods = [
    ...toList(document['verificationMethod']).flatMap(read),
    ...listed.flatMap(({ entries }) => entries.filter(isObject).flatMap(read)),
  ]
  return { id, methods }
}

/**
 * The address of the document of a did:web identifier: https, and http for localhost. Undefined where the
 * identifier is not a sound one.
 *
 * @see did:web Method Specification, Read (Resolve)
 */
export const buildDidWebAddress = (did: string): string | undefined => {
  const address = didWebDocumentUrl(did)
  return address?.replace(/^https:\/\/localhost(?=[:/])/, 'http://localhost')
}

const buildSingleKeyDocument = (did: string, methodId: string, jwk: JWK | undefined): ControllerDocument => ({
  id: did,
  methods: [{ id: methodId, controller: did, purposes: proofPurposes, ...(jwk ? { jwk } : {}) }],
})

const readDidJwk = (did: string): JWK | undefined => {
  try {
    const text = new TextDecoder().decode(base64urlnopad.decode(did.slice('did:jwk:'.length)))
    const parsed = parseJsonObject(text)
    return parsed.ok ? readPublicJwk(parsed.object) : undefined
  } catch {
    return undefined
  }
}

const mostRead = 32
const mostCharacters = 16_384

/** What the texts that were read last say, by the whole text: a service verifies many badges of one issuer. */
const lastRead = new Map<string, ControllerDocument | undefined>()

const readControllerText = (text: string, id: string): ControllerDocument | undefined => {
  const key = `${id} ${text}`
  if (lastRead.has(key)) return lastRead.get(key)
  const parsed = parseJsonObject(text)
  const document = parsed.ok ? readControllerDocument(parsed.object, id) : undefined
  if (key.length > mostCharacters) return document
  const [oldest] = lastRead.keys()
  if (lastRead.size >= mostRead && oldest !== undefined) lastRead.delete(oldest)
  lastRead.set(key, document)
  return document
}

const fetchController = async (
  address: string,
  id: string,
  documents: DocumentSource,
): Promise<Resolved<ControllerDocument>> => {
  const got = await documents.get(address, 'key-unreachable')
  if (!got.ok) return got
  const document = readControllerText(got.text, id)
  return document === undefined
    ? { ok: false, finding: notChecked('key-document-wrong', { values: { url: address } }) }
    : { ok: true, value: document }
}

/**
 * Resolves who controls the keys under a DID (did:key, did:jwk, did:web) or an https address. A document that
 * cannot be had, or is about something else, is `not-checked`; an identifier that is not one is `failed`.
 * Trust: the document is only as good as its address; signatures over it are not looked for.
 *
 * @see Decentralized Identifiers 1.0; Controlled Identifiers 1.0, 3.2
 */
export const resolveController = async (
  id: string,
  documents: DocumentSource,
): Promise<Resolved<ControllerDocument>> => {
  if (id.startsWith('did:key:')) {
    const multikey = id.slice('did:key:'.length)
    return { ok: true, value: buildSingleKeyDocument(id, `${id}#${multikey}`, readMultikey(multikey)) }
  }
  if (id.startsWith('did:jwk:')) {
    return { ok: true, value: buildSingleKeyDocument(id, `${id}#0`, readDidJwk(id)) }
  }
  if (id.startsWith('did:web:')) {
    const address = buildDidWebAddress(id)
    return address === undefined
      ? { ok: false, finding: failed('did-malformed') }
      : fetchController(address, id, documents)
  }
  const method = /^did:([a-z0-9]+):/.exec(id)?.[1]
  if (method !== undefined) {
    return { ok: false, finding: notChecked('did-not-supported', { values: { method: `did:${method}` } }) }
  }
  return /^https?:\/\//.test(id)
    ? fetchController(id, id, documents)
    : { ok: false, finding: failed('did-malformed') }
}
