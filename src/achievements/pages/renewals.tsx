import type { RunningOut } from '../../awards/renewals/model'
import { renewalText } from '../../awards/renewals/renewal-text'
import { path } from '../../paths'
import type { Language } from '../../web/app-env'
import { Cell, Table } from '../../web/components'
import { formatDate } from '../../web/format'
import { achievementText } from '../page-text'
import type { Candidate } from './issue-form'

/** Whose badge runs out soon or ran out, and what stands between them and the next. */
export const Renewals = (props: {
  readonly running: readonly RunningOut[]
  /** How those who do not hold the badge stand for it now. */
  readonly people: readonly Candidate[]
  readonly slug: string
  readonly language: Language
}) => {
  const { running, people, slug, language } = props
  const t = renewalText[language]
  if (running.length === 0) return null
  const todoOf = ({ personId, ended }: RunningOut): string => {
    const standing = people.find((one) => one.personId === personId)
    if (!ended || standing === undefined) return t.after
    return standing.eligible && standing.hold === undefined ? t.ready : (standing.missing?.[language] ?? '')
  }
  const head = [{ text: achievementText[language].name }, { text: t.runsOut }, { text: t.todo }]
  return (
    <section id="renew">
      <h2 class="govuk-heading-m">{`${t.title} (${running.length})`}</h2>
      <p class="govuk-body">{t.intro}</p>
      <Table caption={t.title} hideCaption head={head}>
        {running.map((one) => (
          <tr class="govuk-table__row">
            <Cell header>
              <a class="govuk-link" href={path('serviceAward', { slug, awardId: one.awardId })}>
                {one.personName}
              </a>
            </Cell>
            <Cell>{formatDate(one.validUntil, language)}</Cell>
            <Cell>{todoOf(one)}</Cell>
          </tr>
        ))}
      </Table>
    </section>
  )
}
