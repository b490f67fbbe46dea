import type { EditionLanguage } from '../achievements/model'
import type { AgreedWords, SignedWords } from '../endorsements/model'
import type { ItemAlignment } from '../frameworks/model'
import type { Hold } from '../people/holds/model'

/** What an award is now. A suspended one may become valid again, a revoked one does not. */
export type AwardStatus = 'valid' | 'suspended' | 'revoked'

/** The same as people see it: a valid one that ran out is over. */
export type AwardState = AwardStatus | 'ended'

/** What the status entry of an award stands for: it can be taken back for good, or it can be suspended too. */
export type StatusPurpose = 'revocation' | 'suspension'

/** An award as the pages and the files of it need it. */
export type Award = {
  readonly id: string
  readonly organisationId: string
  readonly achievementId: string
  readonly definitionCode: string
  readonly personId: string
  readonly issuedAt: Date
  readonly decidedBy: string
  /** Approved minutes that the credential states. */
  readonly minutes: number
  /** YYYY-MM-DD, both. */
  readonly firstDate: string
  readonly lastDate: string
  readonly roleTitle: string | null
  readonly status: AwardState
  /** The last instant of its validity; null where it does not run out. */
  readonly validUntil: Date | null
  readonly statusPurpose: StatusPurpose
  /** The last change of its status; null, all three, where it never changed. */
  readonly statusReason: string | null
  readonly statusChangedAt: Date | null
  readonly statusChangedBy: string | null
  readonly publicPage: boolean
  readonly showName: boolean
  readonly shareKey: string | null
  readonly certificateKey: string
}

/** Who a badge may go to, as far as its credential and the mail about it need to know them. */
export type Recipient = {
  readonly personId: string
  readonly name: string
  /** Null for those without e-mail. */
  readonly email: string | null
  /** The language that they are written to in, and the edition that they get. */
  readonly language: EditionLanguage
}

/** Somebody who has earned a badge, with what their sessions come to at the moment of the decision. */
export type Candidate = Recipient & {
  readonly minutes: number
  /** First and last day, YYYY-MM-DD. */
  readonly firstDate: string
  readonly lastDate: string
  /** Where the chain of the person's hours stood when they were counted, and its root there. */
  readonly ledger: { readonly sequence: number; readonly root: string }
  /** The one role of all sessions, in the person's language; null where there were several. */
  readonly roleTitle: string | null
  /** Words about the person, which the credential carries. */
  readonly narrative?: string
  /** What the confirmed skills that the badge names are aligned to, each with a sentence that says how far it goes. */
  readonly skills?: readonly SkillAlignment[]
  /** What supervisors wrote of them and they agreed to: the credential carries it, signed. */
  readonly words?: readonly AgreedWords[]
}

export type SkillAlignment = ItemAlignment & { readonly targetDescription: string }

/** Ids of the skill claims that a badge names, by person; who is not in it has all of theirs named. */
export type ChosenSkills = Readonly<Record<string, readonly string[]>>

/** An award with its signed credential, ready to be written. */
export type SignedAward = Candidate & {
  readonly id: string
  readonly achievementId: string
  readonly subjectId: string
  readonly issuedAt: Date
  readonly validUntil: Date | null
  readonly statusListId: string
  readonly statusIndex: number
  readonly certificateKey: string
  readonly document: string
  /** The endorsements inside the document. */
  readonly endorsements: readonly SignedWords[]
}

/** A place in a status list that nobody else will be given. */
export type StatusPlace = { readonly listId: string; readonly index: number }

/** Somebody of a batch who was not given the badge, and why. */
export type Refusal =
  | { readonly personId: string; readonly reason: 'not-eligible' | 'already-holds' }
  | { readonly personId: string; readonly reason: 'consent-missing'; readonly hold: Hold }

/** One decision to issue a badge to several people, and how far it has got. */
export type IssueBatch = {
  readonly id: string
  /** Code of the badge, such as LV-02. */
  readonly code: string
  readonly total: number
  readonly done: number
  readonly issued: number
  readonly refused: readonly Refusal[]
  /** E-mail address of the member who decided. */
  readonly decidedBy: string
  readonly createdAt: Date
  readonly finishedAt: Date | null
}

/** A link that lets somebody take their badge: in a mail, or on a slip of paper for those without e-mail. */
export type Claim = {
  readonly organisationId: string
  readonly awardId: string
  readonly personId: string
  /** The address that the link was mailed to; null for one on paper, which signs nobody in. */
  readonly email: string | null
  readonly expiresAt: Date
  readonly usedAt: Date | null
  /** It went to the guardian of a child. */
  readonly toGuardian: boolean
  /** In the language of the award. */
  readonly badgeName: string
}
