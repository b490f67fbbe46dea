import { z } from 'zod'
import { limitUse, limitWrongGuesses } from '../../database/rate-limit'
import { asSystem, type Scope, withOrganisation } from '../../database/scope'
import type { Deps } from '../../deps'
import { foldName } from '../../people/rules/fold-name'
import { ProblemError, type Result } from '../../problems'
import { findByNumber } from '../check-in-numbers/store'
import { localDateOf } from '../rules/local-date-of'
import { shortenNames } from '../rules/shorten-names'
import {
  askedForDays,
  entryOfVisit,
  isForgotten,
  seenVisit,
  toldVisit,
  usualVisit,
} from '../rules/visit-times'
import { insertEntries } from '../sessions/insert-entries'
import type { ReadEntry } from '../sessions/model'
import type { CheckedOut, LeftFault, OpenPoint, OpenVisit, Visitor } from './model'
import * as store from './store'
import { makeTicket, readTicket } from './ticket'

const dayMs = 24 * 60 * 60_000
/** For how long somebody who had hours at a library is found there by name, in days. */
const knownDays = 183
const mostNames = 6
const fewestLetters = 2
/** A busy morning at one tablet; what a phone may ask of a poster; wrong numbers before a point asks to sign in. */
const limits = {
  tablet: { most: 120, seconds: 10 * 60 },
  phone: { most: 30, seconds: 10 * 60 },
  wrong: { most: 30, seconds: 60 * 60 },
}

const sinceOf = (now: Date) => localDateOf(new Date(now.getTime() - knownDays * dayMs))

/** People who may be meant: each with a short name and a ticket to go on with. */
export type Found = {
  readonly people: readonly { readonly name: string; readonly ticket: string }[]
  /** There are more than are shown. */
  readonly more: boolean
}

/**
 * Looks somebody up by their number or, at a tablet, by the first letters of a word of their name among those who had
 * hours at the library in the last half year. Throws `too-many-requests` beyond what people do.
 */
export const findVisitors = async (
  deps: Deps,
  point: OpenPoint,
  typed: string,
  clientAddress: string,
): Promise<Found> => {
  if (point.kind === 'tablet') await limitUse(deps, 'check-in-tablet', point.id, limits.tablet)
  else await limitUse(deps, 'check-in-phone', clientAddress, limits.phone)
  const number = typed.replace(/[\s-]/g, '')
  if (/^\d+$/.test(number)) return found(deps, point, await findNumbered(deps, point, number))
  const letters = foldName(typed)
  const tooFew = [...letters].length < fewestLetters || typed.length > 100
  if (point.kind === 'poster' || tooFew) return { people: [], more: false }
  const place = { branchId: point.branchId, since: sinceOf(deps.clock.now()) }
  const people = await withOrganisation(deps.db, point.organisationId, (scope) =>
    store.findByLetters(scope, letters, place, mostNames + 1),
  )
  return found(deps, point, people)
}

const findNumbered = async (deps: Deps, point: OpenPoint, number: string) => {
  const person = await limitWrongGuesses(deps, 'check-in-number', point.id, limits.wrong, () =>
    withOrganisation(deps.db, point.organisationId, (scope) => findByNumber(scope, number)),
  )
  return person === undefined ? [] : [person]
}

const found = async (
  deps: Deps,
  point: OpenPoint,
  people: readonly { readonly id: string; readonly name: string }[],
): Promise<Found> => {
  const shown = people.slice(0, mostNames)
  const names = shortenNames(shown.map(({ name }) => name))
  return {
    people: await Promise.all(
      shown.map(async ({ id }, at) => ({
        name: names[at] ?? '',
        ticket: await makeTicket(deps, point, id),
      })),
    ),
    more: people.length > shown.length,
  }
}

/** Whom a ticket of this point is for. Throws `bad-request` where it is none, or older than a quarter of an hour. */
export const holderOf = async (deps: Deps, point: OpenPoint, ticket: string): Promise<string> => {
  const personId = await readTicket(deps, point, ticket)
  if (personId === undefined) throw new ProblemError('bad-request')
  return personId
}

/** What somebody may do at a point now. Throws `not-found` for somebody who does not volunteer here now. */
export const getVisitor = (deps: Deps, point: OpenPoint, personId: string): Promise<Visitor> =>
  withOrganisation(deps.db, point.organisationId, async (scope) => {
    const now = deps.clock.now()
    const person = await store.findActive(scope, personId)
    if (person === undefined) throw new ProblemError('not-found')
    const visit = await store.findOpenVisit(scope, personId)
    const roles = await store.listRoleChoices(scope, personId, sinceOf(now))
    const usual = roles.filter(({ had }) => had).slice(0, 4)
    const rest = roles.filter((role) => !usual.includes(role))
    return {
      personId,
      name: shortenNames([person.name])[0] ?? '',
      visit: visit && { ...visit, forgotten: isForgotten(visit.startedAt, now) },
      usual: usual.length > 0 ? usual : rest,
      others: usual.length > 0 ? rest : [],
    }
  })

/**
 * Checks somebody in, in a role. Somebody who is in stays in as they are: pressing twice changes nothing. Throws
 * `conflict` where an earlier visit has no end yet, or the role is none of the service.
 */
export const checkIn = (
  deps: Deps,
  point: OpenPoint,
  personId: string,
  roleId: string,
): Promise<{ readonly startedAt: Date }> =>
  withOrganisation(deps.db, point.organisationId, async (scope) => {
    const startedAt = deps.clock.now()
    const roles = await store.listRoleChoices(scope, personId, localDateOf(startedAt))
    const known = roles.some(({ id }) => id === roleId)
    if (!known || (await store.findActive(scope, personId)) === undefined) throw new ProblemError('conflict')
    const { branchId, id: pointId } = point
    const visit = { id: deps.random.uuid(), personId, branchId, roleId, pointId, startedAt }
    if (await store.insertVisit(scope, visit)) return { startedAt }
    const open = await store.findOpenVisit(scope, personId)
    if (open === undefined || isForgotten(open.startedAt, startedAt)) throw new ProblemError('conflict')
    return { startedAt: open.startedAt }
  })

type End = { readonly visitId: string; readonly personId: string }

/**
 * Checks somebody out of a visit and records the session, which waits for approval. Who is out already, stays so.
 * `actor` is the signed-in volunteer's address, or who stands at the tablet.
 */
export const checkOut = (
  deps: Deps,
  point: OpenPoint,
  { visitId, personId }: End,
  actor: string,
): Promise<CheckedOut> =>
  withOrganisation(deps.db, point.organisationId, async (scope) => {
    const now = deps.clock.now()
    const visit = await lockOwn(scope, visitId, personId)
    if (visit === undefined) return { minutes: 0 }
    if (isForgotten(visit.startedAt, now)) throw new ProblemError('conflict')
    const time = seenVisit(visit.startedAt, now)
    if (time === undefined) {
      await store.endVisit(scope, visit.id, { endedAt: now, rule: 'nothing', sessionId: null })
      return { minutes: 0 }
    }
    return record(deps, scope, visit, { entry: entryOfVisit(time, visit), rule: 'seen', actor })
  })

/** The end of a visit that was forgotten, told as a clock time of its day. Told again, it stays as it was. */
export const tellEnd = (
  deps: Deps,
  point: OpenPoint,
  { visitId, personId, told }: End & { readonly told: string },
  actor: string,
): Promise<Result<CheckedOut, LeftFault>> =>
  withOrganisation(deps.db, point.organisationId, async (scope) => {
    const visit = await lockOwn(scope, visitId, personId)
    if (visit === undefined) return { ok: true, value: { minutes: 0 } }
    const time = toldVisit(visit.startedAt, told, deps.clock.now())
    if (!time.ok) return time
    const entry = entryOfVisit(time.value, visit)
    return { ok: true, value: await record(deps, scope, visit, { entry, rule: 'told', actor }) }
  })

/** Ends a forgotten visit whose person does not know either: by the rule, to be looked at by the coordinator. */
export const assumeEnd = (
  deps: Deps,
  organisationId: string,
  { visitId, personId }: { readonly visitId: string; readonly personId?: string },
  actor: string,
): Promise<CheckedOut> =>
  withOrganisation(deps.db, organisationId, async (scope) => {
    const now = deps.clock.now()
    const visit = await lockOwn(scope, visitId, personId)
    if (visit === undefined) return { minutes: 0 }
    if (!isForgotten(visit.startedAt, now)) throw new ProblemError('conflict')
    const time = usualVisit(visit.startedAt, await store.listLengths(scope, visit, 9), now)
    return record(deps, scope, visit, { entry: entryOfVisit(time, visit), rule: 'usual', actor })
  })

const lockOwn = async (scope: Scope, visitId: string, personId: string | undefined) => {
  if (!z.uuid().safeParse(visitId).success) throw new ProblemError('not-found')
  const visit = await store.lockOpenVisit(scope, visitId)
  if (personId !== undefined && visit !== undefined && visit.personId !== personId)
    throw new ProblemError('not-found')
  return visit
}

const record = async (
  deps: Deps,
  scope: Scope,
  visit: OpenVisit,
  end: { readonly entry: ReadEntry; readonly rule: 'seen' | 'told' | 'usual'; readonly actor: string },
): Promise<CheckedOut> => {
  const origin = { email: end.actor, as: 'coordinator', source: 'kiosk', correctsId: null } as const
  const { recorded } = await insertEntries(deps, scope, [end.entry], origin)
  const sessionId = recorded[0]?.sessionId || null
  const endedAt = end.entry.endedAt ?? deps.clock.now()
  // The start of the entry is its whole minute; the end of a visit is never before its own start.
  const notBefore = endedAt < visit.startedAt ? visit.startedAt : endedAt
  await store.endVisit(scope, visit.id, { endedAt: notBefore, rule: end.rule, sessionId })
  return { minutes: end.entry.minutes }
}

/** How many forgotten visits one run ends. */
const endedAtOnce = 200

/** Ends the visits that nobody was asked about in eight days, by the rule. Safe to run twice at once. */
export const endForgottenVisits = async (deps: Deps): Promise<void> => {
  const before = new Date(deps.clock.now().getTime() - askedForDays * dayMs)
  const forgotten = await asSystem(deps.db, (scope) => store.listForgotten(scope, before, endedAtOnce))
  for (const { organisationId, id } of forgotten)
    await assumeEnd(deps, organisationId, { visitId: id }, 'system')
}

/** Who is in now at the libraries of a service, as far as they checked in; two hundred at most. */
export const listWhoIsIn = (deps: Deps, organisationId: string) =>
  withOrganisation(deps.db, organisationId, async (scope) => {
    const now = deps.clock.now()
    const visits = await store.listOpenVisits(scope, new Date(now.getTime() - dayMs), 200)
    return visits.filter(({ startedAt }) => !isForgotten(startedAt, now))
  })
