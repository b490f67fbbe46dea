import { type SqlBool, sql } from 'kysely'
import type { PublicScope, Scope } from '../../database/scope'
import type { CheckedAccess } from '../rules/check-access'
import type { AccessRow, PatternCard, PatternLine, RevokeReason } from './model'

const selectRows = ({ trx, organisationId }: Scope) =>
  trx
    .selectFrom('system_access as access')
    .innerJoin('person', (join) =>
      join
        .onRef('person.organisation_id', '=', 'access.organisation_id')
        .onRef('person.id', '=', 'access.person_id'),
    )
    .where('access.organisation_id', '=', organisationId)
    .select([
      'access.id',
      'access.placement_id as placementId',
      'access.person_id as personId',
      'person.preferred_name as personName',
      'access.system',
      'access.data_class as dataClass',
      'access.level',
      'access.approved_by as approvedBy',
      'access.granted_on as grantedOn',
      'access.expires_on as expiresOn',
      'access.review_on as reviewOn',
      'access.revoked_at as revokedAt',
      'access.revoke_reason as revokeReason',
    ])

const isActive = (today: string) =>
  sql<SqlBool>`(access.revoked_at is null and access.expires_on >= ${today}::date)`

/** A page of what is given, the newest first; what holds, or what has ended. */
export const selectPage = (
  scope: Scope,
  query: {
    readonly part: 'now' | 'ended'
    readonly today: string
    readonly after: string | undefined
    readonly limit: number
  },
): Promise<AccessRow[]> =>
  selectRows(scope)
    .where((eb) => (query.part === 'now' ? isActive(query.today) : eb.not(isActive(query.today))))
    .$if(query.after !== undefined, (rows) => rows.where('access.id', '<', query.after ?? ''))
    .orderBy('access.id', 'desc')
    .limit(query.limit)
    .execute()

export const selectActive = (scope: Scope, today: string): Promise<AccessRow[]> =>
  selectRows(scope).where(isActive(today)).orderBy('access.id').execute()

export const selectOfPlacement = (scope: Scope, placementId: string): Promise<AccessRow[]> =>
  selectRows(scope).where('access.placement_id', '=', placementId).orderBy('access.id', 'desc').execute()

/** What holds and is to be looked at, or ends, before a day. */
export const countDue = async (
  { trx, organisationId }: Scope,
  { today, before }: { readonly today: string; readonly before: string },
): Promise<{ count: number; first: string | null }> => {
  const { rows } = await sql<{ count: number; first: string | null }>`
    select count(*)::int as count, min(least(access.review_on, access.expires_on)) as first
    from system_access access where organisation_id = ${organisationId} and ${isActive(today)}
      and least(access.review_on, access.expires_on) <= ${before}::date`.execute(trx)
  return rows[0] ?? { count: 0, first: null }
}

/** The newest pass of a module that holds on a day. */
export const findTraining = (
  { trx, organisationId }: Scope,
  personId: string,
  module: string,
  today: string,
): Promise<{ id: string; expiresOn: string | null } | undefined> =>
  trx
    .selectFrom('training_record')
    .select(['id', 'expires_on as expiresOn'])
    .where('organisation_id', '=', organisationId)
    .where('person_id', '=', personId)
    .where('module', '=', module)
    .where('passed', '=', true)
    .where((eb) => eb.or([eb('expires_on', 'is', null), eb('expires_on', '>', today)]))
    .orderBy(sql`expires_on desc nulls first`)
    .limit(1)
    .executeTakeFirst()

/** Whether somebody who signs in with an address is that person. */
export const isOwn = async (
  { trx, organisationId }: Scope,
  personId: string,
  email: string,
): Promise<boolean> => {
  const { rows } = await sql<{ own: boolean }>`
    select exists (select from person where organisation_id = ${organisationId} and id = ${personId} and email = ${email})
      or exists (select from membership where organisation_id = ${organisationId} and person_id = ${personId}
        and role in ('volunteer', 'guardian') and email = ${email}) as own`.execute(trx)
  return rows[0]?.own ?? false
}

/** Adds access; false where the same is given already. */
export const insertAccess = async (
  { trx, organisationId }: Scope,
  key: { readonly id: string; readonly placementId: string; readonly personId: string },
  access: CheckedAccess,
  approvedBy: string,
): Promise<boolean> => {
  const rows = await trx
    .insertInto('system_access')
    .values({
      organisation_id: organisationId,
      id: key.id,
      placement_id: key.placementId,
      person_id: key.personId,
      system: access.system,
      data_class: access.dataClass,
      level: access.level,
      training_record_id: access.trainingRecordId,
      own_login: true,
      approved_by: approvedBy,
      granted_on: access.grantedOn,
      expires_on: access.expiresOn,
      review_on: access.reviewOn,
      revoked_at: null,
      revoked_by: null,
      revoke_reason: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .execute()
  return rows.length === 1
}

/** Takes access that holds for this transaction alone. */
export const lockAccess = async (
  { trx, organisationId }: Scope,
  accessId: string,
): Promise<{ personId: string; expiresOn: string } | undefined> =>
  trx
    .selectFrom('system_access')
    .select(['person_id as personId', 'expires_on as expiresOn'])
    .where('organisation_id', '=', organisationId)
    .where('id', '=', accessId)
    .where('revoked_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()

export const updateReview = async (
  { trx, organisationId }: Scope,
  accessId: string,
  reviewOn: string,
): Promise<void> => {
  await trx
    .updateTable('system_access')
    .set({ review_on: reviewOn })
    .where('organisation_id', '=', organisationId)
    .where('id', '=', accessId)
    .execute()
}

export const updateRevoked = async (
  { trx, organisationId }: Scope,
  accessId: string,
  by: { readonly actor: string; readonly at: Date; readonly reason: RevokeReason },
): Promise<void> => {
  await trx
    .updateTable('system_access')
    .set({ revoked_at: by.at, revoked_by: by.actor, revoke_reason: by.reason })
    .where('organisation_id', '=', organisationId)
    .where('id', '=', accessId)
    .execute()
}

export const insertCard = async (
  { trx, organisationId }: Scope,
  id: string,
  card: {
    readonly lines: readonly PatternLine[]
    readonly trainingMonths: number | null
    readonly reviewMonths: number
  },
  by: { readonly actor: string; readonly at: Date },
): Promise<void> => {
  await trx
    .insertInto('pattern_card')
    .values({
      organisation_id: organisationId,
      id,
      lines: JSON.stringify(card.lines),
      training_months: card.trainingMonths,
      review_months: card.reviewMonths,
      published_by: by.actor,
      published_at: by.at,
    })
    .execute()
}

/** The card that a service published last. */
export const findCard = (
  { trx }: PublicScope | Scope,
  organisationId: string,
): Promise<PatternCard | undefined> =>
  trx
    .selectFrom('pattern_card')
    .select([
      'lines',
      'training_months as trainingMonths',
      'review_months as reviewMonths',
      'published_at as publishedAt',
    ])
    .where('organisation_id', '=', organisationId)
    .orderBy('published_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
