import type { Generated } from 'kysely'

/** What a supervisor or coordinator wrote of a volunteer; it goes nowhere until the volunteer agrees. */
export type EndorsementTable = {
  organisation_id: string
  id: string
  person_id: string
  /** Code of the badge that it is about, such as LV-02; null where it is about a role. */
  definition_code: string | null
  /** The role that it is about: it goes with each badge of which that is a role. */
  role_id: string | null
  words: string
  /** The language that it is written in. */
  language: 'en' | 'cy'
  /** Name and role of who speaks, as they are to stand there. */
  writer_name: string
  writer_role: string
  /** E-mail address of who wrote it. */
  written_by: string
  written_at: Date
  /** The form that it came from: sent again, it is kept once. */
  request_id: string
  state: Generated<'waiting' | 'agreed' | 'declined' | 'withdrawn'>
  /** When it was answered or taken back; null while it waits. */
  state_at: Date | null
}

/** The signed EndorsementCredential of some words for one award. */
export type EndorsementCredentialTable = {
  organisation_id: string
  /** The last part of the credential's id. */
  id: string
  endorsement_id: string
  award_id: string
  /** It stands inside the signed badge; else it goes beside it. */
  embedded: boolean
  signed_at: Date
  /** JSON, byte for byte as it was signed. */
  document: string
}
