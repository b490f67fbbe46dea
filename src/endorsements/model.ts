/** What has become of words about somebody: only those that were agreed to go anywhere. */
export const wordsStates = ['waiting', 'agreed', 'declined', 'withdrawn'] as const
export type WordsState = (typeof wordsStates)[number]

/** The longest words of a supervisor, and the longest name and role of theirs, in characters. */
export const LONGEST_WORDS = 600
export const LONGEST_NAME = 80

/** Words as they are signed: what was said, in which language, and who speaks, as they chose to be named. */
export type AgreedWords = {
  readonly id: string
  readonly words: string
  readonly language: 'en' | 'cy'
  readonly writerName: string
  readonly writerRole: string
}

/** What a supervisor or coordinator wrote of a volunteer. */
export type Words = AgreedWords & {
  readonly personId: string
  readonly code: string | null
  readonly roleTitleEn: string | null
  readonly roleTitleCy: string | null
  /** E-mail address of who wrote it. */
  readonly writtenBy: string
  readonly writtenAt: Date
  readonly state: WordsState
  /** The awards that they go with, signed. */
  readonly awardIds: readonly string[]
}

/** Words signed for one award. */
export type SignedWords = {
  readonly id: string
  readonly wordsId: string
  /** The EndorsementCredential, JSON as it was signed. */
  readonly document: string
}

/** Signed words that go with an award, inside its credential or beside it. */
export type WordsOfAward = AgreedWords & { readonly document: string; readonly embedded: boolean }

/** What the form for words gives, as it was typed. */
export type WordsEntry = {
  readonly about: string
  readonly words: string
  readonly language: string
  readonly writerName: string
  readonly writerRole: string
}

export type WordsFault =
  | 'about-missing'
  | 'words-missing'
  | 'words-too-long'
  | 'words-claim'
  | 'words-name'
  | 'words-private'
  | 'language-missing'
  | 'name-missing'
  | 'name-too-long'
  | 'role-missing'
  | 'role-too-long'
export type WordsFieldFault = { readonly field: keyof WordsEntry; readonly reason: WordsFault }
