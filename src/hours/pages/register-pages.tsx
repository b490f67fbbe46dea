import { listBranches } from '../../organisations/actions'
import { path, paths } from '../../paths'
import { type FieldProblem, ProblemError } from '../../problems'
import { listRoles } from '../../roles/actions'
import type { App, AppContext, Language } from '../../web/app-env'
import {
  Button,
  Cell,
  Checkboxes,
  InsetText,
  NotificationBanner,
  RowCheckbox,
  Table,
} from '../../web/components'
import { formatCount } from '../../web/format'
import { type Permitted, requirePermission } from '../../web/guard'
import { renderPage } from '../../web/layout'
import { peopleForRegister, recordRegister } from '../actions'
import { describeEntryFaults } from '../entry-text'
import { localDateOf } from '../rules/local-date-of'
import type { SessionEntry } from '../sessions/model'
import { PlaceFields, TimeFields } from './entry-form'
import { entryPageText } from './entry-page-text'
import { readEntryForm } from './read-entry-form'

type Own = { readonly start: string; readonly end: string }
type Typed = {
  readonly entry: SessionEntry
  readonly everyone: boolean
  readonly ticked: ReadonlySet<string>
  readonly own: ReadonlyMap<string, Own>
  readonly approve: boolean
  readonly errors: readonly FieldProblem[]
}

type Done = Readonly<Record<(typeof figures)[number], number>>

const figures = ['added', 'approved', 'already', 'held'] as const

const zeroToMany = /^\d{1,5}$/
const readDone = (query: Readonly<Record<string, string>>): Done | undefined => {
  const [added = '', approved = '', already = '', held = '0'] = figures.map((name) => query[name])
  if (![added, approved, already, held].every((figure) => zeroToMany.test(figure))) return undefined
  return { added: Number(added), approved: Number(approved), already: Number(already), held: Number(held) }
}

const renderRegister = async (c: AppContext, permitted: Permitted, typed: Typed) => {
  const { organisation, reach } = permitted
  const { deps, language } = c.var
  const t = entryPageText[language]
  const { id, slug } = organisation
  const done = readDone(c.req.query())
  const chosen = typed.entry.roleId !== '' || typed.everyone
  const people = chosen
    ? await peopleForRegister(deps, id, typed.everyone ? undefined : typed.entry.roleId, reach)
    : []
  const shared = { entry: typed.entry, errors: typed.errors, language }
  const places = {
    roles: await listRoles(deps, id),
    branches: await listBranches(deps, id, reach),
  }
  return renderPage(
    c,
    {
      title: t.register,
      organisation,
      current: 'hours',
      wide: true,
      back: { href: path('serviceHours', { slug }), text: t.backToHours },
      errors: typed.errors,
    },
    <>
      {done === undefined ? null : <DoneBanner done={done} language={language} />}
      <h1 class="govuk-heading-l">{t.register}</h1>
      <p class="govuk-body">{t.registerIntro}</p>
      <form method="post" action={path('serviceRegister', { slug })} novalidate>
        <PlaceFields {...shared} {...places} />
        <TimeFields {...shared} />
        <Button name="do" value="show" secondary>
          {t.registerShow}
        </Button>
        <Button name="do" value="everyone" secondary>
          {t.registerEveryone}
        </Button>
        {typed.everyone ? <input type="hidden" name="everyone" value="yes" /> : null}
        {people.length === 0 ? (
          chosen ? (
            <InsetText>{t.registerNobody}</InsetText>
          ) : null
        ) : (
          <>
            <PeopleTable people={people} typed={typed} language={language} />
            <Checkboxes
              name="approve"
              legend={t.status}
              items={[
                {
                  value: 'yes',
                  text: t.registerApprove,
                  hint: t.registerApproveHint,
                  checked: typed.approve,
                },
              ]}
            />
            <Button name="do" value="record">
              {t.registerSave}
            </Button>
          </>
        )}
      </form>
    </>,
  )
}

const DoneBanner = ({ done, language }: { done: Done; language: Language }) => {
  const t = entryPageText[language]
  const figure = (count: number) => formatCount(count, language)
  return (
    <NotificationBanner success language={language}>
      <p class="govuk-notification-banner__heading">
        {t.registerDone(figure(done.added), figure(done.approved))}
      </p>
      {done.held === 0 ? null : <p class="govuk-body">{t.registerHeld(figure(done.held))}</p>}
      {done.already === 0 ? null : <p class="govuk-body">{t.registerAlready(figure(done.already))}</p>}
    </NotificationBanner>
  )
}

const PeopleTable = (props: {
  readonly people: readonly { readonly id: string; readonly name: string }[]
  readonly typed: Typed
  readonly language: Language
}) => {
  const { people, typed, language } = props
  const t = entryPageText[language]
  const head = [{ text: t.choose }, { text: t.registerPerson }, { text: t.start }, { text: t.end }]
  return (
    <>
      <p class="govuk-hint" id="person-hint">
        {t.registerPeopleHint}
      </p>
      <Table caption={t.registerPeople} head={head}>
        {people.map(({ id, name }) => (
          <tr class="govuk-table__row">
            <Cell>
              <RowCheckbox
                name="person"
                value={id}
                label={t.registerOf(name)}
                checked={typed.ticked.has(id)}
              />
            </Cell>
            <Cell header>
              <bdi>{name}</bdi>
            </Cell>
            <Cell>
              <OwnTime id={`start-${id}`} label={t.startOf(name)} value={typed.own.get(id)?.start ?? ''} />
            </Cell>
            <Cell>
              <OwnTime id={`end-${id}`} label={t.endOf(name)} value={typed.own.get(id)?.end ?? ''} />
            </Cell>
          </tr>
        ))}
      </Table>
    </>
  )
}

const OwnTime = ({ id, label, value }: { id: string; label: string; value: string }) => (
  <>
    <label class="govuk-visually-hidden" for={id}>
      {label}
    </label>
    <input class="govuk-input govuk-input--width-5" id={id} name={id} type="time" value={value} />
  </>
)

const readTyped = async (c: AppContext): Promise<Typed & { readonly does: string }> => {
  const form = await c.req.parseBody({ all: true })
  const text = (name: string) => (typeof form[name] === 'string' ? form[name] : '')
  const ids = [form['person'] ?? []].flat().map(String)
  const own = Object.keys(form).flatMap((name): [string, Own][] => {
    const id = name.startsWith('start-') ? name.slice('start-'.length) : undefined
    return id === undefined ? [] : [[id, { start: text(`start-${id}`), end: text(`end-${id}`) }]]
  })
  return {
    does: text('do'),
    entry: readEntryForm(form, ''),
    everyone: text('do') === 'everyone' || text('everyone') === 'yes',
    ticked: new Set(ids),
    own: new Map(own),
    approve: text('do') === 'record' ? text('approve') === 'yes' : true,
    errors: [],
  }
}

const postRegister = async (c: AppContext) => {
  const permitted = await requirePermission(c, 'hours:record')
  const { deps, language } = c.var
  const { does, ...typed } = await readTyped(c)
  if (does !== 'record') return renderRegister(c, permitted, typed)
  const t = entryPageText[language]
  const { organisation, actor, reach } = permitted
  if (typed.ticked.size === 0) {
    const [first] = await peopleForRegister(
      deps,
      organisation.id,
      typed.everyone ? undefined : typed.entry.roleId,
      reach,
    )
    const errors = [
      { field: first === undefined ? 'roleId' : `person-${first.id}`, message: t.registerNoneTicked },
    ]
    return renderRegister(c, permitted, { ...typed, errors })
  }
  const entries = [...typed.ticked].map((personId): SessionEntry => {
    const { start = '', end = '' } = typed.own.get(personId) ?? {}
    const { entry } = typed
    return { ...entry, personId, start: start || entry.start, end: end || entry.end }
  })
  const outcome = await recordRegister(deps, organisation.id, entries, {
    ...{ email: actor, reach, approve: typed.approve },
  })
  if (outcome.ok) {
    const query = new URLSearchParams(figures.map((name) => [name, `${outcome[name]}`]))
    return c.redirect(`${path('serviceRegister', { slug: organisation.slug })}?${query}`, 303)
  }
  const errors = outcome.faults.flatMap(({ personId, faults }) =>
    describeEntryFaults(faults, language).map(({ field, message }) => {
      const own = typed.own.get(personId)
      const differs = (field === 'start' && own?.start) || (field === 'end' && own?.end)
      return { field: differs ? `${field}-${personId}` : field, message }
    }),
  )
  const once = [...new Map(errors.map((error) => [`${error.field} ${error.message}`, error])).values()]
  if (once.length === 0) throw new ProblemError('unexpected')
  return renderRegister(c, permitted, { ...typed, errors: once })
}

/** A group's session, entered once. */
export const registerPages = (app: App): void => {
  app.get(paths.serviceRegister, async (c) => {
    const permitted = await requirePermission(c, 'hours:record')
    const entry = { ...readEntryForm({}, ''), date: localDateOf(c.var.deps.clock.now()) }
    const none = {
      everyone: false,
      ticked: new Set<string>(),
      own: new Map<string, Own>(),
      approve: true,
      errors: [],
    }
    return renderRegister(c, permitted, { entry, ...none })
  })
  app.post(paths.serviceRegister, postRegister)
}
