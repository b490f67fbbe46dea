import { listBranches } from '../../organisations/actions'
import { path, paths } from '../../paths'
import { type FieldProblem, ProblemError } from '../../problems'
import { listRoles } from '../../roles/actions'
import type { App, AppContext, Language } from '../../web/app-env'
import { Button, ButtonGroup, Cell, InsetText, NotificationBanner, Table, Tag } from '../../web/components'
import { formatDate, formatHoursShort, formatTime, formatWeekday } from '../../web/format'
import { type Permitted, requireOwnRecord } from '../../web/guard'
import { renderPage } from '../../web/layout'
import { isForPrograms } from '../../web/negotiate'
import { findNumber, lastEntriesOf, recordSession, sessionsOf } from '../actions'
import { describeEntryFaults } from '../entry-text'
import type { SessionRow } from '../model'
import { localDateOf } from '../rules/local-date-of'
import { suggestRepeats } from '../rules/suggest-repeats'
import type { SessionEntry } from '../sessions/model'
import { checkInText } from './check-in-text'
import { EntryFields } from './entry-form'
import { entryPageText } from './entry-page-text'
import { emptyEntry, readEntryForm } from './read-entry-form'
import { clockTimes, mySessionHref, roleTitle } from './session-facts'

const mostShown = 200
const colours = { submitted: 'yellow', approved: 'green', disputed: 'red', void: 'grey' } as const

type Own = Permitted & { readonly personId: string }

const showHours = async (c: AppContext) => {
  const own = await requireOwnRecord(c, 'hours:record-own')
  const { deps, language } = c.var
  const t = entryPageText[language]
  const { id, slug } = own.organisation
  const sessions = await sessionsOf(deps, id, own.personId)
  const done = c.req.query('done')
  const banner = done === 'recorded' ? t.recordedBanner : done === 'already' ? t.alreadyBanner : undefined
  return renderPage(
    c,
    { title: t.myHours, organisation: own.organisation, current: 'record', back: { href: path('my') } },
    <>
      {banner === undefined ? null : (
        <NotificationBanner success={done === 'recorded'} language={language}>
          <p class="govuk-notification-banner__heading">{banner}</p>
        </NotificationBanner>
      )}
      <h1 class="govuk-heading-l">{t.myHours}</h1>
      <Repeats c={c} own={own} entries={await repeatsFor(c, own)} />
      <Button href={path('myHoursAdd', { slug })} secondary>
        {t.addHours}
      </Button>
      <SessionList sessions={sessions.slice(0, mostShown)} slug={slug} language={language} />
      <OwnNumber slug={slug} number={await findNumber(deps, id, own.personId)} language={language} />
    </>,
  )
}

/** The number for checking in at a library, or the way to one. */
const OwnNumber = (props: {
  readonly slug: string
  readonly number: string | undefined
  readonly language: Language
}) => {
  const { slug, number, language } = props
  const t = checkInText[language]
  return number === undefined ? (
    <form method="post" action={path('myNumber', { slug })}>
      <Button secondary>{t.getNumber}</Button>
    </form>
  ) : (
    <InsetText>
      {t.myNumber}: <strong>{number}</strong>. {t.myNumberHelp}
    </InsetText>
  )
}

const repeatsFor = async (c: AppContext, { organisation, personId }: Own) => {
  const { deps, language } = c.var
  const now = deps.clock.now()
  const [today, clock] = [localDateOf(now), formatTime(now, language)]
  const entries = await lastEntriesOf(deps, organisation.id, personId)
  return suggestRepeats(entries, { today, clock })
}

/** A button for each habit of the last weeks: one press, and the hours are recorded. */
const Repeats = async ({
  c,
  own,
  entries,
}: {
  c: AppContext
  own: Own
  entries: readonly SessionEntry[]
}) => {
  const { deps, language } = c.var
  const t = entryPageText[language]
  if (entries.length === 0) return null
  const roles = await listRoles(deps, own.organisation.id)
  const titleOf = (roleId: string) => {
    const role = roles.find(({ id }) => id === roleId)
    return (language === 'cy' ? role?.titleCy : undefined) ?? role?.titleEn ?? ''
  }
  return (
    <section aria-labelledby="again">
      <h2 class="govuk-heading-m" id="again">
        {t.sameAgain}
      </h2>
      <p class="govuk-body">{t.sameAgainHelp}</p>
      {entries.map((entry) => (
        <form method="post" action={path('myHoursAdd', { slug: own.organisation.slug })}>
          {Object.entries(entry)
            .filter(([name, value]) => name !== 'personId' && value !== '')
            .map(([name, value]) => (
              <input type="hidden" name={name} value={value} />
            ))}
          <Button>
            {t.addThis(
              `${titleOf(entry.roleId)}, ${formatWeekday(entry.date, language)}, ${entry.start}–${entry.end}`,
            )}
          </Button>
        </form>
      ))}
    </section>
  )
}

const SessionList = (props: {
  readonly sessions: readonly SessionRow[]
  readonly slug: string
  readonly language: Language
}) => {
  const { sessions, slug, language } = props
  const t = entryPageText[language]
  if (sessions.length === 0) return <p class="govuk-body">{t.none}</p>
  const head = [
    ...[t.date, t.role, t.time].map((text) => ({ text })),
    { text: t.length, numeric: true },
    { text: t.status },
  ]
  return (
    <Table caption={t.tableLabel} head={head}>
      {sessions.map((session) => (
        <tr class="govuk-table__row">
          <Cell header>
            <a class="govuk-link" href={mySessionHref(slug)(session.id)}>
              {formatDate(session.localDate, language)}
            </a>
          </Cell>
          <Cell>{roleTitle(session, language)}</Cell>
          <Cell>{clockTimes(session, language)}</Cell>
          <Cell numeric>{formatHoursShort(session.minutes)}</Cell>
          <Cell>
            <Tag colour={colours[session.status]}>{t.statuses[session.status]}</Tag>
          </Cell>
        </tr>
      ))}
    </Table>
  )
}

type Typed = { readonly entry: SessionEntry; readonly errors: readonly FieldProblem[] }

const renderAdd = async (c: AppContext, own: Own, typed?: Typed) => {
  const { deps, language } = c.var
  const t = entryPageText[language]
  const { organisation } = own
  const { slug } = organisation
  const errors = typed?.errors ?? []
  return renderPage(
    c,
    {
      title: t.addHours,
      organisation,
      current: 'record',
      back: { href: path('myHours', { slug }), text: t.myHours },
      errors,
    },
    <>
      <h1 class="govuk-heading-l">{t.addHours}</h1>
      <form method="post" action={path('myHoursAdd', { slug })} novalidate>
        <EntryFields
          entry={typed?.entry ?? (await startingEntry(c, own))}
          errors={errors}
          roles={await listRoles(deps, organisation.id)}
          branches={await listBranches(deps, organisation.id)}
          language={language}
        />
        <ButtonGroup>
          <Button>{t.save}</Button>
          <a class="govuk-link" href={path('myHours', { slug })}>
            {t.cancel}
          </a>
        </ButtonGroup>
      </form>
    </>,
  )
}

/** Today, in the role and library of last time. */
const startingEntry = async (c: AppContext, { organisation, personId }: Own): Promise<SessionEntry> => {
  const [last] = await lastEntriesOf(c.var.deps, organisation.id, personId)
  const date = localDateOf(c.var.deps.clock.now())
  const { roleId = '', branchId = '' } = last ?? {}
  return { ...emptyEntry(personId), date, roleId, branchId }
}

const postAdd = async (c: AppContext) => {
  const own = await requireOwnRecord(c, 'hours:record-own')
  const { deps, language } = c.var
  const { organisation, personId, actor } = own
  const form = await c.req.parseBody()
  const entry = readEntryForm(form, personId)
  const by = { email: actor, as: 'volunteer', source: 'self' } as const
  const done = await recordSession(deps, organisation.id, entry, by)
  if (done.ok) {
    const { sessionId, already } = done.value
    return isForPrograms(c)
      ? c.json({ id: sessionId, already }, already ? 200 : 201)
      : c.redirect(
          `${path('myHours', { slug: organisation.slug })}?done=${already ? 'already' : 'recorded'}`,
          303,
        )
  }
  const errors = describeEntryFaults(done.reason, language)
  if (isForPrograms(c)) throw new ProblemError('invalid-input', { fields: errors })
  return renderAdd(c, own, { entry, errors })
}

/** A volunteer's own hours: the same as last week, others, and what became of them. */
export const myHoursPages = (app: App): void => {
  app.get(paths.myHours, showHours)
  app.get(paths.myHoursAdd, async (c) => renderAdd(c, await requireOwnRecord(c, 'hours:record-own')))
  app.post(paths.myHoursAdd, postAdd)
}
