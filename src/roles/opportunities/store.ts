import { sql } from 'kysely'
import type { PublicScope, Scope } from '../../database/scope'
import type { ReadOpportunity } from '../rules/read-opportunity'
import { publishedColumns } from '../store'
import type { Opportunity, OpportunityRow, PublicRole } from './model'

const opportunityColumns = [
  'opportunity.id',
  'opportunity.role_id as roleId',
  'opportunity.branch_id as branchId',
  'branch.name as branchName',
  'opportunity.capacity',
  'opportunity.apply_until as applyUntil',
  'opportunity.starts_on as startsOn',
  'opportunity.ends_on as endsOn',
  'opportunity.times',
  'opportunity.state',
] as const

const selectOpportunities = ({ trx }: Scope | PublicScope, organisationId: string) =>
  trx
    .selectFrom('opportunity')
    .leftJoin('branch', (join) =>
      join
        .onRef('branch.organisation_id', '=', 'opportunity.organisation_id')
        .onRef('branch.id', '=', 'opportunity.branch_id'),
    )
    .where('opportunity.organisation_id', '=', organisationId)

/** People who have a place: those whose placement did not end before it began to count. */
const taken = (today: string) => sql<number>`(select count(*)::int from placement
  where placement.organisation_id = opportunity.organisation_id and placement.opportunity_id = opportunity.id
    and (placement.ends_on is null or placement.ends_on >= ${today}::date))`

const selectRows = (scope: Scope, today: string) =>
  selectOpportunities(scope, scope.organisationId)
    .innerJoin('role', (join) =>
      join
        .onRef('role.organisation_id', '=', 'opportunity.organisation_id')
        .onRef('role.id', '=', 'opportunity.role_id'),
    )
    .select([
      ...opportunityColumns,
      'role.title_en as roleTitleEn',
      'role.title_cy as roleTitleCy',
      'role.minimum_age as minimumAge',
      taken(today).as('taken'),
      sql<number>`(select count(*)::int from application where application.organisation_id = opportunity.organisation_id
        and application.opportunity_id = opportunity.id and application.state = 'sent')`.as('waiting'),
    ])

/** A page of the opportunities of a service, the newest first. */
export const selectPage = (
  scope: Scope,
  query: { readonly today: string; readonly after: string | undefined; readonly limit: number },
): Promise<OpportunityRow[]> =>
  selectRows(scope, query.today)
    .$if(query.after !== undefined, (rows) => rows.where('opportunity.id', '<', query.after ?? ''))
    .orderBy('opportunity.id', 'desc')
    .limit(query.limit)
    .execute()

export const findRow = (
  scope: Scope,
  opportunityId: string,
  today: string,
): Promise<OpportunityRow | undefined> =>
  selectRows(scope, today).where('opportunity.id', '=', opportunityId).executeTakeFirst()

/** Takes the opportunity for this transaction alone, so that places are given one after the other. */
export const lockOpportunity = async (
  scope: Scope,
  opportunityId: string,
  today: string,
): Promise<OpportunityRow | undefined> => {
  const row = await scope.trx
    .selectFrom('opportunity')
    .select('id')
    .where('organisation_id', '=', scope.organisationId)
    .where('id', '=', opportunityId)
    .forUpdate()
    .executeTakeFirst()
  return row === undefined ? undefined : findRow(scope, row.id, today)
}

export const insertOpportunity = async (
  { trx, organisationId }: Scope,
  id: string,
  opportunity: ReadOpportunity,
  by: { readonly actor: string; readonly at: Date },
): Promise<void> => {
  await trx
    .insertInto('opportunity')
    .values({
      organisation_id: organisationId,
      id,
      role_id: opportunity.roleId,
      branch_id: opportunity.branchId,
      capacity: opportunity.capacity,
      apply_until: opportunity.applyUntil,
      starts_on: opportunity.startsOn,
      ends_on: opportunity.endsOn,
      times: opportunity.times,
      created_by: by.actor,
      created_at: by.at,
    })
    .execute()
}

export const hasBranch = async ({ trx, organisationId }: Scope, branchId: string): Promise<boolean> =>
  (await trx
    .selectFrom('branch')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .where('id', '=', branchId)
    .executeTakeFirst()) !== undefined

/** Closes an opportunity; false where it is closed already. */
export const updateClosed = async (
  { trx, organisationId }: Scope,
  opportunityId: string,
): Promise<boolean> => {
  const rows = await trx
    .updateTable('opportunity')
    .set({ state: 'closed' })
    .where('organisation_id', '=', organisationId)
    .where('id', '=', opportunityId)
    .where('state', '=', 'open')
    .returning('id')
    .execute()
  return rows.length === 1
}

/** The published roles of a service, or one of them. */
export const selectPublished = (
  { trx }: PublicScope,
  organisationId: string,
  roleId: string | undefined,
): Promise<PublicRole[]> =>
  trx
    .selectFrom('role')
    .select(publishedColumns)
    .where('role.organisation_id', '=', organisationId)
    .$if(roleId !== undefined, (roles) => roles.where('role.id', '=', roleId ?? ''))
    .orderBy('role.national_code')
    .orderBy('role.title_en')
    .execute()

/** What anybody may apply for on a day, by the day that applications close. */
export const selectOpen = (
  scope: PublicScope,
  organisationId: string,
  today: string,
): Promise<Opportunity[]> =>
  selectOpportunities(scope, organisationId)
    .select(opportunityColumns)
    .where('opportunity.apply_until', '>=', today)
    .orderBy('opportunity.apply_until')
    .orderBy('opportunity.id')
    .execute()

/** The position statement that the newest decision about a published role conforms to. */
export const findConforming = async (
  { trx }: PublicScope,
  organisationId: string,
  roleId: string,
): Promise<string | null> => {
  const row = await trx
    .selectFrom('boundary_record')
    .select('statement_version')
    .where('organisation_id', '=', organisationId)
    .where('role_id', '=', roleId)
    .orderBy('in_force_from', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.statement_version ?? null
}
