/** One thing that somebody did. Holds no personal data but the actor's own address, and reasons in their words. */
export type AuditEvent = {
  readonly id: string
  /** E-mail address of the member, or `system` or `command line`. */
  readonly actor: string
  readonly action:
    | 'organisation.created'
    | 'organisation.keys-rotated'
    | 'organisation.jwt-algorithm-chosen'
    | 'organisation.key-compromised'
    | 'hours.import-started'
    | 'hours.imported'
    | 'hours.approved'
    | 'hours.disputed'
    | 'hours.withdrawn'
    | 'hours.corrected'
    | 'hours.voided'
    | 'hours.restored'
    | 'check-in.point-made'
    | 'check-in.point-linked'
    | 'check-in.point-revoked'
    | 'check-in.numbers-given'
    | 'award.upheld'
    | 'award.issued'
    | 'award.suspended'
    | 'award.reinstated'
    | 'award.revoked'
    | 'award.shared'
    | 'award.bound'
    | 'badge.pausable-set'
    | 'badge.rule-chosen'
    | 'consent.given'
    | 'consent.refused'
    | 'consent.withdrawn'
    | 'guardian.invited'
    | 'guardian.confirmed'
    | 'guardian.refused'
    | 'guardian.ended'
    | 'evidence.recorded'
    | 'evidence.withdrawn'
  readonly subjectType:
    | 'organisation'
    | 'import'
    | 'session'
    | 'award'
    | 'badge'
    | 'person'
    | 'guardian'
    | 'check-in-point'
    | 'evidence'
  readonly subjectId: string
  readonly detail?: Readonly<Record<string, string | number>>
}
