import { withOrganisation } from '../database/scope'
import type { Deps } from '../deps'
import { localDateOf } from '../hours/rules/local-date-of'
import { approvedInFull, type SessionDetails } from '../hours/sessions/actions'
import { namesOf } from '../people/actions'
import { ProblemError } from '../problems'
import type { Invitation } from './invitations/model'
import * as invitations from './invitations/store'
import type { ActivityChange, CheckResult, DofeRules, Goal, Programme } from './model'
import type { Report } from './reports/model'
import * as reports from './reports/store'
import { rulesOf } from './rule-editions'
import { chooseSessions, type SessionChoiceMade } from './rules/choose-sessions'
import { deriveTarget } from './rules/derive-target'
import { runChecks } from './rules/run-checks'
import { sectionDays } from './rules/section-days'
import { snapshotSessions } from './rules/snapshot-sessions'
import * as store from './store'

/** A programme with everything around it, as its pages need it. */
export type ProgrammeView = {
  readonly programme: Programme
  readonly rules: DofeRules
  readonly personName: string
  /** Months that the section takes. */
  readonly target: number
  /** What is done now: the last change of activity, or what was planned. */
  readonly activity: string
  readonly goals: readonly Goal[]
  readonly changes: readonly ActivityChange[]
  /** Approved sessions that count, by day. */
  readonly sessions: readonly SessionDetails[]
  /** Every approved session of the person, by day. */
  readonly approved: readonly SessionDetails[]
  /** SHA-256 over the sessions that count. */
  readonly snapshot: string
  readonly invitation: Invitation | undefined
  /** Being written, waiting or returned. */
  readonly open: Report | undefined
  readonly approvedReport: Report | undefined
  /** The hours have changed since the approved report, or the one that waits, was signed. */
  readonly stale: boolean
  readonly results: readonly CheckResult[]
  /** YYYY-MM-DD. */
  readonly today: string
}

type Kept = {
  readonly programmes: readonly Programme[]
  readonly around: Awaited<ReturnType<typeof store.readAround>>
  readonly invitations: readonly Invitation[]
  readonly reports: readonly Report[]
}

const readKept = (deps: Deps, organisationId: string, personId?: string): Promise<Kept> =>
  withOrganisation(deps.db, organisationId, async (scope) => ({
    programmes: await store.listProgrammes(scope, personId),
    around: await store.readAround(scope),
    invitations: await invitations.listOpen(scope),
    reports: await reports.listReports(scope),
  }))

/** The programmes of a service or of one person, each with its checks as the approved hours are now. */
export const loadProgrammes = async (
  deps: Deps,
  organisationId: string,
  personId?: string,
): Promise<ProgrammeView[]> => {
  const kept = await readKept(deps, organisationId, personId)
  const personIds = [...new Set(kept.programmes.map((programme) => programme.personId))]
  const approved = Map.groupBy(
    await approvedInFull(deps, organisationId, personIds),
    (session) => session.personId,
  )
  const names = await namesOf(deps, organisationId, personIds)
  const today = localDateOf(deps.clock.now())
  const choicesOf = (id: string): readonly SessionChoiceMade[] => kept.around.choices.get(id) ?? []
  const counted = new Map(
    kept.programmes.map((programme) => [
      programme.id,
      chooseSessions(approved.get(programme.personId) ?? [], {
        section: programme.section,
        from: programme.plannedFirst,
        until: nextOfSection(kept.programmes, programme),
        choices: choicesOf(programme.id),
      }),
    ]),
  )
  return kept.programmes.map((programme) => {
    const others = kept.programmes.filter(
      ({ id, personId: person }) => id !== programme.id && person === programme.personId,
    )
    return viewOf(programme, {
      ...{ kept, counted, others, today },
      approved: approved.get(programme.personId) ?? [],
      personName: names.get(programme.personId) ?? '',
    })
  })
}

/** The first day of the next programme of the same section and person. */
const nextOfSection = (programmes: readonly Programme[], own: Programme): string | null =>
  programmes
    .filter(
      ({ id, personId, section, plannedFirst }) =>
        id !== own.id &&
        personId === own.personId &&
        section === own.section &&
        plannedFirst > own.plannedFirst,
    )
    .map(({ plannedFirst }) => plannedFirst)
    .sort()[0] ?? null

type Around = {
  readonly kept: Kept
  readonly counted: ReadonlyMap<string, readonly SessionDetails[]>
  readonly others: readonly Programme[]
  readonly approved: readonly SessionDetails[]
  readonly personName: string
  readonly today: string
}

const viewOf = (programme: Programme, around: Around): ProgrammeView => {
  const { kept, counted, others, approved, personName, today } = around
  const rules = rulesOf(programme.rules)
  const sessions = counted.get(programme.id) ?? []
  const snapshot = snapshotSessions(sessions)
  const goals = kept.around.goals.get(programme.id) ?? []
  const changes = kept.around.changes.get(programme.id) ?? []
  const invitation = kept.invitations.find(({ programmeId }) => programmeId === programme.id)
  const own = kept.reports.filter(({ programmeId }) => programmeId === programme.id)
  const approvedReport = own.find(({ status }) => status === 'approved')
  const open = own.find(({ status }) => status !== 'approved')
  const report = open?.status === 'signed' ? open : approvedReport
  const stale = report?.facts != null && report.facts.snapshot !== snapshot
  const results = runChecks({
    ...{ rules, programme, goals, sessions, today },
    activityChanges: changes.length,
    countedElsewhere: others.flatMap(({ id }) => (counted.get(id) ?? []).map((session) => session.id)),
    otherBackdated: others.some(
      (other) =>
        other.level === programme.level &&
        sectionDays({ rules, programme: other, sessions: counted.get(other.id) ?? [] }).first <
          other.enrolledOn,
    ),
    assessor: invitation === undefined ? null : (invitation.declaration ?? 'invited'),
    report: report?.facts == null ? null : { ...report.facts, stale },
  })
  return {
    ...{ programme, rules, personName, goals, changes, sessions, approved, snapshot, invitation, open },
    ...{ approvedReport, stale, results, today },
    target: deriveTarget(rules, programme),
    activity: changes.at(-1)?.to ?? programme.activity,
  }
}

/** One programme, with everything around it. Throws `not-found`. */
export const getProgramme = async (
  deps: Deps,
  organisationId: string,
  programmeId: string,
): Promise<ProgrammeView> => {
  const programme = await withOrganisation(deps.db, organisationId, (scope) =>
    isUuid(programmeId) ? store.findProgramme(scope, programmeId) : Promise.resolve(undefined),
  )
  if (programme === undefined) throw new ProblemError('not-found')
  const views = await loadProgrammes(deps, organisationId, programme.personId)
  const view = views.find((one) => one.programme.id === programmeId)
  if (view === undefined) throw new ProblemError('not-found')
  return view
}

const isUuid = (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)
