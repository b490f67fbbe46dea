import { z } from 'zod'

export const dofeLevels = ['bronze', 'silver', 'gold'] as const
export type DofeLevel = (typeof dofeLevels)[number]

/** The sections that library volunteering can serve. */
export const dofeSections = ['volunteering', 'skills'] as const
export type DofeSection = (typeof dofeSections)[number]

export const dofeNations = ['England', 'Wales', 'Scotland', 'Northern Ireland'] as const
export type DofeNation = (typeof dofeNations)[number]

/** How often somebody takes part, as eDofE asks for it. */
export const dofeFrequencies = ['weekly', 'fortnightly', 'monthly', 'varied'] as const
export type DofeFrequency = (typeof dofeFrequencies)[number]

const zMonths = z.strictObject({ base: z.int(), longer: z.int(), extra: z.int() })
const zLevelRules = z.strictObject({
  /** From the school year of a birthday, or from a birthday itself. */
  start: z.union([z.strictObject({ schoolYearOfAge: z.int() }), z.strictObject({ age: z.int() })]),
  lower: z.enum(dofeLevels).nullable(),
  /** `longer` where this is the longer of Physical and Skills; `extra` on top. */
  months: z.strictObject({ volunteering: zMonths, skills: zMonths }),
  extraFor: z.enum(['everyone', 'direct-entrants']),
})
const zPerMonths = z.record(z.string().regex(/^\d+$/), z.int().positive())

/** One edition of the rules: a change of the handbook is a new file, not new code. */
export const zDofeRules = z.strictObject({
  edition: z.string().regex(/^\d{4}-\d{2}$/),
  checked: z.iso.date(),
  sources: z.array(z.strictObject({ title: z.string(), url: z.url() })).min(1),
  levels: z.strictObject({ bronze: zLevelRules, silver: zLevelRules, gold: zLevelRules }),
  /** MM-DD. */
  schoolYearStart: z.record(z.enum(dofeNations), z.string().regex(/^\d{2}-\d{2}$/)),
  enrolmentLeadWeeks: z.int(),
  endsBeforeAge: z.int(),
  /** Weeks that are as good as so many months. */
  weeksInMonths: zPerMonths,
  leaderDecidesWithinDays: z.int(),
  hoursForMonths: zPerMonths,
  usualGapDays: z.int(),
  usualGapLevels: z.array(z.enum(dofeLevels)),
  backdateMonths: z.int(),
  backdateMovesEnrolment: z.array(z.enum(dofeLevels)),
  goalsWithinDays: z.int(),
  activityChanges: z.int(),
  /** Not confirmed by a source of today: it warns and never fails. */
  trainingPercent: z.int(),
  assessorAge: z.int(),
  /** National roles of one season, and those that go on after it, the most fitting first. */
  seasonalRoles: z.array(z.string()),
  continuationRoles: z.array(z.string()),
})
export type DofeRules = z.infer<typeof zDofeRules>

/** Who the assessor is to the young person, as they declare it. */
export const assessorRelationships = [
  'staff',
  'teacher',
  'leader-of-a-group',
  'other-adult',
  'peer',
  'family',
  'self',
  'beneficiary',
] as const
export type AssessorRelationship = (typeof assessorRelationships)[number]

/** What an assessor declares before they see anything. */
export type Declaration = {
  readonly name: string
  readonly adult: boolean
  readonly relationship: AssessorRelationship
  /** Their role or qualification. */
  readonly role: string
  readonly knowsActivity: boolean
  /** Whether the signed endorsement may carry their name; their role is always in it. */
  readonly nameInCredential: boolean
}

/** The plan of one section of one level, as eDofE has it too. Days are YYYY-MM-DD. */
export type ProgrammeDetails = {
  readonly level: DofeLevel
  readonly section: DofeSection
  readonly nation: DofeNation
  readonly directEntrant: boolean
  readonly extraMonths: boolean
  /** Skills: this is the longer of Physical and Skills. */
  readonly longerSection: boolean
  /** Months as eDofE shows them; null where nobody has looked. */
  readonly agreedMonths: number | null
  readonly dateOfBirth: string
  readonly enrolledOn: string
  /** The last day of the same section at the level below. */
  readonly lowerLevelOn: string | null
  readonly activity: string
  readonly frequency: DofeFrequency
  readonly plannedFirst: string
  readonly plannedLast: string
  readonly finalTalkOn: string | null
  readonly unpaid: boolean
  readonly notCommercial: boolean
  /** An opaque text of eDofE. */
  readonly edofeId: string | null
  readonly leaderName: string | null
  readonly leaderEmail: string | null
}

export type Programme = ProgrammeDetails & {
  readonly id: string
  readonly personId: string
  /** Edition of the rules. */
  readonly rules: string
  /** What the assessor sees of the name. */
  readonly shownName: 'first' | 'full'
  readonly createdAt: Date
  readonly endedAt: Date | null
}

export type Goal = {
  readonly id: string
  readonly words: string
  readonly agreedOn: string
  /** E-mail address of who wrote it: the young person or a coordinator. */
  readonly addedBy: string
}
export type ActivityChange = {
  readonly changedOn: string
  readonly from: string
  readonly to: string
}

/** A session that counts for a programme, in order of days. */
export type CountedSession = {
  readonly id: string
  readonly personId: string
  readonly roleId: string
  readonly localDate: string
  readonly startedAt: Date | null
  readonly endedAt: Date | null
  readonly minutes: number
  readonly trainingMinutes: number
  readonly timeCredit: string
  readonly dofeSection: string | null
}

/** What a report states, as far as the checks compare it. */
export type ReportFacts = {
  readonly firstDate: string
  readonly lastDate: string
  readonly frequency: DofeFrequency
  /** The hours it was written about are no longer the hours that count. */
  readonly stale: boolean
}

/** Everything that the checks look at. */
export type CheckInput = {
  readonly rules: DofeRules
  readonly programme: ProgrammeDetails
  readonly goals: readonly Pick<Goal, 'agreedOn'>[]
  readonly activityChanges: number
  readonly sessions: readonly CountedSession[]
  /** Sessions that also count for another programme. */
  readonly countedElsewhere: readonly string[]
  /** Another section of the person was backdated. */
  readonly otherBackdated: boolean
  readonly assessor: Declaration | 'invited' | null
  readonly report: ReportFacts | null
  /** YYYY-MM-DD in the service's own zone. */
  readonly today: string
}

export const checkIds = [
  'DF-01',
  'DF-02',
  'DF-03',
  'DF-04',
  'DF-05',
  'DF-06',
  'DF-07',
  'DF-08',
  'DF-09',
  'DF-10',
  'DF-11',
  'DF-12',
  'DF-13',
  'DF-14',
  'DF-15',
  'DF-16',
  'DF-17',
] as const
export type CheckId = (typeof checkIds)[number]
export type CheckOutcome = 'pass' | 'warn' | 'fail' | 'needs-leader'

/** Why a check says what it says; check-text.ts has the words for each. */
export type CheckReason =
  | 'age-met'
  | 'age-too-young'
  | 'age-enrolled-early'
  | 'end-in-time'
  | 'end-too-old'
  | 'length-met'
  | 'length-near'
  | 'length-not-yet'
  | 'length-plan-short'
  | 'hours-met'
  | 'hours-short'
  | 'months-met'
  | 'months-empty'
  | 'gaps-usual'
  | 'gaps-long'
  | 'gaps-not-asked'
  | 'start-after-enrolment'
  | 'start-backdated'
  | 'start-backdated-twice'
  | 'start-too-early'
  | 'lower-not-needed'
  | 'lower-before'
  | 'lower-same-day'
  | 'lower-unknown'
  | 'lower-after'
  | 'target-right'
  | 'target-not-confirmed'
  | 'target-differs'
  | 'target-extra-not-for-them'
  | 'target-extra-in-shorter'
  | 'terms-met'
  | 'terms-paid'
  | 'terms-commercial'
  | 'terms-time-credits'
  | 'once-met'
  | 'once-merged'
  | 'once-other-section'
  | 'once-elsewhere'
  | 'assessor-fits'
  | 'assessor-missing'
  | 'assessor-invited'
  | 'assessor-too-young'
  | 'assessor-related'
  | 'assessor-not-knowing'
  | 'assessor-peer'
  | 'goals-in-time'
  | 'goals-missing'
  | 'goals-late'
  | 'goals-no-talk'
  | 'report-agrees'
  | 'report-missing'
  | 'report-dates-differ'
  | 'report-frequency-differs'
  | 'changes-few'
  | 'changes-many'
  | 'training-small'
  | 'training-large'
  | 'report-fresh'
  | 'report-stale'
  | 'report-none'

/** What one check found. `passesFrom` is the day from which it would pass, where waiting or going on helps. */
export type CheckResult = {
  readonly id: CheckId
  readonly outcome: CheckOutcome
  readonly reason: CheckReason
  readonly passesFrom?: string
  readonly values?: CheckValues
}
export type CheckValues = {
  readonly months?: number
  readonly count?: number
  readonly minutes?: number
  readonly days?: number
  readonly percent?: number
  readonly first?: string
  readonly last?: string
  readonly dates?: readonly string[]
}
