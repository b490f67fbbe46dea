import { path } from '../../paths'
import { getPerson } from '../../people/actions'
import type { AppContext } from '../../web/app-env'
import { Button, Cell, Table } from '../../web/components'
import { formatDate } from '../../web/format'
import { requirePermission } from '../../web/guard'
import { renderPage } from '../../web/layout'
import { evidenceFor, withdrawEvidence } from '../actions'
import { evidenceText } from '../page-text'
import { describeRecord } from './name-kind'

/** What is recorded of one volunteer besides hours; staff withdraw what was wrong. */
export const showPersonRecords = async (c: AppContext) => {
  const { organisation } = await requirePermission(c, 'evidence:record')
  const { deps, language } = c.var
  const t = evidenceText[language]
  const { id, slug } = organisation
  const person = await getPerson(deps, id, c.req.param('personId') ?? '')
  const records = (await evidenceFor(deps, id, [person.id])).get(person.id) ?? []
  const title = t.listTitle(person.preferredName)
  const head = [{ text: t.what }, { text: t.when }, { text: t.note }, { text: t.by }, { text: '' }]
  return renderPage(
    c,
    { title, organisation, current: 'badges', wide: true },
    <>
      <h1 class="govuk-heading-l">{title}</h1>
      {records.length === 0 ? (
        <p class="govuk-body">{t.listNone}</p>
      ) : (
        <Table caption={title} hideCaption head={head}>
          {records.toReversed().map((record) => {
            const what = describeRecord(record, language)
            const day = formatDate(record.onDay, language)
            return (
              <tr class="govuk-table__row">
                <Cell header>{what}</Cell>
                <Cell>{day}</Cell>
                <Cell>{record.note ?? ''}</Cell>
                <Cell>{record.source === 'volunteer' ? t.ofVolunteer : record.recordedBy}</Cell>
                <Cell>
                  <form method="post" action={path('serviceEvidenceWithdraw', { slug, recordId: record.id })}>
                    <input type="hidden" name="person" value={person.id} />
                    <Button secondary>
                      {t.withdraw}
                      <span class="govuk-visually-hidden"> {t.withdrawOf(what, day)}</span>
                    </Button>
                  </form>
                </Cell>
              </tr>
            )
          })}
        </Table>
      )}
      <Button href={`${path('serviceEvidence', { slug })}?person=${person.id}`} secondary>
        {t.addMore}
      </Button>
    </>,
  )
}

export const postWithdraw = async (c: AppContext) => {
  const { organisation, actor } = await requirePermission(c, 'evidence:record')
  const { deps } = c.var
  const person = await withdrawEvidence(deps, organisation.id, c.req.param('recordId') ?? '', { actor })
  return c.redirect(path('servicePersonEvidence', { slug: organisation.slug, personId: person }), 303)
}
