import { permits } from '../../organisations/rules/permits'
import { path } from '../../paths'
import type { FieldProblem } from '../../problems'
import type { AppContext, Language } from '../../web/app-env'
import {
  Button,
  ButtonGroup,
  Details,
  InsetText,
  NotificationBanner,
  Pagination,
  Select,
  Textarea,
} from '../../web/components'
import { formatCount, formatMonth } from '../../web/format'
import type { Permitted } from '../../web/guard'
import { renderPage } from '../../web/layout'
import { sessionFilterOptions, sessionsToApprove } from '../actions'
import type { SessionFilter, SessionFilterOptions, SessionPage } from '../model'
import { filterNames, hoursHref, type Outcome } from './approval-query'
import { hoursFigure } from './figures'
import { hoursPageText } from './page-text'
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
  readonly ownPersonIds: ReadonlySet<string>
}

/** The sessions that wait for approval. */
export const renderHours = async (c: AppContext, permitted: Permitted, request: ListRequest) => {
  const { deps, language, viewer } = c.var
  const { organisation } = permitted
  const t = hoursPageText[language]
  const memberships = (viewer?.memberships ?? []).filter((one) => one.organisationId === organisation.id)
  const shown: Shown = {
    ...request,
    slug: organisation.slug,
    language,
    page: await findPage(c, organisation.id, request),
    options: await sessionFilterOptions(deps, organisation.id),
    choosing: memberships.some(({ role }) => permits(role, 'hours:approve')),
    ownPersonIds: new Set(memberships.flatMap(({ personId }) => (personId === null ? [] : [personId]))),
  }
  const { total } = shown.page
  const figures = [formatCount(total.count, language), hoursFigure(total.minutes, language)] as const
  const empty = Object.keys(request.filter).length > 0 ? t.noneFound : t.noneWaiting
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
      <p class="govuk-body-l">{total.count === 0 ? empty : t.waiting(...figures)}</p>
      <FilterForm {...shown} />
      {total.count === 0 ? null : <ApprovalForm {...shown} />}
    </>,
  )
}

/** The id of the first box that can be ticked. */
const firstBox = ({ page, ownPersonIds }: Shown) =>
  `session-${page.sessions.find(({ personId }) => !ownPersonIds.has(personId))?.id ?? ''}`

/** The page after a place; the first page where everything after it has been dealt with. */
const findPage = async (c: AppContext, organisationId: string, { filter, after }: ListRequest) => {
  const query = { filter, limit: sessionsOnPage }
  const page = await sessionsToApprove(c.var.deps, organisationId, {
    ...query,
    ...(after === undefined ? {} : { after }),
  })
  const passed = after !== undefined && page.sessions.length === 0 && page.total.count > 0
  return passed ? sessionsToApprove(c.var.deps, organisationId, query) : page
}

/** What the change before this page came to. */
const Banner = ({ slug, language, outcome = {} }: Shown) => {
  const t = hoursPageText[language]
  const { approved, minutes = 0, own = 0, disputed } = outcome
  if (approved === undefined && disputed === undefined) return null
  const figure = (count: number) => formatCount(count, language)
  const lines = [
    ...(approved ? [t.approved(figure(approved), hoursFigure(minutes, language))] : []),
    ...(disputed ? [t.disputed(figure(disputed))] : []),
    ...(own ? [t.ownLeft(figure(own))] : []),
  ]
  return (
    <NotificationBanner success={Boolean(approved || disputed)} language={language}>
      {(lines.length === 0 ? [t.nothingChanged] : lines).map((line) => (
        <p class="govuk-notification-banner__heading">{line}</p>
      ))}
      {approved ? (
        <a class="govuk-notification-banner__link" href={path('serviceBadges', { slug })}>
          {t.seeBadges}
        </a>
      ) : null}
    </NotificationBanner>
  )
}

const FilterForm = ({ slug, language, filter, options, page }: Shown) => {
  const t = hoursPageText[language]
  const filtered = Object.keys(filter).length > 0
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
  const { slug, language, filter, after, page, choosing, ownPersonIds, refused } = shown
  const t = hoursPageText[language]
  const own = page.sessions.some(({ personId }) => ownPersonIds.has(personId))
  const next = page.next === undefined ? undefined : hoursHref(slug, filter, { after: page.next })
  const hidden = Object.entries({ ...filter, ...(after === undefined ? {} : { after }) })
  return (
    <form method="post" action={path('serviceHoursApprove', { slug })}>
      {hidden.map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      {choosing ? <ApproveButtons {...shown} /> : <InsetText>{t.readOnly}</InsetText>}
      {own ? <InsetText>{t.ownHelp}</InsetText> : null}
      <MarksExplained sessions={page.sessions} language={language} />
      <SessionTable
        sessions={page.sessions}
        language={language}
        ownPersonIds={ownPersonIds}
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

const ApproveButtons = ({ language, filter, page }: Shown) => {
  const t = hoursPageText[language]
  const { count, minutes } = page.total
  const words = Object.keys(filter).length > 0 ? t.approveFound : t.approveAll
  return (
    <ButtonGroup>
      <Button name="do" value="approve">
        {t.approveSelected}
      </Button>
      <Button name="do" value="approve-all" secondary>
        {words(formatCount(count, language), hoursFigure(minutes, language))}
      </Button>
    </ButtonGroup>
  )
}

/** A text area, so that Enter in it sends nothing. */
const DisputeFields = ({ language, refused }: Shown) => {
  const t = hoursPageText[language]
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
