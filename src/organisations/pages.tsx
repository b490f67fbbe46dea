import type { Child } from 'hono/jsx'
import { definitionsOf, type FindDefinition } from '../achievements/definitions'
import { countBadges, listAwards } from '../awards/lists/actions'
import type { AwardRow, BadgeCount } from '../awards/lists/model'
import { renewalTasks } from '../awards/renewals/actions'
import type { RenewalTask } from '../awards/renewals/model'
import { awardsUnderReview } from '../awards/reviews/actions'
import { statusColour } from '../awards/rules/status-colour'
import { hoursOverview, listImports } from '../hours/actions'
import type { HoursOverview, ImportView } from '../hours/model'
import { path, paths } from '../paths'
import { waitingYoung } from '../people/holds/actions'
import { type RoleTask, roleTasks } from '../roles/due'
import { waitingClaims } from '../skills/actions'
import type { App, AppContext, Language } from '../web/app-env'
import { Button, Cell, InsetText, Table, Tag } from '../web/components'
import { formatCount, formatDate } from '../web/format'
import { requirePermission } from '../web/guard'
import { renderPage } from '../web/layout'
import type { Organisation } from './model'
import { todayText } from './page-text'
import { permits } from './rules/permits'

const recentAwards = 5
/** How long an import that left something to do is shown, in milliseconds. */
const recentImports = 14 * 24 * 60 * 60 * 1000

type Today = {
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
  /** What is due about roles, training and access. */
  readonly roles: readonly RoleTask[]
  /** Badges that run out soon, by their names in both languages. */
  readonly renewals: readonly (RenewalTask & { readonly name: Record<Language, string> })[]
}

const hoursFigure = (minutes: number, language: Language) =>
  formatCount(Math.round(minutes / 6) / 10, language)

const loadToday = async (c: AppContext, organisation: Organisation): Promise<Today> => {
  const { deps, language, viewer } = c.var
  const memberships = viewer?.memberships ?? []
  const since = deps.clock.now().getTime() - recentImports
  const { id } = organisation
  const [hours, badges, reviews, skills, imports, { awards }, roles, young, ending] = await Promise.all([
    hoursOverview(deps, id),
    countBadges(deps, id),
    awardsUnderReview(deps, id),
    waitingClaims(deps, id, { limit: 1 }),
    listImports(deps, id),
    listAwards(deps, id, { filter: {}, limit: recentAwards }),
    roleTasks(deps, id),
    waitingYoung(deps, id),
    renewalTasks(deps, id),
  ])
  const codes = [...awards.map(({ definitionCode }) => definitionCode), ...ending.map(({ code }) => code)]
  const definitionOf = await definitionsOf(deps, id, codes)
  return {
    ...{ slug: organisation.slug, language, hours, badges, awards, roles, young },
    definitionOf,
    renewals: ending.map((task) => ({ ...task, name: definitionOf(task.code).name })),
    acts: memberships.some((one) => one.organisationId === id && permits(one.role, 'hours:approve')),
    reviews: reviews.length,
    skills: skills.total,
    imports: imports.filter((one) => one.createdAt.getTime() >= since),
  }
}

type Task = { readonly what: string; readonly amount: string; readonly href: string; readonly step: string }

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

const Tasks = (today: Today) => {
  const { slug, language, acts } = today
  const t = todayText[language]
  const every = [
    hoursTasks,
    youngTasks,
    skillTasks,
    reviewTasks,
    badgeTasks,
    renewalRows,
    importTasks,
    dueTasks,
  ]
  const tasks = every.flatMap((of) => of(today))
  return (
    <>
      {tasks.length === 0 ? (
        <InsetText>{acts ? t.nothing : t.nothingToSee}</InsetText>
      ) : (
        <Table caption={t.toDo} head={[{ text: t.task }, { text: t.action }]}>
          {tasks.map(({ what, amount, href, step }) => (
            <tr class="govuk-table__row">
              <Cell header>
                {what}
                <span class="app-beneath">{amount}</span>
              </Cell>
              <Cell>
                {step === '' ? null : (
                  <a class="govuk-link" href={href}>
                    {step}
                    <span class="govuk-visually-hidden">{`: ${what}`}</span>
                  </a>
                )}
              </Cell>
            </tr>
          ))}
        </Table>
      )}
      {acts ? <Button href={path('serviceImports', { slug })}>{t.import}</Button> : null}
    </>
  )
}

const Figure = ({ value, children }: { value: string; children: Child }) => (
  <div class="app-figure">
    <dt class="app-figure__label">{children}</dt>
    <dd class="app-figure__value">{value}</dd>
  </div>
)

const Year = ({ hours, badges, language }: Today) => {
  const t = todayText[language]
  const held = badges.reduce((sum, badge) => sum + badge.held, 0)
  return (
    <section aria-labelledby="year">
      <h2 class="govuk-heading-m" id="year">
        {t.year(hours.year)}
      </h2>
      <dl class="app-figures">
        <Figure value={hoursFigure(hours.approvedMinutes, language)}>{t.approvedHours}</Figure>
        <Figure value={formatCount(hours.volunteers, language)}>{t.volunteers}</Figure>
        <Figure value={formatCount(held, language)}>{t.badgesHeld}</Figure>
      </dl>
    </section>
  )
}

const Recent = ({ slug, awards, definitionOf, language }: Today) => {
  const t = todayText[language]
  if (awards.length === 0) return null
  return (
    <Table caption={t.recent} head={[{ text: t.volunteer }, { text: t.badge }, { text: t.issued }]}>
      {awards.map((award) => (
        <tr class="govuk-table__row">
          <Cell header>
            <a class="govuk-link" href={path('serviceAward', { slug, awardId: award.id })}>
              {award.personName}
            </a>
          </Cell>
          <Cell>
            {definitionOf(award.definitionCode).name[language]}{' '}
            {award.status === 'valid' ? null : (
              <Tag colour={statusColour[award.status]}>{t[award.status]}</Tag>
            )}
          </Cell>
          <Cell>{formatDate(award.issuedAt, language)}</Cell>
        </tr>
      ))}
    </Table>
  )
}

/** The start page of those who look after volunteers: what needs doing now, and how the year stands. */
export const organisationPages = (app: App): void => {
  app.get(paths.service, async (c) => {
    const { organisation } = await requirePermission(c, 'service:read')
    const today = await loadToday(c, organisation)
    const t = todayText[c.var.language]
    return renderPage(
      c,
      { title: t.today, organisation, current: 'today', wide: true },
      <>
        <h1 class="govuk-heading-l">{t.today}</h1>
        <Tasks {...today} />
        <Year {...today} />
        <Recent {...today} />
      </>,
    )
  })
}
