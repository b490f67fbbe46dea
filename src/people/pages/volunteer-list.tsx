import { badgesHeldBy } from '../../awards/lists/actions'
import { minutesFor } from '../../hours/actions'
import { allows } from '../../organisations/rules/permits'
import { path } from '../../paths'
import type { AppContext, Language } from '../../web/app-env'
import { Button, Cell, Pagination, Select, Table, TextInput } from '../../web/components'
import { formatCount, formatHoursShort } from '../../web/format'
import { type Permitted, requirePermission } from '../../web/guard'
import { renderPage } from '../../web/layout'
import { ListTools, respondWithList } from '../../web/list-file'
import { listPeople } from '../actions'
import {
  type Person,
  type PersonOrder,
  type PersonPage,
  type PersonStatus,
  personOrders,
  personStatuses,
} from '../model'
import { peopleText } from '../page-text'
import { recordText } from '../record-text'

/** People on one page, and people whom a search shows at most. */
const PAGE_SIZE = 50
const LONGEST_SEARCH = 200

/** What of the list is shown, as its address says it. */
type View = { readonly status: PersonStatus | undefined; readonly order: PersonOrder }

const viewOf = (c: AppContext): View => ({
  status: personStatuses.find((one) => one === c.req.query('status')),
  order: personOrders.find((one) => one === c.req.query('order')) ?? 'name',
})

/** The address of a list that is looked at so, with more said after it. */
const addressOf = (slug: string, { status, order }: View, more: Readonly<Record<string, string>> = {}) => {
  const said = {
    ...(status === undefined ? {} : { status }),
    ...(order === 'name' ? {} : { order }),
    ...more,
  }
  const query = new URLSearchParams(said).toString()
  return path('serviceVolunteers', { slug }) + (query === '' ? '' : `?${query}`)
}

const queryOf = ({ status, order }: View) => ({ order, ...(status === undefined ? {} : { status }) })

/** Everyone who volunteers for a service, by name or the last who came first; as a page or as a file. */
export const renderVolunteers = async (c: AppContext) => {
  const permitted = await requirePermission(c, 'people:read')
  const view = viewOf(c)
  const { id } = permitted.organisation
  const read = (after: string | undefined, limit: number) =>
    listPeople(c.var.deps, id, {
      ...queryOf(view),
      ...{ limit, language: c.var.language },
      ...(after === undefined ? {} : { after }),
    })
  if (c.req.query('as') === 'csv') {
    const t = peopleText[c.var.language]
    return respondWithList(c, {
      fileName: `volunteers-${permitted.organisation.slug}.csv`,
      columns: [t.name, t.reference, t.approved, t.waiting, t.badges],
      read: async (after, limit) => {
        const { people, next } = await read(after, limit)
        return { rows: people, next }
      },
      cells: (people) => cellsOf(c, id, people),
    })
  }
  return renderList(c, permitted, await read(c.req.query('after'), PAGE_SIZE), '', view)
}

/** The volunteers with a name. The name is posted, so that it stands in no address and in no log. */
export const findVolunteers = async (c: AppContext) => {
  const permitted = await requirePermission(c, 'people:read')
  const typed = String((await c.req.parseBody())['search'] ?? '')
  const search = typed.trim().slice(0, LONGEST_SEARCH)
  const page = await listPeople(c.var.deps, permitted.organisation.id, {
    ...{ search, language: c.var.language, limit: PAGE_SIZE },
  })
  return renderList(c, permitted, page, search, { status: undefined, order: 'name' })
}

const renderList = async (
  c: AppContext,
  { organisation, membership }: Permitted,
  page: PersonPage,
  search: string,
  view: View,
) => {
  const { language } = c.var
  const t = peopleText[language]
  const here = path('serviceVolunteers', { slug: organisation.slug })
  const count = formatCount(page.total, language)
  const found =
    search === '' ? t.found(count, page.total === 1) : t.foundNamed(count, page.total === 1, search)
  return renderPage(
    c,
    { title: t.volunteers, organisation, current: 'volunteers', wide: true },
    <>
      <h1 class="govuk-heading-l">{t.volunteers}</h1>
      {allows(membership, 'people:edit') ? (
        <Button href={path('serviceVolunteerAdd', { slug: organisation.slug })} secondary>
          {recordText[language].add}
        </Button>
      ) : null}
      <form method="post" action={here}>
        <TextInput
          id="search"
          label={t.search}
          hint={t.searchHint}
          type="search"
          autocomplete="off"
          width={20}
          spellcheck={false}
          value={search}
          language={language}
        />
        <Button secondary>{t.find}</Button>
      </form>
      {search === '' ? <Choices slug={organisation.slug} view={view} language={language} /> : null}
      {page.total === 0 ? (
        <Nobody c={c} search={search} slug={organisation.slug} />
      ) : (
        <>
          <h2 class="govuk-heading-m">{found}</h2>
          {search === '' ? (
            <ListTools csv={addressOf(organisation.slug, view, { as: 'csv' })} language={language} />
          ) : null}
          {
            await PeopleTable({
              c,
              organisationId: organisation.id,
              slug: organisation.slug,
              people: page.people,
            })
          }
        </>
      )}
      {search !== '' && page.next !== undefined ? (
        <p class="govuk-body">{t.firstOnly(page.people.length)}</p>
      ) : (
        <Pagination
          language={language}
          {...(page.next === undefined
            ? {}
            : { next: addressOf(organisation.slug, view, { after: page.next }) })}
        />
      )}
      {search === '' ? null : (
        <p class="govuk-body">
          <a class="govuk-link" href={here}>
            {t.everyone}
          </a>
        </p>
      )}
    </>,
  )
}

/** What of the list to show and in which order: a form of its own, kept in the address. */
const Choices = ({ slug, view, language }: { slug: string; view: View; language: Language }) => {
  const t = peopleText[language]
  const every = { value: '', text: t.anyStatus, selected: view.status === undefined }
  return (
    <form method="get" action={path('serviceVolunteers', { slug })} class="app-filter app-not-printed">
      <Select
        id="status"
        label={t.shown}
        items={[
          every,
          ...personStatuses.map((value) => ({
            value,
            text: t.personStatuses[value],
            selected: view.status === value,
          })),
        ]}
      />
      <Select
        id="order"
        label={t.order}
        items={personOrders.map((value) => ({
          value,
          text: t.orders[value],
          selected: view.order === value,
        }))}
      />
      <Button secondary>{t.show}</Button>
    </form>
  )
}

const cellsOf = async (c: AppContext, organisationId: string, people: readonly Person[]) => {
  const ids = people.map(({ id }) => id)
  const hours = await minutesFor(c.var.deps, organisationId, ids)
  const badges = await badgesHeldBy(c.var.deps, organisationId, ids)
  return people.map(({ id, preferredName, externalReference }) => [
    preferredName,
    externalReference ?? '',
    formatHoursShort(hours.get(id)?.approved ?? 0),
    formatHoursShort(hours.get(id)?.waiting ?? 0),
    String(badges.get(id)?.length ?? 0),
  ])
}

const Nobody = (props: { readonly c: AppContext; readonly search: string; readonly slug: string }) => {
  const t = peopleText[props.c.var.language]
  if (props.search !== '') return <p class="govuk-body">{t.nobody}</p>
  return (
    <p class="govuk-body">
      {t.nobodyYet}{' '}
      <a class="govuk-link" href={path('serviceImports', { slug: props.slug })}>
        {t.import}
      </a>
    </p>
  )
}

const PeopleTable = async (props: {
  readonly c: AppContext
  readonly organisationId: string
  readonly slug: string
  readonly people: readonly Person[]
}) => {
  const { c, organisationId, slug, people } = props
  const t = peopleText[c.var.language]
  const ids = people.map(({ id }) => id)
  const hours = await minutesFor(c.var.deps, organisationId, ids)
  const badges = await badgesHeldBy(c.var.deps, organisationId, ids)
  const head = [
    { text: t.name },
    { text: t.reference },
    { text: t.approved, numeric: true },
    { text: t.waiting, numeric: true },
    { text: t.badges, numeric: true },
  ]
  return (
    <Table caption={t.volunteers} hideCaption head={head}>
      {people.map(({ id, preferredName, romanisedName, externalReference }) => (
        <tr class="govuk-table__row">
          <Cell header>
            <a class="govuk-link" href={path('serviceVolunteer', { slug, personId: id })}>
              {preferredName}
            </a>
            {romanisedName === null ? null : <div class="govuk-hint">{romanisedName}</div>}
          </Cell>
          <Cell>{externalReference ?? ''}</Cell>
          <Cell numeric>{formatHoursShort(hours.get(id)?.approved ?? 0)}</Cell>
          <Cell numeric>{formatHoursShort(hours.get(id)?.waiting ?? 0)}</Cell>
          <Cell numeric>{badges.get(id)?.length ?? 0}</Cell>
        </tr>
      ))}
    </Table>
  )
}
