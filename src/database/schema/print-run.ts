import type { Generated } from 'kysely'

/** One file for a printer with the certificates of a batch; the file itself is in the store of files for a day. */
export type PrintRunTable = {
  organisation_id: string
  id: string
  batch_id: string
  paper: 'a4' | 'letter'
  /** E-mail address of the member who asked for it. */
  created_by: string
  created_at: Date
  /** When somebody last worked on it. */
  touched_at: Date
  /** Certificates. */
  total: number
  done: Generated<number>
  finished_at: Date | null
}
