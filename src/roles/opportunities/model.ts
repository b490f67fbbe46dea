import type { RoleFacts, TaskClass } from '../model'

/** A published role at a branch, open to applications; every day as YYYY-MM-DD. */
export type Opportunity = {
  readonly id: string
  readonly roleId: string
  readonly branchId: string | null
  readonly branchName: string | null
  /** How many people there is room for. */
  readonly capacity: number
  /** That day included. */
  readonly applyUntil: string
  readonly startsOn: string
  readonly endsOn: string | null
  readonly times: string | null
  readonly state: 'open' | 'closed'
}

/** An opportunity as its service sees it. */
export type OpportunityRow = Opportunity & {
  readonly roleTitleEn: string
  readonly roleTitleCy: string | null
  readonly minimumAge: number | null
  readonly taken: number
  readonly waiting: number
}

export type OpportunityPage = { readonly rows: readonly OpportunityRow[]; readonly next?: string }

/** A role as anybody may read it. */
export type PublicRole = Pick<
  RoleFacts,
  | 'titleEn'
  | 'titleCy'
  | 'summaryEn'
  | 'summaryCy'
  | 'tasksEn'
  | 'tasksCy'
  | 'deliveryModes'
  | 'offers'
  | 'skills'
  | 'minimumAge'
  | 'ageReasonEn'
  | 'ageReasonCy'
  | 'trainingNeeded'
> & {
  readonly id: string
  readonly nationalCode: string
  readonly boundaryClass: TaskClass
}

/** The questions of an application, one a page, in their order. */
export const questions = ['name', 'age', 'contact', 'message', 'check'] as const
export type Question = (typeof questions)[number]

/** What somebody has said of themselves so far. */
export type Application = {
  readonly id: string
  readonly opportunityId: string
  readonly state: 'draft' | 'sent' | 'accepted' | 'declined'
  readonly language: 'en' | 'cy'
  readonly name: string | null
  readonly email: string | null
  readonly phone: string | null
  /** In years, on the day that it was sent. */
  readonly age: number | null
  readonly message: string | null
  readonly sentAt: Date | null
  readonly placementId: string | null
}

/** Someone of the service who has the address that an applicant gave. */
export type KnownPerson = { readonly id: string; readonly name: string }

export type OpportunityFault = {
  readonly field: string
  readonly reason:
    | 'role-not-published'
    | 'branch-unknown'
    | 'capacity-not-understood'
    | 'day-missing'
    | 'day-past'
    | 'end-before-start'
    | 'too-long'
}

export type OpportunityEntry = {
  readonly roleId: string
  readonly branchId: string
  readonly capacity: string
  readonly applyUntil: string
  readonly startsOn: string
  readonly endsOn: string
  readonly times: string
}

export type AnswerFault = {
  readonly field: string
  readonly reason:
    | 'name-missing'
    | 'age-not-understood'
    | 'contact-missing'
    | 'email-not-valid'
    | 'phone-not-valid'
    | 'too-long'
}

/** What an answer leads to. */
export type AnswerOutcome =
  | { readonly kind: 'next' }
  | { readonly kind: 'faults'; readonly faults: readonly AnswerFault[] }
  /** Not old enough: nothing that was said is kept. */
  | { readonly kind: 'too-young' }

/** Why an application is not accepted; the ledger of faults of a placement has the rest. */
export type AcceptFault =
  | 'no-room'
  | 'closed'
  | 'decided'
  | 'person-unknown'
  | 'too-young'
  | 'consent-missing'
  | 'already-placed'
  | 'role-not-published'
  | 'supervisor-missing'
