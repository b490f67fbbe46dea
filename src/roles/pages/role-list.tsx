import { localDateOf } from '../../hours/rules/local-date-of'
import { permits } from '../../organisations/rules/permits'
import { path } from '../../paths'
import type { FieldProblem } from '../../problems'
import type { AppContext, Language } from '../../web/app-env'
import { Button, Cell, Details, LinkList, Table, Tag, TextInput } from '../../web/components'
import { type Permitted, requirePermission } from '../../web/guard'
import { renderPage } from '../../web/layout'
import { adoptRole, listCatalogue, listRoleDetails, setHidden } from '../catalogue/actions'
import type { CatalogueRow } from '../catalogue/model'
import type { RoleDetails } from '../model'
import { inductionOf, placementsOf } from '../placements/actions'
import { findNationalRole } from '../rules/find-national-role'
import { nameNationalRole } from '../rules/name-national-role'
import { commonText } from './common-text'
import { describeFaults, errorOf, readSent, titleOf } from './forms'
import { roleText } from './role-text'

export const stateColours = { adopted: 'grey', published: 'green', retired: 'yellow' } as const

/** The roles of a service, and the ways to what belongs to them. */
export const renderRoles = async (c: AppContext) => {
  const { organisation } = await requirePermission(c, 'roles:read')
  const { deps, language } = c.var
  const t = roleText[language]
  const { id, slug } = organisation
  const today = localDateOf(deps.clock.now())
  const roles = await listRoleDetails(deps, id)
  const now = (await placementsOf(deps, id)).filter(({ endsOn }) => endsOn === null || endsOn >= today)
  const holding = new Set(now.map((one) => one.id))
  const induction = (await inductionOf(deps, id)).filter(({ placementId }) => holding.has(placementId))
  const links = [
    { href: path('serviceRoleCatalogue', { slug }), text: t.catalogue },
    { href: path('serviceBoundary', { slug }), text: t.boundary },
    { href: path('servicePlacements', { slug }), text: t.placements },
    { href: path('serviceOpportunities', { slug }), text: t.opportunities },
    { href: path('serviceTraining', { slug }), text: t.training },
    { href: path('serviceAccess', { slug }), text: t.access },
  ]
  return renderPage(
    c,
    { title: commonText[language].roles, organisation, current: 'roles', wide: true },
    <>
      <h1 class="govuk-heading-l">{commonText[language].roles}</h1>
      <p class="govuk-body">{t.intro}</p>
      <LinkList links={links} />
      {roles.length === 0 ? <p class="govuk-body">{t.noRoles}</p> : null}
      <RoleTable roles={roles} slug={slug} language={language} roleIds={now.map(({ roleId }) => roleId)} />
      {now.length === 0 ? null : (
        <p class="govuk-body">
          {t.inducted(induction.filter(({ complete }) => complete).length, now.length)}
        </p>
      )}
    </>,
  )
}

const RoleTable = (props: {
  readonly roles: readonly RoleDetails[]
  readonly slug: string
  readonly language: Language
  /** One for each placement that holds now. */
  readonly roleIds: readonly string[]
}) => {
  const { roles, slug, language, roleIds } = props
  const t = roleText[language]
  const common = commonText[language]
  if (roles.length === 0) return null
  const head = [
    ...[t.title, t.code, t.class, common.status].map((text) => ({ text })),
    { text: t.inRole, numeric: true },
  ]
  return (
    <Table caption={common.roles} hideCaption head={head}>
      {roles.map((role) => (
        <tr class="govuk-table__row">
          <Cell header>
            <a class="govuk-link" href={path('serviceRole', { slug, roleId: role.id })}>
              {titleOf(role, language)}
            </a>
          </Cell>
          <Cell>{`${role.nationalCode} ${nameNationalRole(role.nationalCode, language)}`}</Cell>
          <Cell>{common.classes[role.boundaryClass]}</Cell>
          <Cell>
            <Tag colour={stateColours[role.state]}>{common.states[role.state]}</Tag>
          </Cell>
          <Cell numeric>{roleIds.filter((one) => one === role.id).length}</Cell>
        </tr>
      ))}
    </Table>
  )
}

type Typed = {
  readonly code: string
  readonly values: Readonly<Record<string, string>>
  readonly errors: readonly FieldProblem[]
}

/** The national catalogue: what the service uses, what it hides. */
const renderCatalogue = async (c: AppContext, { organisation, membership }: Permitted, typed?: Typed) => {
  const { deps, language } = c.var
  const t = roleText[language]
  const { slug } = organisation
  const rows = await listCatalogue(deps, organisation.id)
  const acts = permits(membership.role, 'roles:manage')
  return renderPage(
    c,
    {
      ...{ title: t.catalogue, organisation, current: 'roles', wide: true },
      back: { href: path('serviceRoles', { slug }), text: commonText[language].roles },
      errors: typed?.errors ?? [],
    },
    <>
      <h1 class="govuk-heading-l">{t.catalogue}</h1>
      <p class="govuk-body">{t.catalogueIntro}</p>
      <Table
        caption={t.catalogue}
        hideCaption
        head={[t.code, t.summary, t.class, t.yours, ...(acts ? [''] : [])].map((text) => ({ text }))}
      >
        {rows.map((row) => (
          <CatalogueLine row={row} slug={slug} language={language} acts={acts} typed={typed} />
        ))}
      </Table>
    </>,
  )
}

const CatalogueLine = (props: {
  readonly row: CatalogueRow
  readonly slug: string
  readonly language: Language
  readonly acts: boolean
  readonly typed: Typed | undefined
}) => {
  const { row, slug, language, acts, typed } = props
  const t = roleText[language]
  const common = commonText[language]
  const national = findNationalRole(row.code)
  if (national === undefined) return null
  return (
    <tr class="govuk-table__row">
      <Cell header>{`${row.code} ${national.title[language]}`}</Cell>
      <Cell>{national.summary[language]}</Cell>
      <Cell>{common.classes[national.taskClass]}</Cell>
      <Cell>
        {row.hidden ? <Tag colour="grey">{t.hidden}</Tag> : null}
        {row.roles.map((role) => (
          <div>
            <a class="govuk-link" href={path('serviceRole', { slug, roleId: role.id })}>
              {titleOf(role, language)}
            </a>
          </div>
        ))}
      </Cell>
      {acts ? (
        <Cell>
          <CatalogueForm row={row} slug={slug} language={language} typed={typed} />
        </Cell>
      ) : null}
    </tr>
  )
}

const CatalogueForm = (props: {
  readonly row: CatalogueRow
  readonly slug: string
  readonly language: Language
  readonly typed: Typed | undefined
}) => {
  const { row, slug, language } = props
  const t = roleText[language]
  const typed = props.typed?.code === row.code ? props.typed : undefined
  const name = <span class="govuk-visually-hidden">{` ${nameNationalRole(row.code, language)}`}</span>
  const action = path('serviceRoleCatalogue', { slug })
  const hide = (value: 'hide' | 'show', text: string) => (
    <form method="post" action={action}>
      <input type="hidden" name="code" value={row.code} />
      <Button name="do" value={value} secondary>
        {text}
        {name}
      </Button>
    </form>
  )
  if (row.hidden) return hide('show', t.show)
  // Ids differ from line to line; the one with an error has the plain ones, which the summary leads to.
  const idOf = (field: string) => (typed === undefined ? `${field}-${row.code}` : field)
  const used = row.roles.length > 0
  return (
    <>
      <Details
        summary={
          <>
            {used ? t.adoptAgain : t.adopt}
            {name}
          </>
        }
        open={typed !== undefined}
      >
        <form method="post" action={action}>
          <input type="hidden" name="code" value={row.code} />
          <TextInput
            id={idOf('titleEn')}
            name="titleEn"
            label={t.ownTitle}
            hint={t.ownTitleHint}
            language={language}
            value={typed?.values['titleEn'] ?? ''}
            {...errorOf(typed?.errors ?? [], 'titleEn')}
          />
          <TextInput
            id={idOf('titleCy')}
            name="titleCy"
            label={t.ownTitleCy}
            value={typed?.values['titleCy'] ?? ''}
          />
          <Button name="do" value="adopt">
            {t.adopt}
          </Button>
        </form>
      </Details>
      {used ? null : hide('hide', t.hide)}
    </>
  )
}

export const showCatalogue = async (c: AppContext) =>
  renderCatalogue(c, await requirePermission(c, 'roles:read'))

/** Takes a role into use, or hides one or shows it again. */
export const changeCatalogue = async (c: AppContext) => {
  const permitted = await requirePermission(c, 'roles:manage')
  const { organisation, actor } = permitted
  const { deps, language } = c.var
  const sent = await readSent(c)
  const here = path('serviceRoleCatalogue', { slug: organisation.slug })
  const code = sent.text('code')
  if (findNationalRole(code) === undefined) return c.redirect(here, 303)
  if (sent.text('do') !== 'adopt') {
    await setHidden(deps, organisation.id, { code, hidden: sent.text('do') === 'hide' }, actor)
    return c.redirect(here, 303)
  }
  const values = { titleEn: sent.text('titleEn'), titleCy: sent.text('titleCy') }
  const done = await adoptRole(deps, organisation.id, { code, ...values }, actor)
  if (done.ok) return c.redirect(path('serviceRole', { slug: organisation.slug, roleId: done.value }), 303)
  const errors = describeFaults(done.reason, roleText[language].faults)
  return renderCatalogue(c, permitted, { code, values, errors })
}
