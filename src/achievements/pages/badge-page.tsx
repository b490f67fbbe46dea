import { badgeEligibility } from '../../awards/actions'
import { listAwards, queueForBadge } from '../../awards/lists/actions'
import type { AwardPage, BadgeQueue } from '../../awards/lists/model'
import { runningOut } from '../../awards/renewals/actions'
import { statusColour } from '../../awards/rules/status-colour'
import type { Organisation } from '../../organisations/model'
import { permits } from '../../organisations/rules/permits'
import { path } from '../../paths'
import type { AppContext } from '../../web/app-env'
import { Cell, Details, Pagination, Table, Tag } from '../../web/components'
import { formatDate, formatHoursShort } from '../../web/format'
import { type Permitted, requirePermission } from '../../web/guard'
import { renderPage } from '../../web/layout'
import { definitionFor } from '../alignments'
import { choiceText } from '../choice-text'
import { type BadgeDefinition, isOwnCode } from '../model'
import { ownText } from '../own/page-text'
import { achievementText } from '../page-text'
import { whoseRule } from '../rules/apply-choice'
import { describeRule } from '../rules/describe-rule'
import { readDefinition } from '../rules/read-definition'
import { getBadge, isPausable } from '../settings/actions'
import { BadgeFactsView, BadgeImage } from './badge-facts'
import { HeldBack } from './held-back'
import { type Candidate, IssueForm } from './issue-form'
import { PauseSetting } from './pause-setting'
import { Renewals } from './renewals'

/** People on one page of each of the long tables. */
const PAGE_SIZE = 50

/** One badge of a service: who has earned it, who is not there yet, and who has it. */
export const renderBadgePage = async (c: AppContext) =>
  renderBadge(c, await requirePermission(c, 'badges:read'), { chosen: undefined, nobodyChosen: false })

/** The same page; `chosen` are the people who were ticked in a form that was refused. */
export const renderBadge = async (
  c: AppContext,
  { organisation, membership }: Permitted,
  form: { readonly chosen: ReadonlySet<string> | undefined; readonly nobodyChosen: boolean },
) => {
  const { deps, language } = c.var
  const t = achievementText[language]
  const { definition, hidden } = await getBadge(deps, organisation.id, c.req.param('code') ?? '')
  const aligned = await definitionFor(deps, organisation.id, definition)
  const { holders, pausable, lists, running, again } = await loadBadge(c, organisation, definition)
  const mayIssue = permits(membership.role, 'badges:issue')
  const errors = form.nobodyChosen
    ? [{ field: `person-${lists.ready.people[0]?.personId ?? ''}`, message: t.chooseSomebody }]
    : []
  return renderPage(
    c,
    {
      title: definition.name[language],
      organisation,
      current: 'badges',
      wide: true,
      errors,
      back: { href: path('serviceBadges', { slug: organisation.slug }), text: t.badges },
    },
    <>
      <div class="app-badge-heading">
        <BadgeImage definition={definition} language={language} size={120} described />
        <div>
          <h1 class="govuk-heading-l">{definition.name[language]}</h1>
          <p class="govuk-body">{`${t.takes}: ${describeRule(definition.rule, language)}.`}</p>
        </div>
      </div>
      <Details summary={t.about}>
        <BadgeFactsView facts={readDefinition(aligned, language)} language={language} />
      </Details>
      <p class="govuk-body">
        {choiceText[language][whoseRule({ code: definition.id, version: definition.version })]}
        {hidden ? ` ${choiceText[language].hidden}` : ''}
      </p>
      {permits(membership.role, 'badges:design') ? (
        <p class="govuk-body">
          <a
            class="govuk-link"
            href={
              isOwnCode(definition.id)
                ? path('serviceOwnBadge', { slug: organisation.slug, ownCode: definition.id })
                : path('serviceBadgeRule', { slug: organisation.slug, code: definition.id })
            }
          >
            {isOwnCode(definition.id) ? ownText[language].design : choiceText[language].link}
          </a>
        </p>
      ) : null}
      <PauseSetting
        organisation={organisation}
        code={definition.id}
        pausable={pausable}
        mayChange={mayIssue}
        language={language}
      />
      <IssueForm
        {...lists.ready}
        chosen={form.chosen}
        organisation={organisation}
        code={definition.id}
        language={language}
        mayIssue={mayIssue}
        error={errors[0]?.message}
      />
      <Renewals running={running} people={again} slug={organisation.slug} language={language} />
      <HeldBack {...lists.heldBack} slug={organisation.slug} language={language} />
      <NotYet {...lists.notYet} c={c} organisation={organisation} definition={definition} />
      <Holders c={c} held={holders} organisation={organisation} definition={definition} />
    </>,
  )
}

type Section = {
  readonly c: AppContext
  readonly organisation: Organisation
  readonly definition: BadgeDefinition
}

/** One page of a list of people. */
type PeopleOnPage = {
  readonly people: readonly Candidate[]
  /** How many there are, on all pages. */
  readonly total: number
  /** Where the next page is. */
  readonly next: string | undefined
}

/** Whoever the lists of a badge show; `ready`, `held`, `nearest` and `after` in the address say from where on. */
const loadBadge = async (c: AppContext, organisation: Organisation, definition: BadgeDefinition) => {
  const { deps } = c.var
  const after = c.req.query('after')
  const [queue, holders, pausable, running] = await Promise.all([
    queueForBadge(deps, organisation.id, definition.id),
    listAwards(deps, organisation.id, {
      filter: { code: definition.id },
      limit: PAGE_SIZE,
      ...(after === undefined ? {} : { after }),
    }),
    isPausable(deps, organisation.id, definition.id),
    runningOut(deps, organisation.id, definition.id),
  ])
  const ready = pageAfter(queue.ready, c.req.query('ready'))
  const heldBack = pageAfter(queue.heldBack, c.req.query('held'))
  const notYet = pageOfNearest(queue.notYet, c.req.query('nearest'))
  const over = running.filter(({ ended }) => ended).map(({ personId }) => personId)
  const ids = [...new Set([...[ready, heldBack, notYet].flatMap(({ shown }) => shown), ...over])]
  const people = await badgeEligibility(deps, organisation.id, definition.id, ids)
  const byId = new Map(people.map((person) => [person.personId, person]))
  const here = path('serviceBadge', { slug: organisation.slug, code: definition.id })
  const listOf = (page: PageOfIds, total: number, [name, section]: [string, string]): PeopleOnPage => ({
    people: page.shown.flatMap((id) => byId.get(id) ?? []),
    total,
    next: page.next && `${here}?${name}=${page.next}#${section}`,
  })
  const lists = {
    ready: listOf(ready, queue.ready.length, ['ready', 'ready']),
    heldBack: listOf(heldBack, queue.heldBack.length, ['held', 'held-back']),
    notYet: listOf(notYet, queue.notYet.length, ['nearest', 'not-yet']),
  }
  return { holders, pausable, lists, running, again: over.flatMap((id) => byId.get(id) ?? []) }
}

/** The ids on one page of a list, and where the next one begins. */
type PageOfIds = { readonly shown: readonly string[]; readonly next: string | undefined }

const pageFrom = (ids: readonly string[], start: number, cursorOf: (index: number) => string) => ({
  shown: ids.slice(start, start + PAGE_SIZE),
  next: start + PAGE_SIZE < ids.length ? cursorOf(start + PAGE_SIZE - 1) : undefined,
})

/** The page after somebody; the first one where they are not in the list any more. */
const pageAfter = (ids: readonly string[], after: string | undefined): PageOfIds =>
  pageFrom(ids, after === undefined ? 0 : ids.indexOf(after) + 1, (index) => ids[index] ?? '')

/** The page after somebody at a distance (`0.25~id`), or after that distance where they have come nearer meanwhile. */
const pageOfNearest = (queue: BadgeQueue['notYet'], after: string | undefined): PageOfIds => {
  const [distance, personId] = after?.split('~') ?? []
  const place = queue.findIndex((one) => one.personId === personId && String(one.distance) === distance)
  const further = queue.findIndex((one) => one.distance > Number(distance))
  return pageFrom(
    queue.map((one) => one.personId),
    place >= 0 ? place + 1 : Math.max(further, 0),
    (index) => `${queue[index]?.distance}~${queue[index]?.personId}`,
  )
}

const NotYet = ({ c, organisation, people, total, next }: Section & PeopleOnPage) => {
  const { language } = c.var
  const t = achievementText[language]
  const { slug } = organisation
  const head = [{ text: t.name }, { text: t.missing }, { text: t.hours, numeric: true }]
  return (
    <section id="not-yet">
      <h2 class="govuk-heading-m">{`${t.notYet} (${total})`}</h2>
      <p class="govuk-body">{total === 0 ? t.notYetNone : t.notYetIntro}</p>
      {people.length === 0 ? null : (
        <Table caption={t.notYet} hideCaption head={head}>
          {people.map((person) => (
            <tr class="govuk-table__row">
              <Cell header>
                <a class="govuk-link" href={path('serviceVolunteer', { slug, personId: person.personId })}>
                  {person.name}
                </a>
              </Cell>
              <Cell>{person.missing?.[language]}</Cell>
              <Cell numeric>{formatHoursShort(person.minutes)}</Cell>
            </tr>
          ))}
        </Table>
      )}
      <Pagination language={language} next={next} />
    </section>
  )
}

const Holders = ({ c, organisation, definition, held }: Section & { readonly held: AwardPage }) => {
  const { language } = c.var
  const t = achievementText[language]
  const { slug } = organisation
  const here = path('serviceBadge', { slug, code: definition.id })
  const head = [{ text: t.name }, { text: t.issuedOn }, { text: t.status }, { text: t.hours, numeric: true }]
  return (
    <section id="holders">
      <h2 class="govuk-heading-m">{t.holders}</h2>
      {held.awards.length === 0 ? (
        <p class="govuk-body">{t.holdersNone}</p>
      ) : (
        <Table caption={t.holders} hideCaption head={head}>
          {held.awards.map((award) => (
            <tr class="govuk-table__row">
              <Cell header>
                <a class="govuk-link" href={path('serviceAward', { slug, awardId: award.id })}>
                  {award.personName}
                </a>
              </Cell>
              <Cell>{formatDate(award.issuedAt, language)}</Cell>
              <Cell>
                <Tag colour={statusColour[award.status]}>{t[award.status]}</Tag>
              </Cell>
              <Cell numeric>{formatHoursShort(award.minutes)}</Cell>
            </tr>
          ))}
        </Table>
      )}
      <Pagination
        language={language}
        {...(held.next === undefined ? {} : { next: `${here}?after=${held.next}#holders` })}
      />
    </section>
  )
}
