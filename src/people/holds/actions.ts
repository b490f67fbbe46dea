import { type Scope, withOrganisation } from '../../database/scope'
import type { Deps } from '../../deps'
import { localDateOf } from '../../hours/rules/local-date-of'
import type { ConsentPurpose } from '../consents/model'
import { agesFor } from '../rules/ages-for'
import { findHold } from '../rules/find-hold'
import { needsOf } from '../rules/needs-of'
import { stageOf } from '../rules/stage-of'
import type { AgeStage, Ages, Hold, Moment, Standing } from './model'
import * as store from './store'

type Asking = Pick<Deps, 'clock' | 'config'>

/** How old somebody counts as, and why a thing has to wait for them; no `hold` where it may go on. */
export type HoldState = { readonly stage: AgeStage; readonly hold?: Hold }

/** The ages that hold in a service. */
export const readAges = async (deps: Pick<Deps, 'config'>, scope: Scope): Promise<Ages> =>
  agesFor(deps.config.COLOPHON_AGES, await store.selectNation(scope))

export const momentIn = async (deps: Asking, scope: Scope): Promise<Moment> => ({
  now: deps.clock.now(),
  ages: await readAges(deps, scope),
})

/**
 * Whether something may be approved, issued or published for people, to be asked within the transaction that does it:
 * their records, guardians and consents stay as they are until it ends. Everybody who is found is in the answer.
 */
export const lockHolds = (
  deps: Asking,
  scope: Scope,
  personIds: Iterable<string>,
  purpose: ConsentPurpose,
): Promise<Map<string, HoldState>> => readHolds(deps, scope, personIds, { purpose, lock: true })

/** The same within a transaction that writes nothing. */
export const holdsWithin = (
  deps: Asking,
  scope: Scope,
  personIds: Iterable<string>,
  purpose: ConsentPurpose,
): Promise<Map<string, HoldState>> => readHolds(deps, scope, personIds, { purpose, lock: false })

/** The same for a list, where nothing is written. */
export const holdsOf = (
  deps: Deps,
  organisationId: string,
  personIds: Iterable<string>,
  purpose: ConsentPurpose,
): Promise<Map<string, HoldState>> =>
  withOrganisation(deps.db, organisationId, (scope) => holdsWithin(deps, scope, personIds, purpose))

const readHolds = async (
  deps: Asking,
  scope: Scope,
  personIds: Iterable<string>,
  { purpose, lock }: { readonly purpose: ConsentPurpose; readonly lock: boolean },
): Promise<Map<string, HoldState>> => {
  const ids = [...new Set(personIds)]
  if (ids.length === 0) return new Map()
  const moment = await momentIn(deps, scope)
  const today = localDateOf(moment.now)
  const people = (await store.selectBirths(scope, ids, { lock })).map((person) => ({
    ...person,
    stage: stageOf(person.birth, today, moment.ages),
  }))
  const asked = people.filter(({ stage }) => needsOf(stage, purpose).length > 0)
  const standings = await readStandings(scope, asked)
  return new Map(
    people.map(({ personId, stage }) => {
      const standing = standings.get(personId)
      const hold = standing && findHold(standing, purpose, moment)
      return [personId, { stage, ...(hold === undefined ? {} : { hold }) }]
    }),
  )
}

/** What decides for each of some people. */
export const readStandings = async (
  scope: Scope,
  people: readonly store.PersonBirth[],
): Promise<Map<string, Standing>> => {
  if (people.length === 0) return new Map()
  const ids = people.map(({ personId }) => personId)
  const guardians = Map.groupBy(await store.selectGuardianStandings(scope, ids), ({ personId }) => personId)
  const consents = Map.groupBy(await store.selectConsents(scope, ids), ({ personId }) => personId)
  return new Map(
    people.map(({ personId, birth }) => [
      personId,
      { birth, guardians: guardians.get(personId) ?? [], consents: consents.get(personId) ?? [] },
    ]),
  )
}

/** Young volunteers for whom nothing can be approved, issued or published yet, with the reason, by name. */
export const waitingYoung = async (
  deps: Deps,
  organisationId: string,
): Promise<{ personId: string; name: string; stage: AgeStage; hold: Hold }[]> => {
  const young = await withOrganisation(deps.db, organisationId, async (scope) => {
    const { now, ages } = await momentIn(deps, scope)
    return store.selectBornAfter(scope, Number(localDateOf(now).slice(0, 4)) - ages.adult - 1)
  })
  const personIds = young.map(({ personId }) => personId)
  const holds = await holdsOf(deps, organisationId, personIds, 'role')
  return young.flatMap(({ personId, name }) => {
    const state = holds.get(personId)
    return state?.hold === undefined ? [] : [{ personId, name, stage: state.stage, hold: state.hold }]
  })
}
