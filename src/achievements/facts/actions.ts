import { withOrganisation } from '../../database/scope'
import type { Deps } from '../../deps'
import { evidenceWithin } from '../../evidence/actions'
import { disputesWithin, factsWithin } from '../../hours/actions'
import type { SessionFact } from '../../hours/model'
import { localDateOf } from '../../hours/rules/local-date-of'
import { rolesWithin } from '../../roles/actions'
import type { Role } from '../../roles/model'
import { roleRecordWithin } from '../../roles/recognition/actions'
import { type ConfirmedClaim, confirmedClaimsWithin } from '../../skills/actions'
import { agesOf, buildFacts } from '../rules/build-facts'
import type { Facts } from '../rules/facts'
import { decisionFacts, standingOf, trainingFacts } from '../rules/recognise-record'
import { selectBirths } from './store'

/** What there is to go by of each of some people. */
export type GatheredFacts = {
  readonly of: (personId: string) => Facts
  /** The approved sessions, as the ledger has them. */
  readonly sessionsOf: (personId: string) => readonly SessionFact[]
  /** The days of what else is recorded, YYYY-MM-DD, earliest first. */
  readonly daysOf: (personId: string) => readonly string[]
  readonly roles: ReadonlyMap<string, Role>
  /** The skills that somebody else confirmed. */
  readonly claimsOf: (personId: string) => readonly ConfirmedClaim[]
}

const byPerson = <T extends { readonly personId: string }>(rows: readonly T[]) => {
  const grouped = Map.groupBy(rows, ({ personId }) => personId)
  return (personId: string): readonly T[] => grouped.get(personId) ?? []
}

/**
 * Gathers from every room what the rules of badges go by, of some people or of everybody, in one transaction. Each room
 * answers for all of them at once.
 */
export const gatherFacts = async (
  deps: Deps,
  organisationId: string,
  personIds?: readonly string[],
): Promise<GatheredFacts> => {
  const today = localDateOf(deps.clock.now())
  const { listed, sessions, evidence, disputes, births, record, confirmed } = await withOrganisation(
    deps.db,
    organisationId,
    async (scope) => ({
      listed: await rolesWithin(scope),
      sessions: await factsWithin(scope, personIds),
      evidence: await evidenceWithin(scope, personIds),
      disputes: await disputesWithin(scope, personIds),
      births: await selectBirths(scope, personIds),
      record: await roleRecordWithin(scope, today, personIds),
      confirmed: await confirmedClaimsWithin(scope, personIds),
    }),
  )
  const roles = new Map(listed.map((role) => [role.id, role]))
  const boundaries = listed.filter(({ id }) => record.bounded.has(id)).map((role) => role.nationalCode)
  const service = { codeOf: (roleId: string) => roles.get(roleId)?.nationalCode, boundaries, today }
  const placementsOf = byPerson(record.placements)
  const trainingOf = byPerson(record.training)
  const disclosuresOf = byPerson(record.disclosures)
  const claimsOf = byPerson(confirmed)
  const inducted = new Set(record.inductions.filter(({ complete }) => complete).map((one) => one.personId))
  const of = (personId: string): Facts => {
    const birth = births.get(personId)
    return buildFacts(
      {
        sessions: sessions.get(personId) ?? [],
        evidence: evidence.get(personId) ?? [],
        claims: claimsOf(personId).map(({ claimId, roleCode }) => ({ skill: claimId, roleCode })),
        inducted: inducted.has(personId),
        trainings: trainingFacts(trainingOf(personId)),
        decisions: decisionFacts(disclosuresOf(personId), today),
        age: birth && agesOf(birth, today),
        openDisputes: disputes.get(personId) ?? 0,
        standing: standingOf(placementsOf(personId), today),
      },
      service,
    )
  }
  const daysOf = (personId: string) =>
    [
      ...(evidence.get(personId) ?? []).map(({ onDay }) => onDay),
      ...trainingOf(personId).map(({ completedOn }) => completedOn),
      ...claimsOf(personId).map(({ at }) => localDateOf(at)),
    ].sort()
  return { of, sessionsOf: (personId) => sessions.get(personId) ?? [], daysOf, roles, claimsOf }
}
