import { type Selectable, sql } from 'kysely'
import type { OrganisationTable } from '../database/schema/organisation'
import type { SigningKeyTable } from '../database/schema/signing-key'
import type { PublicScope, Scope, SystemScope } from '../database/scope'
import type { PublishedKey } from '../openbadges/proof'
import type {
  Branch,
  JwtAlgorithm,
  Membership,
  MembershipRole,
  NewBranch,
  NewOrganisation,
  Organisation,
  Reach,
  SigningKey,
} from './model'

type AnyScope = Scope | PublicScope | SystemScope

const toOrganisation = (row: Selectable<OrganisationTable>): Organisation => ({
  id: row.id,
  kind: row.kind,
  parentId: row.parent_id,
  slug: row.slug,
  nameEn: row.name_en,
  nameCy: row.name_cy,
  nation: row.nation,
  gssCode: row.gss_code,
  welshFirst: row.welsh_first,
  demo: row.demo,
  url: row.url,
  themeColour: row.theme_colour,
  accentColour: row.accent_colour,
  logo:
    row.logo_sha256 === null || row.logo_type === null
      ? null
      : { sha256: row.logo_sha256, mediaType: row.logo_type },
})

export const insertOrganisation = async (
  scope: SystemScope,
  id: string,
  organisation: NewOrganisation,
): Promise<Organisation> => {
  const row = await scope.trx
    .insertInto('organisation')
    .values({
      id,
      kind: organisation.kind,
      parent_id: organisation.parentId,
      slug: organisation.slug,
      name_en: organisation.nameEn,
      name_cy: organisation.nameCy,
      nation: organisation.nation,
      gss_code: organisation.gssCode,
      welsh_first: organisation.welshFirst,
      demo: organisation.demo,
      url: organisation.url,
      theme_colour: organisation.themeColour,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  return toOrganisation(row)
}

export const findOrganisation = async (
  scope: AnyScope,
  by: { readonly slug: string } | { readonly id: string },
): Promise<Organisation | undefined> => {
  const query = scope.trx.selectFrom('organisation').selectAll()
  const row = await ('slug' in by
    ? query.where('slug', '=', by.slug)
    : query.where('id', '=', by.id)
  ).executeTakeFirst()
  return row && toOrganisation(row)
}

export const existsOrganisation = async (scope: AnyScope): Promise<boolean> =>
  (await scope.trx.selectFrom('organisation').select('id').limit(1).executeTakeFirst()) !== undefined

export const selectOrganisations = async (scope: PublicScope): Promise<Organisation[]> => {
  const rows = await scope.trx.selectFrom('organisation').selectAll().orderBy('slug').execute()
  return rows.map(toOrganisation)
}

export const selectServices = async (scope: AnyScope, networkId: string): Promise<Organisation[]> => {
  const rows = await scope.trx
    .selectFrom('organisation')
    .selectAll()
    .where('parent_id', '=', networkId)
    .orderBy('name_en')
    .execute()
  return rows.map(toOrganisation)
}

export const insertSigningKey = async (
  scope: SystemScope,
  organisationId: string,
  key: Omit<SigningKey, 'retiredAt' | 'compromisedAt'> & {
    readonly wrapped: string
    readonly createdAt: Date
  },
): Promise<void> => {
  await scope.trx
    .insertInto('signing_key')
    .values({
      organisation_id: organisationId,
      id: key.id,
      fragment: key.fragment,
      algorithm: key.algorithm,
      public_key_multibase: 'publicKeyMultibase' in key.publicKey ? key.publicKey.publicKeyMultibase : null,
      public_key_jwk: 'publicKeyJwk' in key.publicKey ? JSON.stringify(key.publicKey.publicKeyJwk) : null,
      wrapped_private_key: key.wrapped,
      created_at: key.createdAt,
      retired_at: null,
      compromised_at: null,
    })
    .execute()
}

/** Ends the keys that sign now, at an instant to come. */
export const retireKeys = async (scope: SystemScope, organisationId: string, at: Date): Promise<void> => {
  await scope.trx
    .updateTable('signing_key')
    .set({ retired_at: at })
    .where('organisation_id', '=', organisationId)
    .where((key) => key('retired_at', 'is', null).or('retired_at', '>', at))
    .execute()
}

/** Marks a key as compromised since an instant and ends its signing now; undefined where there is no such key. */
export const updateCompromisedKey = async (
  scope: SystemScope,
  organisationId: string,
  key: { readonly fragment: string; readonly since: Date; readonly now: Date },
): Promise<{ algorithm: SigningKey['algorithm'] } | undefined> =>
  scope.trx
    .updateTable('signing_key')
    .set((columns) => ({
      compromised_at: columns.fn<Date>('least', ['compromised_at', columns.val(key.since)]),
      retired_at: columns.fn<Date>('least', ['retired_at', columns.val(key.now)]),
    }))
    .where('organisation_id', '=', organisationId)
    .where('fragment', '=', key.fragment)
    .returning('algorithm')
    .executeTakeFirst()

/** A row holds one form or the other. */
const toPublicKey = (
  row: Pick<Selectable<SigningKeyTable>, 'public_key_multibase' | 'public_key_jwk'>,
): PublishedKey => {
  if (row.public_key_jwk !== null) return { publicKeyJwk: row.public_key_jwk }
  return { publicKeyMultibase: row.public_key_multibase ?? '' }
}

/** Every key that was ever signed with, of one organisation or of all, oldest first: public parts only. */
export const selectPublicKeys = async (
  scope: PublicScope,
  organisationId?: string,
): Promise<(SigningKey & { readonly organisationId: string })[]> => {
  let query = scope.trx
    .selectFrom('signing_key')
    .select([
      'organisation_id',
      'id',
      'fragment',
      'algorithm',
      'public_key_multibase',
      'public_key_jwk',
      'retired_at',
      'compromised_at',
    ])
  if (organisationId !== undefined) query = query.where('organisation_id', '=', organisationId)
  const rows = await query.orderBy('organisation_id').orderBy('created_at').orderBy('fragment').execute()
  return rows.map((row) => ({
    organisationId: row.organisation_id,
    id: row.id,
    fragment: row.fragment,
    algorithm: row.algorithm,
    publicKey: toPublicKey(row),
    retiredAt: row.retired_at,
    compromisedAt: row.compromised_at,
  }))
}

/** The key that signs at an instant: the oldest, of those made before `madeBefore` if given, that is not retired by then. */
export const findCurrentKey = async (
  scope: Scope | SystemScope,
  organisationId: string,
  algorithm: SigningKey['algorithm'],
  at: Date,
  madeBefore?: Date,
): Promise<{ fragment: string; wrapped: string } | undefined> => {
  let query = scope.trx
    .selectFrom('signing_key')
    .select(['fragment', 'wrapped_private_key'])
    .where('organisation_id', '=', organisationId)
    .where('algorithm', '=', algorithm)
    .where((key) => key('retired_at', 'is', null).or('retired_at', '>', at))
  if (madeBefore !== undefined) query = query.where('created_at', '<=', madeBefore)
  const row = await query.orderBy('created_at').executeTakeFirst()
  return row && { fragment: row.fragment, wrapped: row.wrapped_private_key }
}

export const selectMemberships = async (scope: SystemScope, email: string): Promise<Membership[]> => {
  const rows = await scope.trx
    .selectFrom('membership')
    .select(['id', 'organisation_id', 'email', 'role', 'person_id'])
    .where('email', '=', email)
    .orderBy('created_at')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    organisationId: row.organisation_id,
    email: row.email,
    role: row.role,
    personId: row.person_id,
  }))
}

/** Adds a membership; the same one again changes nothing. */
export const insertMembership = async (
  scope: Scope,
  membership: {
    readonly id: string
    readonly email: string
    readonly role: MembershipRole
    readonly personId: string | null
  },
): Promise<void> => {
  await scope.trx
    .insertInto('membership')
    .values({
      organisation_id: scope.organisationId,
      id: membership.id,
      email: membership.email,
      role: membership.role,
      person_id: membership.personId,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export const insertBranch = async (scope: Scope, id: string, branch: NewBranch): Promise<void> => {
  await scope.trx
    .insertInto('branch')
    .values({
      organisation_id: scope.organisationId,
      id,
      name: branch.name,
      library_type: branch.libraryType,
      uprn: branch.uprn ?? null,
      district_code: branch.districtCode ?? null,
    })
    .execute()
}

export const selectBranches = ({ trx, organisationId }: Scope, reach: Reach): Promise<Branch[]> =>
  trx
    .selectFrom('branch')
    .select(['id', 'name'])
    .where('organisation_id', '=', organisationId)
    .where(
      reach === 'service'
        ? sql<boolean>`true`
        : sql<boolean>`exists (select from membership_branch own where own.organisation_id = branch.organisation_id
            and own.branch_id = branch.id and own.membership_id = ${reach.membershipId}::uuid)`,
    )
    .orderBy('name')
    .orderBy('id')
    .execute()

/** How the organisation signs JWTs. */
export const findJwtAlgorithm = async (
  { trx }: PublicScope,
  organisationId: string,
): Promise<JwtAlgorithm | undefined> => {
  const row = await trx
    .selectFrom('organisation')
    .select('jwt_algorithm')
    .where('id', '=', organisationId)
    .executeTakeFirst()
  return row?.jwt_algorithm
}

export const updateJwtAlgorithm = async (
  { trx }: SystemScope,
  organisationId: string,
  algorithm: JwtAlgorithm,
): Promise<void> => {
  await trx
    .updateTable('organisation')
    .set({ jwt_algorithm: algorithm })
    .where('id', '=', organisationId)
    .execute()
}
