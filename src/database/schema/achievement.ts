import type { Generated } from 'kysely'

/** One language edition of one version of a badge that an organisation adopted: what /achievements/{id} serves. */
export type AchievementTable = {
  organisation_id: string
  id: string
  /** LV-01 and so on. */
  definition_code: string
  definition_version: string
  language: 'en' | 'cy'
  /** The Achievement of Open Badges 3.0 as JSON text; never changed once published. */
  document: string
  published_at: Generated<Date>
}
