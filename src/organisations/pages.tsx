import type { Child } from 'hono/jsx'
import { definitionsOf } from '../achievements/definitions'
import { countBadges, listAwards } from '../awards/lists/actions'
import { renewalTasks } from '../awards/renewals/actions'
import { awardsUnderReview } from '../awards/reviews/actions'
import { statusColour } from '../awards/rules/status-colour'
import { reportTasks } from '../dofe/due'
import { hoursOverview, listImports } from '../hours/actions'
import { path, paths } from '../paths'
import { waitingYoung } from '../people/holds/actions'
import { roleTasks } from '../roles/due'
import { waitingClaims } from '../skills/actions'
import type { App, AppContext } from '../web/app-env'
import { Button, Cell, InsetText, Table, Tag } from '../web/components'
import { formatCount, formatDate } from '../web/format'
import { requirePermission } from '../web/guard'
import { renderPage } from '../web/layout'
import type { Organisation } from './model'
import { todayText } from './page-text'
import { permits } from './rules/permits'
import { hoursFigure, type Today, tasksOf } from './today-tasks'

const recentAwards = 5
/** How long an import that left something to do is shown, in milliseconds. */
const recentImports = 14 * 24 * 60 * 60 * 1000

const loadToday = async (c: AppContext, organisation: Organisation): Promise<Today> => {
  const { deps, language, viewer } = c.var
  const memberships = viewer?.memberships ?? []
  const since = deps.clock.now().getTime() - recentImports
  const { id } = organisation
  const [hours, badges, reviews, skills, imports, { awards }, roles, young, ending, reports] =
    await Promise.all([
      hoursOverview(deps, id),
      countBadges(deps, id),
      awardsUnderReview(deps, id),
      waitingClaims(deps, id, { limit: 1 }),
      listImports(deps, id),
      listAwards(deps, id, { filter: {}, limit: recentAwards }),
      roleTasks(deps, id),
      waitingYoung(deps, id),
      renewalTasks(deps, id),
      reportTasks(deps, id),
    ])
  const codes = [...awards.map(({ definitionCode }) => definitionCode), ...ending.map(({ code }) => code)]
  const definitionOf = await definitionsOf(deps, id, codes)
  return {
    ...{ slug: organisation.slug, language, hours, badges, awards, roles, young, reports },
    definitionOf,
    renewals: ending.map((task) => ({ ...task, name: definitionOf(task.code).name })),
    acts: memberships.some((one) => one.organisationId === id && permits(one.role, 'hours:approve')),
    reviews: reviews.length,
    skills: skills.total,
    imports: imports.filter((one) => one.createdAt.getTime() >= since),
  }
}

const Tasks = (today: Today) => {
  const { slug, language, acts } = today
  const t = todayText[language]
  const tasks = tasksOf(today)
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
