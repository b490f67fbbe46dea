import { recordAudit } from '../../audit/actions'
import { asSystem, withOrganisation } from '../../database/scope'
import type { Deps } from '../../deps'
import { forgetImportFile, oldImportFiles } from '../../hours/erasure/actions'
import { localDateOf } from '../../hours/rules/local-date-of'
import { ProblemError } from '../../problems'
import { settingOf } from '../../settings/actions'
import { erasePersonRecord } from '../erasure/actions'
import { deleteMatter, listMatters } from '../matters/store'
import type { RetentionItem } from '../model'
import { daysAfter, monthsAfter } from '../rules/months-after'
import * as store from './store'

/** Services that one round of the scheduled work looks after. */
const SERVICES_A_ROUND = 5
const DAY_MS = 24 * 60 * 60_000

/**
 * What is past its time on a day, or will be by then, in each category: records of people, uploaded files, closed
 * complaints and accidents. Looks only.
 */
export const retentionItems = async (
  deps: Deps,
  organisationId: string,
  until: string,
): Promise<RetentionItem[]> => {
  const profile = await settingOf(deps, organisationId, 'retention.profile-months')
  const file = await settingOf(deps, organisationId, 'retention.import-days')
  const held = await settingOf(deps, organisationId, 'retention.held-months')
  const { people, matters } = await withOrganisation(deps.db, organisationId, async (scope) => ({
    people: await store.listLastSeen(scope, monthsAfter(until, -profile)),
    matters: await listMatters(scope),
  }))
  const filesUntil = new Date(Date.parse(`${daysAfter(until, 1 - file)}T00:00:00Z`) + DAY_MS)
  const files = await oldImportFiles(deps, organisationId, filesUntil)
  const items: RetentionItem[] = [
    ...people.map(({ id, name, since }) => ({
      ...{ kind: 'profile' as const, id, label: name, since, goesOn: monthsAfter(since, profile) },
    })),
    ...files.map(({ id, fileName, createdAt }) => {
      const since = localDateOf(createdAt)
      return { kind: 'import-file' as const, id, label: fileName, since, goesOn: daysAfter(since, file) }
    }),
    ...matters.flatMap(({ id, reference, closedAt }) => {
      if (closedAt === null) return []
      const since = localDateOf(closedAt)
      return [{ kind: 'matter' as const, id, label: reference, since, goesOn: monthsAfter(since, held) }]
    }),
  ]
  return items
    .filter(({ goesOn }) => goesOn <= until)
    .sort((a, b) => (a.goesOn < b.goesOn ? -1 : a.goesOn > b.goesOn ? 1 : 0))
}

const takeAway = async (deps: Deps, organisationId: string, { kind, id }: RetentionItem): Promise<void> => {
  switch (kind) {
    case 'profile':
      return erasePersonRecord(deps, organisationId, id, {
        ...{ credentials: 'keep', askedBy: 'retention', actor: 'system' },
      }).then(() => {})
    case 'import-file': {
      const files = await oldImportFiles(deps, organisationId, deps.clock.now())
      const file = files.find((one) => one.id === id)
      if (file !== undefined) await forgetImportFile(deps, organisationId, file)
      return
    }
    case 'matter':
      return withOrganisation(deps.db, organisationId, (scope) => deleteMatter(scope, id))
  }
}

/**
 * Takes away everything that is past its time today. What another process takes away meanwhile is passed over; doing
 * it again takes away nothing more. Gives how many of each.
 */
export const runRetention = async (
  deps: Deps,
  organisationId: string,
  actor: string,
): Promise<Readonly<Record<string, number>>> => {
  const day = localDateOf(deps.clock.now())
  const counts: Record<string, number> = {}
  for (const item of await retentionItems(deps, organisationId, day)) {
    try {
      await takeAway(deps, organisationId, item)
      counts[item.kind] = (counts[item.kind] ?? 0) + 1
    } catch (error) {
      if (!(error instanceof ProblemError && error.code === 'not-found')) throw error
    }
  }
  await withOrganisation(deps.db, organisationId, async (scope) => {
    await store.saveRun(scope, { id: deps.random.uuid(), day, counts, ranAt: deps.clock.now() })
    if (Object.keys(counts).length === 0) return
    await recordAudit(scope, {
      ...{ id: deps.random.uuid(), actor, action: 'retention.ran' },
      ...{ subjectType: 'organisation', subjectId: organisationId, detail: counts },
    })
  })
  return counts
}

/** Once a day for each service, unless it has switched that off: asked for every minute, a few services at a time. */
export const runDueRetention = async (deps: Deps): Promise<void> => {
  const day = localDateOf(deps.clock.now())
  for (const organisationId of await asSystem(deps.db, (scope) =>
    store.listWaiting(scope, day, SERVICES_A_ROUND),
  )) {
    if (await settingOf(deps, organisationId, 'retention.automatic')) {
      await runRetention(deps, organisationId, 'system')
      continue
    }
    const run = { id: deps.random.uuid(), day, counts: {}, ranAt: deps.clock.now() }
    await withOrganisation(deps.db, organisationId, (scope) => store.saveRun(scope, run))
  }
}

/** The last days on which the rules of keeping were run. */
export const listRetentionRuns = (deps: Deps, organisationId: string): Promise<store.Run[]> =>
  withOrganisation(deps.db, organisationId, (scope) => store.listRuns(scope, 14))
