import { badgeEligibility } from '../../awards/actions'
import { listAwards } from '../../awards/lists/actions'
import type { AwardPage } from '../../awards/lists/model'
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
  const after = c.req.query('after')
  const people = await badgeEligibility(deps, organisation.id, definition.id)
  const holders = await listAwards(deps, organisation.id, {
    filter: { code: definition.id },
    limit: PAGE_SIZE,
    ...(after === undefined ? {} : { after }),
  })
  const pausable = await isPausable(deps, organisation.id, definition.id)
  const mayIssue = permits(membership.role, 'badges:issue')
  const earned = people.filter(({ eligible }) => eligible)
  const ready = earned.filter(({ hold }) => hold === undefined)
  const held = earned.filter(({ hold }) => hold !== undefined)
  const notYet = people.filter(({ eligible }) => !eligible).sort((a, b) => a.distance - b.distance)
  const errors = form.nobodyChosen
    ? [{ field: `person-${ready[0]?.personId ?? ''}`, message: t.chooseSomebody }]
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
        people={ready}
        chosen={form.chosen}
        organisation={organisation}
        code={definition.id}
        language={language}
        mayIssue={mayIssue}
        error={errors[0]?.message}
      />
      <HeldBack people={held} slug={organisation.slug} language={language} />
      <NotYet c={c} people={notYet} organisation={organisation} definition={definition} />
      <Holders c={c} held={holders} organisation={organisation} definition={definition} />
    </>,
  )
}

type Section = {
  readonly c: AppContext
  readonly organisation: Organisation
  readonly definition: BadgeDefinition
}

const pageNumberOf = (c: AppContext) => Math.max(1, Number.parseInt(c.req.query('page') ?? '1', 10) || 1)

const NotYet = ({ c, organisation, definition, people }: Section & { readonly people: Candidate[] }) => {
  const { language } = c.var
  const t = achievementText[language]
  const { slug } = organisation
  const here = path('serviceBadge', { slug, code: definition.id })
  const number = pageNumberOf(c)
  const shown = people.slice((number - 1) * PAGE_SIZE, number * PAGE_SIZE)
  const pageLink = (to: number) => `${here}?page=${to}#not-yet`
  const head = [{ text: t.name }, { text: t.missing }, { text: t.hours, numeric: true }]
  return (
    <section id="not-yet">
      <h2 class="govuk-heading-m">{`${t.notYet} (${people.length})`}</h2>
      <p class="govuk-body">{people.length === 0 ? t.notYetNone : t.notYetIntro}</p>
      {shown.length === 0 ? null : (
        <Table caption={t.notYet} hideCaption head={head}>
          {shown.map((person) => (
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
      <Pagination
        language={language}
        {...(number > 1 ? { previous: pageLink(number - 1) } : {})}
        {...(number * PAGE_SIZE < people.length ? { next: pageLink(number + 1) } : {})}
      />
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
