import type { Branch, MembershipRole } from '../model'

/** Somebody with a role in an organisation, as those who look after memberships see it. */
export type Member = {
  readonly id: string
  readonly email: string
  readonly role: MembershipRole
  /** Whose record an assessor may read. */
  readonly personId: string | null
  readonly personName: string | null
  /** Within which a supervisor acts. */
  readonly branches: readonly Branch[]
  readonly since: Date
}

/** Roles that are given on screen. Volunteers and guardians get theirs with their records. */
export const givenRoles = [
  'coordinator',
  'supervisor',
  'head',
  'dpo',
  'union',
  'assessor',
  'analyst',
] as const
export type GivenRole = (typeof givenRoles)[number]

/** Why a membership is not given, changed or ended. */
export type MemberRefusal =
  | 'not-yours-to-give'
  | 'own-membership'
  | 'last-of-its-kind'
  | 'branches-missing'
  | 'person-missing'
