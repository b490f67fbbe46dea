/** A badge that runs out soon or ran out, and was not given again since. */
export type RunningOut = {
  readonly awardId: string
  readonly personId: string
  readonly personName: string
  readonly code: string
  readonly validUntil: Date
  readonly ended: boolean
}

/** How many badges of one kind run out soon, and when the first does. */
export type RenewalTask = { readonly code: string; readonly count: number; readonly first: Date }
