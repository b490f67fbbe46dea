import { getAchievementDocument } from '../achievements/actions'
import { getStatusList } from '../awards/actions'
import type { Deps } from '../deps'
import {
  type FetchDocument,
  type KnownIssuer,
  type VerificationReport,
  type VerifyInput,
  verifyCredential,
} from '../openbadges/verify'
import {
  didDocumentOf,
  didOf,
  findOrganisationBySlug,
  getOrganisationBySlug,
  jwksOf,
} from '../organisations/actions'
import { nameOf } from '../organisations/rules/name-organisation'
import { type PathName, paths } from '../paths'
import { ProblemError } from '../problems'
import { findPublicAward } from '../sharing/actions'

type Language = 'en' | 'cy'

/** A file of 20 MB, as an upload may be. */
const LARGEST_FILE = 20 * 1024 * 1024

/** The documents of this service that a verifier asks for: each straight from where it is published. */
const ownDocuments: readonly {
  readonly name: PathName
  readonly read: (deps: Deps, part: string) => Promise<string>
}[] = [
  {
    name: 'didDocument',
    read: async (deps, slug) =>
      JSON.stringify(await didDocumentOf(deps, await getOrganisationBySlug(deps, slug))),
  },
  {
    name: 'jwks',
    read: async (deps, slug) => JSON.stringify(await jwksOf(deps, await getOrganisationBySlug(deps, slug))),
  },
  { name: 'statusList', read: getStatusList },
  { name: 'achievement', read: getAchievementDocument },
]

/** The one variable part of an own address when it is that of `name`. */
const partOf = (deps: Deps, name: PathName, address: string): string | undefined => {
  const { origin } = deps.config
  if (!address.startsWith(`${origin}/`)) return undefined
  const pattern = paths[name].replace(/:[a-zA-Z]+/, '([^/?#]+)')
  return new RegExp(`^${pattern}$`).exec(address.slice(origin.length))?.[1]
}

/** Reads this service's own documents without the network, and those of others through the guarded fetch. */
export const readPublicDocument =
  (deps: Deps): FetchDocument =>
  async (address) => {
    for (const { name, read } of ownDocuments) {
      const part = partOf(deps, name, address)
      if (part === undefined) continue
      const text = await read(deps, decodeURIComponent(part)).catch((error: unknown) => {
        if (error instanceof ProblemError && error.status === 404) return undefined
        deps.log.error('a document of this service could not be read', { document: name }, error)
        throw error
      })
      return { status: text === undefined ? 404 : 200, contentType: 'application/json', text: text ?? '' }
    }
    return deps.fetchPublic(address)
  }

/** An organisation of this service, by the id that its credentials give as issuer. */
const findOwnIssuer =
  (deps: Deps, language: Language) =>
  async (issuerId: string): Promise<KnownIssuer | undefined> => {
    const slug = /:organisations:([a-z0-9-]+)$/.exec(issuerId)?.[1]
    const organisation = slug === undefined ? undefined : await findOrganisationBySlug(deps, slug)
    if (organisation === undefined || didOf(deps, organisation) !== issuerId) return undefined
    return { name: nameOf(organisation, language) }
  }

/**
 * Verifies a credential of any issuer as of now, in any of its forms. Never throws for what the input holds; the
 * report says what was checked and what could not be.
 */
export const verifyForPublic = (
  deps: Deps,
  input: VerifyInput,
  language: Language,
): Promise<VerificationReport> =>
  verifyCredential(input, {
    now: deps.clock.now(),
    fetchDocument: readPublicDocument(deps),
    findKnownIssuer: findOwnIssuer(deps, language),
    ...(deps.primitives && { primitives: deps.primitives }),
  })

/**
 * Fetches a credential by its address, for verification. Addresses of this service are read where they are published,
 * so that the answer is the same as the network's. Throws `invalid-input` for an address that is not on the public
 * web, `not-public` for a badge whose holder keeps it private and `not-available` where nothing came back.
 */
export const fetchCredential = async (deps: Deps, address: string): Promise<VerifyInput> => {
  const certificateKey = partOf(deps, 'certificate', address)
  const shareKey = partOf(deps, 'share', address)
  const credentialId = partOf(deps, 'credential', address)
  const by =
    certificateKey !== undefined
      ? { certificateKey }
      : shareKey !== undefined
        ? { shareKey }
        : credentialId !== undefined
          ? { credentialId }
          : undefined
  if (by !== undefined) {
    const award = await findPublicAward(deps, by)
    if (award === undefined) throw new ProblemError('not-public')
    return { text: award.document }
  }
  const accept = 'application/vc+ld+json, application/ld+json;q=0.9, application/json;q=0.8, */*;q=0.5'
  const { status, bytes } = await deps.fetchPublic(address, { accept, maxBytes: LARGEST_FILE })
  if (status !== 200) {
    throw new ProblemError('not-available', { detail: `${new URL(address).host} answered with ${status}.` })
  }
  return { bytes }
}
