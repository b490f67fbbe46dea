import type { Organisation } from '../../organisations/model'
import { path } from '../../paths'
import type { AppContext, Language } from '../../web/app-env'
import { Button, Details, NotificationBanner, TextInput } from '../../web/components'
import { formatDate, formatTime } from '../../web/format'
import { renderPage } from '../../web/layout'
import type { Found } from '../actions'
import type { OpenPoint, RoleChoice, Visitor } from '../check-in/model'
import { localDateOf } from '../rules/local-date-of'
import { checkInText } from './check-in-text'
import { roleTitle } from './session-facts'

/** A point, and the parts of its address. */
export type Here = { readonly point: OpenPoint; readonly organisation: Organisation; readonly parts: Parts }
export type Parts = { readonly slug: string; readonly key: string }

const done = ['in', 'out', 'nothing', 'left', 'again'] as const
export type Done = (typeof done)[number]
const doneText = (t: typeof checkInText.en): Readonly<Record<Done, string>> => ({
  ...{ in: t.doneIn, out: t.doneOut, nothing: t.doneNothing, left: t.doneLeft, again: t.again },
})

const Banner = ({ c }: { c: AppContext }) => {
  const { language } = c.var
  const said = done.find((one) => one === c.req.query('done'))
  if (said === undefined) return null
  return (
    <NotificationBanner success={said !== 'again'} language={language}>
      <p class="govuk-notification-banner__heading">{doneText(checkInText[language])[said]}</p>
    </NotificationBanner>
  )
}

/** A page at a point: no name stays on it, and no search engine keeps it. */
const renderPoint = (
  c: AppContext,
  { point, organisation, parts }: Here,
  page: {
    readonly title: string
    readonly error?: string
    readonly back?: boolean
    readonly field?: string
  },
  body: Parameters<typeof renderPage>[2],
) => {
  c.header('Cache-Control', 'no-store')
  const errors = page.error === undefined ? [] : [{ field: page.field ?? 'who', message: page.error }]
  const start = path('checkIn', parts)
  return renderPage(
    c,
    { title: page.title, noIndex: true, errors },
    <div
      class="app-check-in"
      {...(page.back && point.kind === 'tablet' ? { 'data-idle-return': start } : {})}
    >
      <p class="govuk-caption-l">
        {organisation.nameCy !== null && c.var.language === 'cy' ? organisation.nameCy : organisation.nameEn}
      </p>
      {body}
      {page.back ? (
        <p class="govuk-body">
          <a class="govuk-link app-check-in__link" href={start}>
            {checkInText[c.var.language].notMe}
          </a>
        </p>
      ) : null}
    </div>,
  )
}

/** The first page of a point: a name or a number. */
export const renderStart = (
  c: AppContext,
  here: Here,
  refused?: { readonly typed: string; readonly error: string },
) => {
  const { language } = c.var
  const t = checkInText[language]
  const { point, parts } = here
  const tablet = point.kind === 'tablet'
  const title = t.title(point.branchName)
  const next = encodeURIComponent(path('checkIn', parts))
  return renderPoint(
    c,
    here,
    { title, ...(refused === undefined ? {} : { error: refused.error }) },
    <>
      <Banner c={c} />
      <h1 class="govuk-heading-l">{title}</h1>
      <form method="post" action={path('checkInFind', parts)} novalidate autocomplete="off">
        <TextInput
          id="who"
          label={tablet ? t.who : t.number}
          hint={tablet ? t.whoHint : t.numberHint}
          value={refused?.typed ?? ''}
          spellcheck={false}
          autocomplete="off"
          language={language}
          {...(tablet ? {} : { inputmode: 'numeric' as const, width: 10 as const })}
          {...(refused === undefined ? {} : { error: refused.error })}
        />
        <Button>{t.find}</Button>
      </form>
      {tablet ? null : (
        <>
          <p class="govuk-body">{t.noNumber}</p>
          {c.var.viewer === undefined ? (
            <p class="govuk-body">
              <a class="govuk-link" href={`${path('signIn')}?next=${next}`}>
                {t.signIn}
              </a>
            </p>
          ) : null}
        </>
      )}
    </>,
  )
}

/** Those who may be meant. */
export const renderFound = (c: AppContext, here: Here, found: Found) => {
  const t = checkInText[c.var.language]
  return renderPoint(
    c,
    here,
    { title: t.choose, back: true },
    <>
      <h1 class="govuk-heading-l">{t.choose}</h1>
      {found.people.map(({ name, ticket }) => (
        <form method="post" action={path('checkInPerson', here.parts)}>
          <input type="hidden" name="ticket" value={ticket} />
          <Button secondary>
            <bdi>{name}</bdi>
          </Button>
        </form>
      ))}
      {found.more ? <p class="govuk-body">{t.more}</p> : null}
    </>,
  )
}

type Shown = {
  readonly here: Here
  readonly visitor: Visitor
  readonly ticket: string
  readonly language: Language
  readonly error?: string
  readonly typed?: string
}

/** What somebody may do now: come in, go out, or say when they left. */
export const renderVisitor = (c: AppContext, here: Here, shown: Omit<Shown, 'here' | 'language'>) => {
  const t = checkInText[c.var.language]
  const { visitor, error } = shown
  const title = visitor.visit?.forgotten ? t.forgot : t.hello(visitor.name)
  const props: Shown = { ...shown, here, language: c.var.language }
  return renderPoint(
    c,
    here,
    { title, back: true, field: 'left', ...(error === undefined ? {} : { error }) },
    <>
      <Banner c={c} />
      <h1 class="govuk-heading-l">{title}</h1>
      {visitor.visit === undefined ? (
        <ComeIn {...props} />
      ) : visitor.visit.forgotten ? (
        <TellEnd {...props} visit={visitor.visit} />
      ) : (
        <GoOut {...props} visit={visitor.visit} />
      )}
    </>,
  )
}

const Action = ({ here, ticket, children }: Pick<Shown, 'here' | 'ticket'> & { children?: unknown }) => (
  <form method="post" action={path('checkInDo', here.parts)} novalidate>
    <input type="hidden" name="ticket" value={ticket} />
    {children}
  </form>
)

const ComeIn = ({ here, visitor, ticket, language }: Shown) => {
  const t = checkInText[language]
  const buttons = (roles: readonly RoleChoice[], secondary: boolean) =>
    roles.map((role) => (
      <Button name="role" value={role.id} secondary={secondary}>
        {roleTitle({ roleTitleEn: role.titleEn, roleTitleCy: role.titleCy }, language)}
      </Button>
    ))
  return (
    <Action here={here} ticket={ticket}>
      <input type="hidden" name="do" value="in" />
      <p class="govuk-body">{t.whatToday}</p>
      {buttons(visitor.usual, false)}
      {visitor.others.length === 0 ? null : (
        <Details summary={t.other}>{buttons(visitor.others, true)}</Details>
      )}
    </Action>
  )
}

type WithVisit = Shown & { readonly visit: NonNullable<Visitor['visit']> }

const GoOut = ({ here, ticket, language, visit }: WithVisit) => {
  const t = checkInText[language]
  return (
    <Action here={here} ticket={ticket}>
      <input type="hidden" name="visit" value={visit.id} />
      <p class="govuk-body-l">
        {t.inSince(roleTitle(visit, language), formatTime(visit.startedAt, language))}{' '}
        {visit.branchId === here.point.branchId ? '' : t.inElsewhere(visit.branchName)}
      </p>
      <Button name="do" value="out">
        {t.checkOut}
      </Button>
    </Action>
  )
}

const TellEnd = ({ here, ticket, language, visit, error, typed }: WithVisit) => {
  const t = checkInText[language]
  const date = formatDate(localDateOf(visit.startedAt), language)
  return (
    <>
      <p class="govuk-body-l">
        {t.forgotWhat(roleTitle(visit, language), date, formatTime(visit.startedAt, language))}
      </p>
      <Action here={here} ticket={ticket}>
        <input type="hidden" name="visit" value={visit.id} />
        <TextInput
          id="left"
          type="time"
          label={t.left}
          hint={t.leftHint}
          width={5}
          value={typed ?? ''}
          language={language}
          {...(error === undefined ? {} : { error })}
        />
        <Button name="do" value="left">
          {t.tell}
        </Button>
      </Action>
      <Action here={here} ticket={ticket}>
        <input type="hidden" name="visit" value={visit.id} />
        <p class="govuk-body">{t.dontKnowHelp}</p>
        <Button name="do" value="usual" secondary>
          {t.dontKnow}
        </Button>
      </Action>
    </>
  )
}
