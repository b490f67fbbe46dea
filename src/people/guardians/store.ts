import { sql } from 'kysely'
import type { Scope, SystemScope } from '../../database/scope'
import type { GuardianStatus } from '../holds/model'
import type { Guardian } from './model'

const statusOf = sql<GuardianStatus>`case when guardian.ended_at is not null then 'ended'
  when guardian.refused_at is not null then 'refused'
  when guardian.confirmed_at is not null then 'confirmed' else 'waiting' end`

/** The guardians of a person, the oldest first. */
export const listGuardians = (scope: Scope, personId: string): Promise<Guardian[]> =>
  selectGuardians(scope).where('guardian.person_id', '=', personId).execute()

const selectGuardians = ({ trx, organisationId }: Scope) =>
  trx
    .selectFrom('guardian')
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('guardian_invitation as one')
          .select(['one.sent_by', 'one.expires_at', 'one.used_at'])
          .whereRef('one.organisation_id', '=', 'guardian.organisation_id')
          .whereRef('one.guardian_id', '=', 'guardian.id')
          .orderBy('one.created_at', 'desc')
          .orderBy('one.id', 'desc')
          .limit(1)
          .as('invitation'),
      (join) => join.onTrue(),
    )
    .select([
      'guardian.id',
      'guardian.person_id as personId',
      'guardian.name',
      'guardian.relationship',
      'guardian.email',
      'guardian.phone',
      statusOf.as('status'),
      'guardian.created_at as createdAt',
      sql<Date | null>`coalesce(guardian.ended_at, guardian.refused_at, guardian.confirmed_at)`.as(
        'changedAt',
      ),
      'invitation.sent_by as sentBy',
      sql<Date | null>`case when invitation.used_at is null then invitation.expires_at end`.as('linkUntil'),
    ])
    .where('guardian.organisation_id', '=', organisationId)
    .orderBy('guardian.created_at')
    .orderBy('guardian.id')

export const findGuardian = (scope: Scope, guardianId: string): Promise<Guardian | undefined> =>
  selectGuardians(scope).where('guardian.id', '=', guardianId).executeTakeFirst()

export const insertGuardian = async (
  scope: Scope,
  guardian: {
    readonly id: string
    readonly personId: string
    readonly name: string
    readonly relationship: string | null
    readonly email: string | null
    readonly phone: string | null
    readonly createdBy: string
    readonly at: Date
  },
): Promise<void> => {
  await scope.trx
    .insertInto('guardian')
    .values({
      organisation_id: scope.organisationId,
      id: guardian.id,
      person_id: guardian.personId,
      name: guardian.name,
      relationship: guardian.relationship,
      email: guardian.email,
      phone: guardian.phone,
      created_by: guardian.createdBy,
      created_at: guardian.at,
    })
    .execute()
}

/** Adds a link and ends the earlier ones of the same guardian. */
export const insertInvitation = async (
  scope: Scope,
  invitation: {
    readonly id: string
    readonly guardianId: string
    readonly tokenHash: string
    readonly sentBy: 'mail' | 'paper'
    readonly expiresAt: Date
    readonly createdBy: string
    readonly at: Date
  },
): Promise<void> => {
  await scope.trx
    .updateTable('guardian_invitation')
    .set({ expires_at: invitation.at })
    .where('organisation_id', '=', scope.organisationId)
    .where('guardian_id', '=', invitation.guardianId)
    .where('used_at', 'is', null)
    .where('expires_at', '>', invitation.at)
    .execute()
  await scope.trx
    .insertInto('guardian_invitation')
    .values({
      organisation_id: scope.organisationId,
      id: invitation.id,
      guardian_id: invitation.guardianId,
      token_hash: invitation.tokenHash,
      sent_by: invitation.sentBy,
      expires_at: invitation.expiresAt,
      used_at: null,
      created_by: invitation.createdBy,
      created_at: invitation.at,
    })
    .execute()
}

export type FoundInvitation = {
  readonly organisationId: string
  readonly guardianId: string
  readonly personId: string
  readonly guardianName: string
  readonly guardianEmail: string | null
  readonly personName: string
  readonly sentBy: 'mail' | 'paper'
  readonly expiresAt: Date
  readonly usedAt: Date | null
  readonly endedAt: Date | null
}

/** A link by the hash of its token, of whichever organisation. */
export const findInvitationByToken = (
  { trx }: SystemScope,
  tokenHash: string,
): Promise<FoundInvitation | undefined> =>
  trx
    .selectFrom('guardian_invitation as invitation')
    .innerJoin('guardian', (join) =>
      join
        .onRef('guardian.organisation_id', '=', 'invitation.organisation_id')
        .onRef('guardian.id', '=', 'invitation.guardian_id'),
    )
    .innerJoin('person', (join) =>
      join
        .onRef('person.organisation_id', '=', 'guardian.organisation_id')
        .onRef('person.id', '=', 'guardian.person_id'),
    )
    .select([
      'invitation.organisation_id as organisationId',
      'guardian.id as guardianId',
      'person.id as personId',
      'guardian.name as guardianName',
      'guardian.email as guardianEmail',
      'person.preferred_name as personName',
      'invitation.sent_by as sentBy',
      'invitation.expires_at as expiresAt',
      'invitation.used_at as usedAt',
      'guardian.ended_at as endedAt',
    ])
    .where('invitation.token_hash', '=', tokenHash)
    .executeTakeFirst()

/** Uses a link up; false where it was used, is over, or its guardian was taken off. */
export const useInvitation = async (
  { trx, organisationId }: Scope,
  tokenHash: string,
  at: Date,
): Promise<boolean> => {
  const used = await trx
    .updateTable('guardian_invitation')
    .set({ used_at: at })
    .where('organisation_id', '=', organisationId)
    .where('token_hash', '=', tokenHash)
    .where('used_at', 'is', null)
    .where('expires_at', '>', at)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('guardian')
          .select('guardian.id')
          .whereRef('guardian.organisation_id', '=', 'guardian_invitation.organisation_id')
          .whereRef('guardian.id', '=', 'guardian_invitation.guardian_id')
          .where('guardian.ended_at', 'is', null),
      ),
    )
    .returning('id')
    .executeTakeFirst()
  return used !== undefined
}

export const updateAnswer = async (
  { trx, organisationId }: Scope,
  guardianId: string,
  answer: {
    readonly name: string
    readonly email: string | null
    readonly confirmed: boolean
    readonly at: Date
  },
): Promise<void> => {
  await trx
    .updateTable('guardian')
    .set({
      name: answer.name,
      email: answer.email,
      confirmed_at: answer.confirmed ? answer.at : null,
      refused_at: answer.confirmed ? null : answer.at,
    })
    .where('organisation_id', '=', organisationId)
    .where('id', '=', guardianId)
    .execute()
}

/** Takes a guardian off; false where that was done before. Their account and their open links end with it. */
export const updateAsEnded = async (
  { trx, organisationId }: Scope,
  guardian: { readonly id: string; readonly personId: string; readonly email: string | null },
  at: Date,
): Promise<boolean> => {
  const ended = await trx
    .updateTable('guardian')
    .set({ ended_at: at })
    .where('organisation_id', '=', organisationId)
    .where('id', '=', guardian.id)
    .where('ended_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (ended === undefined) return false
  await trx
    .deleteFrom('membership')
    .where('organisation_id', '=', organisationId)
    .where('role', '=', 'guardian')
    .where('person_id', '=', guardian.personId)
    .where('email', '=', guardian.email ?? '')
    .execute()
  return true
}

/** Lets a guardian sign in for a person; the same again changes nothing. */
export const insertGuardianMembership = async (
  { trx, organisationId }: Scope,
  membership: { readonly id: string; readonly email: string; readonly personId: string },
): Promise<void> => {
  await trx
    .insertInto('membership')
    .values({
      organisation_id: organisationId,
      id: membership.id,
      email: membership.email,
      role: 'guardian',
      person_id: membership.personId,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** The name of a person, for a mail about them. */
export const findAddressee = (
  { trx, organisationId }: Scope,
  personId: string,
): Promise<{ name: string } | undefined> =>
  trx
    .selectFrom('person')
    .select(['preferred_name as name'])
    .where('organisation_id', '=', organisationId)
    .where('id', '=', personId)
    .executeTakeFirst()
