import { listAudit } from '../../audit/actions'
import { path } from '../../paths'
import type { AppContext } from '../../web/app-env'
import { Cell, Pagination, Table } from '../../web/components'
import { formatDate, formatTime } from '../../web/format'
import { requirePermission } from '../../web/guard'
import { renderPage } from '../../web/layout'
import { keepingText } from '../page-text'

const PAGE_SIZE = 100

/** Who did what at a service, the newest first. */
export const renderAudit = async (c: AppContext) => {
  const { organisation } = await requirePermission(c, 'audit:read')
  const { deps, language } = c.var
  const t = keepingText[language]
  const { slug } = organisation
  const after = c.req.query('after')
  const page = await listAudit(deps, organisation.id, {
    limit: PAGE_SIZE,
    ...(after === undefined ? {} : { after }),
  })
  const here = path('serviceAudit', { slug })
  return renderPage(
    c,
    { title: t.auditTitle, organisation, current: 'dataProtection', wide: true },
    <>
      <h1 class="govuk-heading-l">{t.auditTitle}</h1>
      <Table
        caption={t.auditTitle}
        hideCaption
        head={[{ text: t.when }, { text: t.who }, { text: t.what }, { text: t.about }]}
      >
        {page.events.map(({ at, actor, action, subjectType, subjectId }) => (
          <tr class="govuk-table__row">
            <Cell header>{`${formatDate(at, language)} ${formatTime(at, language)}`}</Cell>
            <Cell>{actor}</Cell>
            <Cell>{action}</Cell>
            <Cell>{`${subjectType} ${subjectId}`}</Cell>
          </tr>
        ))}
      </Table>
      <Pagination
        language={language}
        {...(page.next === undefined ? {} : { next: `${here}?after=${page.next}` })}
      />
    </>,
  )
}
