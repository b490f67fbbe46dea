import { withOrganisation } from '../../src/database/scope'
import type { Deps } from '../../src/deps'
import { createOrganisation } from '../../src/organisations/actions'
import type { Organisation } from '../../src/organisations/model'

let made = 0

/** A network and a fictional library service in it. */
export const makeService = async (deps: Deps): Promise<Organisation> => {
  made += 1
  const common = {
    nameCy: null,
    nation: 'England',
    welshFirst: false,
    demo: false,
    url: null,
    themeColour: '#1d4f5c',
  } as const
  const network = await createOrganisation(deps, {
    ...common,
    kind: 'network',
    parentId: null,
    slug: `network-${made}`,
    nameEn: `Network ${made}`,
  })
  return createOrganisation(deps, {
    ...common,
    kind: 'service',
    parentId: network.id,
    slug: `service-${made}`,
    nameEn: `Library Service ${made}`,
  })
}

/** Volunteers of a service, by name. */
export const makePeople = (
  deps: Deps,
  organisation: Organisation,
  names: readonly string[],
): Promise<string[]> =>
  withOrganisation(deps.db, organisation.id, async (scope) => {
    const people = names.map((name) => ({
      organisation_id: organisation.id,
      id: deps.random.uuid(),
      external_reference: null,
      preferred_name: name,
      search_name: name.toLowerCase(),
      email: null,
      birth_year: null,
      contact_language: 'en' as const,
    }))
    await scope.trx.insertInto('person').values(people).execute()
    return people.map(({ id }) => id)
  })
