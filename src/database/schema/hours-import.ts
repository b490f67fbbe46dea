import type { Generated, JSONColumnType } from 'kysely'
import type { ColumnMapping } from '../../hours/model'

/** One uploaded file of sessions, from upload to finished. */
export type HoursImportTable = {
  organisation_id: string
  id: string
  file_name: string
  /** Key of the original bytes in the file store. */
  file_key: string
  /** SHA-256 of the bytes, hex. */
  content_hash: string
  columns: JSONColumnType<string[]>
  mapping: JSONColumnType<ColumnMapping>
  status: Generated<'uploaded' | 'running' | 'finished' | 'failed'>
  rows_total: Generated<number>
  rows_done: Generated<number>
  rows_added: Generated<number>
  rows_duplicate: Generated<number>
  rows_faulty: Generated<number>
  /** Of those added, how many run at the same time as another session of the same person. */
  rows_overlapping: Generated<number>
  created_by: string
  created_at: Generated<Date>
  finished_at: Date | null
  /** When somebody last worked on it, by the database's clock. */
  touched_at: Generated<Date>
  /** When the file and the faulty rows from it were deleted. */
  file_gone_at: Date | null
}
