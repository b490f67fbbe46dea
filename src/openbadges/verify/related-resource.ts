import { base58, base64urlnopad } from '@scure/base'
import { CREDENTIALS_V2_URL } from '../../../contexts'
import type { DocumentSource } from './document-source'
import { failed, isObject, notChecked, passed, toList, worstOf } from './findings'
import type { Finding, JsonObject } from './report'

type HashName = 'SHA-256' | 'SHA-384' | 'SHA-512'
type Digest = { readonly hash: HashName; readonly bytes: Uint8Array }

const hashes: readonly {
  name: HashName
  length: number
  sri: string
  multihash: readonly [number, number]
}[] = [
  { name: 'SHA-256', length: 32, sri: 'sha256', multihash: [0x12, 32] },
  { name: 'SHA-384', length: 48, sri: 'sha384', multihash: [0x20, 48] },
  { name: 'SHA-512', length: 64, sri: 'sha512', multihash: [0x13, 64] },
]

const maxResources = 8
/** Longer than any digest here in base58, which takes quadratic time to read. */
const maxDigestText = 128

const decode = (text: string, alphabet: { decode: (text: string) => Uint8Array }): Uint8Array | undefined => {
  try {
    return alphabet.decode(text)
  } catch {
    return undefined
  }
}

/** A digest in the form of Subresource Integrity, in either alphabet of base64. */
const readSri = (value: unknown): Digest | undefined => {
  const [, name, text = ''] = (typeof value === 'string' && /^(sha\d{3})-([\w+/-]+)=*$/.exec(value)) || []
  const hash = hashes.find(({ sri }) => sri === name)
  const bytes = decode(text.replaceAll('+', '-').replaceAll('/', '_'), base64urlnopad)
  return hash !== undefined && bytes?.length === hash.length ? { hash: hash.name, bytes } : undefined
}

/** A digest as multibase: the bytes of a hash, with the header that names the hash or without. */
const readMultibase = (value: unknown): Digest | undefined => {
  if (typeof value !== 'string' || value.length > maxDigestText) return undefined
  const alphabet = value.startsWith('u') ? base64urlnopad : value.startsWith('z') ? base58 : undefined
  const bytes = alphabet && decode(value.slice(1), alphabet)
  if (bytes === undefined) return undefined
  const bare = hashes.find(({ length }) => bytes.length === length)
  if (bare !== undefined) return { hash: bare.name, bytes }
  const named = hashes.find(({ length, multihash }) => {
    const [code, size] = multihash
    return bytes[0] === code && bytes[1] === size && bytes.length === length + 2
  })
  return named && { hash: named.name, bytes: bytes.slice(2) }
}

const readDigests = (resource: JsonObject): readonly (Digest | undefined)[] => [
  ...toList(resource['digestSRI']).map(readSri),
  ...toList(resource['digestMultibase']).map(readMultibase),
]

/**
 * The places where `relatedResource` breaks the data model: an entry that is no object, has no URL of its own or
 * one that another has, or has no digest that can be read.
 *
 * @see Verifiable Credentials Data Model 2.0, 5.3 Integrity of Related Resources
 */
export const findBadRelatedResources = (value: unknown): readonly string[] => {
  if (value === undefined) return []
  const resources = toList(value)
  if (resources.length === 0 || resources.length > maxResources) return ['/relatedResource']
  const ids = resources.map((one) => (isObject(one) ? one['id'] : undefined))
  return resources.flatMap((resource, at) => {
    const id = ids[at]
    const digests = isObject(resource) ? readDigests(resource) : []
    const isRight =
      typeof id === 'string' &&
      URL.canParse(id) &&
      ids.indexOf(id) === at &&
      digests.length > 0 &&
      digests.every((digest) => digest !== undefined)
    return isRight ? [] : [Array.isArray(value) ? `/relatedResource/${at}` : '/relatedResource']
  })
}

/**
 * The digests of the bytes that are published at the address of the base context. The copy that is kept here is
 * equal as JSON, not byte for byte.
 */
const publishedDigests: ReadonlyMap<string, Partial<Record<HashName, string>>> = new Map([
  [
    CREDENTIALS_V2_URL,
    {
      'SHA-256': 'WZVc7WaX1h4D8rJVb-vlMIqxaEKEb1tYbX8fet7JJzQ',
      'SHA-384': 'l_HrjlBCNWyAX91hr6LFV2Y3heB5Tcr6IeE4_Tje8YyzYBM8IhqjHWiWpr8-ZbYU',
    },
  ],
])

/** Fetches the bytes of a public resource; undefined where they cannot be had. */
export type FetchBytes = (url: string) => Promise<Uint8Array | undefined>

const isDigestOf = async (
  url: string,
  { hash, bytes }: Digest,
  get: () => Promise<Uint8Array | undefined>,
): Promise<boolean> => {
  const published = publishedDigests.get(url)?.[hash]
  if (published !== undefined) return published === base64urlnopad.encode(bytes)
  const resource = await get()
  if (resource === undefined) return true
  const found = new Uint8Array(await crypto.subtle.digest(hash, new Uint8Array(resource)))
  return found.every((byte, at) => byte === bytes[at])
}

/**
 * Checks the related resources of a badge with the documents of its verification. One that cannot be had leaves the
 * check `not-checked`.
 *
 * @see Verifiable Credentials Data Model 2.0, 5.3 Integrity of Related Resources
 */
export const checkResources = async (document: JsonObject, documents: DocumentSource): Promise<Finding> => {
  const [bad] = findBadRelatedResources(document['relatedResource'])
  if (bad !== undefined) return failed('value-malformed', { pointer: bad, values: { property: bad } })
  const unread: Finding[] = []
  const found = await checkRelatedResources(document, async (url) => {
    const got = await documents.get(url, 'related-resource-unread')
    if (got.ok && got.bytes !== undefined) return got.bytes
    unread.push(got.ok ? notChecked('related-resource-unread', { values: { url } }) : got.finding)
    return undefined
  })
  return worstOf([found, ...unread])
}

/**
 * Checks that each related resource that can be had is the one that the issuer meant, by its digests. One that
 * cannot be had is passed over: its digest says something only of bytes in hand.
 *
 * @see Verifiable Credentials Data Model 2.0, 5.3 Integrity of Related Resources
 */
export const checkRelatedResources = async (
  document: JsonObject,
  fetchBytes: FetchBytes | undefined,
): Promise<Finding> => {
  for (const resource of toList(document['relatedResource']).slice(0, maxResources)) {
    if (!isObject(resource) || typeof resource['id'] !== 'string') continue
    const url = resource['id']
    let asked: Promise<Uint8Array | undefined> | undefined
    const get = () => {
      asked ??= fetchBytes === undefined ? Promise.resolve(undefined) : fetchBytes(url)
      return asked
    }
    for (const digest of readDigests(resource)) {
      if (digest !== undefined && !(await isDigestOf(url, digest, get)))
        return failed('related-resource-wrong', { pointer: '/relatedResource', values: { url } })
    }
  }
  return passed
}
