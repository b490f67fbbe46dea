import { getBadgeDefinition } from '../achievements/actions'
import type { BadgeDefinition } from '../achievements/model'
import { type BadgeStanding, standForBadge } from '../achievements/rules/stand-for-badge'
import { withOrganisation } from '../database/scope'
import type { Deps } from '../deps'
import { factsFor, ledgerHeads } from '../hours/actions'
import { listActivePeople } from '../people/actions'
import { holdsOf } from '../people/holds/actions'
import type { Hold } from '../people/holds/model'
import { listRoles } from '../roles/actions'
import type { Role } from '../roles/model'
import type { Candidate, Recipient } from './model'
import { selectHolders } from './store'

/** How each of some people stands for a badge at this moment; `personIds` left out stands for everybody. */
const standingsFor = async (
  deps: Deps,
  organisationId: string,
  definition: BadgeDefinition,
  personIds?: readonly string[],
): Promise<(personId: string) => BadgeStanding & { readonly role: Role | undefined }> => {
  const roles = new Map((await listRoles(deps, organisationId)).map((role) => [role.id, role]))
  const facts = await factsFor(deps, organisationId, personIds)
  return (personId) => {
    const standing = standForBadge(
      definition,
      facts.get(personId) ?? [],
      (roleId) => roles.get(roleId)?.nationalCode,
    )
    return { ...standing, role: standing.roleId === undefined ? undefined : roles.get(standing.roleId) }
  }
}

type Eligibility = BadgeStanding & {
  readonly personId: string
  readonly name: string
  readonly roleTitle: string | null
  /** Why the badge has to wait although it is earned: a consent is missing. */
  readonly hold?: Hold
}

/** How everyone who volunteers now stands for a badge, by name; nobody who holds it already. */
export const badgeEligibility = async (
  deps: Deps,
  organisationId: string,
  code: string,
): Promise<Eligibility[]> => {
  const standingOf = await standingsFor(deps, organisationId, getBadgeDefinition(code))
  const people = await listActivePeople(deps, organisationId)
  const ids = people.map(({ id }) => id)
  const holders = await withOrganisation(deps.db, organisationId, (scope) => selectHolders(scope, code, ids))
  const standings = people
    .filter(({ id }) => !holders.has(id))
    .map(({ id, preferredName }) => {
      const { role, ...standing } = standingOf(id)
      return { ...standing, personId: id, name: preferredName, roleTitle: role?.titleEn ?? null }
    })
  const earned = standings.filter(({ eligible }) => eligible).map(({ personId }) => personId)
  const holds = await holdsOf(deps, organisationId, earned, 'role')
  return standings.map((standing) => {
    const hold = holds.get(standing.personId)?.hold
    return hold === undefined ? standing : { ...standing, hold }
  })
}

/** Those of the people who have earned a badge by what is approved at this moment. */
export const candidatesAmong = async (
  deps: Deps,
  organisationId: string,
  definition: BadgeDefinition,
  people: readonly Recipient[],
): Promise<Candidate[]> => {
  const ids = people.map(({ personId }) => personId)
  // Before the hours are counted: what changes in between is then found to be later.
  const ledgerOf = await ledgerHeads(deps, organisationId, ids)
  const standingOf = await standingsFor(deps, organisationId, definition, ids)
  return people.flatMap((person): Candidate[] => {
    const { eligible, minutes, firstDate, lastDate, role } = standingOf(person.personId)
    if (!eligible || firstDate === undefined || lastDate === undefined) return []
    const roleTitle = (person.language === 'cy' ? role?.titleCy : null) ?? role?.titleEn ?? null
    return [{ ...person, minutes, firstDate, lastDate, roleTitle, ledger: ledgerOf(person.personId) }]
  })
}
