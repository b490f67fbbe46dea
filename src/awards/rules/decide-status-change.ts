import type { Result } from '../../problems'
import type { AwardStatus, StatusPurpose } from '../model'

/** What somebody asks for: to pause an award, to make it valid again, or to take it back for good. */
export type StatusChange = 'suspend' | 'reinstate' | 'revoke'

export type StatusRefusal = 'cannot-be-paused' | 'taken-back-for-good'

/**
 * What an award becomes by a change; `unchanged` where it is so already. Only awards whose status entry is in a
 * list of suspensions can be paused, for the credential of the others says nothing of it. What was taken back
 * stays taken back.
 */
export const decideStatusChange = (
  award: { readonly status: AwardStatus; readonly purpose: StatusPurpose },
  change: StatusChange,
): Result<AwardStatus | 'unchanged', StatusRefusal> => {
  const { status, purpose } = award
  const wanted = ({ suspend: 'suspended', reinstate: 'valid', revoke: 'revoked' } as const)[change]
  if (status === wanted) return { ok: true, value: 'unchanged' }
  if (status === 'revoked') return { ok: false, reason: 'taken-back-for-good' }
  if (change === 'suspend' && purpose !== 'suspension') return { ok: false, reason: 'cannot-be-paused' }
  return { ok: true, value: wanted }
}
