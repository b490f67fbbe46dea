import { localDateOf } from '../../hours/rules/local-date-of'
import { listBranches } from '../../organisations/actions'
import { permits } from '../../organisations/rules/permits'
import { path } from '../../paths'
import { listActivePeople } from '../../people/actions'
import type { FieldProblem } from '../../problems'
import type { AppContext, Language } from '../../web/app-env'
import { Button, ButtonGroup, Cell, Checkboxes, Pagination, Select, Table } from '../../web/components'
import { formatDate } from '../../web/format'
import { type Permitted, requirePermission } from '../../web/guard'
import { renderPage } from '../../web/layout'
import { listRoles } from '../actions'
import { listPlacements, startPlacement } from '../placements/actions'
import type { PlacementFilter, PlacementRow } from '../placements/model'
import { commonText } from './common-text'
import { describeFaults, errorOf, fieldsOf, readSent, titleOf } from './forms'
import { placementText } from './placement-text'

const PAGE_SIZE = 50

const filterOf = (c: AppContext): PlacementFilter => {
  const { part, role } = c.req.query()
  return {
    ...(part === 'now' || part === 'ended' ? { part } : part === undefined ? { part: 'now' } : {}),
    ...(role === undefined || role === '' ? {} : { roleId: role }),
  }
}

/** Who has which role, by cursor. */
export const renderPlacements = async (c: AppContext) => {
  const { organisation, membership } = await requirePermission(c, 'placements:read')
  const { deps, language } = c.var
  const t = placementText[language]
  const { id, slug } = organisation
  const filter = filterOf(c)
  const after = c.req.query('after')
  const page = await listPlacements(deps, id, {
    ...{ filter, limit: PAGE_SIZE },
    ...(after === undefined ? {} : { after }),
  })
  const here = path('servicePlacements', { slug })
  const query = `part=${filter.part ?? 'all'}${filter.roleId === undefined ? '' : `&role=${encodeURIComponent(filter.roleId)}`}`
  const parts = (['now', 'ended', 'all'] as const).map((value) => ({
    ...{ value, text: value === 'all' ? t.every : t[value], selected: value === (filter.part ?? 'all') },
  }))
  const roles = (await listRoles(deps, id)).map((role) => ({
    ...{ value: role.id, text: titleOf(role, language), selected: role.id === filter.roleId },
  }))
  return renderPage(
    c,
    {
      ...{ title: t.placements, organisation, current: 'placements', wide: true },
      back: { href: path('serviceRoles', { slug }), text: commonText[language].roles },
    },
    <>
      <h1 class="govuk-heading-l">{t.placements}</h1>
      <p class="govuk-body">{t.intro}</p>
      <form method="get" action={here}>
        <div class="app-beside">
          <Select id="part" label={commonText[language].status} items={parts} />
          <Select
            id="role"
            label={commonText[language].role}
            items={[{ value: '', text: t.every }, ...roles]}
          />
        </div>
        <ButtonGroup>
          <Button secondary>{t.show}</Button>
          {permits(membership.role, 'placements:manage') ? (
            <a class="govuk-link" href={path('servicePlacementAdd', { slug })}>
              {t.add}
            </a>
          ) : null}
        </ButtonGroup>
      </form>
      <PlacementTable placements={page.placements} slug={slug} language={language} withName />
      <Pagination
        language={language}
        {...(page.next === undefined ? {} : { next: `${here}?${query}&after=${page.next}` })}
      />
    </>,
  )
}

/** Placements as a table, with the volunteer's name or for one of them. */
export const PlacementTable = (props: {
  readonly placements: readonly PlacementRow[]
  readonly slug: string
  readonly language: Language
  readonly withName?: boolean
}) => {
  const { placements, slug, language, withName = false } = props
  const t = placementText[language]
  const common = commonText[language]
  if (placements.length === 0) return <p class="govuk-body">{t.none}</p>
  const titles = [common.role, common.branch, t.starts, t.ends, t.supervisor, t.induction]
  const head = [...(withName ? [common.volunteer] : []), ...titles].map((text) => ({ text }))
  return (
    <Table caption={t.placements} hideCaption={withName} head={head}>
      {placements.map((one) => {
        const href = path('servicePlacement', { slug, placementId: one.id })
        const title = titleOf({ titleEn: one.roleTitleEn, titleCy: one.roleTitleCy }, language)
        return (
          <tr class="govuk-table__row">
            <Cell header>
              <a class="govuk-link" href={href}>
                {withName ? one.personName : title}
              </a>
            </Cell>
            {withName ? <Cell>{title}</Cell> : null}
            <Cell>{one.branchName ?? common.anyBranch}</Cell>
            <Cell>{formatDate(one.startsOn, language)}</Cell>
            <Cell>{one.endsOn === null ? common.noEnd : formatDate(one.endsOn, language)}</Cell>
            <Cell>{one.supervisorName}</Cell>
            <Cell>{t.done(one.inductionDone, one.inductionItems)}</Cell>
          </tr>
        )
      })}
    </Table>
  )
}

type Typed = {
  readonly values: Readonly<Record<string, string>>
  readonly errors: readonly FieldProblem[]
}

const renderAdd = async (c: AppContext, { organisation }: Permitted, typed?: Typed) => {
  const { deps, language } = c.var
  const t = placementText[language]
  const common = commonText[language]
  const { id, slug } = organisation
  const errors = typed?.errors ?? []
  const today = localDateOf(deps.clock.now())
  const values = typed?.values ?? { personId: c.req.query('person') ?? '', startsOn: today }
  const { Text, Choice } = fieldsOf({ language, errors, values })
  const people = (await listActivePeople(deps, id)).map((one) => ({ value: one.id, text: one.preferredName }))
  const roles = (await listRoles(deps, id)).map((role) => ({ value: role.id, text: titleOf(role, language) }))
  const branches = (await listBranches(deps, id)).map((one) => ({ value: one.id, text: one.name }))
  const choose = { value: '', text: common.choose }
  const asksAge = errors.some(({ field }) => field === 'ageChecked') || values['ageChecked'] === 'yes'
  return renderPage(
    c,
    {
      ...{ title: t.add, organisation, current: 'placements', errors },
      back: { href: path('servicePlacements', { slug }), text: t.placements },
    },
    <>
      <h1 class="govuk-heading-l">{t.add}</h1>
      <form method="post" action={path('servicePlacementAdd', { slug })} novalidate>
        <Choice id="personId" label={common.volunteer} items={[choose, ...people]} />
        <Choice id="roleId" label={common.role} items={[choose, ...roles]} />
        <Choice
          id="branchId"
          label={common.branch}
          items={[{ value: '', text: common.anyBranch }, ...branches]}
        />
        <Text id="startsOn" label={t.starts} type="date" width={10} />
        <Text id="endsOn" label={t.ends} hint={t.endsHint} type="date" width={10} />
        <Text id="supervisorName" label={t.supervisorName} hint={t.supervisorHint} />
        <Text id="supervisorEmail" label={t.supervisorEmail} type="email" />
        {asksAge ? (
          <Checkboxes
            name="ageChecked"
            legend={t.ageChecked}
            small
            language={language}
            {...errorOf(errors, 'ageChecked')}
            items={[{ value: 'yes', text: t.ageCheckedText, checked: values['ageChecked'] === 'yes' }]}
          />
        ) : null}
        <Button>{common.save}</Button>
      </form>
    </>,
  )
}

export const showAdd = async (c: AppContext) => renderAdd(c, await requirePermission(c, 'placements:manage'))

export const postAdd = async (c: AppContext) => {
  const permitted = await requirePermission(c, 'placements:manage')
  const { deps, language } = c.var
  const { organisation, actor } = permitted
  const { text } = await readSent(c)
  const names = [
    'personId',
    'roleId',
    'branchId',
    'startsOn',
    'endsOn',
    'supervisorName',
    'supervisorEmail',
    'ageChecked',
  ]
  const values = Object.fromEntries(names.map((name) => [name, text(name).trim()]))
  const asked = {
    ...{ personId: text('personId'), roleId: text('roleId'), branchId: text('branchId') || null },
    ...{ startsOn: text('startsOn'), endsOn: text('endsOn') || null, opportunityId: null },
    supervisorName: text('supervisorName').trim() || null,
    supervisorEmail: text('supervisorEmail').trim().toLowerCase() || null,
    ageChecked: text('ageChecked') === 'yes',
  }
  const done = await startPlacement(deps, organisation.id, asked, actor)
  if (done.ok)
    return c.redirect(path('servicePlacement', { slug: organisation.slug, placementId: done.value }), 303)
  const errors = describeFaults(done.reason, placementText[language].faults)
  return renderAdd(c, permitted, { values, errors })
}
