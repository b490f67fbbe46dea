import { recordAudit } from '../../audit/actions'
import { withOrganisation } from '../../database/scope'
import type { Deps } from '../../deps'
import { localDateOf } from '../../hours/rules/local-date-of'
import { ProblemError, type Result } from '../../problems'
import { addMonths } from '../rules/add-months'
import { isUuid } from '../rules/is-uuid'
import { readCheck } from '../rules/read-check'
import { readTraining } from '../rules/read-training'
import type {
  CheckEntry,
  ExpiringPage,
  PersonCheck,
  TrainingEntry,
  TrainingFault,
  TrainingRecord,
} from './model'
import * as store from './store'

/** What runs out within so many months is shown before it does. */
const WARNING_MONTHS = 2

/** The training of people, or of everybody in the service, the newest first. */
export const trainingOf = (
  deps: Deps,
  organisationId: string,
  personIds?: readonly string[],
): Promise<TrainingRecord[]> =>
  withOrganisation(deps.db, organisationId, (scope) => store.selectTraining(scope, personIds))

/**
 * Records a module that one or more people took on one day, or says what is wrong. Recorded twice, it is there once.
 */
export const recordTraining = async (
  deps: Deps,
  organisationId: string,
  entry: TrainingEntry,
  actor: string,
): Promise<Result<{ readonly added: number }, readonly TrainingFault[]>> => {
  const at = deps.clock.now()
  const read = readTraining(entry, localDateOf(at))
  const asked = [...new Set(entry.personIds.filter(isUuid))]
  const nobody: TrainingFault[] = asked.length === 0 ? [{ field: 'personIds', reason: 'person-missing' }] : []
  if (!read.ok) return { ok: false, reason: [...nobody, ...read.reason] }
  if (nobody.length > 0) return { ok: false, reason: nobody }
  return withOrganisation(deps.db, organisationId, async (scope) => {
    const known = await store.selectKnown(scope, asked)
    if (known.length < asked.length)
      return { ok: false, reason: [{ field: 'personIds', reason: 'person-missing' }] }
    const people = known.map((personId) => ({ id: deps.random.uuid(), personId }))
    const added = await store.insertTraining(scope, people, read.value, { actor, at })
    const { module, completedOn } = read.value
    await recordAudit(
      scope,
      ...added.map((id) => ({
        ...({ id: deps.random.uuid(), actor, action: 'training.recorded', subjectType: 'training' } as const),
        ...{ subjectId: id, detail: { module, on: completedOn } },
      })),
    )
    return { ok: true, value: { added: added.length } }
  })
}

/** The checks on somebody, the newest first. */
export const checksOf = (deps: Deps, organisationId: string, personId: string): Promise<PersonCheck[]> =>
  withOrganisation(deps.db, organisationId, (scope) => store.selectChecks(scope, personId))

/** Records the outcome of a check, or says what is wrong. Throws `not-found` for somebody who is not of the service. */
export const recordCheck = async (
  deps: Deps,
  organisationId: string,
  personId: string,
  entry: CheckEntry,
  actor: string,
): Promise<Result<string, readonly TrainingFault[]>> => {
  if (!isUuid(personId)) throw new ProblemError('not-found')
  const at = deps.clock.now()
  const read = readCheck(entry, localDateOf(at))
  if (!read.ok) return read
  const id = deps.random.uuid()
  await withOrganisation(deps.db, organisationId, async (scope) => {
    if ((await store.selectKnown(scope, [personId])).length === 0) throw new ProblemError('not-found')
    await store.insertCheck(scope, { id, personId }, read.value, { actor, at })
    await recordAudit(scope, {
      ...{ id: deps.random.uuid(), actor, action: 'check.recorded', subjectType: 'check' },
      ...{ subjectId: id, detail: { kind: read.value.kind } },
    })
  })
  return { ok: true, value: id }
}

const untilOf = (deps: Deps) => addMonths(localDateOf(deps.clock.now()), WARNING_MONTHS)

/** What has run out, or does within two months, the next first. Throws `bad-request` for a place that is none. */
export const listExpiring = async (
  deps: Deps,
  organisationId: string,
  query: { readonly after?: string; readonly limit: number },
): Promise<ExpiringPage> => {
  const { after, limit } = query
  if (after !== undefined && !/^\d{4}-\d\d-\d\d_[0-9a-f-]{36}$/.test(after))
    throw new ProblemError('bad-request')
  const before = untilOf(deps)
  const found = await withOrganisation(deps.db, organisationId, (scope) =>
    store.selectExpiring(scope, { before, after, limit: limit + 1 }),
  )
  const rows = found.slice(0, limit)
  const last = rows.at(-1)
  const more = found.length > limit && last !== undefined
  return { rows, ...(more ? { next: `${last.expiresOn}_${last.id}` } : {}) }
}

/** How much has run out or does within two months, and the first day of those. */
export const countExpiring = (
  deps: Deps,
  organisationId: string,
): Promise<{ count: number; first: string | null }> =>
  withOrganisation(deps.db, organisationId, (scope) => store.countExpiring(scope, untilOf(deps)))
