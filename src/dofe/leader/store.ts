import type { Scope, SystemScope } from '../../database/scope'

export type LeaderLink = {
  readonly id: string
  readonly programmeId: string
  readonly expiresAt: Date
  readonly revokedAt: Date | null
  readonly lastOpenedAt: Date | null
  readonly createdAt: Date
}

const columns = [
  'id',
  'programme_id as programmeId',
  'expires_at as expiresAt',
  'revoked_at as revokedAt',
  'last_opened_at as lastOpenedAt',
  'created_at as createdAt',
] as const

export const insertLink = async (
  { trx, organisationId }: Scope,
  link: Pick<LeaderLink, 'id' | 'programmeId' | 'expiresAt' | 'createdAt'> & {
    readonly tokenHash: string
    readonly by: string
  },
): Promise<void> => {
  await trx
    .insertInto('dofe_leader_link')
    .values({
      organisation_id: organisationId,
      id: link.id,
      programme_id: link.programmeId,
      token_hash: link.tokenHash,
      expires_at: link.expiresAt,
      revoked_at: null,
      last_opened_at: null,
      created_by: link.by,
      created_at: link.createdAt,
    })
    .execute()
}

export const listLinks = ({ trx, organisationId }: Scope, programmeId: string): Promise<LeaderLink[]> =>
  trx
    .selectFrom('dofe_leader_link')
    .select(columns)
    .where('organisation_id', '=', organisationId)
    .where('programme_id', '=', programmeId)
    .orderBy('created_at', 'desc')
    .execute()

export const revokeLink = async (
  { trx, organisationId }: Scope,
  programmeId: string,
  id: string,
  at: Date,
): Promise<boolean> => {
  const row = await trx
    .updateTable('dofe_leader_link')
    .set({ revoked_at: at })
    .where('organisation_id', '=', organisationId)
    .where('programme_id', '=', programmeId)
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** The programme behind a link that holds now; notes that it was opened. */
export const openLink = async (
  { trx }: SystemScope,
  tokenHash: string,
  now: Date,
): Promise<{ organisationId: string; programmeId: string } | undefined> => {
  const row = await trx
    .updateTable('dofe_leader_link')
    .set({ last_opened_at: now })
    .where('token_hash', '=', tokenHash)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .returning(['organisation_id as organisationId', 'programme_id as programmeId'])
    .executeTakeFirst()
  return row
}

export const isKnown = async ({ trx }: SystemScope, tokenHash: string): Promise<boolean> => {
  const row = await trx
    .selectFrom('dofe_leader_link')
    .select('id')
    .where('token_hash', '=', tokenHash)
    .executeTakeFirst()
  return row !== undefined
}
