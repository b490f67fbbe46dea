import { withOrganisation } from '../../database/scope'
import type { Deps } from '../../deps'
import { writeTable } from '../../hours/rules/write-table'
import { namesOf } from '../../people/actions'
import { describeHold } from '../../people/rules/describe-hold'
import { ProblemError } from '../../problems'
import { awardText } from '../page-text'
import { findBatch, selectAwardsOf } from './store'

/**
 * What became of each person of a batch, as a CSV file in the order in which they were chosen: issued with the
 * number of the award, refused with the reason, held already, or still waiting. Throws `not-found`.
 */
export const batchReportCsv = async (
  deps: Deps,
  organisationId: string,
  batchId: string,
  language: 'en' | 'cy',
): Promise<string> => {
  const t = awardText[language]
  const { batch, awards } = await withOrganisation(deps.db, organisationId, async (scope) => ({
    batch: await findBatch(scope, batchId),
    awards: await selectAwardsOf(scope, batchId),
  }))
  if (batch === undefined) throw new ProblemError('not-found')
  const names = await namesOf(deps, organisationId, batch.personIds)
  const refusals = new Map(batch.refused.map((refusal) => [refusal.personId, refusal]))
  const rows = batch.personIds.map((personId, position) => {
    const name = names.get(personId) ?? t.someone
    const award = awards.get(personId)
    if (award !== undefined) return [name, t.reportIssued, '', award]
    const refusal = refusals.get(personId)
    if (refusal?.reason === 'already-holds') return [name, t.reportHeld, t.reasons['already-holds'], '']
    if (refusal?.reason === 'consent-missing')
      return [name, t.reportRefused, describeHold(refusal.hold, language), '']
    if (refusal !== undefined) return [name, t.reportRefused, t.reasons[refusal.reason], '']
    return [name, position < batch.done ? t.reportRefused : t.reportWaiting, '', '']
  })
  return writeTable([t.name, t.reportOutcome, t.reason, t.reportAward], rows)
}
