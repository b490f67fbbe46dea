import type { AchievementTable } from './achievement'
import type { AddressChangeTable } from './address-change'
import type { ApplicationTable } from './application'
import type { AuditEventTable } from './audit-event'
import type { AwardTable } from './award'
import type { BadgeSettingTable } from './badge-setting'
import type { BadgeStandingTable, StandingChangeTable } from './badge-standing'
import type { BoundaryRecordTable } from './boundary-record'
import type { BranchTable } from './branch'
import type { CheckInTable } from './check-in'
import type { CheckInNumberTable } from './check-in-number'
import type { CheckInPointTable } from './check-in-point'
import type { ClaimTable } from './claim'
import type { ConsentTable } from './consent'
import type { CredentialTable } from './credential'
import type { DbsDecisionTable } from './dbs-decision'
import type { DemographicAnswerTable, DemographicLinkTable, DemographicReleaseTable } from './demographics'
import type { DofeActivityChangeTable } from './dofe-activity-change'
import type { DofeGoalTable } from './dofe-goal'
import type { DofeInvitationTable } from './dofe-invitation'
import type { DofeLeaderLinkTable } from './dofe-leader-link'
import type { DofeProgrammeTable } from './dofe-programme'
import type { DofeReportTable } from './dofe-report'
import type { DofeSessionChoiceTable } from './dofe-session-choice'
import type { DofeVisitTable } from './dofe-visit'
import type { EndorsementCredentialTable, EndorsementTable } from './endorsement'
import type { EvidenceRecordTable } from './evidence-record'
import type { FrameworkTable } from './framework'
import type { FrameworkItemTable } from './framework-item'
import type { FrameworkMappingTable } from './framework-mapping'
import type { GuardianTable } from './guardian'
import type { GuardianInvitationTable } from './guardian-invitation'
import type { HiddenRoleTable } from './hidden-role'
import type { HoursImportTable } from './hours-import'
import type { ImportFaultTable } from './import-fault'
import type { InductionTickTable } from './induction-tick'
import type { IssueBatchTable } from './issue-batch'
import type {
  AnonymousSessionTable,
  ErasedAwardTable,
  ErasureTable,
  KeptMatterTable,
  LedgerErasureTable,
  RetentionRunTable,
} from './keeping'
import type { LedgerHeadTable } from './ledger-head'
import type { MembershipTable } from './membership'
import type { MembershipBranchTable } from './membership-branch'
import type { OpportunityTable } from './opportunity'
import type { OrganisationTable } from './organisation'
import type { OutboxTable } from './outbox'
import type { OwnBadgeTable } from './own-badge'
import type { OwnBadgeVersionTable } from './own-badge-version'
import type { PatternCardTable } from './pattern-card'
import type { PersonTable } from './person'
import type { PersonCheckTable } from './person-check'
import type { PlacementTable } from './placement'
import type { PositionStatementTable } from './position-statement'
import type { PrintRunTable } from './print-run'
import type { RateLimitTable } from './rate-limit'
import type { RecordLinkTable } from './record-link'
import type { RoleTable } from './role'
import type { SessionEventTable } from './session-event'
import type { SetStatusPlaceTable } from './set-status-place'
import type { SettingChangeTable } from './setting-change'
import type { SigningKeyTable } from './signing-key'
import type { SkillAlignmentTable } from './skill-alignment'
import type { SkillClaimTable } from './skill-claim'
import type { SkillClaimEventTable } from './skill-claim-event'
import type { SkillEvidenceTable } from './skill-evidence'
import type { StatusListTable } from './status-list'
import type { SystemAccessTable } from './system-access'
import type { TrainingRecordTable } from './training-record'
import type { UnionConsultationTable } from './union-consultation'
import type { VolunteeringSessionTable } from './volunteering-session'

/** Every table that the stores use. The tables of sign-in belong to accounts/ and are not here. */
export type Database = {
  achievement: AchievementTable
  address_change: AddressChangeTable
  application: ApplicationTable
  anonymous_session: AnonymousSessionTable
  audit_event: AuditEventTable
  award: AwardTable
  badge_setting: BadgeSettingTable
  badge_standing: BadgeStandingTable
  boundary_record: BoundaryRecordTable
  branch: BranchTable
  check_in: CheckInTable
  check_in_number: CheckInNumberTable
  check_in_point: CheckInPointTable
  claim: ClaimTable
  consent: ConsentTable
  credential: CredentialTable
  dbs_decision: DbsDecisionTable
  dofe_activity_change: DofeActivityChangeTable
  dofe_goal: DofeGoalTable
  dofe_invitation: DofeInvitationTable
  dofe_leader_link: DofeLeaderLinkTable
  dofe_programme: DofeProgrammeTable
  dofe_report: DofeReportTable
  dofe_session_choice: DofeSessionChoiceTable
  dofe_visit: DofeVisitTable
  evidence_record: EvidenceRecordTable
  framework: FrameworkTable
  framework_item: FrameworkItemTable
  framework_mapping: FrameworkMappingTable
  demographic_answer: DemographicAnswerTable
  demographic_link: DemographicLinkTable
  demographic_release: DemographicReleaseTable
  erased_award: ErasedAwardTable
  endorsement: EndorsementTable
  endorsement_credential: EndorsementCredentialTable
  erasure: ErasureTable
  guardian: GuardianTable
  guardian_invitation: GuardianInvitationTable
  hidden_role: HiddenRoleTable
  hours_import: HoursImportTable
  import_fault: ImportFaultTable
  induction_tick: InductionTickTable
  issue_batch: IssueBatchTable
  kept_matter: KeptMatterTable
  ledger_erasure: LedgerErasureTable
  ledger_head: LedgerHeadTable
  membership: MembershipTable
  opportunity: OpportunityTable
  membership_branch: MembershipBranchTable
  organisation: OrganisationTable
  outbox: OutboxTable
  own_badge: OwnBadgeTable
  own_badge_version: OwnBadgeVersionTable
  pattern_card: PatternCardTable
  person: PersonTable
  person_check: PersonCheckTable
  placement: PlacementTable
  position_statement: PositionStatementTable
  print_run: PrintRunTable
  rate_limit: RateLimitTable
  record_link: RecordLinkTable
  retention_run: RetentionRunTable
  role: RoleTable
  session_event: SessionEventTable
  set_status_place: SetStatusPlaceTable
  setting_change: SettingChangeTable
  signing_key: SigningKeyTable
  skill_alignment: SkillAlignmentTable
  skill_claim: SkillClaimTable
  skill_claim_event: SkillClaimEventTable
  skill_evidence: SkillEvidenceTable
  standing_change: StandingChangeTable
  status_list: StatusListTable
  system_access: SystemAccessTable
  training_record: TrainingRecordTable
  union_consultation: UnionConsultationTable
  volunteering_session: VolunteeringSessionTable
}
