import { type Selectable, type SqlBool, sql } from 'kysely'
import { insertRows } from '../database/insert-rows'
import type { AwardTable } from '../database/schema/award'
import type { Scope } from '../database/scope'
import type { Award, AwardStatus, SignedAward, StatusPurpose } from './model'

const columns = [
  'id',
  'organisation_id',
  'achievement_id',
  'definition_code',
  'person_id',
  'issued_at',
  'decided_by',
  'minutes',
  'first_date',
  'last_date',
  'role_title',
  'status',
  'valid_until',
  'status_reason',
  'status_changed_at',
  'status_changed_by',
  'public_page',
  'show_name',
  'share_key',
  'certificate_key',
] as const

/** An award as it is kept: whether it ran out is for who looks at it. */
export type StoredAward = Award & { readonly status: AwardStatus }

type Row = Pick<Selectable<AwardTable>, (typeof columns)[number]> & { readonly purpose: StatusPurpose }

const toAward = (row: Row): StoredAward => ({
  id: row.id,
  organisationId: row.organisation_id,
  achievementId: row.achievement_id,
  definitionCode: row.definition_code,
  personId: row.person_id,
  issuedAt: row.issued_at,
  decidedBy: row.decided_by,
  minutes: row.minutes,
  firstDate: row.first_date,
  lastDate: row.last_date,
  roleTitle: row.role_title,
  status: row.status,
  validUntil: row.valid_until,
  statusPurpose: row.purpose,
  statusReason: row.status_reason,
  statusChangedAt: row.status_changed_at,
  statusChangedBy: row.status_changed_by,
  publicPage: row.public_page,
  showName: row.show_name,
  shareKey: row.share_key,
  certificateKey: row.certificate_key,
})

export type AwardDecision = {
  readonly definitionCode: string
  readonly batchId: string
  readonly decidedBy: string
}

const awardColumns = [
  'organisation_id',
  'id',
  'achievement_id',
  'definition_code',
  'person_id',
  'batch_id',
  'subject_id',
  'issued_at',
  'decided_by',
  'minutes',
  'first_date',
  'last_date',
  'role_title',
  'valid_until',
  'status_list_id',
  'status_index',
  'certificate_key',
  'ledger_sequence',
  'ledger_root',
  'certificate_page',
] as const

/** Lets awards that ran out make room for the next of the same badge, in the order of the people's ids. */
const lapse = async (
  { trx, organisationId }: Scope,
  definitionCode: string,
  awards: readonly { readonly personId: string; readonly issuedAt: Date }[],
): Promise<void> => {
  const [first] = awards
  if (first === undefined) return
  const personIds = awards.map(({ personId }) => personId)
  await sql`
    with over as (
      select id from award
      where organisation_id = ${organisationId} and definition_code = ${definitionCode}
        and person_id = any(${personIds}::uuid[]) and status <> 'revoked' and not lapsed
        and valid_until < ${first.issuedAt}
      order by person_id for update
    )
    update award set lapsed = true from over
    where award.organisation_id = ${organisationId} and award.id = over.id`.execute(trx)
}

/**
 * Writes awards and their credentials, in the order of the people's ids: two transactions that write the same
 * people then wait for each other in one direction only. A person who holds the badge already is passed over, unless
 * theirs ran out: the new one takes its place;
 * gives the ids written.
 */
export const insertAwards = async (
  scope: Scope,
  decision: AwardDecision,
  awards: readonly (SignedAward & { readonly certificatePage: boolean })[],
): Promise<Set<string>> => {
  if (awards.length === 0) return new Set()
  const inOrder = awards.toSorted((a, b) => (a.personId < b.personId ? -1 : 1))
  await lapse(scope, decision.definitionCode, inOrder)
  const written = await insertRows(
    scope.trx,
    'award',
    awardColumns,
    inOrder.map((award) => ({
      organisation_id: scope.organisationId,
      id: award.id,
      achievement_id: award.achievementId,
      definition_code: decision.definitionCode,
      person_id: award.personId,
      batch_id: decision.batchId,
      subject_id: award.subjectId,
      issued_at: award.issuedAt,
      decided_by: decision.decidedBy,
      minutes: award.minutes,
      first_date: award.firstDate,
      last_date: award.lastDate,
      role_title: award.roleTitle,
      valid_until: award.validUntil,
      status_list_id: award.statusListId,
      status_index: award.statusIndex,
      certificate_key: award.certificateKey,
      ledger_sequence: award.ledger.sequence,
      ledger_root: award.ledger.root,
      certificate_page: award.certificatePage,
    })),
  )
    .onConflict((conflict) =>
      conflict
        .columns(['organisation_id', 'definition_code', 'person_id'])
        .where(sql<SqlBool>`status <> 'revoked' and not lapsed`)
        .doNothing(),
    )
    .returning('id')
    .execute()
  const ids = new Set(written.map((row) => row.id))
  const credentials = awards.filter((award) => ids.has(award.id))
  if (credentials.length > 0) {
    const columns = ['organisation_id', 'award_id', 'document'] as const
    const rows = credentials.map((award) => ({
      organisation_id: scope.organisationId,
      award_id: award.id,
      document: award.document,
    }))
    await insertRows(scope.trx, 'credential', columns, rows).execute()
  }
  return ids
}

export const findAward = async (scope: Scope, awardId: string): Promise<StoredAward | undefined> => {
  const row = await scope.trx
    .selectFrom('award')
    .select(columns)
    .select((award) =>
      award
        .selectFrom('status_list')
        .select('purpose')
        .whereRef('status_list.organisation_id', '=', 'award.organisation_id')
        .whereRef('status_list.id', '=', 'award.status_list_id')
        .$asScalar()
        .$notNull()
        .as('purpose'),
    )
    .where('organisation_id', '=', scope.organisationId)
    .where('id', '=', awardId)
    .executeTakeFirst()
  return row && toAward(row)
}

/** Whether an award has not run out at an instant. */
export const runsAt = (now: Date) => sql<SqlBool>`(award.valid_until is null or award.valid_until >= ${now})`

/** People who hold a badge now, out of those named. */
export const selectHolders = async (
  scope: Scope,
  definitionCode: string,
  personIds: readonly string[],
  now: Date,
): Promise<Set<string>> => {
  const rows = await scope.trx
    .selectFrom('award')
    .select('person_id')
    .where('organisation_id', '=', scope.organisationId)
    .where('definition_code', '=', definitionCode)
    .where('person_id', '=', sql<string>`any(${personIds}::uuid[])`)
    .where('status', '<>', 'revoked')
    .where(runsAt(now))
    .execute()
  return new Set(rows.map((row) => row.person_id))
}

/** The signed credential of an award, or only where the award is that of a person. */
export const selectCredential = async (
  scope: Scope,
  awardId: string,
  personId?: string,
): Promise<string | undefined> => {
  let query = scope.trx
    .selectFrom('credential')
    .select('document')
    .where('organisation_id', '=', scope.organisationId)
    .where('award_id', '=', awardId)
  if (personId !== undefined)
    query = query.where((credential) =>
      credential.exists(
        credential
          .selectFrom('award')
          .select('award.id')
          .whereRef('award.organisation_id', '=', 'credential.organisation_id')
          .whereRef('award.id', '=', 'credential.award_id')
          .where('award.person_id', '=', personId),
      ),
    )
  return (await query.executeTakeFirst())?.document
}

/** The signed credentials of a badge that are valid now, oldest first. */
export const selectCredentials = async (
  scope: Scope,
  definitionCode: string,
  now: Date,
): Promise<string[]> => {
  const rows = await scope.trx
    .selectFrom('credential')
    .innerJoin('award', (join) =>
      join
        .onRef('award.organisation_id', '=', 'credential.organisation_id')
        .onRef('award.id', '=', 'credential.award_id'),
    )
    .select('credential.document')
    .where('credential.organisation_id', '=', scope.organisationId)
    .where('award.definition_code', '=', definitionCode)
    .where('award.status', '=', 'valid')
    .where(runsAt(now))
    .orderBy('award.issued_at')
    .orderBy('award.id')
    .execute()
  return rows.map((row) => row.document)
}
