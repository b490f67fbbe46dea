import { z } from 'zod'
import type { PublishedKey } from '../openbadges/proof'

/**
 * What somebody may be in an organisation. A supervisor acts within branches, an assessor reads the records that
 * they were invited to, a guardian looks after a young volunteer, the union's representative has the boundary
 * register, the data protection officer how personal data is kept, the analyst national figures: each nothing else.
 */
export const membershipRoles = [
  'volunteer',
  'guardian',
  'supervisor',
  'coordinator',
  'head',
  'dpo',
  'assessor',
  'union',
  'analyst',
] as const
export type MembershipRole = (typeof membershipRoles)[number]

/** What a member may do, and who may: the only place that says so. Route literals name the permission. */
export const permissions = {
  'hours:read': ['supervisor', 'coordinator', 'head'],
  'hours:import': ['coordinator'],
  'hours:approve': ['supervisor', 'coordinator'],
  'hours:record': ['supervisor', 'coordinator'],
  'check-in:manage': ['coordinator'],
  'hours:record-own': ['volunteer', 'guardian'],
  'badges:read': ['coordinator', 'head'],
  'badges:issue': ['coordinator'],
  'badges:design': ['coordinator'],
  'badges:revoke': ['coordinator'],
  'evidence:record': ['coordinator', 'supervisor'],
  'endorsements:write': ['coordinator', 'supervisor'],
  'endorsements:answer-own': ['volunteer', 'guardian'],
  'reflection:write-own': ['volunteer'],
  'people:read': ['coordinator', 'head'],
  'people:edit': ['coordinator'],
  'service:read': ['coordinator', 'head'],
  'skills:record-own': ['volunteer'],
  'skills:read': ['supervisor', 'coordinator', 'head'],
  'skills:confirm': ['supervisor', 'coordinator'],
  'frameworks:read': ['coordinator', 'head'],
  'frameworks:manage': ['coordinator'],
  'record:read-own': ['volunteer', 'guardian'],
  'record:edit-own': ['volunteer', 'guardian'],
  'consents:give': ['volunteer', 'guardian'],
  'settings:read': ['coordinator', 'head', 'dpo'],
  'settings:change': ['coordinator', 'head'],
  'retention:change': ['dpo', 'head'],
  'members:read': ['coordinator', 'head', 'dpo'],
  'members:manage': ['coordinator', 'head'],
  'figures:read': ['coordinator', 'head'],
  'privacy:manage': ['dpo'],
  'privacy:own': ['volunteer'],
  'audit:read': ['dpo', 'head'],
  'record:read-assessed': ['assessor'],
  'roles:read': ['coordinator', 'head'],
  'roles:manage': ['coordinator'],
  'boundary:read': ['coordinator', 'head', 'union'],
  'placements:read': ['coordinator', 'head'],
  'placements:manage': ['coordinator'],
  'training:manage': ['coordinator'],
  'access:read': ['coordinator', 'head', 'dpo'],
  'access:manage': ['coordinator'],
  'network:read': ['analyst'],
  'dofe:manage': ['coordinator'],
  'dofe:read-own': ['volunteer'],
} as const satisfies Record<string, readonly MembershipRole[]>

export type Permission = keyof typeof permissions

export type Organisation = {
  readonly id: string
  readonly kind: 'network' | 'service' | 'community'
  readonly parentId: string | null
  readonly slug: string
  readonly nameEn: string
  readonly nameCy: string | null
  readonly nation: 'England' | 'Wales' | 'Scotland' | 'Northern Ireland'
  /** ONS code of the library authority. */
  readonly gssCode: string | null
  readonly welshFirst: boolean
  readonly demo: boolean
  readonly url: string | null
  readonly themeColour: string
  /** Of marks; the first colour serves for them too where there is none. */
  readonly accentColour: string | null
  readonly logo: Logo | null
}

/** A picture that stands for an organisation; its file lies under its hash. */
export type Logo = { readonly sha256: string; readonly mediaType: 'image/png' | 'image/svg+xml' }

/** What an organisation looks like. */
export type Looks = Pick<Organisation, 'themeColour' | 'accentColour' | 'logo'>

/** A library building or a community library, as forms offer it. */
export type Branch = { readonly id: string; readonly name: string }

/** A branch in full. */
export type BranchRecord = Branch & {
  readonly libraryType: (typeof libraryTypes)[number]
  readonly uprn: string | null
  readonly districtCode: string | null
}

export type Membership = {
  readonly id: string
  readonly organisationId: string
  readonly email: string
  readonly role: MembershipRole
  readonly personId: string | null
  /** Where the membership is good for less than its role, by the age of whom it is about. */
  readonly only?: readonly Permission[]
}

/**
 * Where somebody acts: in the whole service, or within the branches of a membership as they are when the query runs.
 */
export type Reach = 'service' | { readonly membershipId: string }

/** Kinds of signing keys: the first signs proofs, all three sign JWTs. */
export type KeyAlgorithm = 'Ed25519' | 'ES256' | 'RS256'

/** How a service signs the JWT form of its badges, as JOSE names it, and the kind of key for that. */
export const jwtKeys = { RS256: 'RS256', ES256: 'ES256', EdDSA: 'Ed25519' } as const satisfies Record<
  string,
  KeyAlgorithm
>
export type JwtAlgorithm = keyof typeof jwtKeys
export const zJwtAlgorithm = z.enum(['RS256', 'ES256', 'EdDSA'])

export type SigningKey = {
  readonly id: string
  readonly fragment: string
  readonly algorithm: KeyAlgorithm
  readonly publicKey: PublishedKey
  readonly retiredAt: Date | null
  readonly compromisedAt: Date | null
}

export const zNewOrganisation = z.strictObject({
  kind: z.enum(['network', 'service', 'community']),
  parentId: z.uuid().nullable(),
  slug: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  nameEn: z.string().min(1).max(200),
  nameCy: z.string().min(1).max(200).nullable(),
  nation: z.enum(['England', 'Wales', 'Scotland', 'Northern Ireland']),
  /** Checked by `checkLibraryAuthority`; null for a network, the demonstration and Northern Ireland. */
  gssCode: z.string().nullable(),
  welshFirst: z.boolean(),
  demo: z.boolean(),
  url: z.url().nullable(),
  themeColour: z.string().regex(/^#[0-9a-f]{6}$/),
})
export type NewOrganisation = z.infer<typeof zNewOrganisation>

/** Run by the authority, by it with volunteers, community managed, community run, independent. */
export const libraryTypes = ['LAL', 'LAL-', 'CL', 'CRL', 'IL'] as const

/** A library building or a community library of a service; the types are those of the national statistics. */
export type NewBranch = {
  readonly name: string
  readonly libraryType: (typeof libraryTypes)[number]
  /** Unique Property Reference Number of the building. */
  readonly uprn?: string | null
  /** ONS code of the district it stands in. */
  readonly districtCode?: string | null
}

/** What of an organisation may change; its slug and its kind never do. */
export type OrganisationDetails = Pick<
  NewOrganisation,
  'nameEn' | 'nameCy' | 'nation' | 'gssCode' | 'welshFirst' | 'url' | 'themeColour'
>
