/** A figure that may leave a service: a rounded number, or withheld because it could point at a person. */
export type ProtectedFigure = number | 'withheld'

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
