import { recordAudit } from '../audit/actions'
import { toProblem } from '../database/errors'
import { asSystem, withOrganisation, withPublicRead } from '../database/scope'
import type { Deps } from '../deps'
import { buildIssuerProfile, type IssuerProfile } from '../openbadges/build'
import {
  buildDidWeb,
  buildDidWebDocument,
  buildJwks,
  type DidDocument,
  type Jwks,
  type Signer,
} from '../openbadges/proof'
import { path } from '../paths'
import { ProblemError } from '../problems'
import { makeKeys, PUBLISHED_BEFORE_USE_MS } from './make-keys'
import type {
  Branch,
  Membership,
  MembershipRole,
  NewBranch,
  NewOrganisation,
  Organisation,
  Reach,
  SigningKey,
} from './model'
import { nameOf } from './rules/name-organisation'
import {
  existsOrganisation,
  findCurrentKey,
  findOrganisation,
  insertBranch,
  insertMembership,
  insertOrganisation,
  insertSigningKey,
  retireKeys,
  selectBranches,
  selectMemberships,
  selectOrganisations,
  selectPublicKeys,
  selectServices,
  updateCompromisedKey,
} from './store'

const firstKeys = [
  { fragment: 'key-1', algorithm: 'Ed25519' },
  { fragment: 'key-2', algorithm: 'ES256' },
] as const

/**
 * Makes an organisation with its first signing keys: Ed25519 for Data Integrity proofs, ES256 for JWTs.
 * Throws `duplicate` when the slug is taken.
 */
export const createOrganisation = async (
  deps: Deps,
  organisation: NewOrganisation,
): Promise<Organisation> => {
  const keys = await makeKeys(deps, firstKeys)
  try {
    return await asSystem(deps.db, async (scope) => {
      const created = await insertOrganisation(scope, deps.random.uuid(), organisation)
      for (const key of keys) await insertSigningKey(scope, created.id, key)
      return created
    })
  } catch (error) {
    throw toProblem(error)
  }
}

export const findOrganisationBySlug = (deps: Deps, slug: string): Promise<Organisation | undefined> =>
  withPublicRead(deps.db, (scope) => findOrganisation(scope, { slug }))

/** Throws `not-found`. */
export const getOrganisationBySlug = async (deps: Deps, slug: string): Promise<Organisation> => {
  const organisation = await findOrganisationBySlug(deps, slug)
  if (organisation === undefined)
    throw new ProblemError('not-found', { detail: `There is no organisation "${slug}".` })
  return organisation
}

/** Throws `not-found`. */
export const getOrganisation = async (deps: Deps, id: string): Promise<Organisation> => {
  const organisation = await withPublicRead(deps.db, (scope) => findOrganisation(scope, { id }))
  if (organisation === undefined) throw new ProblemError('not-found')
  return organisation
}

/** False in a database that nobody has used yet. */
export const hasOrganisations = (deps: Deps): Promise<boolean> => withPublicRead(deps.db, existsOrganisation)

export const listServices = (deps: Deps, networkId: string): Promise<Organisation[]> =>
  withPublicRead(deps.db, (scope) => selectServices(scope, networkId))

/** The did:web identifier of an organisation: where its keys are published. */
export const didOf = (deps: Deps, organisation: Organisation): string =>
  buildDidWeb(deps.config.origin + path('organisation', { slug: organisation.slug }))

/** The issuer profile as it stands in every credential of the organisation. */
export const issuerProfileOf = async (deps: Deps, organisation: Organisation): Promise<IssuerProfile> => {
  const parent =
    organisation.parentId === null ? undefined : await getOrganisation(deps, organisation.parentId)
  const language = organisation.welshFirst ? 'cy' : 'en'
  const home = (one: Organisation) => deps.config.origin + path('organisation', { slug: one.slug })
  return buildIssuerProfile({
    id: didOf(deps, organisation),
    name: nameOf(organisation, language),
    url: organisation.url ?? home(organisation),
    parent: parent && {
      id: didOf(deps, parent),
      name: nameOf(parent, language),
      url: parent.url ?? home(parent),
    },
  })
}

/** The signer of the organisation's current key. Throws `not-available` when there is none. */
export const signerOf = async (
  deps: Deps,
  organisation: Organisation,
  algorithm: 'Ed25519' | 'ES256',
): Promise<Signer> => {
  const key = await withOrganisation(deps.db, organisation.id, (scope) =>
    findCurrentKey(scope, organisation.id, algorithm, deps.clock.now()),
  )
  if (key === undefined)
    throw new ProblemError('not-available', { detail: 'The organisation has no signing key.' })
  const verificationMethod = `${didOf(deps, organisation)}#${key.fragment}`
  return deps.keys.signer({ wrapped: key.wrapped, algorithm, verificationMethod })
}

/**
 * Gives an organisation new signing keys. They are published at once and sign ten minutes later, when every copy of
 * the DID document is renewed; the old ones stay published, and what they signed stays valid. Gives the new fragments.
 */
export const rotateKeys = async (
  deps: Deps,
  organisation: Organisation,
  actor: string,
): Promise<string[]> => {
  const published = await publicKeysOf(deps, organisation)
  const next = published.length + 1
  const algorithms = new Set([
    ...firstKeys.map(({ algorithm }) => algorithm),
    ...published.map(({ algorithm }) => algorithm),
  ])
  const wanted = [...algorithms].map((algorithm, position) => ({
    algorithm,
    fragment: `key-${next + position}`,
  }))
  const keys = await makeKeys(deps, wanted)
  const startAt = new Date(deps.clock.now().getTime() + PUBLISHED_BEFORE_USE_MS)
  await asSystem(deps.db, async (scope) => {
    await retireKeys(scope, organisation.id, startAt)
    for (const key of keys) await insertSigningKey(scope, organisation.id, key)
  })
  await withOrganisation(deps.db, organisation.id, (scope) =>
    recordAudit(scope, {
      id: deps.random.uuid(),
      actor,
      action: 'organisation.keys-rotated',
      subjectType: 'organisation',
      subjectId: organisation.id,
    }),
  )
  return wanted.map(({ fragment }) => fragment)
}

/**
 * Says that somebody else may have had a signing key since an instant. It signs no more from now on; the instant is
 * published with it, so that whatever it signed from then on no longer verifies and what it signed before still
 * does. Where nothing is left to sign with, a new key signs at once. Gives the fragment of the new key, if any.
 *
 * Throws `invalid-input` for an instant to come and for a key that the organisation does not have.
 */
export const markKeyCompromised = async (
  deps: Deps,
  organisation: Organisation,
  key: { readonly fragment: string; readonly since: Date },
  actor: string,
): Promise<string | undefined> => {
  const now = deps.clock.now()
  const published = await publicKeysOf(deps, organisation)
  const known = published.find(({ fragment }) => fragment === key.fragment)
  if (known === undefined)
    throw new ProblemError('invalid-input', { detail: `There is no key "${key.fragment}".` })
  if (key.since > now) throw new ProblemError('invalid-input', { detail: 'The instant is still to come.' })
  const [spare] = await makeKeys(deps, [
    { algorithm: known.algorithm, fragment: `key-${published.length + 1}` },
  ])
  const added = await asSystem(deps.db, async (scope) => {
    await updateCompromisedKey(scope, organisation.id, { ...key, now })
    const next = await findCurrentKey(scope, organisation.id, known.algorithm, now)
    if (next !== undefined || spare === undefined) return undefined
    await insertSigningKey(scope, organisation.id, spare)
    return spare.fragment
  })
  await withOrganisation(deps.db, organisation.id, (scope) =>
    recordAudit(scope, {
      id: deps.random.uuid(),
      actor,
      action: 'organisation.key-compromised',
      subjectType: 'organisation',
      subjectId: organisation.id,
      detail: { key: key.fragment, since: key.since.toISOString() },
    }),
  )
  return added
}

const publicKeysOf = (deps: Deps, organisation: Organisation) =>
  withPublicRead(deps.db, (scope) => selectPublicKeys(scope, organisation.id))

/** The document behind the organisation's did:web identifier, with every key that it ever signed with. */
export const didDocumentOf = async (deps: Deps, organisation: Organisation): Promise<DidDocument> =>
  buildDidWebDocument({
    did: didOf(deps, organisation),
    keys: (await publicKeysOf(deps, organisation)).map(({ fragment, publicKey, compromisedAt }) => ({
      fragment,
      ...publicKey,
      ...(compromisedAt === null ? {} : { revoked: compromisedAt }),
    })),
  })

const toJwks = (deps: Deps, organisation: Organisation, keys: readonly SigningKey[]) => {
  const issuer = didOf(deps, organisation)
  return keys
    .filter(({ compromisedAt }) => compromisedAt === null)
    .map(({ fragment, publicKey }) => ({ kid: `${issuer}#${fragment}`, ...publicKey, issuer }))
}

/**
 * The organisation's keys as a JWK set, each with its DID URL as `kid`. A key set cannot say since when a key is
 * compromised, so such keys are only in the DID document.
 */
export const jwksOf = async (deps: Deps, organisation: Organisation): Promise<Jwks> =>
  buildJwks(toJwks(deps, organisation, await publicKeysOf(deps, organisation)))

/** The keys of every organisation here as one JWK set; `iss` of each says whose it is. */
export const hostJwks = async (deps: Deps): Promise<Jwks> => {
  const [organisations, keys] = await withPublicRead(deps.db, async (scope) => [
    await selectOrganisations(scope),
    await selectPublicKeys(scope),
  ])
  const keysOf = Map.groupBy(keys, ({ organisationId }) => organisationId)
  return buildJwks(organisations.flatMap((one) => toJwks(deps, one, keysOf.get(one.id) ?? [])))
}

/** What the owner of an e-mail address may do, in every organisation. */
export const membershipsOf = (deps: Deps, email: string): Promise<Membership[]> =>
  asSystem(deps.db, (scope) => selectMemberships(scope, email.toLowerCase()))

/** Lets the owner of an e-mail address in; the same membership again changes nothing. */
export const addMembership = (
  deps: Deps,
  organisationId: string,
  membership: { readonly email: string; readonly role: MembershipRole; readonly personId?: string },
): Promise<void> =>
  withOrganisation(deps.db, organisationId, (scope) =>
    insertMembership(scope, {
      id: deps.random.uuid(),
      email: membership.email.toLowerCase(),
      role: membership.role,
      personId: membership.personId ?? null,
    }),
  )

/** The libraries of a service where somebody acts, by name. */
export const listBranches = (
  deps: Deps,
  organisationId: string,
  reach: Reach = 'service',
): Promise<Branch[]> => withOrganisation(deps.db, organisationId, (scope) => selectBranches(scope, reach))

/** Adds a branch to a service. Throws `duplicate` when the name is taken. */
export const addBranch = async (deps: Deps, organisationId: string, branch: NewBranch): Promise<void> => {
  const id = deps.random.uuid()
  try {
    await withOrganisation(deps.db, organisationId, (scope) => insertBranch(scope, id, branch))
  } catch (error) {
    throw toProblem(error)
  }
}
