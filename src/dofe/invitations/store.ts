import type { Scope, SystemScope } from '../../database/scope'
import type { Declaration } from '../model'
import type { Invitation } from './model'

const columns = [
  'organisation_id as organisationId',
  'id',
  'programme_id as programmeId',
  'email',
  'language',
  'expires_at as expiresAt',
  'used_at as usedAt',
  'ended_at as endedAt',
  'declaration',
  'created_at as createdAt',
] as const

export const insertInvitation = async (
  { trx, organisationId }: Scope,
  invitation: Pick<Invitation, 'id' | 'programmeId' | 'email' | 'language' | 'expiresAt' | 'createdAt'> & {
    readonly tokenHash: string
    readonly by: string
  },
): Promise<void> => {
  await trx
    .insertInto('dofe_invitation')
    .values({
      organisation_id: organisationId,
      id: invitation.id,
      programme_id: invitation.programmeId,
      email: invitation.email,
      language: invitation.language,
      token_hash: invitation.tokenHash,
      expires_at: invitation.expiresAt,
      used_at: null,
      ended_at: null,
      code_hash: null,
      code_expires_at: null,
      declaration: null,
      declared_at: null,
      created_by: invitation.by,
      created_at: invitation.createdAt,
    })
    .execute()
}

/** Ends the open invitation of a programme and every visit through it. */
export const endInvitations = async (
  { trx, organisationId }: Scope,
  programmeId: string,
  at: Date,
): Promise<number> => {
  const ended = await trx
    .updateTable('dofe_invitation')
    .set({ ended_at: at })
    .where('organisation_id', '=', organisationId)
    .where('programme_id', '=', programmeId)
    .where('ended_at', 'is', null)
    .returning('id')
    .execute()
  for (const { id } of ended) {
    await trx
      .deleteFrom('dofe_visit')
      .where('organisation_id', '=', organisationId)
      .where('invitation_id', '=', id)
      .execute()
  }
  return ended.length
}

/** The open invitations of a service. */
export const listOpen = ({ trx, organisationId }: Scope): Promise<Invitation[]> =>
  trx
    .selectFrom('dofe_invitation')
    .select(columns)
    .where('organisation_id', '=', organisationId)
    .where('ended_at', 'is', null)
    .execute()

export const findInvitation = ({ trx }: SystemScope, id: string): Promise<Invitation | undefined> =>
  trx.selectFrom('dofe_invitation').select(columns).where('id', '=', id).executeTakeFirst()

export const findByToken = ({ trx }: SystemScope, tokenHash: string): Promise<Invitation | undefined> =>
  trx.selectFrom('dofe_invitation').select(columns).where('token_hash', '=', tokenHash).executeTakeFirst()

/** The open invitations to an address, in any service. */
export const listByEmail = ({ trx }: SystemScope, email: string): Promise<Invitation[]> =>
  trx
    .selectFrom('dofe_invitation')
    .select(columns)
    .where('email', '=', email)
    .where('ended_at', 'is', null)
    .orderBy('created_at', 'desc')
    .execute()

/** Uses a link up; false where it was used before, has run out or was ended. */
export const markUsed = async ({ trx }: SystemScope, tokenHash: string, at: Date): Promise<boolean> => {
  const row = await trx
    .updateTable('dofe_invitation')
    .set({ used_at: at })
    .where('token_hash', '=', tokenHash)
    .where('used_at', 'is', null)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', at)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

export const updateCode = async (
  { trx, organisationId }: Scope,
  id: string,
  code: { readonly hash: string; readonly expiresAt: Date },
): Promise<void> => {
  await trx
    .updateTable('dofe_invitation')
    .set({ code_hash: code.hash, code_expires_at: code.expiresAt, code_tries: 0 })
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .execute()
}

/** Tries a code, which works once: each try is counted before it is looked at. */
export const tryCode = async (
  { trx, organisationId }: Scope,
  id: string,
  attempt: { readonly hash: string; readonly at: Date; readonly most: number },
): Promise<boolean> => {
  const row = await trx
    .updateTable('dofe_invitation')
    .set((invitation) => ({ code_tries: invitation('code_tries', '+', 1) }))
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .returning(['code_hash', 'code_expires_at', 'code_tries'])
    .executeTakeFirst()
  const fits =
    row?.code_hash === attempt.hash &&
    row.code_expires_at !== null &&
    row.code_expires_at > attempt.at &&
    row.code_tries <= attempt.most
  if (fits) {
    await trx
      .updateTable('dofe_invitation')
      .set({ code_hash: null })
      .where('organisation_id', '=', organisationId)
      .where('id', '=', id)
      .execute()
  }
  return fits
}

export const insertVisit = async (
  { trx, organisationId }: Scope,
  visit: {
    readonly id: string
    readonly invitationId: string
    readonly tokenHash: string
    readonly expiresAt: Date
  },
): Promise<void> => {
  await trx
    .insertInto('dofe_visit')
    .values({
      organisation_id: organisationId,
      id: visit.id,
      invitation_id: visit.invitationId,
      token_hash: visit.tokenHash,
      expires_at: visit.expiresAt,
    })
    .execute()
}

export const hasVisit = async (
  { trx }: SystemScope,
  invitationId: string,
  tokenHash: string,
  now: Date,
): Promise<boolean> => {
  const row = await trx
    .selectFrom('dofe_visit')
    .select('id')
    .where('invitation_id', '=', invitationId)
    .where('token_hash', '=', tokenHash)
    .where('expires_at', '>', now)
    .executeTakeFirst()
  return row !== undefined
}

export const updateDeclaration = async (
  { trx, organisationId }: Scope,
  id: string,
  declaration: Declaration,
  at: Date,
): Promise<void> => {
  await trx
    .updateTable('dofe_invitation')
    .set({ declaration: JSON.stringify(declaration), declared_at: at })
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .execute()
}
