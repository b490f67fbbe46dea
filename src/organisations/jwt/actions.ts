import { recordAudit } from '../../audit/actions'
import { asSystem, withOrganisation, withPublicRead } from '../../database/scope'
import type { Deps } from '../../deps'
import type { JwtSigner } from '../../openbadges/proof'
import { didOf, signerOf } from '../actions'
import { makeKeys, PUBLISHED_BEFORE_USE_MS } from '../make-keys'
import { type JwtAlgorithm, jwtKeys, type Organisation } from '../model'
import {
  findCurrentKey,
  findJwtAlgorithm,
  insertSigningKey,
  selectPublicKeys,
  updateJwtAlgorithm,
} from '../store'

/** The RSA key that signs now: one that every copy of the DID document has had time to show. */
const findRsaSigner = async (deps: Deps, organisation: Organisation): Promise<JwtSigner | undefined> => {
  const now = deps.clock.now()
  const published = new Date(now.getTime() - PUBLISHED_BEFORE_USE_MS)
  const key = await withOrganisation(deps.db, organisation.id, (scope) =>
    findCurrentKey(scope, organisation.id, 'RS256', now, published),
  )
  if (key === undefined) return undefined
  const verificationMethod = `${didOf(deps, organisation)}#${key.fragment}`
  return deps.keys.rsaSigner({ wrapped: key.wrapped, verificationMethod })
}

/**
 * What signs the JWT form of an organisation's badges: with the algorithm that it chose, or with ES256 while a new
 * RSA key is not known everywhere yet. Throws `not-available` when there is no key.
 */
export const jwtSignerOf = async (deps: Deps, organisation: Organisation): Promise<JwtSigner> => {
  const chosen = await withPublicRead(deps.db, (scope) => findJwtAlgorithm(scope, organisation.id))
  const algorithm = jwtKeys[chosen ?? 'ES256']
  if (algorithm !== 'RS256') return signerOf(deps, organisation, algorithm)
  return (await findRsaSigner(deps, organisation)) ?? signerOf(deps, organisation, 'ES256')
}

/**
 * Chooses how an organisation signs JWTs. The first time that it is RS256, a key for it is made and published; it
 * signs ten minutes later. Gives the fragment of that key, if any.
 */
export const chooseJwtAlgorithm = async (
  deps: Deps,
  organisation: Organisation,
  algorithm: JwtAlgorithm,
  actor: string,
): Promise<string | undefined> => {
  const published = await withPublicRead(deps.db, (scope) => selectPublicKeys(scope, organisation.id))
  const isMissing = algorithm === 'RS256' && published.every((key) => key.algorithm !== 'RS256')
  const fragment = `key-${published.length + 1}`
  const keys = await makeKeys(deps, isMissing ? [{ algorithm: 'RS256', fragment }] : [])
  await asSystem(deps.db, async (scope) => {
    for (const key of keys) await insertSigningKey(scope, organisation.id, key)
    await updateJwtAlgorithm(scope, organisation.id, algorithm)
  })
  await withOrganisation(deps.db, organisation.id, (scope) =>
    recordAudit(scope, {
      id: deps.random.uuid(),
      actor,
      action: 'organisation.jwt-algorithm-chosen',
      subjectType: 'organisation',
      subjectId: organisation.id,
      detail: { algorithm },
    }),
  )
  return isMissing ? fragment : undefined
}
