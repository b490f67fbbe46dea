import { badgesHeldBy } from '../../awards/lists/actions'
import { minutesFor } from '../../hours/actions'
import { allows } from '../../organisations/rules/permits'
import { path } from '../../paths'
import type { AppContext } from '../../web/app-env'
import { Button, Cell, Pagination, Table, TextInput } from '../../web/components'
import { formatCount, formatHoursShort } from '../../web/format'
import { type Permitted, requirePermission } from '../../web/guard'
import { renderPage } from '../../web/layout'
import { listPeople } from '../actions'
import type { Person, PersonPage } from '../model'
import { peopleText } from '../page-text'
import { recordText } from '../record-text'

/** People on one page, and people whom a search shows at most. */
const PAGE_SIZE = 50
const LONGEST_SEARCH = 200

/** Everyone who volunteers for a service, by name. */
export const renderVolunteers = async (c: AppContext) => {
  const permitted = await requirePermission(c, 'people:read')
  const after = c.req.query('after')
  const page = await listPeople(c.var.deps, permitted.organisation.id, {
    limit: PAGE_SIZE,
    language: c.var.language,
    ...(after === undefined ? {} : { after }),
  })
  return renderList(c, permitted, page, '')
}

/** The volunteers with a name. The name is posted, so that it stands in no address and in no log. */
export const findVolunteers = async (c: AppContext) => {
  const permitted = await requirePermission(c, 'people:read')
  const typed = String((await c.req.parseBody())['search'] ?? '')
  const search = typed.trim().slice(0, LONGEST_SEARCH)
  const page = await listPeople(c.var.deps, permitted.organisation.id, {
    ...{ search, language: c.var.language, limit: PAGE_SIZE },
  })
  return renderList(c, permitted, page, search)
}

const renderList = async (
  c: AppContext,
  { organisation, membership }: Permitted,
  page: PersonPage,
  search: string,
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
      {page.total === 0 ? (
        <Nobody c={c} search={search} slug={organisation.slug} />
      ) : (
        <>
          <h2 class="govuk-heading-m">{found}</h2>
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
          {...(page.next === undefined ? {} : { next: `${here}?after=${page.next}` })}
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
