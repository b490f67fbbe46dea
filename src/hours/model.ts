import { z } from 'zod'
import type { Hold } from '../people/holds/model'

/** The zone whose rules say which day and which instant a time in a service's records is. */
export const serviceTimeZone = 'Europe/London'

/**
 * Which of two readings of a clock time was taken; or that nobody saw the end, and it was put where it usually is.
 */
export type ClockRule = 'first' | 'second' | 'shortest' | 'usual'

/** What is true of a session of which nothing more is said. */
export const plainSession = {
  activity: null,
  deliveryMode: 'on-site',
  trainingMinutes: 0,
  timeCredit: 'none',
  beneficiaries: null,
  dofeSection: null,
  micro: false,
  clockRule: null,
  correctsId: null,
} as const

/** Whether the numbers of a file's dates can be trusted to put the day first, as far as its own rows tell. */
export type DateOrder = 'day-first' | 'unclear'

/** What a column of an imported file may mean. */
export const importFields = [
  'externalReference',
  'name',
  'firstName',
  'lastName',
  'email',
  'date',
  'startTime',
  'endTime',
  'hours',
  'minutes',
  'role',
  'branch',
  'status',
  'note',
] as const
export type ImportField = (typeof importFields)[number]

/** Which column of the file (by its index, from 0) holds what; a field that is absent is not in the file. */
export const zColumnMapping = z.partialRecord(z.enum(importFields), z.number().int().nonnegative())
export type ColumnMapping = z.infer<typeof zColumnMapping>

/** What a mapping must have before a file can go in: each is met by one column or by a pair of them. */
export type NeededOfMapping = 'name' | 'date' | 'duration' | 'role'

/** A file of comma-separated values as read: headings, and the rows that hold anything. */
export type Table = {
  readonly columns: readonly string[]
  readonly rows: readonly TableRow[]
}

export type TableRow = {
  /** As a spreadsheet counts: the first line of the file is row 1. */
  readonly rowNumber: number
  readonly cells: readonly string[]
}

/** Why a file cannot be read at all. */
export type FileFault = 'file-empty' | 'file-too-large' | 'file-not-text' | 'file-no-rows' | 'file-one-column'

/** A row that can go into the ledger once its names are matched to people, roles and branches. */
export type ImportedSession = {
  readonly rowNumber: number
  readonly externalReference: string | null
  readonly name: string
  readonly email: string | null
  /** YYYY-MM-DD in the service's own time zone. */
  readonly localDate: string
  readonly startedAt: Date | null
  readonly endedAt: Date | null
  readonly minutes: number
  readonly role: string
  readonly branch: string | null
  readonly note: string | null
  /** How a clock time that comes twice was read. */
  readonly clockRule: ClockRule | null
}

/** Every reason for which a row is not taken; text.ts has the words. */
export type FaultReason =
  | 'row-too-long'
  | 'name-missing'
  | 'name-too-long'
  | 'email-not-valid'
  | 'person-ambiguous'
  | 'date-missing'
  | 'date-not-understood'
  | 'date-impossible'
  | 'date-ambiguous'
  | 'date-year-short'
  | 'dates-disagree'
  | 'time-not-understood'
  | 'time-in-gap'
  | 'start-missing'
  | 'end-missing'
  | 'end-not-after-start'
  | 'over-24-hours'
  | 'in-future'
  | 'hours-missing'
  | 'hours-not-understood'
  | 'hours-not-positive'
  | 'hours-disagree'
  | 'role-missing'
  | 'role-unknown'
  | 'branch-unknown'
  | 'not-attended'
  | 'note-too-long'

/** Why a row was not taken: the heading of the column that is at fault, what stands in it, and a reason. */
export type RowFault = {
  readonly rowNumber: number
  readonly column: string
  readonly value: string
  readonly reason: FaultReason
}

/** The session facts that rules over hours need. */
export type SessionFact = {
  readonly personId: string
  readonly roleId: string
  /** YYYY-MM-DD. */
  readonly localDate: string
  readonly startedAt: Date | null
  readonly endedAt: Date | null
  readonly minutes: number
  /** A piece of micro-volunteering; not one where it is not said. */
  readonly micro?: boolean
}

/** What sessions add up to; every figure in minutes, every list in order. */
export type HoursSummary = {
  readonly sessions: number
  readonly minutes: number
  readonly firstDate: string | null
  readonly lastDate: string | null
  readonly byRole: readonly { readonly roleId: string; readonly minutes: number }[]
  /** By YYYY-MM. */
  readonly byMonth: readonly { readonly month: string; readonly minutes: number }[]
  /** By financial year, as `2026-27`. */
  readonly byYear: readonly { readonly year: string; readonly minutes: number }[]
}

/** What one person's approved sessions add up to, and the minutes of those that still wait for approval. */
export type PersonHours = { readonly approved: HoursSummary; readonly waitingMinutes: number }

/** One upload as its page shows it. */
export type ImportView = {
  readonly id: string
  readonly fileName: string
  readonly columns: readonly string[]
  readonly mapping: ColumnMapping
  readonly status: 'uploaded' | 'running' | 'finished' | 'failed'
  readonly rowsTotal: number
  readonly rowsDone: number
  readonly rowsAdded: number
  readonly rowsDuplicate: number
  readonly rowsFaulty: number
  /** Of those added, how many run at the same time as another session of the same person. */
  readonly rowsOverlapping: number
  readonly createdBy: string
  readonly createdAt: Date
  readonly finishedAt: Date | null
}

/** What an import would do, without doing it. */
export type ImportPreview = {
  readonly import: ImportView
  readonly columns: readonly string[]
  readonly mapping: ColumnMapping
  /** What the mapping still lacks; while there is any, nothing else is worked out. */
  readonly missing: readonly NeededOfMapping[]
  /** The first ten rows as they stand in the file. */
  readonly sample: readonly TableRow[]
  readonly willAdd: number
  /** Rows that are in the ledger already, or twice in the file. */
  readonly duplicates: number
  /** Rows with at least one fault. */
  readonly faultCount: number
  /** The first fifty faults. */
  readonly faults: readonly RowFault[]
  readonly newPeople: number
  readonly unknownRoles: readonly string[]
  readonly unknownBranches: readonly string[]
}

/** Which of the sessions that wait for approval; an absent part leaves it open. */
export const zSessionFilter = z.object({
  role: z.uuid().optional(),
  branch: z.uuid().optional(),
  person: z.uuid().optional(),
  month: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
    .optional(),
  /** What is to be looked at first, or what is not. */
  part: z.enum(['exceptions', 'rest']).optional(),
  /** Recorded up to then: what comes in while somebody reads a page is not approved with it. */
  until: z.iso.datetime().optional(),
})
export type SessionFilter = z.infer<typeof zSessionFilter>

/** A session as a list shows it. */
export type SessionRow = {
  readonly id: string
  readonly personId: string
  readonly personName: string
  readonly roleId: string
  readonly roleTitleEn: string
  readonly roleTitleCy: string | null
  readonly branchName: string | null
  readonly localDate: string
  readonly startedAt: Date | null
  readonly endedAt: Date | null
  readonly minutes: number
  readonly status: 'submitted' | 'approved' | 'disputed' | 'void'
  readonly note: string | null
  /** It was recorded more than 60 days after it took place. */
  readonly late: boolean
  /** It runs at the same time as another session of the same person; the shared minutes count once. */
  readonly overlaps: boolean
  /** It is longer than eight hours. */
  readonly long: boolean
  /** Nobody saw its end: it was put where it usually is. */
  readonly assumed: boolean
  /** The session that it takes the place of. */
  readonly correctsId: string | null
}

export type SessionTotal = { readonly count: number; readonly minutes: number }

export type SessionPage = {
  readonly sessions: readonly SessionRow[]
  /** Where the next page begins; absent on the last. */
  readonly next?: string
  /** Of everything that the filter lets through. */
  readonly total: SessionTotal
}

/** The sessions of a young volunteer that were not approved, for somebody's consent is missing. */
export type HeldSessions = { readonly personId: string; readonly hold: Hold; readonly sessions: number }

/** Sessions named one by one, or all that a filter lets through. */
export type SessionChoice = { readonly sessionIds: readonly string[] } | { readonly all: SessionFilter }

/** What may be chosen in a filter of the sessions that wait. */
export type SessionFilterOptions = {
  readonly roles: readonly {
    readonly id: string
    readonly titleEn: string
    readonly titleCy: string | null
  }[]
  readonly branches: readonly { readonly id: string; readonly name: string }[]
  readonly people: readonly { readonly id: string; readonly name: string }[]
  /** YYYY-MM, newest first. */
  readonly months: readonly string[]
}

/** How much waits for approval; `oldest` is the day of the session that waits longest, YYYY-MM-DD. */
export type WaitingFigures = SessionTotal & { readonly oldest: string | null }

/** What a service's hours come to today. */
export type HoursOverview = {
  readonly waiting: WaitingFigures
  /** The financial year that runs now, as `2026-27`. */
  readonly year: string
  /** Of that year; overlaps count once. */
  readonly approvedMinutes: number
  /** People with approved hours in that year. */
  readonly volunteers: number
}
