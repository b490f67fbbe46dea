import { listServices } from '../../organisations/actions'
import { zNewOrganisation } from '../../organisations/model'
import { nameOf } from '../../organisations/rules/name-organisation'
import { permits } from '../../organisations/rules/permits'
import { createBeneath } from '../../organisations/structure/actions'
import { path } from '../../paths'
import { type FieldProblem, ProblemError } from '../../problems'
import type { AppContext } from '../../web/app-env'
import { Button, TextInput } from '../../web/components'
import { type Permitted, requirePermission } from '../../web/guard'
import { renderPage } from '../../web/layout'
import { settingsPageText } from '../page-text'
import { DetailsFields, readDetails, type TypedDetails, typedOf } from './organisation-form'
import { rolesIn } from './overview-page'

type Typed = TypedDetails & { readonly slug: string; readonly email: string }

const renderForm = async (
  c: AppContext,
  { organisation }: Permitted,
  typed: Typed,
  errors: readonly FieldProblem[],
) => {
  const { deps, language } = c.var
  const t = settingsPageText[language]
  const { slug, kind } = organisation
  if (kind === 'community') throw new ProblemError('not-found')
  const title = kind === 'network' ? t.beneathNetwork : t.beneathService
  const may = rolesIn(c, organisation).some((role) => permits(role, 'settings:change'))
  const beneath = await listServices(deps, organisation.id)
  const errorOf = (id: string) => {
    const error = errors.find(({ field }) => field === id)?.message
    return { id, language, ...(error === undefined ? {} : { error }) }
  }
  return renderPage(
    c,
    {
      ...{ title, organisation, current: 'settings', errors },
      back: { href: path('serviceSettings', { slug }), text: t.backToSettings },
    },
    <>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">{kind === 'network' ? t.beneathIntroNetwork : t.beneathIntroService}</p>
      {beneath.length === 0 ? (
        <p class="govuk-body">{t.beneathNone}</p>
      ) : (
        <ul class="govuk-list govuk-list--bullet">
          {beneath.map((one) => (
            <li>
              <a class="govuk-link" href={path('organisation', { slug: one.slug })}>
                {nameOf(one, language)}
              </a>
            </li>
          ))}
        </ul>
      )}
      {may ? (
        <form method="post" action={path('serviceBeneath', { slug })} novalidate>
          <h2 class="govuk-heading-m">{t.addBeneath}</h2>
          <TextInput {...errorOf('slug')} label={t.slug} hint={t.slugHint} value={typed.slug} />
          <DetailsFields typed={typed} errors={errors} language={language} />
          <TextInput {...errorOf('email')} label={t.firstCoordinator} type="email" value={typed.email} />
          <Button>{t.addBeneath}</Button>
        </form>
      ) : null}
    </>,
  )
}

/** The organisations beneath one: services of a network, community libraries of a service. */
export const renderBeneath = async (c: AppContext) => {
  const permitted = await requirePermission(c, 'settings:read')
  const { nation, themeColour } = permitted.organisation
  const typed = { ...typedOf({ nation, colour: themeColour }), slug: '', email: '' }
  return renderForm(c, permitted, typed, [])
}

export const postBeneath = async (c: AppContext) => {
  const permitted = await requirePermission(c, 'settings:change')
  const { organisation, actor } = permitted
  const t = settingsPageText[c.var.language]
  const form = await c.req.parseBody()
  const text = (name: string) => String(form[name] ?? '').trim()
  const typed = { ...typedOf(form), slug: text('slug'), email: text('email').toLowerCase() }
  const { details, errors } = readDetails(typed, c.var.language)
  const more = [
    ...(zNewOrganisation.shape.slug.safeParse(typed.slug).success
      ? []
      : [{ field: 'slug', message: t.slugProblem }]),
    ...errors,
    ...(/^[^\s@]+@[^\s@]+$/.test(typed.email) ? [] : [{ field: 'email', message: t.emailProblem }]),
  ]
  if (more.length > 0 || organisation.kind === 'community') return renderForm(c, permitted, typed, more)
  const wanted = { ...details, slug: typed.slug, email: typed.email }
  try {
    await createBeneath(c.var.deps, organisation, wanted, actor)
  } catch (error) {
    if (!(error instanceof ProblemError && error.code === 'duplicate')) throw error
    return renderForm(c, permitted, typed, [{ field: 'slug', message: t.slugTaken }])
  }
  return c.redirect(path('serviceBeneath', { slug: organisation.slug }), 303)
}
