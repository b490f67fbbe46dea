import { sql } from 'kysely'
import type { Scope } from '../../database/scope'
import type { Reach } from '../../organisations/model'
import { placementsWithin } from '../../roles/placements/actions'
import { isOutsidePlacements } from '../../roles/rules/is-outside-placements'
import { chainedFactColumns } from '../ledger/store'
import type { SessionFact } from '../model'
import type { ChainedFacts } from '../rules/link-entry'
import { sessionKey } from '../rules/session-key'
import type { HistoryStatus } from '../rules/status-of-history'
import type { EntryFault, HistoryEntry, ReadEntry } from '../sessions/model'
import { isLate, isWithin } from '../sessions/store'

/** A session in full, with the names that a page shows. */
export type SessionDetails = ChainedFacts & {
  readonly id: string
  readonly personId: string
  readonly personName: string
  readonly roleTitleEn: string
  readonly roleTitleCy: string | null
  readonly branchName: string | null
  readonly status: HistoryStatus
  readonly note: string | null
  readonly recordedAt: Date
  /** The session that took its place. */
  readonly correctedBy: string | null
}

const selectDetails = ({ trx, organisationId }: Scope) =>
  trx
    .selectFrom('volunteering_session as session')
    .innerJoin('person', (join) =>
      join
        .onRef('person.organisation_id', '=', 'session.organisation_id')
        .onRef('person.id', '=', 'session.person_id'),
    )
    .innerJoin('role', (join) =>
      join
        .onRef('role.organisation_id', '=', 'session.organisation_id')
        .onRef('role.id', '=', 'session.role_id'),
    )
    .leftJoin('branch', (join) =>
      join
        .onRef('branch.organisation_id', '=', 'session.organisation_id')
        .onRef('branch.id', '=', 'session.branch_id'),
    )
    .leftJoin('volunteering_session as later', (join) =>
      join
        .onRef('later.organisation_id', '=', 'session.organisation_id')
        .onRef('later.corrects_id', '=', 'session.id')
        .on('later.status', '<>', 'void'),
    )
    .where('session.organisation_id', '=', organisationId)
    .select([
      'session.id',
      'session.person_id as personId',
      'person.preferred_name as personName',
      'role.title_en as roleTitleEn',
      'role.title_cy as roleTitleCy',
      'branch.name as branchName',
      'session.status',
      'session.note',
      'session.recorded_at as recordedAt',
      'later.id as correctedBy',
      ...chainedFactColumns,
    ])

export const findSession = (scope: Scope, id: string, reach: Reach): Promise<SessionDetails | undefined> =>
  selectDetails(scope).where('session.id', '=', id).where(isWithin(reach)).executeTakeFirst()

/** The last sessions of a person that stand, newest first. */
export const listLatest = (scope: Scope, personId: string, limit: number): Promise<SessionDetails[]> =>
  selectDetails(scope)
    .where('session.person_id', '=', personId)
    .where('session.status', '<>', 'void')
    .orderBy('session.local_date', 'desc')
    .orderBy('session.id', 'desc')
    .limit(limit)
    .execute()

/** The approved sessions of some people in full, by day (rule HR-06). */
export const listApprovedInFull = (scope: Scope, personIds: readonly string[]): Promise<SessionDetails[]> =>
  selectDetails(scope)
    .where('session.person_id', '=', sql<string>`any(${personIds}::uuid[])`)
    .where('session.status', '=', 'approved')
    .orderBy('session.local_date')
    .orderBy('session.id')
    .execute()

/** Somebody has sessions or a placement where a supervisor acts. */
const belongsWithin = (reach: Reach) =>
  reach === 'service'
    ? sql<boolean>`true`
    : sql<boolean>`exists (select from membership_branch reach
        where reach.organisation_id = person.organisation_id
          and reach.membership_id = ${reach.membershipId}::uuid
          and (exists (select from volunteering_session known
              where known.organisation_id = reach.organisation_id and known.branch_id = reach.branch_id
                and known.person_id = person.id and known.status <> 'void')
            or exists (select from placement placed
              where placed.organisation_id = reach.organisation_id and placed.branch_id = reach.branch_id
                and placed.person_id = person.id)))`

/** People who volunteer now where somebody acts, by name: those with sessions in a role since a day, or all. */
export const listForRegister = (
  { trx, organisationId }: Scope,
  roleId: string | undefined,
  since: string,
  reach: Reach,
): Promise<{ id: string; name: string }[]> =>
  trx
    .selectFrom('person')
    .select(['person.id', 'person.preferred_name as name'])
    .where('person.organisation_id', '=', organisationId)
    .where('person.status', '=', 'active')
    .where(belongsWithin(reach))
    .$if(roleId !== undefined, (people) =>
      people.where((eb) =>
        eb.exists(
          eb
            .selectFrom('volunteering_session as session')
            .select('session.id')
            .whereRef('session.organisation_id', '=', 'person.organisation_id')
            .whereRef('session.person_id', '=', 'person.id')
            .where('session.role_id', '=', roleId ?? '')
            .where('session.status', '<>', 'void')
            .where('session.local_date', '>=', since),
        ),
      ),
    )
    .orderBy('person.search_name')
    .orderBy('person.id')
    .execute()

/** What happened to a session, oldest first. */
export const listHistory = ({ trx, organisationId }: Scope, sessionId: string): Promise<HistoryEntry[]> =>
  trx
    .selectFrom('session_event')
    .select(['kind', 'at', 'actor', 'reason'])
    .where('organisation_id', '=', organisationId)
    .where('session_id', '=', sessionId)
    .orderBy('sequence')
    .execute()

const compared = [
  'roleId',
  'branchId',
  'localDate',
  'minutes',
  'activity',
  'note',
  'deliveryMode',
  'trainingMinutes',
  'timeCredit',
  'beneficiaries',
  'dofeSection',
] as const

/** Whether an entry says just what a session says. */
export const sameFacts = (session: SessionDetails, entry: ReadEntry): boolean =>
  compared.every((name) => session[name] === entry[name]) &&
  session.startedAt?.getTime() === entry.startedAt?.getTime() &&
  session.endedAt?.getTime() === entry.endedAt?.getTime()

const isBranchWithin = (reach: Reach) =>
  reach === 'service'
    ? sql<boolean>`true`
    : sql<boolean>`exists (select from membership_branch reach
        where reach.organisation_id = branch.organisation_id and reach.branch_id = branch.id
          and reach.membership_id = ${reach.membershipId}::uuid)`

/**
 * What stands against each entry in the service's own records: people, roles and libraries that it does not have or where
 * who writes does not act, and days outside the placements in that role (rule HR-03).
 */
export const checkEntries = async (
  scope: Scope,
  entries: readonly ReadEntry[],
  reach: Reach,
): Promise<readonly (readonly EntryFault[])[]> => {
  const { trx, organisationId } = scope
  const { rows } = await sql<{ id: string }>`
    select id::text from person where organisation_id = ${organisationId}
      and id = any(${entries.map(({ personId }) => personId)}::uuid[])
    union all select id::text from role where organisation_id = ${organisationId}
      and id = any(${entries.map(({ roleId }) => roleId)}::uuid[])
    union all select id::text from branch where organisation_id = ${organisationId}
      and id = any(${entries.map(({ branchId }) => branchId).filter((id) => id !== null)}::uuid[])
      and ${isBranchWithin(reach)}`.execute(trx)
  const known = new Set(rows.map(({ id }) => id))
  const people = [...new Set(entries.map(({ personId }) => personId))]
  const placements = Map.groupBy(await placementsWithin(scope, people), ({ personId }) => personId)
  return entries.map(({ personId, roleId, branchId, localDate }): EntryFault[] => [
    ...(known.has(personId) ? [] : [{ field: 'personId', reason: 'person-unknown' } as const]),
    ...(known.has(roleId) ? [] : [{ field: 'roleId', reason: 'role-unknown' } as const]),
    ...((branchId === null && reach === 'service') || known.has(branchId ?? '')
      ? []
      : [{ field: 'branchId', reason: 'branch-unknown' } as const]),
    ...(isOutsidePlacements(placements.get(personId) ?? [], roleId, localDate)
      ? [{ field: 'date', reason: 'outside-placement' } as const]
      : []),
  ])
}

/** Whether all of these people are the one who signs in with an address. */
export const areOwn = async (
  { trx, organisationId }: Scope,
  personIds: readonly string[],
  email: string,
): Promise<boolean> => {
  const ids = [...new Set(personIds)]
  const rows = await trx
    .selectFrom('membership')
    .select('person_id')
    .distinct()
    .where('organisation_id', '=', organisationId)
    .where('email', '=', email)
    .where('role', 'in', ['volunteer', 'guardian'])
    .where('person_id', '=', sql<string>`any(${ids}::uuid[])`)
    .execute()
  return rows.length === ids.length
}

/** The sessions that have the same facts (rule HR-04), by their key: the one that counts, else one that was taken out. */
export const findSame = async (
  { trx, organisationId }: Scope,
  facts: readonly SessionFact[],
): Promise<Map<string, string>> => {
  if (facts.length === 0) return new Map()
  const dates = facts.map(({ localDate }) => localDate)
  const rows = await trx
    .selectFrom('volunteering_session')
    .select([
      'id',
      'person_id as personId',
      'role_id as roleId',
      'local_date as localDate',
      'started_at as startedAt',
      'ended_at as endedAt',
      'minutes',
    ])
    .where('organisation_id', '=', organisationId)
    .where('person_id', '=', sql<string>`any(${facts.map(({ personId }) => personId)}::uuid[])`)
    .where('local_date', '=', sql<string>`any(${dates}::date[])`)
    .orderBy(sql`status = 'void'`, 'desc')
    .execute()
  return new Map(rows.map((row) => [sessionKey(row), row.id]))
}

/** Those of the sessions that were recorded long after they took place (rule HR-08). */
export const listLate = async (
  { trx, organisationId }: Scope,
  ids: readonly string[],
): Promise<Set<string>> => {
  const rows = await trx
    .selectFrom('volunteering_session as session')
    .select('session.id')
    .where('session.organisation_id', '=', organisationId)
    .where('session.id', '=', sql<string>`any(${ids}::uuid[])`)
    .where(isLate)
    .execute()
  return new Set(rows.map(({ id }) => id))
}

/** The sessions that one press of "approve" approved; undefined where it was another's, too long ago, or never was. */
export const findApproval = async (
  { trx, organisationId }: Scope,
  { batchId, actor, since }: { readonly batchId: string; readonly actor: string; readonly since: Date },
): Promise<string[] | undefined> => {
  const rows = await trx
    .selectFrom('session_event')
    .select('session_id as sessionId')
    .where('organisation_id', '=', organisationId)
    .where('batch_id', '=', batchId)
    .where('kind', '=', 'approved')
    .where('actor', '=', actor)
    .where('at', '>', since)
    .execute()
  return rows.length === 0 ? undefined : rows.map(({ sessionId }) => sessionId)
}

/** Those of the sessions whose last entry is of that batch. */
export const listLastOf = async (
  { trx, organisationId }: Scope,
  batchId: string,
  ids: readonly string[],
): Promise<Set<string>> => {
  const { rows } = await sql<{ id: string }>`
    select session_id as id from (
      select distinct on (session_id) session_id, batch_id from session_event
      where organisation_id = ${organisationId} and session_id = any(${ids}::uuid[])
      order by session_id, sequence desc) as last
    where batch_id = ${batchId}::uuid`.execute(trx)
  return new Set(rows.map(({ id }) => id))
}
