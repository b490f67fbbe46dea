import type { Generated } from 'kysely'
import type { EvidenceKind } from '../../skills/model'

/** What backs a claim. A file is kept once by its hash, with where it was taken left out. */
export type SkillEvidenceTable = {
  organisation_id: string
  id: string
  claim_id: string
  kind: EvidenceKind
  words: Generated<string>
  url: string | null
  /** SHA-256 of the file as it is kept, in hexadecimal. */
  sha256: string | null
  media_type: string | null
  bytes: number | null
  file_name: string | null
  /** Whoever is in a photo has agreed to it. */
  people_agreed: Generated<boolean>
  added_at: Date
  removed_at: Date | null
  /** When the file of what was taken away was deleted. */
  file_gone_at: Date | null
}
