import { path } from '../../paths'
import { describeHold } from '../../people/rules/describe-hold'
import type { Language } from '../../web/app-env'
import { Cell, Pagination, Table } from '../../web/components'
import { formatHoursShort } from '../../web/format'
import { achievementText } from '../page-text'
import type { Candidate } from './issue-form'

/** Young volunteers who have earned a badge that cannot be issued yet, each with whose consent is missing. */
export const HeldBack = (props: {
  /** Those of this page. */
  readonly people: readonly Candidate[]
  /** How many there are, on all pages. */
  readonly total: number
  /** Where the next page is. */
  readonly next: string | undefined
  readonly slug: string
  readonly language: Language
}) => {
  const { people, total, next, slug, language } = props
  const t = achievementText[language]
  if (people.length === 0) return null
  const head = [{ text: t.name }, { text: t.why }, { text: t.hours, numeric: true }]
  return (
    <section id="held-back">
      <Table caption={`${t.heldBack} (${total})`} captionSize="m" head={head}>
        {people.map(({ personId, name, hold, minutes }) => (
          <tr class="govuk-table__row">
            <Cell header>
              <a class="govuk-link" href={path('serviceVolunteer', { slug, personId })}>
                {name}
              </a>
            </Cell>
            <Cell>{hold === undefined ? '' : describeHold(hold, language)}</Cell>
            <Cell numeric>{formatHoursShort(minutes)}</Cell>
          </tr>
        ))}
      </Table>
      <Pagination language={language} next={next} />
    </section>
  )
}
