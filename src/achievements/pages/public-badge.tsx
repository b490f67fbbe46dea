import type { Next } from 'hono'
import { getOrganisation } from '../../organisations/actions'
import { nameOf } from '../../organisations/rules/name-organisation'
import { path } from '../../paths'
import type { AppContext } from '../../web/app-env'
import { SummaryList } from '../../web/components'
import { renderPage } from '../../web/layout'
import { isPage, negotiate } from '../../web/negotiate'
import { getPublishedBadge } from '../actions'
import { definitionFor } from '../alignments'
import { choiceText } from '../choice-text'
import { definitionGiven } from '../definitions'
import { achievementText } from '../page-text'
import { whoseRule } from '../rules/apply-choice'
import { readEdition } from '../rules/read-edition'
import { BadgeFactsView, BadgeImage } from './badge-facts'

/** The page behind a badge's address for a person; a program that asks for data is let through to the data. */
export const renderPublicBadge = async (c: AppContext, next: Next) => {
  const wantsData = c.req.query('format') === 'json'
  if (wantsData || !isPage(negotiate(c, ['application/ld+json', 'application/json']))) {
    await next()
    c.res.headers.set('Vary', 'Accept')
    return
  }
  const { deps } = c.var
  const { edition, organisationId, otherId } = await getPublishedBadge(deps, c.req.param('id') ?? '')
  const organisation = await getOrganisation(deps, organisationId)
  const given = await definitionGiven(deps, organisationId, {
    definitionCode: edition.code,
    achievementId: edition.id,
  })
  const definition =
    given.version === edition.version ? given : await definitionFor(deps, organisationId, given)
  const facts = readEdition(edition, definition)
  const { language } = edition
  const t = achievementText[language]
  const issuer = nameOf(organisation, language)
  const data = `${path('achievement', { id: edition.id })}?format=json`
  return renderPage(
    c,
    {
      title: facts.name,
      organisation,
      head: <link rel="alternate" type="application/ld+json" href={data} />,
    },
    <div lang={language}>
      <div class="app-badge-heading">
        <BadgeImage definition={definition} language={language} size={160} described />
        <div>
          <h1 class="govuk-heading-xl">{facts.name}</h1>
          <p class="govuk-body-l">{facts.description}</p>
        </div>
      </div>
      <SummaryList
        rows={[
          {
            key: t.issuedBy,
            value: (
              <a class="govuk-link" href={path('organisation', { slug: organisation.slug })}>
                {issuer}
              </a>
            ),
          },
          { key: t.version, value: edition.version },
          {
            key: t.whoseRule,
            value: choiceText[language][whoseRule(edition)],
          },
        ]}
      />
      <BadgeFactsView facts={facts} language={language} />
      <ul class="govuk-list">
        {otherId === undefined ? null : (
          <li>
            <a class="govuk-link" href={path('achievement', { id: otherId })}>
              {t.otherEdition}
            </a>
          </li>
        )}
        <li>
          <a class="govuk-link" href={path('verify')}>
            {t.checkOne}
          </a>
        </li>
        <li>
          <a class="govuk-link" href={data}>
            {t.asData}
          </a>
        </li>
      </ul>
    </div>,
  )
}
