import { sql } from 'kysely'
import type { Scope } from '../../database/scope'
import type { Branch, MembershipRole } from '../model'
import { givenRoles, type Member } from './model'

const selectMembers = ({ trx, organisationId }: Scope) =>
  trx
    .selectFrom('membership')
    .leftJoin('person', (join) =>
      join
        .onRef('person.organisation_id', '=', 'membership.organisation_id')
        .onRef('person.id', '=', 'membership.person_id'),
    )
    .select([
      'membership.id',
      'membership.email',
      'membership.role',
      'membership.person_id as personId',
      'person.preferred_name as personName',
      'membership.created_at as since',
      sql<Branch[]>`(select coalesce(json_agg(json_build_object('id', branch.id, 'name', branch.name)
          order by branch.name), '[]') from membership_branch own
        join branch on branch.organisation_id = own.organisation_id and branch.id = own.branch_id
        where own.organisation_id = membership.organisation_id and own.membership_id = membership.id)`.as(
        'branches',
      ),
    ])
    .where('membership.organisation_id', '=', organisationId)
    .where('membership.role', 'in', givenRoles)

/** Everybody with a role that is given on screen, by role and address. */
export const listMembers = (scope: Scope): Promise<Member[]> =>
  selectMembers(scope)
    .orderBy('membership.role')
    .orderBy('membership.email')
    .orderBy('membership.id')
    .execute()

export const findMember = (scope: Scope, id: string): Promise<Member | undefined> =>
  selectMembers(scope).where('membership.id', '=', id).executeTakeFirst()

/** Holds the memberships with a role until the transaction ends; gives how many other addresses have it. */
export const lockOthersWithRole = async (
  { trx, organisationId }: Scope,
  role: MembershipRole,
  email: string,
): Promise<number> => {
  const rows = await trx
    .selectFrom('membership')
    .select('email')
    .where('organisation_id', '=', organisationId)
    .where('role', '=', role)
    .orderBy('id')
    .forUpdate()
    .execute()
  return new Set(rows.map((row) => row.email).filter((one) => one !== email)).size
}

export type MemberRow = {
  readonly id: string
  readonly email: string
  readonly role: MembershipRole
  readonly personId: string | null
}

/** Adds a membership and gives its id; that of the same one where it is there already. */
export const insertMember = async ({ trx, organisationId }: Scope, member: MemberRow): Promise<string> => {
  await trx
    .insertInto('membership')
    .values({
      organisation_id: organisationId,
      id: member.id,
      email: member.email,
      role: member.role,
      person_id: member.personId,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const { id } = await trx
    .selectFrom('membership')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .where('email', '=', member.email)
    .where('role', '=', member.role)
    .where('person_id', 'is not distinct from', member.personId)
    .executeTakeFirstOrThrow()
  return id
}

export const updateMember = async (
  { trx, organisationId }: Scope,
  member: Omit<MemberRow, 'email'>,
): Promise<void> => {
  await trx
    .updateTable('membership')
    .set({ role: member.role, person_id: member.personId })
    .where('organisation_id', '=', organisationId)
    .where('id', '=', member.id)
    .execute()
}

export const deleteMember = async ({ trx, organisationId }: Scope, id: string): Promise<void> => {
  await trx
    .deleteFrom('membership')
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .execute()
}

/** The branches of a membership become these; those of other services are passed over. */
export const replaceBranches = async (
  { trx, organisationId }: Scope,
  membershipId: string,
  branchIds: readonly string[],
): Promise<void> => {
  await trx
    .deleteFrom('membership_branch')
    .where('organisation_id', '=', organisationId)
    .where('membership_id', '=', membershipId)
    .execute()
  await sql`
    insert into membership_branch (organisation_id, membership_id, branch_id)
    select organisation_id, ${membershipId}::uuid, id from branch
    where organisation_id = ${organisationId}::uuid and id = any(${branchIds}::uuid[])`.execute(trx)
}
