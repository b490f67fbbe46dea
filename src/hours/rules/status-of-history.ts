import type { EntryKind } from '../sessions/model'

export type HistoryStatus = 'submitted' | 'approved' | 'disputed' | 'void'

/**
 * Where a session stands after its entries, oldest first. What is withdrawn waits again; what is restored stands as
 * it did before it was taken out. No entries stand for a session that waits.
 */
export const statusOfHistory = (kinds: readonly EntryKind[]): HistoryStatus => {
  let status: HistoryStatus = 'submitted'
  let before: HistoryStatus = 'submitted'
  for (const kind of kinds) {
    switch (kind) {
      case 'submitted':
      case 'withdrawn':
        status = 'submitted'
        break
      case 'approved':
      case 'disputed':
        status = kind
        break
      case 'corrected':
      case 'voided':
        if (status !== 'void') before = status
        status = 'void'
        break
      case 'restored':
        status = before
        break
    }
  }
  return status
}
