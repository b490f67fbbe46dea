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
    gssCode: null,
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

/** Volunteers of a service, by name; with `mail`, each has an address of their own there. */
export const makePeople = (
  deps: Deps,
  organisation: Organisation,
  names: readonly string[],
  options: { readonly mail?: string; readonly language?: 'en' | 'cy' } = {},
): Promise<string[]> =>
  withOrganisation(deps.db, organisation.id, async (scope) => {
    const people = names.map((name, position) => ({
      organisation_id: organisation.id,
      id: deps.random.uuid(),
      external_reference: null,
      preferred_name: name,
      search_name: name.toLowerCase(),
      email: options.mail === undefined ? null : `volunteer-${position + 1}@${options.mail}`,
      birth_year: null,
      contact_language: options.language ?? 'en',
      language_wish: options.language ?? ('unknown' as const),
    }))
    for (let from = 0; from < people.length; from += 1000) {
      await scope.trx
        .insertInto('person')
        .values(people.slice(from, from + 1000))
        .execute()
    }
    return people.map(({ id }) => id)
  })
