/** A framework that a service brought in, in one version. Rows are only ever added. */
export type FrameworkTable = {
  organisation_id: string
  id: string
  /** What its publisher calls it: the identifier of a CASE document, or a name that the service gave. */
  identifier: string
  version: string
  format: 'case' | 'csv'
  title: string
  publisher: string
  source_url: string | null
  licence: string | null
  licence_url: string | null
  /** BCP 47 tag of the names of its items. */
  language: string
  /** E-mail address of the member. */
  imported_by: string
  imported_at: Date
}
