import type { Scope } from '../database/scope'
import type { NewRole, Role } from './model'

export const selectRoles = async (scope: Scope): Promise<Role[]> => {
  const rows = await scope.trx
    .selectFrom('role')
    .select(['id', 'national_code', 'title_en', 'title_cy'])
    .where('organisation_id', '=', scope.organisationId)
    .orderBy('national_code')
    .orderBy('title_en')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    nationalCode: row.national_code,
    titleEn: row.title_en,
    titleCy: row.title_cy,
  }))
}

export const insertRole = async (scope: Scope, id: string, role: NewRole): Promise<void> => {
  await scope.trx
    .insertInto('role')
    .values({
      organisation_id: scope.organisationId,
      id,
      national_code: role.nationalCode,
      title_en: role.titleEn,
      title_cy: role.titleCy,
      boundary_class: role.boundaryClass,
    })
    .execute()
}
