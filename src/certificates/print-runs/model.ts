import type { Paper } from '../../documents/model'

/** One file for a printer with the certificates of a batch. */
export type PrintRun = {
  readonly id: string
  readonly batchId: string
  readonly paper: Paper
  readonly total: number
  readonly done: number
  readonly finishedAt: Date | null
}
