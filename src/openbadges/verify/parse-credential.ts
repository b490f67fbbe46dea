import { base64urlnopad } from '@scure/base'
import type { CredentialFormat, Extracted } from '../bake/extract-credential'
import { isObject, toList, toText } from './findings'
import type { JsonObject } from './report'
import { scanJson } from './scan-json'
import type { ProblemCode } from './text'

/** A JWT taken apart and not yet verified. */
export type ParsedJwt = { readonly token: string; readonly header: JsonObject; readonly claims: JsonObject }

/** A credential in hand: the document, and the JWT around it if there is one. */
export type ParsedCredential = {
  readonly format: CredentialFormat
  readonly document: JsonObject
  readonly jwt?: ParsedJwt
}

export type Parsed = { ok: true; parsed: ParsedCredential } | { ok: false; code: ProblemCode }

const maxValues = 30_000
const maxContexts = 250

/** Whether a document stays within 30,000 values and 250 contexts, far above any real badge or record. */
const isModest = (document: JsonObject): boolean => {
  let values = 0
  let contexts = 0
  const waiting: unknown[] = [document]
  while (waiting.length > 0) {
    const value = waiting.pop()
    if (++values > maxValues) return false
    if (Array.isArray(value)) for (const item of value) waiting.push(item)
    else if (isObject(value)) {
      for (const [name, item] of Object.entries(value)) {
        if (name === '@context') contexts += toList(item).length
        waiting.push(item)
      }
    }
  }
  return contexts <= maxContexts
}

type ParsedObject =
  | { ok: true; object: JsonObject; hasLongNumber: boolean }
  | { ok: false; code: 'malformed-json' | 'too-complex' | 'repeated-member' }

/**
 * Parses the text of one JSON object within bounds of depth and size; a code where it is none, or where it names a
 * member twice.
 */
export const parseJsonObject = (text: string): ParsedObject => {
  const { isDeep, repeatsMember, hasLongNumber } = scanJson(text)
  if (isDeep) return { ok: false, code: 'too-complex' }
  try {
    const object: unknown = JSON.parse(text)
    if (!isObject(object)) return { ok: false, code: 'malformed-json' }
    if (repeatsMember) return { ok: false, code: 'repeated-member' }
    return isModest(object) ? { ok: true, object, hasLongNumber } : { ok: false, code: 'too-complex' }
  } catch {
    return { ok: false, code: 'malformed-json' }
  }
}

const decodePart = (part: string): JsonObject | undefined => {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(base64urlnopad.decode(part))
    const parsed = parseJsonObject(text)
    return parsed.ok ? parsed.object : undefined
  } catch {
    return undefined
  }
}

/** Whether text is base64url in its one spelling: bits that stand for nothing are zero. */
const isBase64url = (text: string): boolean => {
  try {
    return base64urlnopad.decode(text).length > 0
  } catch {
    return false
  }
}

const registeredClaims = ['iss', 'sub', 'jti', 'nbf', 'exp', 'iat', 'aud', 'nonce', 'cnf']

const writeNumericDate = (value: unknown): string | undefined =>
  typeof value === 'number' && Math.abs(value) < 1e11
    ? new Date(value * 1000).toISOString().replace('.000Z', 'Z')
    : undefined

const addIfAbsent = (document: JsonObject, name: string, value: unknown): JsonObject =>
  document[name] === undefined && value !== undefined ? { ...document, [name]: value } : document

/** The credential of a VCDM 1.1 `vc` claim; what only the registered claims say is put in. */
const readVcClaim = (vc: JsonObject, claims: JsonObject): JsonObject => {
  let document = addIfAbsent(vc, 'id', toText(claims['jti']))
  document = addIfAbsent(document, 'issuer', toText(claims['iss']))
  if (document['validFrom'] === undefined)
    document = addIfAbsent(document, 'issuanceDate', writeNumericDate(claims['nbf']))
  if (document['validUntil'] === undefined)
    document = addIfAbsent(document, 'expirationDate', writeNumericDate(claims['exp']))
  const subject = document['credentialSubject']
  return isObject(subject)
    ? { ...document, credentialSubject: addIfAbsent(subject, 'id', toText(claims['sub'])) }
    : document
}

const parseJwt = (token: string, format: CredentialFormat): Parsed => {
  const [headerPart = '', claimsPart = '', signaturePart = ''] = token.split('.')
  const header = decodePart(headerPart)
  const claims = decodePart(claimsPart)
  if (header === undefined || claims === undefined || !isBase64url(signaturePart))
    return { ok: false, code: 'malformed-jwt' }
  const vc = claims['vc']
  const document = isObject(vc)
    ? readVcClaim(vc, claims)
    : Object.fromEntries(Object.entries(claims).filter(([name]) => !registeredClaims.includes(name)))
  return { ok: true, parsed: { format, document, jwt: { token, header, claims } } }
}

/**
 * Parses a credential's text, a JSON document or a compact JWS, within bounds; nothing is verified. For a
 * VCDM 2.0 JWT the document is the claims without the registered ones, for VCDM 1.1 the `vc` claim. A JSON document,
 * whose signature is over its meaning and not over its bytes, is refused with numbers that a signature does not
 * cover to the last digit: `long-number`.
 *
 * @see Open Badges 3.0, Proofs (JSON Web Token Proof Format)
 */
export const parseSecuredText = (text: string, format: CredentialFormat): Parsed => {
  const trimmed = text.trim()
  if (!trimmed.startsWith('{')) {
    return /^[\w-]+\.[\w-]+\.[\w-]+$/.test(trimmed)
      ? parseJwt(trimmed, format)
      : { ok: false, code: trimmed.includes('.') ? 'malformed-jwt' : 'malformed-json' }
  }
  const parsed = parseJsonObject(trimmed)
  if (!parsed.ok) return parsed
  return parsed.hasLongNumber
    ? { ok: false, code: 'long-number' }
    : { ok: true, parsed: { format, document: parsed.object } }
}

const findOtherKind = (document: JsonObject): ProblemCode | undefined => {
  const contexts = toList(document['@context'])
  if (
    contexts.some(
      (entry) => typeof entry === 'string' && /^https?:\/\/w3id\.org\/openbadges\/v[12]$/.test(entry),
    )
  )
    return 'open-badges-2'
  const types = toList(document['type'])
  if (types.includes('VerifiablePresentation')) return 'presentation'
  return undefined
}

/** Parses what was extracted from a file; other kinds of document are refused by their name. */
export const parseCredential = (extracted: Extracted): Parsed => {
  if (!extracted.ok) return { ok: false, code: extracted.code }
  const parsed = parseSecuredText(extracted.text, extracted.format)
  if (!parsed.ok) return parsed
  const other = findOtherKind(parsed.parsed.document)
  return other === undefined ? parsed : { ok: false, code: other }
}
