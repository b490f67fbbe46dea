import { type MembershipRole, type Permission, permissions } from '../model'

/** Whether a member with this role may do that. */
export const permits = (role: MembershipRole, permission: Permission): boolean => {
  const roles: readonly MembershipRole[] = permissions[permission]
  return roles.includes(role)
}
