import { listBranches } from '../../organisations/actions'
import { permits } from '../../organisations/rules/permits'
import { path } from '../../paths'
import type { FieldProblem } from '../../problems'
import type { AppContext, Language } from '../../web/app-env'
import { Button, Cell, Details, Pagination, Table, Tag } from '../../web/components'
import { formatDate } from '../../web/format'
import { type Permitted, requirePermission } from '../../web/guard'
import { renderPage } from '../../web/layout'
import { listRoleDetails } from '../catalogue/actions'
import { listOpportunities, publishOpportunity } from '../opportunities/actions'
import type { OpportunityRow } from '../opportunities/model'
import { commonText } from './common-text'
import { describeFaults, fieldsOf, readSent, titleOf } from './forms'
import { opportunityText } from './opportunity-text'

const PAGE_SIZE = 50

type Typed = {
  readonly values: Readonly<Record<string, string>>
  readonly errors: readonly FieldProblem[]
}

/** What a service has opened to applications. */
const renderOpportunities = async (c: AppContext, { organisation, membership }: Permitted, typed?: Typed) => {
  const { deps, language } = c.var
  const t = opportunityText[language]
  const { id, slug } = organisation
  const after = c.req.query('after')
  const page = await listOpportunities(deps, id, {
    limit: PAGE_SIZE,
    ...(after === undefined ? {} : { after }),
  })
  const here = path('serviceOpportunities', { slug })
  const acts = permits(membership.role, 'placements:manage')
  return renderPage(
    c,
    {
      ...{ title: t.opportunities, organisation, current: 'roles', wide: true, errors: typed?.errors ?? [] },
      back: { href: path('serviceRoles', { slug }), text: commonText[language].roles },
    },
    <>
      <h1 class="govuk-heading-l">{t.opportunities}</h1>
      <p class="govuk-body">{t.intro}</p>
      {page.rows.length === 0 ? (
        <p class="govuk-body">{t.none}</p>
      ) : (
        <OpportunityTable rows={page.rows} slug={slug} language={language} />
      )}
      <Pagination
        language={language}
        {...(page.next === undefined ? {} : { next: `${here}?after=${page.next}` })}
      />
      {acts ? await OpenForm({ c, organisationId: id, slug, typed }) : null}
    </>,
  )
}

const OpportunityTable = (props: {
  readonly rows: readonly OpportunityRow[]
  readonly slug: string
  readonly language: Language
}) => {
  const { rows, slug, language } = props
  const t = opportunityText[language]
  const common = commonText[language]
  const head = [
    ...[common.role, common.branch, t.starts, t.applyUntil, common.status].map((text) => ({ text })),
    ...[t.places, t.waiting].map((text) => ({ text, numeric: true })),
  ]
  return (
    <Table caption={t.opportunities} hideCaption head={head}>
      {rows.map((row) => (
        <tr class="govuk-table__row">
          <Cell header>
            <a class="govuk-link" href={path('serviceOpportunity', { slug, opportunityId: row.id })}>
              {titleOf({ titleEn: row.roleTitleEn, titleCy: row.roleTitleCy }, language)}
            </a>
          </Cell>
          <Cell>{row.branchName ?? common.anyBranch}</Cell>
          <Cell>{formatDate(row.startsOn, language)}</Cell>
          <Cell>{formatDate(row.applyUntil, language)}</Cell>
          <Cell>
            <Tag colour={row.state === 'open' ? 'green' : 'grey'}>{t.states[row.state]}</Tag>
          </Cell>
          <Cell numeric>{t.taken(row.taken, row.capacity)}</Cell>
          <Cell numeric>{row.waiting}</Cell>
        </tr>
      ))}
    </Table>
  )
}

const OpenForm = async (props: {
  readonly c: AppContext
  readonly organisationId: string
  readonly slug: string
  readonly typed: Typed | undefined
}) => {
  const { c, organisationId, slug, typed } = props
  const { deps, language } = c.var
  const t = opportunityText[language]
  const common = commonText[language]
  const roles = (await listRoleDetails(deps, organisationId)).filter(({ state }) => state === 'published')
  if (roles.length === 0) return <p class="govuk-body">{t.noRoles}</p>
  const branches = await listBranches(deps, organisationId)
  const { Text, Choice } = fieldsOf({ language, errors: typed?.errors ?? [], values: typed?.values ?? {} })
  return (
    <Details summary={t.add} open={typed !== undefined}>
      <p class="govuk-body">{t.addHelp}</p>
      <form method="post" action={path('serviceOpportunities', { slug })} novalidate>
        <Choice
          id="roleId"
          label={common.role}
          items={[
            { value: '', text: common.choose },
            ...roles.map((role) => ({ value: role.id, text: titleOf(role, language) })),
          ]}
        />
        <Choice
          id="branchId"
          label={common.branch}
          items={[
            { value: '', text: common.anyBranch },
            ...branches.map(({ id, name }) => ({ value: id, text: name })),
          ]}
        />
        <Text id="capacity" label={t.capacity} width={3} />
        <Text id="applyUntil" label={t.applyUntil} type="date" width={10} />
        <Text id="startsOn" label={t.starts} type="date" width={10} />
        <Text id="endsOn" label={t.ends} hint={t.endsHint} type="date" width={10} />
        <Text id="times" label={t.times} hint={t.timesHint} />
        <Button>{common.save}</Button>
      </form>
    </Details>
  )
}

export const showOpportunities = async (c: AppContext) =>
  renderOpportunities(c, await requirePermission(c, 'placements:read'))

export const postOpportunity = async (c: AppContext) => {
  const permitted = await requirePermission(c, 'placements:manage')
  const { deps, language } = c.var
  const { organisation, actor } = permitted
  const { text } = await readSent(c)
  const entry = {
    ...{ roleId: text('roleId'), branchId: text('branchId'), capacity: text('capacity') },
    ...{ applyUntil: text('applyUntil'), startsOn: text('startsOn'), endsOn: text('endsOn') },
    times: text('times'),
  }
  const done = await publishOpportunity(deps, organisation.id, entry, actor)
  if (done.ok)
    return c.redirect(path('serviceOpportunity', { slug: organisation.slug, opportunityId: done.value }), 303)
  const errors = describeFaults(done.reason, opportunityText[language].faults)
  return renderOpportunities(c, permitted, { values: entry, errors })
}
