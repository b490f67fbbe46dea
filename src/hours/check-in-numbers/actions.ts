import { recordAudit } from '../../audit/actions'
import { type Scope, withOrganisation } from '../../database/scope'
import type { Deps } from '../../deps'
import { ProblemError } from '../../problems'
import * as store from './store'

const givenAtOnce = 20_000
const tries = 5

/** A number of six digits, each as likely as any other. */
const drawNumber = (deps: Pick<Deps, 'random'>): string => {
  for (;;) {
    const [a = 0, b = 0, c = 0] = deps.random.bytes(3)
    const drawn = (a << 16) | (b << 8) | c
    // The greatest multiple of a million below 2^24: what is above it would make small numbers likelier.
    if (drawn < 16_000_000) return String(drawn % 1_000_000).padStart(6, '0')
  }
}

/** Gives each person a number who has none; tries again where one was drawn that somebody has. */
const give = async (deps: Deps, scope: Scope, personIds: readonly string[]): Promise<number> => {
  let given = 0
  let left = personIds
  for (let round = 0; round < tries && left.length > 0; round++) {
    const drawn = left.map((personId) => ({ personId, number: drawNumber(deps) }))
    given += await store.insertNumbers(scope, drawn)
    const missing = new Set(await store.listWithoutNumber(scope, givenAtOnce))
    left = left.filter((personId) => missing.has(personId))
  }
  return given
}

/** Gives every active volunteer a number who has none. Gives how many got one. */
export const giveNumbers = (deps: Deps, organisationId: string, actor: string): Promise<{ given: number }> =>
  withOrganisation(deps.db, organisationId, async (scope) => {
    const given = await give(deps, scope, await store.listWithoutNumber(scope, givenAtOnce))
    if (given > 0) {
      await recordAudit(scope, {
        ...{ id: deps.random.uuid(), actor, action: 'check-in.numbers-given' },
        ...{ subjectType: 'organisation', subjectId: organisationId, detail: { people: given } },
      })
    }
    return { given }
  })

/** A volunteer's own number, made where there is none. */
export const ensureNumber = async (deps: Deps, organisationId: string, personId: string): Promise<string> =>
  withOrganisation(deps.db, organisationId, async (scope) => {
    await give(deps, scope, [personId])
    const number = await store.findNumber(scope, personId)
    if (number === undefined) throw new ProblemError('unexpected')
    return number
  })

export const findNumber = (
  deps: Deps,
  organisationId: string,
  personId: string,
): Promise<string | undefined> =>
  withOrganisation(deps.db, organisationId, (scope) => store.findNumber(scope, personId))

export const countNumbers = (deps: Deps, organisationId: string) =>
  withOrganisation(deps.db, organisationId, store.countNumbers)

/** A page of volunteers with their numbers, by name. */
export const listNumbers = async (
  deps: Deps,
  organisationId: string,
  query: { readonly after?: string; readonly limit: number },
) => {
  const found = await withOrganisation(deps.db, organisationId, (scope) =>
    store.listNumbers(scope, query.after, query.limit + 1),
  )
  const people = found.slice(0, query.limit)
  const last = people.at(-1)
  return { people, ...(found.length > query.limit && last ? { next: last.personId } : {}) }
}
