import { path } from '../../paths'
import { describeHold } from '../../people/rules/describe-hold'
import type { Language } from '../../web/app-env'
import { Cell, Table } from '../../web/components'
import { formatCount } from '../../web/format'
import type { heldSessions } from '../actions'
import { approvalText } from './approval-text'

/** Young volunteers whose hours cannot be approved yet, each with whose consent is missing. */
export const HeldList = (props: {
  readonly slug: string
  readonly language: Language
  readonly held: Awaited<ReturnType<typeof heldSessions>>
}) => {
  const { slug, language, held } = props
  const t = approvalText[language]
  if (held.length === 0) return null
  const head = [{ text: t.person }, { text: t.why }, { text: t.sessions, numeric: true }]
  return (
    <>
      <Table caption={`${t.heldBack} (${held.length})`} captionSize="m" head={head}>
        {held.map(({ personId, name, hold, sessions }) => (
          <tr class="govuk-table__row">
            <Cell header>
              <a class="govuk-link" href={path('serviceVolunteer', { slug, personId })}>
                {name}
              </a>
            </Cell>
            <Cell>{describeHold(hold, language)}</Cell>
            <Cell numeric>{formatCount(sessions, language)}</Cell>
          </tr>
        ))}
      </Table>
      <p class="govuk-body">{t.heldHelp}</p>
    </>
  )
}
