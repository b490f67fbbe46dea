import type { ClockRule, SessionFact } from '../model'

export type DeliveryMode = 'on-site' | 'remote' | 'outreach' | 'home-visit'
export type TimeCredit = 'none' | 'earned' | 'donated'
export type Beneficiaries = '0' | '1-5' | '6-20' | '21-50' | '51+'

/** What happened to a session. */
export type EntryKind =
  | 'submitted'
  | 'approved'
  | 'disputed'
  | 'withdrawn'
  | 'corrected'
  | 'voided'
  | 'restored'

export const deliveryModes = ['on-site', 'remote', 'outreach', 'home-visit'] as const satisfies DeliveryMode[]
export const timeCredits = ['none', 'earned', 'donated'] as const satisfies TimeCredit[]
export const beneficiaryBands = ['0', '1-5', '6-20', '21-50', '51+'] as const satisfies Beneficiaries[]

/** A session as somebody fills it in: text as it was typed. */
export type SessionEntry = {
  readonly personId: string
  readonly roleId: string
  /** Empty for none. */
  readonly branchId: string
  /** YYYY-MM-DD, or as people write a day. */
  readonly date: string
  /** Clock times; both empty where only hours are known. */
  readonly start: string
  readonly end: string
  /** Such as `2.5` or `2:30`; empty where there are clock times. */
  readonly hours: string
  /** Which of two readings is meant, where the clock showed a time twice. */
  readonly reading: string
  readonly activity: string
  readonly note: string
  readonly deliveryMode: string
  readonly trainingMinutes: string
  readonly timeCredit: string
  readonly beneficiaries: string
  readonly dofeSection: string
}

export type EntryField = Exclude<keyof SessionEntry, 'personId'> | 'personId' | 'reason'

/** Why an entry is not taken; entry-text.ts has the words. */
export type EntryFaultReason =
  | 'person-unknown'
  | 'role-unknown'
  | 'branch-unknown'
  | 'date-missing'
  | 'date-not-understood'
  | 'start-missing'
  | 'end-missing'
  | 'time-not-understood'
  | 'time-in-gap'
  | 'time-twice'
  | 'end-not-after-start'
  | 'over-24-hours'
  | 'in-future'
  | 'hours-missing'
  | 'hours-not-understood'
  | 'training-not-understood'
  | 'training-too-long'
  | 'too-long'
  | 'choice-unknown'
  | 'outside-placement'
  | 'reason-missing'
  | 'nothing-changed'

export type EntryFault = { readonly field: EntryField; readonly reason: EntryFaultReason }

/** What an entry says, once it is understood. */
export type ReadEntry = SessionFact & {
  readonly branchId: string | null
  readonly activity: string | null
  readonly note: string | null
  readonly deliveryMode: DeliveryMode
  readonly trainingMinutes: number
  readonly timeCredit: TimeCredit
  readonly beneficiaries: Beneficiaries | null
  readonly dofeSection: 'volunteering' | 'skills' | null
  readonly clockRule: ClockRule | null
}

/** An entry of a session's history. */
export type HistoryEntry = {
  readonly kind: EntryKind
  readonly at: Date
  readonly actor: string
  readonly reason: string | null
}
