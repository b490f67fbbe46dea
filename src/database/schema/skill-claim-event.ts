import type { JSONColumnType } from 'kysely'
import type { ClaimDeedKind } from '../../skills/model'

/** What happened to a claim and who did it. Only ever added to. */
export type SkillClaimEventTable = {
  organisation_id: string
  claim_id: string
  /** From 1. */
  sequence: number
  kind: ClaimDeedKind
  /** E-mail address of the member who did it. */
  actor: string
  at: Date
  words: string | null
  /** The record of an assessment, what was there before a change; empty where there is no more to say. */
  detail: JSONColumnType<Readonly<Record<string, string>>>
}
