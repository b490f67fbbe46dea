import type { Scope } from '../../database/scope'
import type { CheckInPoint, PointKind } from '../check-in/model'

const selectPoints = ({ trx, organisationId }: Scope) =>
  trx
    .selectFrom('check_in_point as point')
    .innerJoin('branch', (join) =>
      join
        .onRef('branch.organisation_id', '=', 'point.organisation_id')
        .onRef('branch.id', '=', 'point.branch_id'),
    )
    .where('point.organisation_id', '=', organisationId)
    .select([
      'point.id',
      'point.kind',
      'point.key',
      'point.branch_id as branchId',
      'branch.name as branchName',
      'point.created_at as createdAt',
      'point.linked_at as linkedAt',
      'point.revoked_at as revokedAt',
      'point.device_hash as deviceHash',
    ])

export type PointRow = CheckInPoint & { readonly deviceHash: string | null }

/** The points that take people in or may yet, by library. */
export const listPoints = (scope: Scope): Promise<PointRow[]> =>
  selectPoints(scope)
    .where('point.revoked_at', 'is', null)
    .orderBy('branch.name')
    .orderBy('point.id')
    .limit(500)
    .execute()

export const findPoint = (
  scope: Scope,
  by: { readonly id: string } | { readonly key: string },
): Promise<PointRow | undefined> =>
  selectPoints(scope)
    .where((eb) => ('id' in by ? eb('point.id', '=', by.id) : eb('point.key', '=', by.key)))
    .executeTakeFirst()

export const insertPoint = async (
  { trx, organisationId }: Scope,
  point: {
    readonly id: string
    readonly branchId: string
    readonly kind: PointKind
    readonly key: string
    readonly createdBy: string
    readonly createdAt: Date
  },
): Promise<void> => {
  await trx
    .insertInto('check_in_point')
    .values({
      organisation_id: organisationId,
      id: point.id,
      branch_id: point.branchId,
      kind: point.kind,
      key: point.key,
      device_hash: null,
      created_by: point.createdBy,
      created_at: point.createdAt,
      linked_at: null,
      revoked_at: null,
    })
    .execute()
}

/** Links a tablet that was not linked before; false where it was, or is revoked. */
export const linkPoint = async (
  { trx, organisationId }: Scope,
  id: string,
  device: { readonly hash: string; readonly at: Date },
): Promise<boolean> => {
  const { numUpdatedRows } = await trx
    .updateTable('check_in_point')
    .set({ device_hash: device.hash, linked_at: device.at })
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .where('kind', '=', 'tablet')
    .where('device_hash', 'is', null)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export const revokePoint = async ({ trx, organisationId }: Scope, id: string, at: Date): Promise<boolean> => {
  const { numUpdatedRows } = await trx
    .updateTable('check_in_point')
    .set({ revoked_at: at })
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
