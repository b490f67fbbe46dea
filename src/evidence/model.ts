import { z } from 'zod'

/**
 * What a room of its own keeps of somebody's volunteering besides hours: what staff saw, counted or decided, and what
 * the volunteer wrote. `volunteer` writes those of kind `reflection` only; staff record everything else.
 */
export const recordKinds = [
  'supervisor-tick',
  'conversation-observed',
  'segment-observed',
  'help-observed',
  'welcome-observed',
  'eligibility-decision',
  'home-visit',
  'reader-feedback',
  'people-helped',
  'project-shown',
  'items-checked',
  'interview-completed',
  'consent-form',
  'summary-record',
  'plan-agreed',
  'session-led',
  'mentor-sign-off',
  'event-helped',
  'plan-task',
  'evaluation',
  'reflection',
  'reflection-other-side',
  'mentee-inducted',
  'mentee-feedback',
  'supervisor-conversation',
  'award-decision',
] as const
export const zRecordKind = z.enum(recordKinds)
export type RecordKind = z.infer<typeof zRecordKind>

/** Training that badges ask for, by the name that rules use. */
export const trainingModules = [
  'safeguarding',
  'lone-working',
  'listening',
  'digital-safety',
  'digital-safety-quiz',
  'data-protection',
  'confidentiality',
  'safety-briefing',
  'inclusive-welcome',
] as const
export const zTrainingModule = z.enum(trainingModules)
export type TrainingModule = z.infer<typeof zTrainingModule>

/** What a session was besides its hours. */
export const sessionFlags = ['intergenerational', 'welsh'] as const
export const zSessionFlag = z.enum(sessionFlags)
export type SessionFlag = z.infer<typeof zSessionFlag>

/** The areas of everyday digital skills that help is counted in. */
export const helpAreas = ['EDS-1', 'EDS-2', 'EDS-3', 'EDS-4', 'EDS-5'] as const

/** What the room keeps: what rules count by its kind, training, the induction, and what sessions of a day were. */
export const evidenceKinds = [
  'induction',
  'training',
  ...recordKinds,
  'session-intergenerational',
  'session-welsh',
] as const
export type EvidenceKind = (typeof evidenceKinds)[number]

/** Kinds that staff record; reflections are the volunteer's own. */
export const staffKinds = evidenceKinds.filter((kind) => kind !== 'reflection')

/** One record as pages and rules read it. */
export type EvidenceRow = {
  readonly id: string
  readonly personId: string
  readonly kind: EvidenceKind
  readonly badgeCode: string | null
  /** YYYY-MM-DD. */
  readonly onDay: string
  readonly count: number
  readonly faults: number
  readonly area: string | null
  readonly module: TrainingModule | null
  /** Per cent. */
  readonly score: number | null
  readonly note: string | null
  readonly source: 'staff' | 'volunteer'
  readonly recordedBy: string
}

/** The longest note or reflection, in characters. */
export const LONGEST_NOTE = 4000

/** What somebody fills in: text as it was typed; empty for none. */
export type EvidenceEntry = {
  readonly kind: string
  readonly date: string
  readonly count: string
  readonly faults: string
  readonly area: string
  readonly module: string
  readonly score: string
  readonly note: string
}

export type EvidenceFault =
  | 'kind-unknown'
  | 'date-not-understood'
  | 'in-future'
  | 'count-not-understood'
  | 'faults-not-understood'
  | 'area-missing'
  | 'module-missing'
  | 'score-not-understood'
  | 'note-missing'
  | 'note-too-long'

/** What an entry says, once it is understood. */
export type ReadEvidence = Omit<EvidenceRow, 'id' | 'personId' | 'recordedBy' | 'source' | 'badgeCode'>
