import type { TaskClass } from '../model'

/** A decision on where a role stands between volunteers and staff; every day as YYYY-MM-DD. */
export type BoundaryRecord = {
  readonly id: string
  readonly roleId: string
  readonly taskClass: TaskClass
  readonly rationale: string
  /** The position statement that the decision conforms to. */
  readonly statementVersion: string | null
  readonly inForceFrom: string
  readonly reviewOn: string
  readonly decidedBy: string
  readonly recordedAt: Date
}

/** Awaited: the talk has been asked for and is not done. */
export const consultationOutcomes = ['agreed', 'agreed-with-conditions', 'not-agreed', 'awaited'] as const
export type ConsultationOutcome = (typeof consultationOutcomes)[number]

/** A talk with a trade union about a role. */
export type Consultation = {
  readonly id: string
  readonly roleId: string
  readonly body: string
  readonly heldOn: string
  readonly outcome: ConsultationOutcome
  readonly note: string | null
  readonly documentUrl: string | null
}

/** A version of the position statement on volunteers and staff. */
export type PositionStatement = {
  readonly version: string
  readonly title: string
  readonly url: string | null
  readonly inForceFrom: string
}

/** Why a role has to be looked at again. */
export type ReviewReason = 'no-record' | 'review-due' | 'new-statement'

/** A role in the register. */
export type RegisterRow = {
  readonly roleId: string
  readonly nationalCode: string
  readonly titleEn: string
  readonly titleCy: string | null
  readonly published: boolean
  /** The decision that holds today. */
  readonly record: BoundaryRecord | undefined
  /** The last talk with a union. */
  readonly consultation: Consultation | undefined
  readonly review: readonly ReviewReason[]
}

/** Approved hours of a class, by the class that was in force when they were done. */
export type ClassHours = {
  /** `none`: no decision was in force that day. */
  readonly taskClass: TaskClass | 'none'
  readonly sessions: number
  readonly minutes: number
}

export type BoundaryFault = {
  readonly field: string
  readonly reason:
    | 'class-missing'
    | 'rationale-missing'
    | 'decider-missing'
    | 'day-missing'
    | 'day-in-future'
    | 'review-not-later'
    | 'statement-unknown'
    | 'body-missing'
    | 'outcome-missing'
    | 'link-not-valid'
    | 'version-missing'
    | 'version-taken'
    | 'title-missing'
}

/** Text as it was typed. */
export type BoundaryEntry = {
  readonly taskClass: string
  readonly rationale: string
  readonly statementVersion: string
  readonly inForceFrom: string
  readonly reviewOn: string
  readonly decidedBy: string
}

export type ConsultationEntry = {
  readonly body: string
  readonly heldOn: string
  readonly outcome: string
  readonly note: string
  readonly documentUrl: string
}

export type StatementEntry = {
  readonly version: string
  readonly title: string
  readonly url: string
  readonly inForceFrom: string
}
