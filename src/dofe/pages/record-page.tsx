import { getOrganisationBySlug } from '../../organisations/actions'
import { nameOf } from '../../organisations/rules/name-organisation'
import { ProblemError } from '../../problems'
import type { AppContext } from '../../web/app-env'
import { renderPage } from '../../web/layout'
import { isPage, negotiate } from '../../web/negotiate'
import { respondWithDocument } from '../../web/respond'
import { recordAddress } from '../reports/actions'
import { buildRecordAchievement, recordVersion } from '../rules/build-record'
import { recordText } from '../rules/record-text'

/** What the record of volunteering stands for: a page for a person, an Open Badges 3.0 Achievement for a program. */
export const renderRecord = async (c: AppContext) => {
  const { deps } = c.var
  const language = c.req.param('language')
  if (c.req.param('version') !== recordVersion || (language !== 'en' && language !== 'cy')) {
    throw new ProblemError('not-found')
  }
  const organisation = await getOrganisationBySlug(deps, c.req.param('slug') ?? '')
  if (!isPage(negotiate(c, ['application/ld+json', 'application/json']))) {
    const achievement = buildRecordAchievement(language, (one) => recordAddress(deps, organisation.slug, one))
    return respondWithDocument(JSON.stringify(achievement), 'application/ld+json', 'public, max-age=86400', {
      Vary: 'Accept',
    })
  }
  const t = recordText[language]
  return renderPage(
    c,
    { title: t.name, organisation },
    <div lang={language}>
      <span class="govuk-caption-l">{nameOf(organisation, language)}</span>
      <h1 class="govuk-heading-l">{t.name}</h1>
      <p class="govuk-body">{t.description}</p>
      <p class="govuk-body">{t.criteria}</p>
    </div>,
  )
}
