import type { Generated, JSONColumnType } from 'kysely'
import type { OwnDraft } from '../../achievements/own/model'

/** A badge that a service designs itself, as it is being worked on. */
export type OwnBadgeTable = {
  organisation_id: string
  /** OWN- and twelve letters or digits: never a code of the national catalogue. */
  code: string
  draft: JSONColumnType<OwnDraft>
  /** Counts the changes of the draft. */
  revision: Generated<number>
  /** The revision that was published last; null where none was. */
  published_revision: number | null
  created_at: Date
  /** E-mail address. */
  created_by: string
  changed_at: Date
  /** When the service stopped giving it. */
  retired_at: Date | null
}
