import type { BadgeDefinition } from '../../achievements/model'
import type { AwardState } from '../model'

/** An award as a list shows it. */
export type AwardRow = {
  readonly id: string
  readonly personId: string
  readonly personName: string
  readonly definitionCode: string
  /** The edition that was given. */
  readonly achievementId: string
  readonly issuedAt: Date
  readonly minutes: number
  readonly status: AwardState
  /** The last instant of its validity; null where it does not run out. */
  readonly validUntil: Date | null
}

export type AwardFilter = {
  readonly code?: string
  readonly personId?: string
  readonly batchId?: string
}

export type AwardPage = {
  readonly awards: readonly AwardRow[]
  /** Where the next page begins: the id of the last award; absent on the last page. */
  readonly next?: string
}

/** A badge of the catalogue with how many people have earned it but do not have it, and how many have it. */
export type BadgeCount = {
  readonly definition: BadgeDefinition
  /** The service does not give it. */
  readonly hidden: boolean
  readonly ready: number
  readonly held: number
}

/** The people of a service who do not hold a badge, by their ids. */
export type BadgeQueue = {
  readonly ready: readonly string[]
  /** They have earned it, and a consent is missing. */
  readonly heldBack: readonly string[]
  /** `distance` is the share that is missing of every condition, added up. */
  readonly notYet: readonly { readonly personId: string; readonly distance: number }[]
}
