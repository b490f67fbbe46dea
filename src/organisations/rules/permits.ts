import { type Membership, type MembershipRole, type Permission, permissions } from '../model'

/** Whether a member with this role may do that. */
export const permits = (role: MembershipRole, permission: Permission): boolean => {
  const roles: readonly MembershipRole[] = permissions[permission]
  return roles.includes(role)
}

/** Whether this membership lets somebody do that. */
export const allows = ({ role, only }: Pick<Membership, 'role' | 'only'>, permission: Permission): boolean =>
  permits(role, permission) && (only === undefined || only.includes(permission))
