import type { Declaration } from '../model'

export type Invitation = {
  readonly organisationId: string
  readonly id: string
  readonly programmeId: string
  readonly email: string
  readonly language: 'en' | 'cy'
  readonly expiresAt: Date
  readonly usedAt: Date | null
  readonly endedAt: Date | null
  readonly declaration: Declaration | null
  readonly createdAt: Date
}
