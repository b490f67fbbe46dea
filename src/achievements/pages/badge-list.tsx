import { countBadges } from '../../awards/lists/actions'
import { permits } from '../../organisations/rules/permits'
import { path } from '../../paths'
import type { AppContext } from '../../web/app-env'
import { Cell, Table } from '../../web/components'
import { formatCount } from '../../web/format'
import { requirePermission } from '../../web/guard'
import { renderPage } from '../../web/layout'
import { ownText } from '../own/page-text'
import { achievementText } from '../page-text'
import { describeRule } from '../rules/describe-rule'
import { BadgeImage } from './badge-facts'

/** The same words with a capital at the front. */
const asSentence = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)

/** Every badge that the service can give, with how many are ready for it and how many have it. */
export const renderBadgeList = async (c: AppContext) => {
  const { organisation, membership } = await requirePermission(c, 'badges:read')
  const { deps, language } = c.var
  const t = achievementText[language]
  const badges = await countBadges(deps, organisation.id)
  const { slug } = organisation
  const head = [
    { text: t.badge },
    { text: t.takes },
    { text: t.ready, numeric: true },
    { text: t.have, numeric: true },
  ]
  return renderPage(
    c,
    { title: t.badges, organisation, current: 'badges', wide: true },
    <>
      <h1 class="govuk-heading-l">{t.badges}</h1>
      <p class="govuk-body">{t.badgesIntro}</p>
      {permits(membership.role, 'badges:design') ? (
        <p class="govuk-body">
          <a class="govuk-link" href={path('serviceOwnBadges', { slug })}>
            {ownText[language].title}
          </a>
        </p>
      ) : null}
      <Table caption={t.badges} hideCaption head={head}>
        {badges
          .filter(({ hidden, held }) => !hidden || held > 0)
          .map(({ definition, ready, held }) => (
            <tr class="govuk-table__row">
              <Cell header>
                <span class="app-badge-name">
                  <BadgeImage definition={definition} language={language} size={56} />
                  <a class="govuk-link" href={path('serviceBadge', { slug, code: definition.id })}>
                    {definition.name[language]}
                  </a>
                </span>
              </Cell>
              <Cell>{asSentence(describeRule(definition.rule, language))}</Cell>
              <Cell numeric>{formatCount(ready, language)}</Cell>
              <Cell numeric>{formatCount(held, language)}</Cell>
            </tr>
          ))}
      </Table>
    </>,
  )
}
