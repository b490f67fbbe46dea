import type { Scope, SystemScope } from '../../database/scope'
import type { BranchRecord, NewBranch, OrganisationDetails } from '../model'

export const selectBranchRecords = ({ trx, organisationId }: Scope): Promise<BranchRecord[]> =>
  trx
    .selectFrom('branch')
    .select(['id', 'name', 'library_type as libraryType', 'uprn', 'district_code as districtCode'])
    .where('organisation_id', '=', organisationId)
    .orderBy('name')
    .orderBy('id')
    .execute()

/** Changes a branch; false where there is none. */
export const updateBranch = async (
  { trx, organisationId }: Scope,
  id: string,
  branch: NewBranch,
): Promise<boolean> => {
  const row = await trx
    .updateTable('branch')
    .set({
      name: branch.name,
      library_type: branch.libraryType,
      uprn: branch.uprn ?? null,
      district_code: branch.districtCode ?? null,
    })
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

export const updateOrganisation = async (
  { trx }: SystemScope,
  id: string,
  details: OrganisationDetails,
): Promise<void> => {
  await trx
    .updateTable('organisation')
    .set({
      name_en: details.nameEn,
      name_cy: details.nameCy,
      nation: details.nation,
      gss_code: details.gssCode,
      welsh_first: details.welshFirst,
      url: details.url,
      theme_colour: details.themeColour,
    })
    .where('id', '=', id)
    .execute()
}
