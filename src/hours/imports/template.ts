import { withOrganisation } from '../../database/scope'
import type { Deps } from '../../deps'
import { buildTemplate } from '../rules/build-template'
import { localDateOf } from '../rules/local-date-of'
import { loadService } from './store'

/** A file in our own layout with made-up sessions in the service's own roles and libraries; changes nothing. */
export const importExample = async (
  deps: Deps,
  organisationId: string,
  { language, note }: { readonly language: 'en' | 'cy'; readonly note: string },
): Promise<string> => {
  const { roles, branches } = await withOrganisation(deps.db, organisationId, loadService)
  return buildTemplate(language, {
    today: localDateOf(deps.clock.now()),
    roles: roles.map((role) => (language === 'cy' ? (role.titleCy ?? role.titleEn) : role.titleEn)),
    branches: branches.map((branch) => branch.name),
    note,
  })
}
