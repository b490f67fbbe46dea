import { compactVerify, importJWK, type JWK } from 'jose'
import type { ProofFindings, ProofQuestion } from './check-data-integrity'
import { bindBareKey, type FoundKey, findKey, type KeyQuestion } from './find-key'
import { failed, isObject, notChecked, passed, readId, readInstant, toList, toText } from './findings'
import type { ParsedJwt } from './parse-credential'
import type { Finding, JsonObject } from './report'
import { type Resolved, readPublicJwk } from './resolve-controller'

const algorithms = ['EdDSA', 'Ed25519', 'ES256', 'RS256']
const mediaTypes = ['jwt', 'vc+jwt', 'vc+ld+jwt', 'vc-ld+jwt', 'vp+jwt', 'vp+ld+jwt', 'vp-ld+jwt']

const toSeconds = (value: unknown): number | undefined => {
  const instant = readInstant(value)
  return instant === undefined ? undefined : Math.floor(instant.getTime() / 1000)
}

/**
 * Whether the registered claims say the same as the credential inside. A badge in the Open Badges form must
 * have them; other forms need only not contradict.
 *
 * @see Open Badges 3.0, JWT Verification
 */
const checkClaims = ({ header, claims }: ParsedJwt, document: JsonObject, issuerId: string): Finding => {
  const subjects = toList(document['credentialSubject'])
  const until = document['validUntil'] ?? document['expirationDate']
  const pairs: [claim: string, inside: unknown][] = [
    ['iss', issuerId],
    ['jti', toText(document['id'])],
    ['sub', subjects.length === 1 && isObject(subjects[0]) ? toText(subjects[0]['id']) : undefined],
    ['nbf', toSeconds(document['validFrom'] ?? document['issuanceDate'])],
    ['exp', until === undefined ? claims['exp'] : toSeconds(until)],
  ]
  const types = toList(document['type'])
  const isBadge = types.includes('OpenBadgeCredential') || types.includes('AchievementCredential')
  const isRequired = isBadge && /^(jwt)?$/i.test(toText(header['typ']) ?? '')
  for (const [claim, inside] of pairs) {
    const outside = claims[claim]
    const isAbsent = outside === undefined && (inside === undefined || !isRequired || claim === 'exp')
    if (!isAbsent && outside !== inside) return failed('claims-mismatch', { values: { claim } })
  }
  return passed
}

const checkHeader = (header: JsonObject): Finding => {
  const algorithm = toText(header['alg']) ?? ''
  if (algorithm.toLowerCase() === 'none') return failed('proof-missing')
  if (!algorithms.includes(algorithm))
    return notChecked('proof-not-supported', { values: { suite: algorithm === '' ? 'JWT' : algorithm } })
  const typ = (toText(header['typ']) ?? 'jwt').toLowerCase().replace(/^application\//, '')
  if (!mediaTypes.includes(typ)) return notChecked('proof-not-supported', { values: { suite: typ } })
  if (header['crit'] !== undefined) return notChecked('proof-not-supported', { values: { suite: 'crit' } })
  const jwk = header['jwk']
  return isObject(jwk) && 'd' in jwk ? failed('key-private') : passed
}

/** The URL of the key that a header's `kid` means: a URL as it is, a bare name within the issuer's documents. */
const buildMethodId = (kid: string, issuerId: string): string => {
  if (/^(did:|https?:\/\/)/.test(kid)) return kid
  if (issuerId.startsWith('did:')) return kid.startsWith('#') ? `${issuerId}${kid}` : `${issuerId}#${kid}`
  return URL.canParse(issuerId)
    ? `${new URL(issuerId).origin}/.well-known/jwks.json#${kid.replace(/^#/, '')}`
    : kid
}

const findJwtKey = async (header: JsonObject, question: KeyQuestion): Promise<Resolved<FoundKey>> => {
  const kid = toText(header['kid'])
  if (kid !== undefined) return findKey(buildMethodId(kid, question.issuerId), question)
  if (header['jwk'] === undefined) return { ok: false, finding: failed('key-missing') }
  const jwk = readPublicJwk(header['jwk'])
  if (jwk === undefined) return { ok: false, finding: notChecked('key-not-supported') }
  return { ok: true, value: { jwk, binding: await bindBareKey(jwk, undefined, question) } }
}

const holds = async ({ token, header }: ParsedJwt, jwk: JWK): Promise<boolean> => {
  try {
    const algorithm = toText(header['alg']) ?? ''
    await compactVerify(token, await importJWK(jwk, algorithm), { algorithms: [algorithm] })
    return true
  } catch {
    return false
  }
}

/**
 * Checks the signature of a JWT (EdDSA, ES256 or RS256) and whose key made it, and nothing that its claims say.
 *
 * @see RFC 7515, 5.2 Message Signature or MAC Validation
 */
export const checkJwtSignature = async (jwt: ParsedJwt, question: KeyQuestion): Promise<ProofFindings> => {
  const header = checkHeader(jwt.header)
  if (header.outcome !== 'passed') return only(header)
  const found = await findJwtKey(jwt.header, question)
  if (!found.ok) return only(found.finding)
  if (!(await holds(jwt, found.value.jwk))) return only(failed('proof-wrong'))
  return { proof: passed, binding: found.value.binding }
}

const only = (proof: Finding): ProofFindings => ({ proof, binding: notChecked('not-reached') })

/**
 * Checks the signature of a credential in JWT form (EdDSA, ES256 or RS256) and that its registered claims say
 * the same as the credential. `kid` wins over `jwk`; a key in the header counts only if the issuer publishes
 * the same key.
 *
 * @see Open Badges 3.0, JSON Web Token Proof Format
 */
export const checkJwtProof = async (jwt: ParsedJwt, question: ProofQuestion): Promise<ProofFindings> => {
  const { document, issuerId, now, documents } = question
  const signedAt = readInstant(document['validFrom'] ?? document['issuanceDate'])
  const signature = await checkJwtSignature(jwt, {
    issuerId,
    now,
    documents,
    ...(signedAt ? { signedAt } : {}),
  })
  if (signature.proof.outcome !== 'passed') return signature
  const claims = checkClaims(jwt, document, readId(document['issuer']) ?? '')
  return claims.outcome === 'passed' ? signature : only(claims)
}
