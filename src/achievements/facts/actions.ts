import { withOrganisation } from '../../database/scope'
import type { Deps } from '../../deps'
import { evidenceFor } from '../../evidence/actions'
import { factsFor, openDisputes } from '../../hours/actions'
import type { SessionFact } from '../../hours/model'
import { localDateOf } from '../../hours/rules/local-date-of'
import { listRoles } from '../../roles/actions'
import type { Role } from '../../roles/model'
import { agesOf, buildFacts } from '../rules/build-facts'
import type { Facts } from '../rules/facts'
import { selectBirths } from './store'

/** What there is to go by of each of some people. */
export type GatheredFacts = {
  readonly of: (personId: string) => Facts
  /** The approved sessions, as the ledger has them. */
  readonly sessionsOf: (personId: string) => readonly SessionFact[]
  /** The days of what else is recorded, YYYY-MM-DD, earliest first. */
  readonly daysOf: (personId: string) => readonly string[]
  readonly roles: ReadonlyMap<string, Role>
}

/** Gathers from every room what the rules of badges go by, of some people or of everybody. */
export const gatherFacts = async (
  deps: Deps,
  organisationId: string,
  personIds?: readonly string[],
): Promise<GatheredFacts> => {
  // At once: each is a transaction of its own room.
  const [listed, sessions, evidence, disputes, births] = await Promise.all([
    listRoles(deps, organisationId),
    factsFor(deps, organisationId, personIds),
    evidenceFor(deps, organisationId, personIds),
    openDisputes(deps, organisationId, personIds),
    withOrganisation(deps.db, organisationId, (scope) => selectBirths(scope, personIds)),
  ])
  const roles = new Map(listed.map((role) => [role.id, role]))
  const today = localDateOf(deps.clock.now())
  const service = { codeOf: (roleId: string) => roles.get(roleId)?.nationalCode, boundaries: [], today }
  const of = (personId: string): Facts => {
    const birth = births.get(personId)
    return buildFacts(
      {
        sessions: sessions.get(personId) ?? [],
        evidence: evidence.get(personId) ?? [],
        claims: [],
        inducted: false,
        trainings: [],
        age: birth && agesOf(birth, today),
        openDisputes: disputes.get(personId) ?? 0,
        standing: 'not-kept',
      },
      service,
    )
  }
  return {
    of,
    sessionsOf: (personId) => sessions.get(personId) ?? [],
    daysOf: (personId) => (evidence.get(personId) ?? []).map(({ onDay }) => onDay),
    roles,
  }
}
