import { permits } from '../../organisations/rules/permits'
import { path } from '../../paths'
import type { FieldProblem } from '../../problems'
import type { AppContext, Language } from '../../web/app-env'
import { Button, ButtonGroup, Details, InsetText, Pagination, Select, Textarea } from '../../web/components'
import { formatCount, formatMonth } from '../../web/format'
import type { Permitted } from '../../web/guard'
import { renderPage } from '../../web/layout'
import {
  heldSessions,
  sessionFilterOptions,
  sessionsToApprove,
  sharedElsewhere,
  waitingTotals,
} from '../actions'
import type { SessionFilter, SessionFilterOptions, SessionPage, SessionTotal } from '../model'
import { Banner } from './approval-banner'
import { filterNames, hoursHref, isFiltered, type Outcome } from './approval-query'
import { approvalText } from './approval-text'
import { checkInText } from './check-in-text'
import { ElsewhereList } from './elsewhere-list'
import { hoursFigure } from './figures'
import { HeldList } from './held-list'
import { MarksExplained, SessionTable } from './session-table'

const sessionsOnPage = 100

/** What was sent with a form that was refused. */
export type Refused = {
  readonly errors: readonly FieldProblem[]
  readonly chosen: ReadonlySet<string>
  readonly reason: string
}

export type ListRequest = {
  readonly filter: SessionFilter
  readonly after?: string
  readonly outcome?: Outcome
  readonly refused?: Refused
}

type Shown = ListRequest & {
  readonly slug: string
  readonly language: Language
  readonly page: SessionPage
  readonly options: SessionFilterOptions
  readonly choosing: boolean
  /** May look after tablets and posters for check-in. */
  readonly keepsCheckIn: boolean
  /** May look at badges. */
  readonly seesBadges: boolean
  readonly ownPersonIds: ReadonlySet<string>
  /** Young volunteers whose hours cannot be approved yet. */
  readonly held: Awaited<ReturnType<typeof heldSessions>>
  /** What runs at the same time as something at another service. */
  readonly elsewhere: Awaited<ReturnType<typeof sharedElsewhere>>
  /** The part of the page, and what the other part comes to. */
  readonly part: 'exceptions' | 'rest'
  readonly exceptions: SessionTotal
  readonly rest: SessionTotal
  /** What came in after that is not approved with the rest. */
  readonly until: string
}

/** The sessions that wait for approval. */
export const renderHours = async (c: AppContext, permitted: Permitted, request: ListRequest) => {
  const { deps, language, viewer } = c.var
  const { organisation, reach } = permitted
  const t = approvalText[language]
  const memberships = (viewer?.memberships ?? []).filter((one) => one.organisationId === organisation.id)
  const totals = await waitingTotals(deps, organisation.id, request.filter, reach)
  const part = totals.exceptions.count > 0 && request.filter.part !== 'rest' ? 'exceptions' : 'rest'
  const shown: Shown = {
    ...{ ...request, ...totals, part, language },
    slug: organisation.slug,
    until: deps.clock.now().toISOString(),
    page: await findPage(c, permitted, { ...request, filter: { ...request.filter, part } }),
    options: await sessionFilterOptions(deps, organisation.id, reach),
    choosing: memberships.some(({ role }) => permits(role, 'hours:approve')),
    keepsCheckIn: memberships.some(({ role }) => permits(role, 'check-in:manage')),
    seesBadges: memberships.some(({ role }) => permits(role, 'badges:read')),
    held: await heldSessions(deps, organisation.id, reach),
    elsewhere: await sharedElsewhere(deps, organisation.id, reach),
    ownPersonIds: new Set(memberships.flatMap(({ personId }) => (personId === null ? [] : [personId]))),
  }
  const [count, minutes] = (['count', 'minutes'] as const).map(
    (name) => totals.exceptions[name] + totals.rest[name],
  )
  const figures = [formatCount(count ?? 0, language), hoursFigure(minutes ?? 0, language)] as const
  const empty = isFiltered(request.filter) ? t.noneFound : t.noneWaiting
  const errors = (request.refused?.errors ?? []).map((error) => ({
    ...error,
    field: error.field === 'session' ? firstBox(shown) : error.field,
  }))
  return renderPage(
    c,
    { title: t.hours, organisation, current: 'hours', wide: true, errors },
    <>
      <Banner {...shown} />
      <h1 class="govuk-heading-l">{t.hours}</h1>
      <p class="govuk-body-l">{count === 0 ? empty : t.waiting(...figures)}</p>
      <WaysIn {...shown} />
      <FilterForm {...shown} />
      {count === 0 ? null : <ApprovalForm {...shown} />}
      <ElsewhereList {...shown} />
      <HeldList {...shown} />
    </>,
  )
}

/** The id of the first box that can be ticked. */
const firstBox = ({ page, ownPersonIds, held }: Shown) => {
  const unboxed = new Set([...ownPersonIds, ...held.map(({ personId }) => personId)])
  return `session-${page.sessions.find(({ personId }) => !unboxed.has(personId))?.id ?? ''}`
}

/** The page after a place; the first page where everything after it has been dealt with. */
const findPage = async (
  c: AppContext,
  { organisation, reach }: Permitted,
  { filter, after }: ListRequest,
) => {
  const query = { filter, limit: sessionsOnPage }
  const sought = { ...query, ...(after === undefined ? {} : { after }) }
  const page = await sessionsToApprove(c.var.deps, organisation.id, sought, reach)
  const passed = after !== undefined && page.sessions.length === 0 && page.total.count > 0
  return passed ? sessionsToApprove(c.var.deps, organisation.id, query, reach) : page
}

/** Other things to do with hours. */
const WaysIn = ({ slug, language, choosing, keepsCheckIn }: Shown) => {
  const t = approvalText[language]
  return (
    <p class="govuk-body">
      {choosing ? (
        <>
          <a class="govuk-link" href={path('serviceRegister', { slug })}>
            {t.register}
          </a>
          {' · '}
        </>
      ) : null}
      {keepsCheckIn ? (
        <>
          <a class="govuk-link" href={path('serviceCheckIn', { slug })}>
            {checkInText[language].admin}
          </a>
          {' · '}
        </>
      ) : null}
      <a class="govuk-link" href={path('serviceHoursDisputed', { slug })}>
        {t.disputedList}
      </a>
    </p>
  )
}

const FilterForm = ({ slug, language, filter, options, page }: Shown) => {
  const t = approvalText[language]
  const filtered = isFiltered(filter)
  if (page.total.count === 0 && !filtered) return null
  const titleOf = (role: SessionFilterOptions['roles'][number]) =>
    language === 'cy' ? (role.titleCy ?? role.titleEn) : role.titleEn
  const choices = {
    role: options.roles.map((role) => ({ value: role.id, text: titleOf(role) })),
    branch: options.branches.map(({ id, name }) => ({ value: id, text: name })),
    month: options.months.map((month) => ({ value: month, text: formatMonth(month, language) })),
    person: options.people.map(({ id, name }) => ({ value: id, text: name })),
  }
  return (
    <form method="get" action={path('serviceHours', { slug })} class="app-filter" aria-label={t.filter}>
      {filterNames.map((name) => (
        <Select
          id={name}
          label={t[name]}
          language={language}
          items={[
            { value: '', text: t.any },
            ...choices[name].map((item) => ({ ...item, selected: item.value === filter[name] })),
          ]}
        />
      ))}
      <ButtonGroup>
        <Button secondary>{t.apply}</Button>
        {filtered ? (
          <a class="govuk-link" href={hoursHref(slug, {})}>
            {t.clear}
          </a>
        ) : null}
      </ButtonGroup>
    </form>
  )
}

const ApprovalForm = (shown: Shown) => {
  const { slug, language, after, page, choosing, ownPersonIds, refused, part, until } = shown
  const filter = { ...shown.filter, part }
  const t = approvalText[language]
  const own = page.sessions.some(({ personId }) => ownPersonIds.has(personId))
  const next = page.next === undefined ? undefined : hoursHref(slug, filter, { after: page.next })
  const hidden = Object.entries({ ...filter, until, ...(after === undefined ? {} : { after }) })
  return (
    <form method="post" action={path('serviceHoursApprove', { slug })}>
      {hidden.map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <PartHeading {...shown} />
      {choosing ? <ApproveButtons {...shown} /> : <InsetText>{t.readOnly}</InsetText>}
      {own ? <InsetText>{t.ownHelp}</InsetText> : null}
      <MarksExplained sessions={page.sessions} language={language} />
      <SessionTable
        slug={slug}
        sessions={page.sessions}
        language={language}
        ownPersonIds={ownPersonIds}
        heldPersonIds={new Set(shown.held.map(({ personId }) => personId))}
        checked={refused?.chosen ?? new Set()}
        choosing={choosing}
      />
      {choosing ? <ApproveButtons {...shown} /> : null}
      <Pagination
        previous={after === undefined ? undefined : hoursHref(slug, filter)}
        next={next}
        language={language}
      />
      {choosing ? <DisputeFields {...shown} /> : null}
    </form>
  )
}

/** Which part of the waiting hours this is, and the way to the other. */
const PartHeading = ({ slug, language, filter, part, exceptions, rest }: Shown) => {
  const t = approvalText[language]
  if (exceptions.count === 0) return null
  const there = part === 'exceptions' ? ('rest' as const) : ('exceptions' as const)
  const { count } = part === 'exceptions' ? rest : exceptions
  return (
    <>
      <h2 class="govuk-heading-m">
        {part === 'exceptions' ? t.lookFirst(formatCount(exceptions.count, language)) : t.theRest}
      </h2>
      {count === 0 ? null : (
        <p class="govuk-body">
          <a class="govuk-link" href={hoursHref(slug, { ...filter, part: there })}>
            {there === 'rest'
              ? t.seeRest(formatCount(count, language))
              : t.seeFirst(formatCount(count, language))}
          </a>
        </p>
      )}
    </>
  )
}

/** What is chosen, everything of the part that is shown, and, beside what is looked at first, the rest. */
const ApproveButtons = ({ language, filter, part, page, rest }: Shown) => {
  const t = approvalText[language]
  const figures = ({ count, minutes }: SessionTotal) =>
    [formatCount(count, language), hoursFigure(minutes, language)] as const
  const words = isFiltered(filter) ? t.approveFound : part === 'rest' ? t.approveAll : t.approveThese
  return (
    <ButtonGroup>
      <Button name="do" value="approve">
        {t.approveSelected}
      </Button>
      {part === 'exceptions' && rest.count > 0 ? (
        <Button name="do" value="approve-rest">
          {t.approveRest(...figures(rest))}
        </Button>
      ) : null}
      <Button name="do" value="approve-all" secondary>
        {words(...figures(page.total))}
      </Button>
    </ButtonGroup>
  )
}

/** A text area, so that Enter in it sends nothing. */
const DisputeFields = ({ language, refused }: Shown) => {
  const t = approvalText[language]
  const error = refused?.errors.find(({ field }) => field === 'reason')?.message
  return (
    <Details summary={t.disputeTitle} open={error !== undefined || Boolean(refused?.reason)}>
      <Textarea
        id="reason"
        label={t.disputeReason}
        hint={t.disputeHint}
        rows={3}
        value={refused?.reason ?? ''}
        language={language}
        {...(error === undefined ? {} : { error })}
      />
      <Button name="do" value="dispute" warning>
        {t.dispute}
      </Button>
    </Details>
  )
}
