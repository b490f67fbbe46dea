import { path } from '../../paths'
import type { AppContext } from '../../web/app-env'
import { Cell, InsetText, Table } from '../../web/components'
import { requirePermission } from '../../web/guard'
import { renderPage } from '../../web/layout'
import { consentText } from '../consent-text'
import { waitingYoung } from '../holds/actions'
import { peopleText } from '../page-text'
import { describeHold } from '../rules/describe-hold'

/** Young volunteers for whom an answer is missing: a guardian's, or their own after a birthday. */
export const renderWaiting = async (c: AppContext) => {
  const { organisation } = await requirePermission(c, 'people:read')
  const { deps, language } = c.var
  const t = consentText[language]
  const { slug } = organisation
  const waiting = await waitingYoung(deps, organisation.id)
  return renderPage(
    c,
    {
      title: t.waiting,
      organisation,
      current: 'volunteers',
      wide: true,
      back: { href: path('serviceVolunteers', { slug }), text: peopleText[language].volunteers },
    },
    <>
      <h1 class="govuk-heading-l">{t.waiting}</h1>
      <p class="govuk-body">{t.waitingIntro}</p>
      {waiting.length === 0 ? (
        <InsetText>{t.waitingNone}</InsetText>
      ) : (
        <Table caption={t.waiting} hideCaption head={[{ text: t.name }, { text: t.why }]}>
          {waiting.map(({ personId, name, hold }) => (
            <tr class="govuk-table__row">
              <Cell header>
                <a class="govuk-link" href={path('serviceVolunteer', { slug, personId })}>
                  {name}
                </a>
              </Cell>
              <Cell>{describeHold(hold, language)}</Cell>
            </tr>
          ))}
        </Table>
      )}
    </>,
  )
}
