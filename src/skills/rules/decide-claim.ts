import type { Result } from '../../problems'
import type { ClaimDeedKind, ClaimState, ClaimStatus } from '../model'

type Standing = { readonly state: ClaimState; readonly status: ClaimStatus }

const open: readonly ClaimState[] = ['draft', 'waiting', 'asked', 'declined']

/** From which states a deed may be done, and which state it leads to; no state: it stays. */
const deeds: Readonly<
  Record<
    Exclude<ClaimDeedKind, 'recorded'>,
    { readonly from: readonly ClaimState[]; readonly to?: ClaimState }
  >
> = {
  changed: { from: ['draft', 'asked', 'declined'] },
  'evidence-added': { from: open },
  'evidence-removed': { from: open },
  aligned: { from: [...open, 'settled'] },
  submitted: { from: ['draft', 'declined'], to: 'waiting' },
  asked: { from: ['waiting'], to: 'asked' },
  answered: { from: ['asked'], to: 'waiting' },
  confirmed: { from: ['waiting', 'asked'], to: 'settled' },
  declined: { from: ['waiting', 'asked'], to: 'declined' },
  assessed: { from: [...open, 'settled'], to: 'settled' },
  withdrawn: { from: [...open, 'settled'], to: 'withdrawn' },
}

/**
 * Where a claim stands after a deed, or `not-now` where the deed cannot be done as it stands. What was assessed stays
 * assessed; what was confirmed can still be assessed, and nothing else changes it but its owner who takes it back.
 */
export const decideClaim = (
  { state, status }: Standing,
  kind: Exclude<ClaimDeedKind, 'recorded'>,
): Result<Standing, 'not-now'> => {
  const { from, to } = deeds[kind]
  if (!from.includes(state)) return { ok: false, reason: 'not-now' }
  const next = kind === 'confirmed' ? 'confirmed' : kind === 'assessed' ? 'assessed' : status
  return { ok: true, value: { state: to ?? state, status: next } }
}
