import type {
  ConsentCapacity,
  ConsentDecision,
  ConsentHow,
  ConsentPurpose,
} from '../../people/consents/model'

/** What somebody agreed to, refused or took back: only ever added to. The last entry of its kind counts. */
export type ConsentTable = {
  organisation_id: string
  id: string
  /** Whom it is about. */
  person_id: string
  /** Order of the entries of a person, from 1. */
  sequence: number
  purpose: ConsentPurpose
  decision: ConsentDecision
  capacity: ConsentCapacity
  /** Which guardian; null where the person decided. */
  guardian_id: string | null
  how: ConsentHow
  /** Version of the words that were agreed to. */
  text_version: string
  /** E-mail address of who wrote it down, or `guardian link`. */
  actor: string
  at: Date
}
