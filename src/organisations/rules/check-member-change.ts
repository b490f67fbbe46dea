import type { GivenRole, MemberRefusal } from '../members/model'
import type { MembershipRole, Organisation } from '../model'
import { rolesToGive } from './roles-to-give'

export type MemberChange = {
  readonly kind: Organisation['kind']
  readonly actor: { readonly email: string; readonly roles: readonly MembershipRole[] }
  /** The membership as it is; absent where one is given. */
  readonly before?: { readonly email: string; readonly role: MembershipRole }
  /** What it becomes; absent where it ends. */
  readonly after?: {
    readonly email: string
    readonly role: GivenRole
    readonly branches: number
    readonly hasPerson: boolean
  }
  /** How many other people have the role of `before`. */
  readonly othersWithRole: number
}

/** Somebody with it must stay: who else would let others in? */
const neverEmpty = { network: 'head', service: 'coordinator', community: 'coordinator' } as const

/**
 * Why a membership may not change so; undefined where it may. Nobody gives themselves a role or changes their own, but
 * everybody may leave; nobody gives or ends a role that is not theirs to give; the last coordinator of a service and
 * the last head of a network stay. A supervisor has branches, an assessor the person whose record it is about.
 */
export const checkMemberChange = (change: MemberChange): MemberRefusal | undefined => {
  const { kind, actor, before, after, othersWithRole } = change
  const own = (one: { readonly email: string } | undefined) => one?.email === actor.email
  const mayGive: readonly MembershipRole[] = rolesToGive(actor.roles, kind)
  if (own(after)) return 'own-membership'
  if (before !== undefined && !own(before) && !mayGive.includes(before.role)) return 'not-yours-to-give'
  if (after !== undefined && !mayGive.includes(after.role)) return 'not-yours-to-give'
  const leaves = before !== undefined && before.role !== after?.role
  if (leaves && before.role === neverEmpty[kind] && othersWithRole === 0) return 'last-of-its-kind'
  if (after?.role === 'supervisor' && after.branches === 0) return 'branches-missing'
  if (after?.role === 'assessor' && !after.hasPerson) return 'person-missing'
  return undefined
}
