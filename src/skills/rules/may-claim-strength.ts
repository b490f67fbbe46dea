import { type Strength, strengths } from '../../frameworks/model'
import type { ClaimStatus } from '../model'

const strongest: Readonly<Record<ClaimStatus, Strength>> = {
  self: 'practised',
  confirmed: 'evidenced',
  assessed: 'assessed',
}

/** The strengths that a claim may be aligned with: no stronger than who stands behind it. */
export const strengthsFor = (status: ClaimStatus): readonly Strength[] =>
  strengths.slice(0, strengths.indexOf(strongest[status]) + 1)
