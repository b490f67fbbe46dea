import { base64urlnopad } from '@scure/base'
import { decode, encode } from 'cborg'

/** What the issuer hands to the holder: everything that is needed to disclose any part. Never shown to a verifier. */
export type BaseProofValue = {
  readonly baseSignature: Uint8Array
  /** Public key of the pair that signed the statements: multicodec prefix and compressed point, 35 bytes. */
  readonly publicKey: Uint8Array
  readonly hmacKey: Uint8Array
  readonly signatures: readonly Uint8Array[]
  readonly mandatoryPointers: readonly string[]
}

/** What a holder shows with a part of the document. */
export type DerivedProofValue = {
  readonly baseSignature: Uint8Array
  readonly publicKey: Uint8Array
  readonly signatures: readonly Uint8Array[]
  /** The labels under which statements were signed, by canonical labels of the part. */
  readonly labels: ReadonlyMap<string, string>
  /** Places of the statements that the base signature covers. */
  readonly mandatoryIndexes: readonly number[]
}

const BASE = [0xd9, 0x5d, 0x00] as const
const DERIVED = [0xd9, 0x5d, 0x01] as const

/** Some 10,000 signatures; a badge has fewer than a hundred. */
const MAX_TEXT = 1_000_000
const MAX_MEMBERS = 10_000

const write = (prefix: readonly number[], members: readonly unknown[]): string =>
  `u${base64urlnopad.encode(Uint8Array.of(...prefix, ...encode(members)))}`

/**
 * A base proof as `proofValue`.
 *
 * @see VC Data Integrity ECDSA Cryptosuites 1.0, section 3.5.2 (serializeBaseProofValue)
 */
export const writeBaseProofValue = (value: BaseProofValue): string =>
  write(BASE, [
    value.baseSignature,
    value.publicKey,
    value.hmacKey,
    value.signatures,
    value.mandatoryPointers,
  ])

/**
 * A derived proof as `proofValue`; the labels are kept short as numbers and bytes.
 *
 * @see VC Data Integrity ECDSA Cryptosuites 1.0, sections 3.5.5 and 3.5.7
 */
export const writeDerivedProofValue = (value: DerivedProofValue): string => {
  const labels = [...value.labels].map(
    ([label, hashed]) =>
      [Number(label.slice('c14n'.length)), base64urlnopad.decode(hashed.slice(1))] as const,
  )
  return write(DERIVED, [
    value.baseSignature,
    value.publicKey,
    value.signatures,
    new Map(labels.sort(([one], [other]) => one - other)),
    value.mandatoryIndexes,
  ])
}

const startsWith = (bytes: Uint8Array, prefix: readonly number[]) =>
  prefix.every((byte, place) => bytes[place] === byte)

/** Some encoders mark bytes as a typed array. */
const readMarkedBytes = (inner: () => unknown): unknown => inner()

const readMembers = (proofValue: unknown, prefix: readonly number[]): unknown[] | undefined => {
  if (typeof proofValue !== 'string' || proofValue.length > MAX_TEXT || !proofValue.startsWith('u'))
    return undefined
  try {
    const bytes = base64urlnopad.decode(proofValue.slice(1))
    if (!startsWith(bytes, prefix)) return undefined
    const members: unknown = decode(bytes.subarray(prefix.length), {
      useMaps: true,
      tags: { 64: readMarkedBytes },
    })
    return Array.isArray(members) && members.length === 5 ? members : undefined
  } catch {
    return undefined
  }
}

const isBytes = (value: unknown, length: number): value is Uint8Array =>
  value instanceof Uint8Array && value.length === length
const isListOf = <T>(value: unknown, is: (one: unknown) => one is T): value is T[] =>
  Array.isArray(value) && value.length <= MAX_MEMBERS && value.every(is)
const isSignature = (value: unknown): value is Uint8Array => isBytes(value, 64)
const isText = (value: unknown): value is string => typeof value === 'string'
const isPlace = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0

/** Whether a `proofValue` claims to be a base proof, which only a holder should have. */
export const isBaseProofValue = (proofValue: unknown): boolean => readMembers(proofValue, BASE) !== undefined

/**
 * Reads the `proofValue` of a base proof; undefined where it is none. It may come from anyone.
 *
 * @see VC Data Integrity ECDSA Cryptosuites 1.0, section 3.5.3 (parseBaseProofValue)
 */
export const readBaseProofValue = (proofValue: unknown): BaseProofValue | undefined => {
  const [baseSignature, publicKey, hmacKey, signatures, mandatoryPointers] =
    readMembers(proofValue, BASE) ?? []
  return isSignature(baseSignature) &&
    isBytes(publicKey, 35) &&
    isBytes(hmacKey, 32) &&
    isListOf(signatures, isSignature) &&
    isListOf(mandatoryPointers, isText)
    ? { baseSignature, publicKey, hmacKey, signatures, mandatoryPointers }
    : undefined
}

/** Labels by canonical labels, each for one node only: two nodes under one label would pass for one. */
const readLabels = (value: unknown): Map<string, string> | undefined => {
  if (!(value instanceof Map) || value.size > MAX_MEMBERS) return undefined
  const labels = new Map<string, string>()
  for (const [place, hashed] of value) {
    if (!isPlace(place) || !isBytes(hashed, 32)) return undefined
    labels.set(`c14n${place}`, `u${base64urlnopad.encode(hashed)}`)
  }
  return new Set(labels.values()).size === value.size ? labels : undefined
}

/**
 * Reads the `proofValue` of a derived proof; undefined where it is none. It may come from anyone.
 *
 * @see VC Data Integrity ECDSA Cryptosuites 1.0, section 3.5.8 (parseDerivedProofValue)
 */
export const readDerivedProofValue = (proofValue: unknown): DerivedProofValue | undefined => {
  const [baseSignature, publicKey, signatures, compressed, mandatoryIndexes] =
    readMembers(proofValue, DERIVED) ?? []
  const labels = readLabels(compressed)
  return labels !== undefined &&
    isSignature(baseSignature) &&
    isBytes(publicKey, 35) &&
    isListOf(signatures, isSignature) &&
    isListOf(mandatoryIndexes, isPlace)
    ? { baseSignature, publicKey, signatures, labels, mandatoryIndexes }
    : undefined
}
