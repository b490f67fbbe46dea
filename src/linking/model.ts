/** A person's record at a service. */
export type RecordKey = { readonly organisationId: string; readonly personId: string }

/** A link as the person sees it from one of the records. */
export type RecordLink = {
  readonly id: string
  /** Null while the link is offered and waits in a mail. */
  readonly otherOrganisationId: string | null
  readonly offeredTo: string | null
  readonly expiresAt: Date | null
  readonly linkedAt: Date | null
}

/** Why two records are not linked. */
export type LinkRefusal = 'same-service' | 'linked-already' | 'waits-for-guardian'
