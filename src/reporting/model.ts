/** A figure that may leave a service: a rounded number, or withheld because it could point at a person. */
export type ProtectedFigure = number | 'withheld'

/** What a figure must reach before it leaves a service; each can be set. */
export type Thresholds = {
  /** Counts below it could point at a person. */
  readonly leastCount: number
  readonly roundingBase: number
  /** People that a percentage needs. */
  readonly percentageBase: number
  /** People that a breakdown needs. */
  readonly leastVolunteers: number
  /** A total to which one person gives more than this part says how much that person gave. */
  readonly dominantShare: number
}

export const usualThresholds: Thresholds = {
  leastCount: 5,
  roundingBase: 5,
  percentageBase: 10,
  leastVolunteers: 20,
  dominantShare: 0.6,
}

/** One row of figures as they are, which stay inside. */
export type ServiceFigures = {
  readonly organisationId: string
  /** People who gave at least one approved session in the period. */
  readonly volunteers: number
  readonly minutes: number
  /** Minutes of the person who gave most. */
  readonly mostMinutes: number
  /** Badges issued in the period and not taken back. */
  readonly badges: number
}

export type ProtectedFigures = {
  readonly volunteers: ProtectedFigure
  readonly hours: ProtectedFigure
  readonly badges: ProtectedFigure
}

export type NetworkReturn = {
  /** YYYY-MM-DD, both included. */
  readonly from: string
  readonly to: string
  readonly services: readonly (ProtectedFigures & { readonly organisationId: string })[]
  readonly total: ProtectedFigures
}
