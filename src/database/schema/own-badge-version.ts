import type { JSONColumnType } from 'kysely'
import type { BadgeDefinition } from '../../achievements/model'
import type { OwnDraft } from '../../achievements/own/model'

/** A version of a service's own badge as it was published: the database lets nobody change it or take it away. */
export type OwnBadgeVersionTable = {
  organisation_id: string
  code: string
  /** From 1. */
  version: number
  /** The revision of the draft that it was. */
  revision: number
  /** What was filled in, from which another draft can be begun. */
  draft: JSONColumnType<OwnDraft>
  /** What it came to: what rules, credentials and pages go by. */
  definition: JSONColumnType<BadgeDefinition>
  published_at: Date
  /** E-mail address. */
  published_by: string
}
