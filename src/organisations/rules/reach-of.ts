import type { Membership, Reach } from '../model'

/** Where a member acts: a supervisor within the branches of their membership, everybody else in the whole service. */
export const reachOf = ({ role, id }: Pick<Membership, 'role' | 'id'>): Reach =>
  role === 'supervisor' ? { membershipId: id } : 'service'
