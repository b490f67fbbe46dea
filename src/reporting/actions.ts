import { asSystem } from '../database/scope'
import type { Deps } from '../deps'
import { settingsOf } from '../settings/actions'
import type { SettingKey } from '../settings/model'
import { type NetworkReturn, type Thresholds, usualThresholds } from './model'
import { protectFigures } from './rules/protect-figures'
import { selectServiceFigures } from './store'

/** What figures of an organisation must reach before they are shown, as it or those above it have set it. */
export const thresholdsOf = async (deps: Deps, organisationId: string): Promise<Thresholds> => {
  const all = await settingsOf(deps, organisationId)
  const read = (key: SettingKey, usual: number) => {
    const value = all.get(key)?.value
    return typeof value === 'number' ? value : usual
  }
  return {
    leastCount: read('figures.least-count', usualThresholds.leastCount),
    roundingBase: read('figures.rounding-base', usualThresholds.roundingBase),
    percentageBase: read('figures.percentage-base', usualThresholds.percentageBase),
    leastVolunteers: read('figures.least-volunteers', usualThresholds.leastVolunteers),
    dominantShare: read('figures.dominant-share', usualThresholds.dominantShare * 100) / 100,
  }
}

/** The figures of a network's services over the last twelve months, with nobody identifiable in any of them. */
export const networkReturn = async (deps: Deps, networkId: string): Promise<NetworkReturn> => {
  const now = deps.clock.now()
  const start = new Date(now)
  start.setUTCFullYear(start.getUTCFullYear() - 1)
  start.setUTCDate(start.getUTCDate() + 1)
  const period = { from: start.toISOString().slice(0, 10), to: now.toISOString().slice(0, 10) }
  const rows = await asSystem(deps.db, (scope) => selectServiceFigures(scope, networkId, period))
  const { services, total } = protectFigures(rows, await thresholdsOf(deps, networkId))
  return {
    ...period,
    services: rows.map(({ organisationId }, row) => ({
      organisationId,
      volunteers: services[row]?.volunteers ?? 'withheld',
      hours: services[row]?.hours ?? 'withheld',
      badges: services[row]?.badges ?? 'withheld',
    })),
    total,
  }
}
