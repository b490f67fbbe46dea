import type { Language } from '../../web/app-env'
import { Cell, Table } from '../../web/components'
import { formatDate } from '../../web/format'
import type { sharedElsewhere } from '../actions'
import { approvalText } from './approval-text'
import { sessionHref } from './session-facts'

/** Sessions at the same time as one at another service, each with its page, where it is looked at and approved. */
export const ElsewhereList = (props: {
  readonly slug: string
  readonly language: Language
  readonly elsewhere: Awaited<ReturnType<typeof sharedElsewhere>>
}) => {
  const { slug, language, elsewhere } = props
  const t = approvalText[language]
  if (elsewhere.length === 0) return null
  return (
    <>
      <Table
        caption={`${t.elsewhere} (${elsewhere.length})`}
        captionSize="m"
        head={[{ text: t.date }, { text: t.person }]}
      >
        {elsewhere.map(({ id, personName, localDate }) => (
          <tr class="govuk-table__row">
            <Cell>
              <a class="govuk-link" href={sessionHref(slug)(id)}>
                {formatDate(localDate, language)}
              </a>
            </Cell>
            <Cell header>{personName}</Cell>
          </tr>
        ))}
      </Table>
      <p class="govuk-body">{t.elsewhereHelp}</p>
    </>
  )
}
