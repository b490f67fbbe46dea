import { getOrganisationBySlug } from '../../organisations/actions'
import type { Organisation } from '../../organisations/model'
import { path } from '../../paths'
import type { AppContext, Language } from '../../web/app-env'
import { Button, InsetText, SummaryList } from '../../web/components'
import { formatDate } from '../../web/format'
import { renderPage } from '../../web/layout'
import { isPage, negotiate } from '../../web/negotiate'
import { respondWithDocument } from '../../web/respond'
import { getPublishedRole, listPublishedRoles, type PublishedRole } from '../opportunities/actions'
import type { Opportunity, PublicRole } from '../opportunities/model'
import { buildRoleDocument } from '../rules/build-role-document'
import { findTrainingModule } from '../rules/find-training-module'
import { commonText } from './common-text'
import { Bullets, Part, titleOf } from './forms'
import { publicText } from './public-text'
import { named } from './role-page'

const mediaTypes = ['application/ld+json', 'application/json'] as const
const cacheControl = 'public, max-age=300'

const organisationOf = (c: AppContext) => getOrganisationBySlug(c.var.deps, c.req.param('slug') ?? '')

const summaryOf = (role: PublicRole, language: Language) =>
  (language === 'cy' ? role.summaryCy : null) ?? role.summaryEn ?? ''

/** The roles that a service has published, for anybody. */
export const renderPublicRoles = async (c: AppContext) => {
  const { deps, language } = c.var
  const t = publicText[language]
  const organisation = await organisationOf(c)
  const roles = await listPublishedRoles(deps, organisation.id)
  return renderPage(
    c,
    { title: t.roles, organisation },
    <>
      <h1 class="govuk-heading-xl">{t.roles}</h1>
      <p class="govuk-body-l">{t.intro}</p>
      {roles.length === 0 ? <p class="govuk-body">{t.none}</p> : null}
      {roles.map(({ role, opportunities }) => (
        <section>
          <h2 class="govuk-heading-m">
            <a class="govuk-link" href={path('publicRole', { slug: organisation.slug, roleId: role.id })}>
              {titleOf(role, language)}
            </a>
          </h2>
          <p class="govuk-body">{summaryOf(role, language)}</p>
          {opportunities.length === 0 ? null : <p class="govuk-body">{t.open(opportunities.length)}.</p>}
        </section>
      ))}
    </>,
  )
}

const documentOf = (c: AppContext, organisation: Organisation, published: PublishedRole) => {
  const { origin } = c.var.deps.config
  const { slug } = organisation
  return buildRoleDocument({
    ...published,
    id: origin + path('publicRole', { slug, roleId: published.role.id }),
    provider: { id: origin + path('organisation', { slug }), name: organisation.nameEn },
    boundary: { en: commonText.en.boundary, cy: commonText.cy.boundary },
  })
}

/** One published role: a page for people, JSON-LD for programs at the same address. */
export const renderPublicRole = async (c: AppContext) => {
  const { deps, language } = c.var
  const organisation = await organisationOf(c)
  const published = await getPublishedRole(deps, organisation.id, c.req.param('roleId') ?? '')
  const mediaType = c.req.query('format') === 'json' ? mediaTypes[0] : negotiate(c, mediaTypes)
  if (!isPage(mediaType)) {
    const text = JSON.stringify(documentOf(c, organisation, published))
    return respondWithDocument(text, mediaType, cacheControl, { Vary: 'Accept' })
  }
  const { role, opportunities, statement } = published
  const t = publicText[language]
  const { slug } = organisation
  const data = `${path('publicRole', { slug, roleId: role.id })}?format=json`
  const title = titleOf(role, language)
  return renderPage(
    c,
    {
      ...{ title, organisation, back: { href: path('publicRoles', { slug }), text: t.roles } },
      head: <link rel="alternate" type={mediaTypes[0]} href={data} />,
    },
    <>
      <h1 class="govuk-heading-xl">{title}</h1>
      <p class="govuk-body-l">{summaryOf(role, language)}</p>
      <RoleFacts role={role} language={language} />
      <Part title={t.boundary}>
        <InsetText>{commonText[language].boundary}</InsetText>
        {statement === null ? null : <p class="govuk-body">{t.conforms(statement)}</p>}
      </Part>
      <Part title={t.openNow}>
        {opportunities.length === 0 ? <p class="govuk-body">{t.openNone}</p> : null}
        {opportunities.map((one) => (
          <OpenOpportunity opportunity={one} slug={slug} language={language} />
        ))}
      </Part>
      <p class="govuk-body">
        <a class="govuk-link" href={data}>
          {t.data}
        </a>
      </p>
    </>,
  )
}

const RoleFacts = ({ role, language }: { readonly role: PublicRole; readonly language: Language }) => {
  const t = publicText[language]
  const common = commonText[language]
  const tasks = language === 'cy' && role.tasksCy.length > 0 ? role.tasksCy : role.tasksEn
  const modules = (role.trainingNeeded ?? []).map((code) => findTrainingModule(code)?.title[language] ?? code)
  const reason = (language === 'cy' ? role.ageReasonCy : null) ?? role.ageReasonEn
  return (
    <>
      <Part title={t.tasks}>
        <Bullets items={tasks} />
      </Part>
      <SummaryList
        rows={[
          { key: t.where, value: named(role.deliveryModes, common.modes) },
          ...(role.minimumAge === null
            ? []
            : [{ key: t.ageLabel, value: `${common.years(role.minimumAge)}. ${reason ?? ''}` }]),
          ...(modules.length === 0
            ? []
            : [{ key: t.training, value: `${modules.join(', ')}. ${t.trainingHelp}` }]),
        ]}
      />
    </>
  )
}

const OpenOpportunity = (props: {
  readonly opportunity: Opportunity
  readonly slug: string
  readonly language: Language
}) => {
  const { opportunity, slug, language } = props
  const t = publicText[language]
  const common = commonText[language]
  const { id, branchName, startsOn, endsOn, applyUntil, times } = opportunity
  return (
    <>
      <SummaryList
        rows={[
          { key: common.branch, value: branchName ?? common.anyBranch },
          ...(times === null ? [] : [{ key: t.times, value: times }]),
          { key: t.starts, value: formatDate(startsOn, language) },
          ...(endsOn === null ? [] : [{ key: t.ends, value: formatDate(endsOn, language) }]),
          { key: t.applyUntil, value: formatDate(applyUntil, language) },
        ]}
      />
      <Button href={path('apply', { slug, opportunityId: id })}>
        {t.apply}
        <span class="govuk-visually-hidden">{`: ${branchName ?? common.anyBranch}`}</span>
      </Button>
    </>
  )
}
