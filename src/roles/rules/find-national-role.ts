import type { LibraryOffer, RoleDeliveryMode, TaskClass } from '../model'
import data from './national-roles.json'

type Both<T> = { readonly en: T; readonly cy: T }

/** A role of the national catalogue: what a service starts from. */
export type NationalRole = {
  /** RO-01 to RO-22. */
  readonly code: string
  readonly title: Both<string>
  readonly summary: Both<string>
  readonly tasks: Both<readonly string[]>
  /** What is proposed; each service decides and records its own. */
  readonly taskClass: TaskClass
  /** What to think of before the check is decided. Nothing is derived from it. */
  readonly prompt: Both<string>
  readonly skills: readonly string[]
  readonly offers: readonly LibraryOffer[]
  readonly deliveryModes: readonly RoleDeliveryMode[]
  /** Modules that are proposed. */
  readonly training: readonly string[]
}

/** Every role of the national catalogue, in the order of their codes. */
// The file is held to this type by a test.
export const nationalRoles = data.roles as readonly NationalRole[]

const byCode = new Map(nationalRoles.map((role) => [role.code, role]))

export const findNationalRole = (code: string): NationalRole | undefined => byCode.get(code)

/** The checklist of the first weeks that every role starts with. */
export const nationalInduction: readonly Both<string>[] = data.induction
