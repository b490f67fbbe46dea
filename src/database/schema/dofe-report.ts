import type { JSONColumnType } from 'kysely'
import type { ReportStatus, ReportWords, SignedFacts } from '../../dofe/reports/model'

/** What an assessor writes of a section, from the draft to the signed copy. */
export type DofeReportTable = {
  organisation_id: string
  id: string
  programme_id: string
  invitation_id: string
  status: ReportStatus
  language: 'en' | 'cy'
  words: JSONColumnType<ReportWords>
  /** The hours as they stood when it was signed. */
  facts: JSONColumnType<SignedFacts> | null
  signed_name: string | null
  signed_at: Date | null
  reviewed_by: string | null
  reviewed_at: Date | null
  review_reason: string | null
  /** Signed EndorsementCredential, byte for byte. */
  endorsement: string | null
  /** Signed record of volunteering, byte for byte. */
  record: string | null
  status_list_id: string | null
  status_index: number | null
  created_at: Date
}
