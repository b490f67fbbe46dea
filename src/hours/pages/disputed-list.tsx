import { path } from '../../paths'
import type { AppContext } from '../../web/app-env'
import { InsetText, Pagination } from '../../web/components'
import { requirePermission } from '../../web/guard'
import { renderPage } from '../../web/layout'
import { disputedSessions } from '../actions'
import { approvalText } from './approval-text'
import { MarksExplained, SessionTable } from './session-table'

const sessionsOnPage = 100

/** The hours in question, each with its page, where it is approved, corrected or taken out. */
export const showDisputed = async (c: AppContext) => {
  const { organisation, reach } = await requirePermission(c, 'hours:read')
  const { deps, language } = c.var
  const t = approvalText[language]
  const { id, slug } = organisation
  const after = c.req.query('after')
  const here = path('serviceHoursDisputed', { slug })
  const query = { limit: sessionsOnPage, ...(after === undefined ? {} : { after }) }
  const { sessions, next } = await disputedSessions(deps, id, query, reach)
  return renderPage(
    c,
    {
      title: t.disputedList,
      organisation,
      current: 'hours',
      wide: true,
      back: { href: path('serviceHours', { slug }), text: t.hours },
    },
    <>
      <h1 class="govuk-heading-l">{t.disputedList}</h1>
      {sessions.length === 0 ? (
        <InsetText>{t.noneDisputed}</InsetText>
      ) : (
        <>
          <p class="govuk-body">{t.disputedIntro}</p>
          <MarksExplained sessions={sessions} language={language} />
          <SessionTable
            slug={slug}
            sessions={sessions}
            language={language}
            ownPersonIds={new Set()}
            checked={new Set()}
            choosing={false}
          />
          <Pagination
            previous={after === undefined ? undefined : here}
            next={next === undefined ? undefined : `${here}?after=${next}`}
            language={language}
          />
        </>
      )}
    </>,
  )
}
