import type { JSONColumnType } from 'kysely'

/** An entry of a framework that was brought in. */
export type FrameworkItemTable = {
  organisation_id: string
  framework_id: string
  identifier: string
  position: number
  /** Unique within its framework: the publisher's code, or the identifier. */
  code: string
  name: string
  description: string | null
  kind: string | null
  /** The publisher's own address. */
  uri: string | null
  parent_identifier: string | null
  /** Addresses of entries that it is associated with. */
  related: JSONColumnType<string[]>
}
