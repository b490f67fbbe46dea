import { z } from 'zod'
import { withOrganisation } from '../database/scope'
import type { Deps } from '../deps'
import { ProblemError } from '../problems'
import type { Person, PersonOrder, PersonPage, PersonStatus } from './model'
import { foldName } from './rules/fold-name'
import { countPeople, findPerson, selectActivePeople, selectNames, selectPage } from './store'

/** Everyone who volunteers for a service now, by name. */
export const listActivePeople = (deps: Deps, organisationId: string) =>
  withOrganisation(deps.db, organisationId, selectActivePeople)

/**
 * A page of the people of a service by name, in the order of a language. `search` finds every word of it anywhere in a
 * name, also in one in Latin letters or in the legal one, whatever the accents and capitals. Throws `bad-request` for a
 * place that is none.
 */
export const listPeople = async (
  deps: Deps,
  organisationId: string,
  query: {
    readonly search?: string
    readonly language?: 'en' | 'cy'
    readonly after?: string
    /** Those who stand so alone. */
    readonly status?: PersonStatus
    /** By name unless said. */
    readonly order?: PersonOrder
    readonly limit: number
  },
): Promise<PersonPage> => {
  if (query.after !== undefined && !isUuid(query.after)) throw new ProblemError('bad-request')
  const words = foldName(query.search ?? '')
    .split(' ')
    .filter((word) => word !== '')
  return withOrganisation(deps.db, organisationId, async (scope) => {
    const { language = 'en', order = 'name', after, status } = query
    const total = await countPeople(scope, words, status)
    const found = await selectPage(scope, {
      ...{ words, language, order, after, status },
      limit: query.limit + 1,
    })
    const people = found.slice(0, query.limit)
    const last = people.at(-1)
    const more = found.length > query.limit && last !== undefined
    return { people, total, ...(more ? { next: last.id } : {}) }
  })
}

/** Throws `not-found`, also for a person of another organisation. */
export const getPerson = async (deps: Deps, organisationId: string, personId: string): Promise<Person> => {
  const person = isUuid(personId)
    ? await withOrganisation(deps.db, organisationId, (scope) => findPerson(scope, personId))
    : undefined
  if (person === undefined) throw new ProblemError('not-found')
  return person
}

/** The names of people by their ids; who is not of this service is not in it. */
export const namesOf = (
  deps: Deps,
  organisationId: string,
  personIds: readonly string[],
): Promise<Map<string, string>> =>
  withOrganisation(deps.db, organisationId, (scope) => selectNames(scope, personIds))

const isUuid = (text: string) => z.uuid().safeParse(text).success
