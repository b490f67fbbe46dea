import { type SqlBool, sql } from 'kysely'
import type { Scope } from '../../database/scope'
import type { TaskClass } from '../model'
import type { InductionFact, InductionLine, Placement, PlacementFilter, PlacementRow } from './model'

const placementColumns = [
  'placement.id',
  'placement.person_id as personId',
  'placement.role_id as roleId',
  'placement.branch_id as branchId',
  'placement.starts_on as startsOn',
  'placement.ends_on as endsOn',
  'placement.supervisor_name as supervisorName',
  'placement.supervisor_email as supervisorEmail',
  'placement.opportunity_id as opportunityId',
  'placement.end_reason as endReason',
] as const

/** The placements of people, or of everybody; each person's in the order of their start. */
export const selectPlacements = (
  { trx, organisationId }: Scope,
  personIds: readonly string[] | undefined,
): Promise<Placement[]> =>
  trx
    .selectFrom('placement')
    .select(placementColumns)
    .where('placement.organisation_id', '=', organisationId)
    .$if(personIds !== undefined, (rows) =>
      rows.where('placement.person_id', '=', sql<string>`any(${personIds ?? []}::uuid[])`),
    )
    .orderBy('placement.person_id')
    .orderBy('placement.starts_on')
    .orderBy('placement.id')
    .execute()

const selectRows = ({ trx, organisationId }: Scope) =>
  trx
    .selectFrom('placement')
    .innerJoin('person', (join) =>
      join
        .onRef('person.organisation_id', '=', 'placement.organisation_id')
        .onRef('person.id', '=', 'placement.person_id'),
    )
    .innerJoin('role', (join) =>
      join
        .onRef('role.organisation_id', '=', 'placement.organisation_id')
        .onRef('role.id', '=', 'placement.role_id'),
    )
    .leftJoin('branch', (join) =>
      join
        .onRef('branch.organisation_id', '=', 'placement.organisation_id')
        .onRef('branch.id', '=', 'placement.branch_id'),
    )
    .where('placement.organisation_id', '=', organisationId)
    .select([
      ...placementColumns,
      'person.preferred_name as personName',
      'role.national_code as nationalCode',
      'role.title_en as roleTitleEn',
      'role.title_cy as roleTitleCy',
      'branch.name as branchName',
      sql<number>`jsonb_array_length(role.induction)`.as('inductionItems'),
      sql<number>`(select count(*)::int from induction_tick tick
        where tick.organisation_id = placement.organisation_id and tick.placement_id = placement.id
          and exists (select from jsonb_array_elements(role.induction) item where item->>'id' = tick.item_id::text))`.as(
        'inductionDone',
      ),
    ])

const holdsOn = (day: string) =>
  sql<SqlBool>`(placement.ends_on is null or placement.ends_on >= ${day}::date)`

/** A page of placements, the newest first, after the one with the id `after`. */
export const selectPage = (
  scope: Scope,
  query: {
    readonly filter: PlacementFilter
    readonly today: string
    readonly after: string | undefined
    readonly limit: number
  },
): Promise<PlacementRow[]> => {
  const { filter, today, after, limit } = query
  return selectRows(scope)
    .$if(filter.roleId !== undefined, (rows) => rows.where('placement.role_id', '=', filter.roleId ?? ''))
    .$if(filter.part === 'now', (rows) => rows.where(holdsOn(today)))
    .$if(filter.part === 'ended', (rows) => rows.where((eb) => eb.not(holdsOn(today))))
    .$if(after !== undefined, (rows) => rows.where('placement.id', '<', after ?? ''))
    .orderBy('placement.id', 'desc')
    .limit(limit)
    .execute()
}

export const findRow = (scope: Scope, placementId: string): Promise<PlacementRow | undefined> =>
  selectRows(scope).where('placement.id', '=', placementId).executeTakeFirst()

export const selectRowsOf = (scope: Scope, personId: string): Promise<PlacementRow[]> =>
  selectRows(scope)
    .where('placement.person_id', '=', personId)
    .orderBy('placement.starts_on', 'desc')
    .orderBy('placement.id', 'desc')
    .execute()

/** Takes the placement for this transaction alone. */
export const lockPlacement = (
  { trx, organisationId }: Scope,
  placementId: string,
): Promise<Placement | undefined> =>
  trx
    .selectFrom('placement')
    .select(placementColumns)
    .where('placement.organisation_id', '=', organisationId)
    .where('placement.id', '=', placementId)
    .forUpdate()
    .executeTakeFirst()

/** Everything that a new placement is held against; undefined where person or role is not there. */
export const findGround = async (
  { trx, organisationId }: Scope,
  asked: { readonly personId: string; readonly roleId: string; readonly branchId: string | null },
) => {
  const { rows } = await sql<{
    person: boolean
    birthYear: number | null
    birthDate: string | null
    branch: boolean
    state: 'adopted' | 'published' | 'retired' | null
    taskClass: TaskClass | null
    minimumAge: number | null
    supervisorName: string | null
    supervisorEmail: string | null
  }>`
    select person.id is not null as person, person.birth_year as "birthYear",
      person.birth_date as "birthDate",
      (${asked.branchId}::uuid is null or branch.id is not null) as branch,
      role.state, role.boundary_class as "taskClass", role.minimum_age as "minimumAge",
      role.supervisor_name as "supervisorName", role.supervisor_email as "supervisorEmail"
    from (select ${organisationId}::uuid as organisation_id) as one
    left join person on person.organisation_id = one.organisation_id and person.id = ${asked.personId}::uuid
    left join role on role.organisation_id = one.organisation_id and role.id = ${asked.roleId}::uuid
    left join branch on branch.organisation_id = one.organisation_id and branch.id = ${asked.branchId}::uuid`.execute(
    trx,
  )
  const [ground] = rows
  if (ground === undefined) throw new Error('A select without a table gives one row.')
  return ground
}

export type PlacementToInsert = Omit<Placement, 'endReason'> & {
  readonly createdBy: string
  readonly createdAt: Date
}

/** Adds a placement; false where the same person has the same role there from the same day. */
export const insertPlacement = async (
  { trx, organisationId }: Scope,
  placement: PlacementToInsert,
): Promise<boolean> => {
  const rows = await trx
    .insertInto('placement')
    .values({
      organisation_id: organisationId,
      id: placement.id,
      person_id: placement.personId,
      role_id: placement.roleId,
      branch_id: placement.branchId,
      starts_on: placement.startsOn,
      ends_on: placement.endsOn,
      supervisor_name: placement.supervisorName,
      supervisor_email: placement.supervisorEmail,
      opportunity_id: placement.opportunityId,
      end_reason: null,
      ended_by: null,
      created_by: placement.createdBy,
      created_at: placement.createdAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .execute()
  return rows.length === 1
}

/** Ends a placement; one that was to start later ends on the day it would have started. */
export const updateEnd = async (
  { trx, organisationId }: Scope,
  placementId: string,
  end: { readonly on: string; readonly reason: Placement['endReason']; readonly by: string },
): Promise<void> => {
  await trx
    .updateTable('placement')
    .set({ ends_on: end.on, end_reason: end.reason, ended_by: end.by })
    .where('organisation_id', '=', organisationId)
    .where('id', '=', placementId)
    .execute()
}

/** Cuts the access of a placement short: from the day after its end there is none, and from today none is left. */
export const endAccess = async (
  { trx, organisationId }: Scope,
  placementId: string,
  end: { readonly on: string; readonly today: string; readonly by: string; readonly at: Date },
): Promise<string[]> => {
  if (end.on > end.today) {
    await trx
      .updateTable('system_access')
      .set({
        expires_on: sql<string>`least(expires_on, greatest(granted_on, ${end.on}::date))`,
        review_on: sql<string>`least(review_on, greatest(granted_on, ${end.on}::date))`,
      })
      .where('organisation_id', '=', organisationId)
      .where('placement_id', '=', placementId)
      .where('revoked_at', 'is', null)
      .execute()
    return []
  }
  const rows = await trx
    .updateTable('system_access')
    .set({ revoked_at: end.at, revoked_by: end.by, revoke_reason: 'placement-ended' })
    .where('organisation_id', '=', organisationId)
    .where('placement_id', '=', placementId)
    .where('revoked_at', 'is', null)
    .returning('id')
    .execute()
  return rows.map(({ id }) => id)
}

/** The checklist of a placement in its order, with what is ticked. */
export const selectInduction = async (
  { trx, organisationId }: Scope,
  placementId: string,
): Promise<InductionLine[]> => {
  const { rows } = await sql<InductionLine>`
    select item->>'id' as id, item->>'en' as en, item->>'cy' as cy,
      tick.ticked_by as "tickedBy", tick.ticked_at as "tickedAt"
    from placement join role on role.organisation_id = placement.organisation_id and role.id = placement.role_id
    cross join lateral jsonb_array_elements(role.induction) with ordinality as list (item, place)
    left join induction_tick tick on tick.organisation_id = placement.organisation_id
      and tick.placement_id = placement.id and tick.item_id = (item->>'id')::uuid
    where placement.organisation_id = ${organisationId} and placement.id = ${placementId}
    order by place`.execute(trx)
  return rows
}

/** Makes the ticks of a placement those of `itemIds`; what was ticked before keeps who and when. */
export const replaceTicks = async (
  { trx, organisationId }: Scope,
  placementId: string,
  itemIds: readonly string[],
  by: { readonly actor: string; readonly at: Date },
): Promise<void> => {
  await trx
    .deleteFrom('induction_tick')
    .where('organisation_id', '=', organisationId)
    .where('placement_id', '=', placementId)
    .where('item_id', '<>', sql<string>`all(${itemIds}::uuid[])`)
    .execute()
  if (itemIds.length === 0) return
  await trx
    .insertInto('induction_tick')
    .values(
      itemIds.map((id) => ({
        organisation_id: organisationId,
        placement_id: placementId,
        item_id: id,
        ticked_by: by.actor,
        ticked_at: by.at,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** How far the first weeks are in each placement of people, or of everybody. */
export const selectInductionFacts = async (
  { trx, organisationId }: Scope,
  personIds: readonly string[] | undefined,
): Promise<InductionFact[]> => {
  const { rows } = await sql<InductionFact>`
    select placement.id as "placementId", placement.person_id as "personId", placement.role_id as "roleId",
      jsonb_array_length(role.induction) as items, count(tick.item_id)::int as done,
      (jsonb_array_length(role.induction) > 0 and count(tick.item_id) = jsonb_array_length(role.induction)) as complete,
      case when jsonb_array_length(role.induction) > 0 and count(tick.item_id) = jsonb_array_length(role.induction)
        then max(tick.ticked_at) end as "completedAt"
    from placement join role on role.organisation_id = placement.organisation_id and role.id = placement.role_id
    left join induction_tick tick on tick.organisation_id = placement.organisation_id
      and tick.placement_id = placement.id
      and exists (select from jsonb_array_elements(role.induction) item where item->>'id' = tick.item_id::text)
    where placement.organisation_id = ${organisationId}
      and (${personIds === undefined} or placement.person_id = any(${personIds ?? []}::uuid[]))
    group by placement.organisation_id, placement.id, placement.person_id, placement.role_id, role.induction
    order by placement.id`.execute(trx)
  return rows
}
