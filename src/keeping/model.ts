/** What becomes of badges when the record of their holder is erased. */
export type CredentialsChoice = 'keep' | 'revoke'
export type AskedBy = 'holder' | 'officer' | 'retention'

/** Kinds of rows that hang on a person, as a preview counts them. */
export const rowKinds = [
  'profile',
  'sessions',
  'entries',
  'awards',
  'consents',
  'guardians',
  'memberships',
  'mails',
  'files',
  'skills',
  'records',
  'placements',
  'training',
  'visits',
  'programmes',
] as const
export type RowKind = (typeof rowKinds)[number]
export type RowCounts = Readonly<Record<RowKind, number>>

/** A complaint or an accident for which part of a record is needed. */
export type Matter = {
  readonly id: string
  readonly personId: string | null
  readonly kind: 'complaint' | 'accident'
  readonly reference: string
  readonly reason: string
  readonly needsName: boolean
  readonly needsContact: boolean
  readonly needsSessions: boolean
  /** Days whose sessions are needed, YYYY-MM-DD. */
  readonly firstDate: string | null
  readonly lastDate: string | null
  /** What was kept of a record that was erased, line by line. */
  readonly kept: readonly string[] | null
  readonly openedBy: string
  readonly openedAt: Date
  readonly closedAt: Date | null
}

export type ErasurePreview = {
  readonly name: string
  /** What goes for good. */
  readonly goes: RowCounts
  /** Approved minutes that stay in the totals, without a name. */
  readonly minutes: number
  /** Badges that somebody holds now. */
  readonly badges: number
  readonly matters: readonly Matter[]
}

export type Erasure = {
  readonly id: string
  readonly personId: string | null
  readonly askedBy: AskedBy
  readonly credentials: CredentialsChoice
  readonly files: readonly string[]
  readonly counts: Readonly<Record<string, number>>
  readonly askedAt: Date
  readonly rowsGoneAt: Date | null
  readonly finishedAt: Date | null
}

/** What is past its time or will be soon. */
export type RetentionItem = {
  readonly kind: 'profile' | 'import-file' | 'matter'
  readonly id: string
  /** A name, a file's name, or the reference of a matter. */
  readonly label: string
  /** The day that counts: of the last session, of the upload, of the closing; YYYY-MM-DD. */
  readonly since: string
  /** The day on which it goes, YYYY-MM-DD. */
  readonly goesOn: string
}
