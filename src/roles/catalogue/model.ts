import type { RoleDetails } from '../model'

export const dbsLevels = ['none', 'basic', 'standard', 'enhanced', 'enhanced-barred'] as const
export type DbsLevel = (typeof dbsLevels)[number]
export const risks = ['low', 'medium', 'high'] as const
export type Risk = (typeof risks)[number]

/** What somebody decided about the risk of a role and the check that it may ask for; never worked out by a rule. */
export type DbsDecision = {
  readonly id: string
  readonly risk: Risk
  readonly level: DbsLevel
  readonly legalBasis: string
  readonly decidedBy: string
  /** YYYY-MM-DD. */
  readonly decidedOn: string
}

/** A role of the national catalogue and what a service does with it. */
export type CatalogueRow = {
  readonly code: string
  readonly hidden: boolean
  /** The service's own roles that are mapped to it. */
  readonly roles: readonly RoleDetails[]
}

export type RoleFaultReason =
  | 'title-missing'
  | 'title-taken'
  | 'too-long'
  | 'age-not-understood'
  | 'age-reason-missing'
  | 'email-not-valid'
  | 'supervisor-missing'
  | 'training-undecided'
  | 'skill-not-valid'
  | 'risk-missing'
  | 'level-missing'
  | 'basis-missing'
  | 'decider-missing'
  | 'day-missing'
  | 'day-in-future'
  | 'certificate-number'
export type RoleFault = { readonly field: string; readonly reason: RoleFaultReason }

/** What somebody fills in about a role; text as it was typed, lists one to a line. */
export type RoleEntry = {
  readonly titleEn: string
  readonly titleCy: string
  readonly summaryEn: string
  readonly summaryCy: string
  readonly tasksEn: string
  readonly tasksCy: string
  readonly deliveryModes: readonly string[]
  readonly offers: readonly string[]
  /** Codes with spaces between them. */
  readonly skills: string
  readonly minimumAge: string
  readonly ageReasonEn: string
  readonly ageReasonCy: string
  readonly supervisorName: string
  readonly supervisorEmail: string
  /** `undecided`, `none` or `some`. */
  readonly training: string
  readonly trainingModules: readonly string[]
  readonly inductionEn: string
  readonly inductionCy: string
  readonly budgetCode: string
}

export type DbsEntry = {
  readonly risk: string
  readonly level: string
  readonly legalBasis: string
  readonly decidedBy: string
  readonly decidedOn: string
}
