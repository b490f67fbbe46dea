import { withOrganisation } from '../src/database/scope'
import type { Deps } from '../src/deps'
import { addRole } from '../src/roles/actions'

export const SESSIONS_EACH = 60

const DAY = 24 * 60 * 60 * 1000
const ROLES = ['RO-01', 'RO-02', 'RO-03', 'RO-07', 'RO-08', 'RO-11']

/** Adds a role of each of some national codes; their ids. */
const addRoles = async (deps: Deps, organisationId: string): Promise<string[]> => {
  const ids: string[] = []
  for (const nationalCode of ROLES) {
    const title = `Role ${nationalCode}`
    const role = { nationalCode, titleEn: title, titleCy: title, boundaryClass: 'value-added' as const }
    ids.push(await addRole(deps, organisationId, role))
  }
  return ids
}

/**
 * Sessions of people in several roles, one every eleven days from `first` on, written as rows: how they come into the
 * ledger is measured elsewhere. All are approved but the last `waiting` of each person. Gives the ids of the roles.
 */
export const giveSessions = async (
  deps: Deps,
  organisationId: string,
  people: readonly string[],
  { first, waiting }: { readonly first: number; readonly waiting: number },
): Promise<string[]> => {
  const roleIds = await addRoles(deps, organisationId)
  for (let from = 0; from < people.length; from += 50) {
    const rows = people.slice(from, from + 50).flatMap((person, offset) =>
      Array.from({ length: SESSIONS_EACH }, (_, number) => {
        const start = first + number * 11 * DAY + 10 * 60 * 60 * 1000
        const minutes = 60 + (number % 5) * 15
        return {
          organisation_id: organisationId,
          id: deps.random.uuid(),
          person_id: person,
          role_id: roleIds[(from + offset + (number % 3)) % roleIds.length] ?? '',
          local_date: new Date(start).toISOString().slice(0, 10),
          started_at: new Date(start),
          ended_at: new Date(start + minutes * 60_000),
          time_zone: 'Europe/London',
          minutes,
          status: number < SESSIONS_EACH - waiting ? ('approved' as const) : ('submitted' as const),
          source: 'self' as const,
        }
      }),
    )
    await withOrganisation(deps.db, organisationId, ({ trx }) =>
      trx.insertInto('volunteering_session').values(rows).execute(),
    )
  }
  return roleIds
}
