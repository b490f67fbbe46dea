import { path } from '../../../paths'
import type { AppContext } from '../../../web/app-env'
import { Button, Cell, Table, Tag } from '../../../web/components'
import { formatDate } from '../../../web/format'
import { requirePermission } from '../../../web/guard'
import { renderPage } from '../../../web/layout'
import { achievementText } from '../../page-text'
import { listOwnBadges } from '../actions'
import { ownText } from '../page-text'
import { stateColours, stateOf } from './parts'

/** Every badge that a service designed itself, and how far each is. */
export const showOwnBadges = async (c: AppContext) => {
  const { organisation } = await requirePermission(c, 'badges:design')
  const { deps, language } = c.var
  const t = ownText[language]
  const { slug } = organisation
  const badges = await listOwnBadges(deps, organisation.id)
  return renderPage(
    c,
    {
      title: t.title,
      organisation,
      current: 'badges',
      wide: true,
      back: { href: path('serviceBadges', { slug }), text: achievementText[language].badges },
    },
    <>
      <h1 class="govuk-heading-l">{t.title}</h1>
      <p class="govuk-body">{t.intro}</p>
      <Button href={path('serviceOwnBadgeNew', { slug })}>{t.begin}</Button>
      {badges.length === 0 ? (
        <p class="govuk-body">{t.none}</p>
      ) : (
        <Table
          caption={t.title}
          hideCaption
          head={[{ text: t.badge }, { text: t.state }, { text: t.versions }, { text: t.changed }]}
        >
          {badges.map((badge) => (
            <tr class="govuk-table__row">
              <Cell header>
                <a class="govuk-link" href={path('serviceOwnBadge', { slug, ownCode: badge.code })}>
                  {badge.draft.words.name[language]}
                </a>
              </Cell>
              <Cell>
                <Tag colour={stateColours[stateOf(badge)]}>{t.states[stateOf(badge)]}</Tag>
              </Cell>
              <Cell>
                {badge.versions[0] === undefined ? t.notPublished : t.version(badge.versions[0].version)}
              </Cell>
              <Cell>{formatDate(badge.changedAt, language)}</Cell>
            </tr>
          ))}
        </Table>
      )}
    </>,
  )
}
