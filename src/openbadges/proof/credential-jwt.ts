import { CREDENTIALS_V2_URL } from '../../../contexts'
import { isJsonObject, type JsonObject } from '../model/json'
import type { PublicJwk } from './multikey'
import type { RsaPublicJwk } from './rsa-key'
import { type JwtSigner, toBase64Url } from './signer'

/** How a verifier finds the key: a URL that answers with one JWK, or the public key itself. */
export type JwtKeyReference = { readonly kid: string } | { readonly jwk: PublicJwk | RsaPublicJwk }

const JWS_ALGORITHM = { Ed25519: 'EdDSA', ES256: 'ES256', ES384: 'ES384', RS256: 'RS256' } as const

/** NumericDate of an instant. The claim must equal the credential's own date, so a fraction is refused. */
const toNumericDate = (value: unknown, name: string): number => {
  const seconds = typeof value === 'string' ? Date.parse(value) / 1000 : Number.NaN
  if (!Number.isInteger(seconds)) throw new RangeError(`${name} is not an instant in whole seconds.`)
  return seconds
}

const textOf = (value: unknown, name: string): string => {
  if (typeof value !== 'string') throw new RangeError(`The credential has no ${name}, which a JWT needs.`)
  return value
}

/** The claims that repeat members of the credential. */
const buildClaims = (credential: JsonObject) => {
  const { id, issuer, credentialSubject, validFrom, validUntil } = credential
  const subject = isJsonObject(credentialSubject) ? credentialSubject : {}
  return {
    iss: textOf(isJsonObject(issuer) ? issuer['id'] : issuer, 'issuer.id'),
    jti: textOf(id, 'id'),
    sub: textOf(subject['id'], 'credentialSubject.id'),
    nbf: toNumericDate(validFrom, 'validFrom'),
    ...(validUntil === undefined ? {} : { exp: toNumericDate(validUntil, 'validUntil') }),
  }
}

/**
 * A credential as a compact JWS: its own members are the payload, with `iss`, `jti`, `sub`, `nbf` and `exp`
 * beside them; the header holds `alg`, `kid` or `jwk`, and `typ`, nothing else. An embedded proof is kept, so it
 * must be made before. The public validator reads ES256, not EdDSA.
 *
 * @throws RangeError when a member that a claim repeats is missing or has a fraction of a second
 * @see Open Badges 3.0, section 8.2 (JSON Web Token Proof Format)
 */
export const signCredentialJwt = async (options: {
  readonly credential: JsonObject
  readonly signer: JwtSigner
  readonly key: JwtKeyReference
}): Promise<string> => {
  const { credential, signer, key } = options
  const reference = 'kid' in key ? { kid: key.kid } : { jwk: publicPart(key.jwk) }
  const header = { alg: JWS_ALGORITHM[signer.algorithm], ...reference, typ: 'JWT' }
  const payload = { ...credential, ...buildClaims(credential) }
  return signCompact(header, payload, signer)
}

/** A JWS in its compact form. */
const signCompact = async (header: object, payload: object, signer: JwtSigner): Promise<string> => {
  const encoder = new TextEncoder()
  const part = (value: object) => toBase64Url(encoder.encode(JSON.stringify(value)))
  const signed = `${part(header)}.${part(payload)}`
  return `${signed}.${toBase64Url(await signer.sign(encoder.encode(signed)))}`
}

/**
 * A credential of any kind, secured as it is in a JWT and put into an envelope: `kid` is the URL of the signer's key.
 *
 * @see Securing Verifiable Credentials using JOSE and COSE, 3.1.1 Securing JSON-LD Verifiable Credentials with JOSE
 * @see Verifiable Credentials Data Model 2.0, 4.13.1 Enveloped Verifiable Credentials
 */
export const signEnvelopedCredential = async (options: {
  readonly credential: JsonObject
  readonly signer: JwtSigner
}): Promise<JsonObject> => {
  const { credential, signer } = options
  const header = {
    alg: JWS_ALGORITHM[signer.algorithm],
    kid: signer.verificationMethod,
    typ: 'vc+jwt',
    cty: 'vc',
  }
  return {
    '@context': CREDENTIALS_V2_URL,
    id: `data:application/vc+jwt,${await signCompact(header, credential, signer)}`,
    type: 'EnvelopedVerifiableCredential',
  }
}

/** The members that make a public key, whatever else the object holds. */
const publicPart = (jwk: PublicJwk | RsaPublicJwk): PublicJwk | RsaPublicJwk => {
  if (jwk.kty === 'RSA') return { kty: jwk.kty, n: jwk.n, e: jwk.e }
  const { kty, crv, x, y } = jwk
  return y === undefined ? { kty, crv, x } : { kty, crv, x, y }
}
