import type { GuardianStatus } from '../holds/model'

export type Guardian = {
  readonly id: string
  readonly personId: string
  readonly name: string
  readonly relationship: string | null
  readonly email: string | null
  readonly phone: string | null
  readonly status: GuardianStatus
  readonly createdAt: Date
  /** When they answered, or were taken off; null while they have not. */
  readonly changedAt: Date | null
  /** How the newest link went to them, until when it can be used, and whether it was. */
  readonly sentBy: 'mail' | 'paper' | null
  readonly linkUntil: Date | null
}

/** Who is asked, as a form says it. */
export type NewGuardian = {
  readonly name: string
  readonly relationship: string
  readonly email: string
  readonly phone: string
}

/** What a guardian is asked about. */
export const guardianPurposes = ['role', 'photo', 'sharing'] as const
export type GuardianPurpose = (typeof guardianPurposes)[number]
export type GuardianAnswers = Readonly<Record<GuardianPurpose, boolean>>

/** What the page behind a link shows. */
export type Invitation = {
  readonly organisationId: string
  readonly guardianId: string
  readonly personId: string
  readonly guardianName: string
  readonly guardianEmail: string | null
  readonly personName: string
  readonly sentBy: 'mail' | 'paper'
  /** `used` once it was answered, `over` after its days or when a newer link took its place. */
  readonly state: 'open' | 'used' | 'over'
}
