import type { Scope } from '../database/scope'
import type { NewRole, Role, RoleDetails, RoleFacts, RoleState, TaskClass } from './model'
import { findNationalRole } from './rules/find-national-role'

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

/** Columns of a role that anybody may read once it is published. */
export const publishedColumns = [
  'role.id',
  'role.national_code as nationalCode',
  'role.title_en as titleEn',
  'role.title_cy as titleCy',
  'role.boundary_class as boundaryClass',
  'role.state',
  'role.summary_en as summaryEn',
  'role.summary_cy as summaryCy',
  'role.tasks_en as tasksEn',
  'role.tasks_cy as tasksCy',
  'role.delivery_modes as deliveryModes',
  'role.offers',
  'role.skills',
  'role.minimum_age as minimumAge',
  'role.age_reason_en as ageReasonEn',
  'role.age_reason_cy as ageReasonCy',
  'role.training_needed as trainingNeeded',
] as const

const selectDetails = ({ trx, organisationId }: Scope) =>
  trx
    .selectFrom('role')
    .where('role.organisation_id', '=', organisationId)
    .select([
      ...publishedColumns,
      'role.supervisor_name as supervisorName',
      'role.supervisor_email as supervisorEmail',
      'role.induction',
      'role.budget_code as budgetCode',
    ])

/** The roles of a service in full, in the order of the national catalogue. */
export const selectRoleDetails = (scope: Scope): Promise<RoleDetails[]> =>
  selectDetails(scope).orderBy('role.national_code').orderBy('role.title_en').execute()

export const findRole = (scope: Scope, roleId: string): Promise<RoleDetails | undefined> =>
  selectDetails(scope).where('role.id', '=', roleId).executeTakeFirst()

/** Takes the role for this transaction alone. */
export const lockRole = (scope: Scope, roleId: string): Promise<RoleDetails | undefined> =>
  selectDetails(scope).where('role.id', '=', roleId).forNoKeyUpdate().executeTakeFirst()

/** Adds a role with what the national catalogue says about it. */
export const insertRole = async (
  scope: Scope,
  id: string,
  role: NewRole,
  induction: RoleDetails['induction'] = [],
): Promise<void> => {
  const national = findNationalRole(role.nationalCode)
  await scope.trx
    .insertInto('role')
    .values({
      organisation_id: scope.organisationId,
      id,
      national_code: role.nationalCode,
      title_en: role.titleEn,
      title_cy: role.titleCy,
      boundary_class: role.boundaryClass,
      skills: JSON.stringify(national?.skills ?? []),
      summary_en: national?.summary.en ?? null,
      summary_cy: national?.summary.cy ?? null,
      tasks_en: JSON.stringify(national?.tasks.en ?? []),
      tasks_cy: JSON.stringify(national?.tasks.cy ?? []),
      delivery_modes: JSON.stringify(national?.deliveryModes ?? []),
      offers: JSON.stringify(national?.offers ?? []),
      induction: JSON.stringify(induction),
    })
    .execute()
}

export const updateRole = async (scope: Scope, roleId: string, facts: RoleFacts): Promise<void> => {
  const { trainingNeeded } = facts
  await scope.trx
    .updateTable('role')
    .set({
      title_en: facts.titleEn,
      title_cy: facts.titleCy,
      summary_en: facts.summaryEn,
      summary_cy: facts.summaryCy,
      tasks_en: JSON.stringify(facts.tasksEn),
      tasks_cy: JSON.stringify(facts.tasksCy),
      delivery_modes: JSON.stringify(facts.deliveryModes),
      offers: JSON.stringify(facts.offers),
      skills: JSON.stringify(facts.skills),
      minimum_age: facts.minimumAge,
      age_reason_en: facts.ageReasonEn,
      age_reason_cy: facts.ageReasonCy,
      supervisor_name: facts.supervisorName,
      supervisor_email: facts.supervisorEmail,
      training_needed: trainingNeeded === null ? null : JSON.stringify(trainingNeeded),
      induction: JSON.stringify(facts.induction),
      budget_code: facts.budgetCode,
    })
    .where('organisation_id', '=', scope.organisationId)
    .where('id', '=', roleId)
    .execute()
}

/** Sets where a role stands; one that is not published any more takes no applications. */
export const updateRoleState = async (
  { trx, organisationId }: Scope,
  roleId: string,
  state: RoleState,
): Promise<void> => {
  await trx
    .updateTable('role')
    .set({ state })
    .where('organisation_id', '=', organisationId)
    .where('id', '=', roleId)
    .execute()
  if (state === 'published') return
  await trx
    .updateTable('opportunity')
    .set({ state: 'closed' })
    .where('organisation_id', '=', organisationId)
    .where('role_id', '=', roleId)
    .execute()
}

export const updateRoleClass = async (
  { trx, organisationId }: Scope,
  roleId: string,
  taskClass: TaskClass,
): Promise<void> => {
  await trx
    .updateTable('role')
    .set({ boundary_class: taskClass })
    .where('organisation_id', '=', organisationId)
    .where('id', '=', roleId)
    .execute()
}
