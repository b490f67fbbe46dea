import { type GivenRole, givenRoles } from '../members/model'
import type { MembershipRole, Organisation } from '../model'

const inService: Readonly<Partial<Record<MembershipRole, readonly GivenRole[]>>> = {
  coordinator: ['coordinator', 'supervisor', 'assessor'],
  head: ['coordinator', 'supervisor', 'head', 'dpo', 'union', 'assessor'],
}

const inNetwork: Readonly<Partial<Record<MembershipRole, readonly GivenRole[]>>> = {
  head: ['head', 'analyst'],
}

/**
 * The roles that a member may give to somebody else, and end: never one above their own. Only a network has analysts,
 * and only its head looks after its members.
 */
export const rolesToGive = (
  roles: readonly MembershipRole[],
  kind: Organisation['kind'],
): readonly GivenRole[] => {
  const table = kind === 'network' ? inNetwork : inService
  return givenRoles.filter((role) => roles.some((own) => table[own]?.includes(role)))
}
