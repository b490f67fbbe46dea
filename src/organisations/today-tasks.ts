import type { FindDefinition } from '../achievements/definitions'
import type { AwardRow, BadgeCount } from '../awards/lists/model'
import type { RenewalTask } from '../awards/renewals/model'
import type { ReportTasks } from '../dofe/due'
import type { HoursOverview, ImportView } from '../hours/model'
import { path } from '../paths'
import type { waitingYoung } from '../people/holds/actions'
import type { RoleTask } from '../roles/due'
import type { Language } from '../web/app-env'
import { formatCount, formatDate } from '../web/format'
import { todayText } from './page-text'

/** What the start page of a service knows. */
export type Today = {
  readonly slug: string
  readonly language: Language
  /** The viewer does things here; a head of service looks on. */
  readonly acts: boolean
  readonly hours: HoursOverview
  readonly badges: readonly BadgeCount[]
  /** Badges whose hours changed since they were given. */
  readonly reviews: number
  /** Skills that wait to be confirmed. */
  readonly skills: number
  readonly imports: readonly ImportView[]
  /** Young volunteers for whom an answer is missing. */
  readonly young: Awaited<ReturnType<typeof waitingYoung>>
  readonly awards: readonly AwardRow[]
  readonly definitionOf: FindDefinition
  /** Youth award reports that wait or no longer agree with the hours. */
  readonly reports: ReportTasks
  /** What is due about roles, training and access. */
  readonly roles: readonly RoleTask[]
  /** Badges that run out soon, by their names in both languages. */
  readonly renewals: readonly (RenewalTask & { readonly name: Record<Language, string> })[]
}

export const hoursFigure = (minutes: number, language: Language) =>
  formatCount(Math.round(minutes / 6) / 10, language)

/** Something that needs doing: where, and what the step there is called. */
export type Task = {
  readonly what: string
  readonly amount: string
  readonly href: string
  readonly step: string
}

const hoursTasks = ({ hours, slug, language, acts }: Today): Task[] => {
  const t = todayText[language]
  const { count, minutes, oldest } = hours.waiting
  if (count === 0 || oldest === null) return []
  return [
    {
      what: t.hoursWait,
      amount: t.hoursWaitFigures(
        formatCount(count, language),
        hoursFigure(minutes, language),
        formatDate(oldest, language),
      ),
      href: path('serviceHours', { slug }),
      step: acts ? t.approve : '',
    },
  ]
}

const badgeTasks = ({ badges, slug, language, acts }: Today): Task[] => {
  const t = todayText[language]
  return badges
    .filter(({ ready }) => ready > 0)
    .map(({ definition, ready }) => ({
      what: t.badgeReady(definition.name[language]),
      amount: t.people(formatCount(ready, language)),
      href: path('serviceBadge', { slug, code: definition.id }),
      step: acts ? t.issue : t.see,
    }))
}

const youngTasks = ({ young, slug, language, acts }: Today): Task[] => {
  const t = todayText[language]
  const own = young.filter(({ hold }) => hold === 'self-missing' || hold === 'self-refused').length
  const href = path('serviceVolunteersWaiting', { slug })
  const task = (what: string, count: number): Task[] =>
    count === 0
      ? []
      : [{ what, amount: t.people(formatCount(count, language)), href, step: acts ? t.ask : t.see }]
  return [...task(t.guardiansWait, young.length - own), ...task(t.ownConsentsWait, own)]
}

const reviewTasks = ({ reviews, slug, language, acts }: Today): Task[] => {
  const t = todayText[language]
  if (reviews === 0) return []
  const amount = t.badges(formatCount(reviews, language))
  return [{ what: t.reviews, amount, href: path('serviceReviews', { slug }), step: acts ? t.decide : t.see }]
}

const skillTasks = ({ skills, slug, language, acts }: Today): Task[] => {
  const t = todayText[language]
  if (skills === 0) return []
  const amount = t.skills(formatCount(skills, language))
  return [
    { what: t.skillsWait, amount, href: path('serviceSkills', { slug }), step: acts ? t.decide : t.see },
  ]
}

const importTasks = ({ imports, slug, language, acts }: Today): Task[] => {
  const t = todayText[language]
  if (!acts) return []
  return imports.flatMap((one): Task[] => {
    const href = path('serviceImport', { slug, importId: one.id })
    const rows = (count: number) => t.rows(formatCount(count, language))
    const { fileName, status, rowsFaulty, rowsTotal, rowsDone } = one
    if (status === 'failed')
      return [{ what: t.importStopped(fileName), amount: rows(rowsTotal - rowsDone), href, step: t.goOn }]
    if (status === 'uploaded')
      return [{ what: t.importNotStarted(fileName), amount: rows(rowsTotal), href, step: t.check }]
    return rowsFaulty > 0
      ? [{ what: t.importFaults(fileName), amount: rows(rowsFaulty), href, step: t.mend }]
      : []
  })
}

const renewalRows = ({ renewals, slug, language }: Today): Task[] => {
  const t = todayText[language]
  return renewals.map(({ code, name, count, first }) => ({
    what: t.runningOut(name[language]),
    amount: t.dueAmount(formatCount(count, language), formatDate(first, language)),
    href: `${path('serviceBadge', { slug, code })}#renew`,
    step: t.look,
  }))
}

/** Applications, training and checks that run out, access and boundaries to be looked at. */
const dueTasks = ({ roles, slug, language, acts }: Today): Task[] => {
  const t = todayText[language]
  const hrefs: Record<RoleTask['kind'], string> = {
    applications: path('serviceOpportunities', { slug }),
    expiring: path('serviceTraining', { slug }),
    access: path('serviceAccess', { slug }),
    boundary: path('serviceBoundary', { slug }),
  }
  return roles
    .filter(({ kind }) => acts || kind !== 'expiring')
    .map(({ kind, count, first }) => ({
      what: t.due[kind],
      amount: t.dueAmount(formatCount(count, language), first === null ? '' : formatDate(first, language)),
      href: hrefs[kind],
      step: t.look,
    }))
}

const reportRows = ({ reports, slug, language, acts }: Today): Task[] => {
  const t = todayText[language]
  if (!acts) return []
  const href = path('serviceDofe', { slug })
  const row = (what: string, count: number, step: string): Task[] =>
    count === 0 ? [] : [{ what, amount: t.reports(formatCount(count, language)), href, step }]
  return [...row(t.reportsWait, reports.waiting, t.decide), ...row(t.reportsStale, reports.stale, t.look)]
}

const every = [
  hoursTasks,
  youngTasks,
  skillTasks,
  reviewTasks,
  reportRows,
  badgeTasks,
  renewalRows,
  importTasks,
  dueTasks,
]

/** What needs doing in a service, in the order in which it is told. */
export const tasksOf = (today: Today): Task[] => every.flatMap((of) => of(today))
