import type { Scope } from '../../database/scope'
import { selectConsultations, selectRecords } from '../boundary/store'
import type { InductionFact, Placement } from '../placements/model'
import { selectInductionFacts, selectPlacements } from '../placements/store'
import { findInForce } from '../rules/find-in-force'
import { isConsulted } from '../rules/readiness-of'
import type { PersonCheck, TrainingRecord } from '../training/model'
import { selectDisclosures, selectTraining } from '../training/store'

/** What badges go by of what is on record about roles. */
export type RoleRecord = {
  /** Each person's in the order of their start. */
  readonly placements: readonly Placement[]
  readonly inductions: readonly InductionFact[]
  readonly training: readonly TrainingRecord[]
  /** The decisions on disclosure checks, the newest first. */
  readonly disclosures: readonly Pick<PersonCheck, 'personId' | 'outcome' | 'decidedOn' | 'expiresOn'>[]
  /** Ids of roles with a boundary decision in force today, about which a union was consulted. */
  readonly bounded: ReadonlySet<string>
}

/** Reads that of some people or of everybody, in as many statements for one person as for all; `today` is YYYY-MM-DD. */
export const roleRecordWithin = async (
  scope: Scope,
  today: string,
  personIds: readonly string[] | undefined,
): Promise<RoleRecord> => {
  const records = Map.groupBy(await selectRecords(scope, undefined), ({ roleId }) => roleId)
  const talks = Map.groupBy(await selectConsultations(scope, undefined), ({ roleId }) => roleId)
  const bounded = [...records].filter(
    ([roleId, decisions]) =>
      findInForce(decisions, today) !== undefined && isConsulted(talks.get(roleId) ?? []),
  )
  return {
    placements: await selectPlacements(scope, personIds),
    inductions: await selectInductionFacts(scope, personIds),
    training: await selectTraining(scope, personIds),
    disclosures: await selectDisclosures(scope, personIds),
    bounded: new Set(bounded.map(([roleId]) => roleId)),
  }
}
