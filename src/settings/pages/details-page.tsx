import type { Organisation } from '../../organisations/model'
import { permits } from '../../organisations/rules/permits'
import { changeOrganisation } from '../../organisations/structure/actions'
import { path } from '../../paths'
import type { FieldProblem } from '../../problems'
import type { AppContext } from '../../web/app-env'
import { Button, SummaryList } from '../../web/components'
import { type Permitted, requirePermission } from '../../web/guard'
import { renderPage } from '../../web/layout'
import { settingsPageText } from '../page-text'
import { DetailsFields, readDetails, type TypedDetails, typedOf } from './organisation-form'
import { rolesIn } from './overview-page'

const typedFrom = (organisation: Organisation): TypedDetails => ({
  name: organisation.nameEn,
  nameCy: organisation.nameCy ?? '',
  nation: organisation.nation,
  authority: organisation.gssCode ?? '',
  welshFirst: organisation.welshFirst,
  url: organisation.url ?? '',
  colour: organisation.themeColour,
})

const renderForm = (
  c: AppContext,
  { organisation }: Permitted,
  typed: TypedDetails,
  errors: readonly FieldProblem[],
) => {
  const { language } = c.var
  const t = settingsPageText[language]
  const { slug, kind } = organisation
  const title = kind === 'network' ? t.aboutNetwork : t.about
  const may = rolesIn(c, organisation).some((role) => permits(role, 'settings:change'))
  return renderPage(
    c,
    {
      ...{ title, organisation, current: 'settings', errors },
      back: { href: path('serviceSettings', { slug }), text: t.backToSettings },
    },
    <>
      <h1 class="govuk-heading-l">{title}</h1>
      {may ? (
        <form method="post" action={path('serviceDetails', { slug })} novalidate>
          <DetailsFields typed={typed} errors={errors} language={language} />
          <Button>{t.save}</Button>
        </form>
      ) : (
        <SummaryList
          rows={[
            { key: t.name, value: typed.name },
            { key: t.nation, value: t.nations[organisation.nation] },
            { key: t.authority, value: typed.authority },
          ]}
        />
      )}
    </>,
  )
}

/** Name, nation, council and looks of an organisation. */
export const renderDetails = async (c: AppContext) => {
  const permitted = await requirePermission(c, 'settings:read')
  return renderForm(c, permitted, typedFrom(permitted.organisation), [])
}

export const postDetails = async (c: AppContext) => {
  const permitted = await requirePermission(c, 'settings:change')
  const typed = typedOf(await c.req.parseBody())
  const { details, errors } = readDetails(typed, c.var.language)
  if (errors.length > 0) return renderForm(c, permitted, typed, errors)
  const { organisation, actor } = permitted
  await changeOrganisation(c.var.deps, organisation, details, actor)
  return c.redirect(`${path('serviceSettings', { slug: organisation.slug })}?saved=yes`, 303)
}
