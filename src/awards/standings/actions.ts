import { gatherFacts } from '../../achievements/facts/actions'
import type { BadgeDefinition } from '../../achievements/model'
import { standForBadge } from '../../achievements/rules/stand-for-badge'
import { type ChosenBadge, listBadges } from '../../achievements/settings/actions'
import { asSystem, withOrganisation } from '../../database/scope'
import type { Deps } from '../../deps'
import { localDateOf } from '../../hours/rules/local-date-of'
import { sha256, toHex } from '../../openbadges/canonicalise/hash'
import { listActivePeople } from '../../people/actions'
import * as store from './store'

type Person = { readonly id: string; readonly name: string }

/** How everyone who volunteers now stands for every badge that a service can give. */
export type Standings = {
  /** By name. */
  readonly people: readonly Person[]
  readonly badges: readonly ChosenBadge[]
  /** How far off a badge is for somebody: 0 is earned. */
  readonly distanceOf: (personId: string, code: string) => number
}

/** Above this part of the people, everybody is asked about at once. */
const MOST_NAMED = 0.5

/**
 * Reads how people stand for badges, and reckons anew whose record has changed since, or was reckoned on another day
 * or for other rules. It answers lists: whoever gives a badge asks the rule again at that moment.
 */
export const readStandings = async (deps: Deps, organisationId: string): Promise<Standings> => {
  const [badges, active, kept] = await Promise.all([
    listBadges(deps, organisationId),
    listActivePeople(deps, organisationId),
    withOrganisation(deps.db, organisationId, async (scope) => ({
      changes: await store.selectChanges(scope),
      rows: await store.selectStandings(scope),
    })),
  ])
  const people = active.map(({ id, preferredName }) => ({ id, name: preferredName }))
  const definitions = badges.map(({ definition }) => definition)
  const today = localDateOf(deps.clock.now())
  const catalogue = await digestOf(definitions)
  const rows = new Map(kept.rows.map((row) => [row.personId, row]))
  const changed = new Set(kept.changes.map(({ personId }) => personId))
  const stale = people
    .map(({ id }) => id)
    .filter((id) => {
      const row = rows.get(id)
      const holds = row !== undefined && row.computedOn === today && row.catalogue === catalogue
      return !holds || changed.has(id) || changed.has(null)
    })
  const fresh = await reckon(deps, organisationId, { definitions, stale, all: people.length })
  const found = [...fresh].map(([personId, distances]) => {
    const version = (rows.get(personId)?.version ?? 0) + 1
    return { personId, computedOn: today, catalogue, distances, version }
  })
  if (found.length > 0 || kept.changes.length > 0)
    await keep(deps, organisationId, { found, changes: kept.changes })
  return {
    people,
    badges,
    distanceOf: (personId, code) =>
      (fresh.get(personId) ?? rows.get(personId)?.distances)?.[code] ?? Number.POSITIVE_INFINITY,
  }
}

/** Services that are brought up to date in one go. */
const MOST_SERVICES = 10

/** Reckons anew what has changed, before somebody opens a page and waits for it. */
export const refreshStandings = async (deps: Deps): Promise<void> => {
  const today = localDateOf(deps.clock.now())
  const behind = await asSystem(deps.db, (scope) => store.selectBehind(scope, today, MOST_SERVICES))
  for (const organisationId of behind) await readStandings(deps, organisationId)
}

/** Rules and versions decide; words do not. */
const digestOf = async (definitions: readonly BadgeDefinition[]): Promise<string> => {
  const text = JSON.stringify(definitions.map(({ id, version, rule }) => [id, version, rule]))
  return toHex(await sha256(text)).slice(0, 32)
}

const reckon = async (
  deps: Deps,
  organisationId: string,
  asked: {
    readonly definitions: readonly BadgeDefinition[]
    readonly stale: readonly string[]
    readonly all: number
  },
): Promise<Map<string, store.Distances>> => {
  const { definitions, stale, all } = asked
  if (stale.length === 0) return new Map()
  const named = stale.length > all * MOST_NAMED ? undefined : stale
  const gathered = await gatherFacts(deps, organisationId, named)
  return new Map(
    stale.map((personId) => {
      const facts = gathered.of(personId)
      const distances = definitions.map((one) => [one.id, roundUp(standForBadge(one, facts).distance)])
      return [personId, Object.fromEntries(distances)]
    }),
  )
}

/** To thousandths, and never to 0 what is more. */
const roundUp = (distance: number): number => Math.ceil(distance * 1000) / 1000

/** The notes that this answers go with it; those of people of whom somebody else wrote meanwhile stay. */
const keep = (
  deps: Deps,
  organisationId: string,
  {
    found,
    changes,
  }: { readonly found: readonly store.StandingRow[]; readonly changes: readonly store.Change[] },
) =>
  withOrganisation(deps.db, organisationId, async (scope) => {
    const here = await store.lockPeople(
      scope,
      found.map(({ personId }) => personId),
    )
    const written = await store.upsertStandings(
      scope,
      found.filter(({ personId }) => here.has(personId)),
    )
    const whole = written.size === here.size
    const overtaken = new Set(found.map(({ personId }) => personId).filter((id) => !written.has(id)))
    const answered = changes.filter(({ personId }) => (personId === null ? whole : !overtaken.has(personId)))
    await store.deleteChanges(
      scope,
      answered.map(({ number }) => number),
    )
  })
