import type { RecordKind, SessionFlag, TrainingModule } from '../../evidence/model'

/** One approved session as a rule sees it. */
export type CountedSession = {
  /** National code of the role, such as RO-01. */
  readonly roleCode: string
  /** YYYY-MM-DD. */
  readonly localDate: string
  /** Whole minutes, each minute counted once where sessions overlap. */
  readonly minutes: number
  /** A piece of micro-volunteering. */
  readonly micro: boolean
  readonly flags: readonly SessionFlag[]
}

export type TrainingFact = {
  readonly module: TrainingModule
  /** The day it was done, YYYY-MM-DD. */
  readonly on: string
  /** Per cent; null where nothing was scored. */
  readonly score: number | null
  /** The last day on which it holds; null where it does not run out. */
  readonly validUntil: string | null
}

/** `skill` tells one claim from another; the role is null where a claim names none. */
export type ClaimFact = { readonly skill: string; readonly roleCode: string | null }

export type RecordFact = {
  readonly kind: RecordKind
  /** How many things or people one record stands for, from 1. */
  readonly count: number
  /** Of those counted, how many had a fault. */
  readonly faults: number
  readonly area: string | null
  /** The badge that it was written for, which is the only one that it counts for; null where it counts for all. */
  readonly badgeCode: string | null
}

/** How somebody's placements stand; `not-kept` where the service keeps none of theirs. */
export type Standing = 'good' | 'none' | 'ended-badly' | 'not-kept'

/** Everything that the rules of badges may ask about one person: only what is approved, recorded or confirmed. */
export type Facts = {
  /** In the order of time. */
  readonly sessions: readonly CountedSession[]
  readonly trainings: readonly TrainingFact[]
  /** Whether the checklist of the first weeks is done. */
  readonly inducted: boolean
  /** Skill claims that a supervisor has confirmed. */
  readonly claims: readonly ClaimFact[]
  readonly records: readonly RecordFact[]
  /** Youngest and oldest that they may be today, in whole years; undefined where nothing is known. */
  readonly age: { readonly least: number; readonly most: number } | undefined
  /** Codes of roles with a record of their boundary and of the consultation of the union. */
  readonly boundaries: readonly string[]
  readonly openDisputes: number
  readonly standing: Standing
  /** Today, YYYY-MM-DD. */
  readonly today: string
}

/** Of whom nothing is recorded. */
export const noFacts = (today: string): Facts => ({
  sessions: [],
  trainings: [],
  inducted: false,
  claims: [],
  records: [],
  age: undefined,
  boundaries: [],
  openDisputes: 0,
  standing: 'not-kept',
  today,
})
