import { DID_V1_URL, MULTIKEY_V1_URL } from '../../../contexts'
import { formatInstant } from './format-instant'
import { decodeMultikey, type PublicJwk, toPublicJwk } from './multikey'
import type { RsaPublicJwk } from './rsa-key'

const JWK_V1_URL = 'https://w3id.org/security/jwk/v1'

/** A public key as it is published: RSA keys have no multibase form. */
export type PublishedKey = { readonly publicKeyMultibase: string } | { readonly publicKeyJwk: RsaPublicJwk }

/**
 * A key in a DID document: `fragment` is its name after the `#`. From `revoked` on somebody else may have had it:
 * what it signed before stays valid, what it signed since is not.
 */
export type DidKey = PublishedKey & { readonly fragment: string; readonly revoked?: Date }

export type DidVerificationMethod =
  | {
      readonly id: string
      readonly type: 'Multikey'
      readonly controller: string
      readonly publicKeyMultibase: string
      readonly revoked?: string
    }
  | {
      readonly id: string
      readonly type: 'JsonWebKey'
      readonly controller: string
      readonly publicKeyJwk: PublicJwk | RsaPublicJwk
      readonly revoked?: string
    }

export type DidDocument = {
  readonly '@context': readonly string[]
  readonly id: string
  readonly verificationMethod: readonly DidVerificationMethod[]
  readonly assertionMethod: readonly string[]
}

/**
 * The did:web identifier of an address: `https://host:8080/a/b` is `did:web:host%3A8080:a:b`. The scheme, the
 * query and a trailing slash do not count.
 *
 * @throws TypeError when the address is not a URL
 * @see did:web method specification, section 2.3
 */
export const buildDidWeb = (address: string): string => {
  const { host, pathname } = new URL(address)
  const path = pathname.split('/').filter((segment) => segment !== '')
  return ['did', 'web', host.replace(':', '%3A'), ...path].join(':')
}

/**
 * Where the document of a did:web identifier is published, or undefined where the text is no did:web identifier.
 * The text may come from anyone; whether to fetch the address is the caller's decision.
 *
 * @see did:web method specification, section 3.2 (Read)
 */
export const didWebDocumentUrl = (did: string): string | undefined => {
  const match = /^did:web:((?:[A-Za-z0-9.-]|%3[Aa])+)((?::[A-Za-z0-9._~!$&'()*+,;=@%-]+)*)$/.exec(did)
  const [, host, path] = match ?? []
  if (host === undefined || path === undefined) return undefined
  const folder = path === '' ? '/.well-known' : path.replaceAll(':', '/')
  const url = `https://${host.replace(/%3a/i, ':')}${folder}/did.json`
  return URL.canParse(url) ? url : undefined
}

/** The key as a JWK with its JOSE algorithm. `name` says which it is where it cannot be read. */
const readKey = (key: PublishedKey, name: string) => {
  if ('publicKeyJwk' in key) {
    const { kty, n, e } = key.publicKeyJwk
    return { alg: 'RS256', jwk: { kty, n, e } } as const
  }
  const decoded = decodeMultikey(key.publicKeyMultibase)
  if (!decoded) throw new RangeError(`The key ${name} is not a public key.`)
  const alg = ({ Ed25519: 'EdDSA', 'P-256': 'ES256', 'P-384': 'ES384' } as const)[decoded.curve]
  return { alg, jwk: toPublicJwk(decoded) } as const
}

const buildVerificationMethod = (did: string, key: DidKey): DidVerificationMethod => {
  const id = `${did}#${key.fragment}`
  const { alg, jwk } = readKey(key, id)
  const end = key.revoked === undefined ? {} : { revoked: formatInstant(key.revoked) }
  return alg === 'EdDSA' && 'publicKeyMultibase' in key
    ? { id, type: 'Multikey', controller: did, publicKeyMultibase: key.publicKeyMultibase, ...end }
    : { id, type: 'JsonWebKey', controller: did, publicKeyJwk: jwk, ...end }
}

/**
 * The DID document of an issuer. Ed25519 keys appear as Multikey, others as JsonWebKey; every key is named in
 * `assertionMethod` by its full DID URL as text, which is the one form that all known verifiers read. Keys that
 * are no longer used for signing stay in, or what they signed would stop verifying; one that somebody else has got
 * hold of stays in with the instant since when.
 *
 * @throws RangeError when a key is not a multibase public key of Ed25519, P-256 or P-384
 * @see Controlled Identifiers 1.0, sections 2.2 and 2.3.2; did:web method specification, section 2.5
 */
export const buildDidWebDocument = (options: {
  readonly did: string
  readonly keys: readonly DidKey[]
}): DidDocument => {
  const verificationMethod = options.keys.map((key) => buildVerificationMethod(options.did, key))
  const hasJwk = verificationMethod.some(({ type }) => type === 'JsonWebKey')
  return {
    '@context': [DID_V1_URL, MULTIKEY_V1_URL, ...(hasJwk ? [JWK_V1_URL] : [])],
    id: options.did,
    verificationMethod,
    assertionMethod: verificationMethod.map(({ id }) => id),
  }
}

export type Jwks = {
  readonly keys: readonly ((PublicJwk | RsaPublicJwk) & { readonly kid: string; readonly iss?: string })[]
}

/**
 * The key set that a host publishes at `/.well-known/jwks.json`. `kid` is the URL that answers with the single
 * key; `issuer` is the id of the issuer that signs with it, for hosts of several issuers.
 *
 * @throws RangeError when a key is not a multibase public key of Ed25519, P-256 or P-384
 * @see RFC 7517, section 5; Open Badges 3.0 implementation guide, Key provenance
 */
export const buildJwks = (
  keys: readonly (PublishedKey & { readonly kid: string; readonly issuer?: string })[],
): Jwks => ({
  keys: keys.map((key) => {
    const { alg, jwk } = readKey(key, key.kid)
    return { ...jwk, kid: key.kid, alg, use: 'sig', ...(key.issuer === undefined ? {} : { iss: key.issuer }) }
  }),
})
