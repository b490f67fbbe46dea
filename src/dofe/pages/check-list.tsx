import type { Role } from '../../roles/model'
import type { Language } from '../../web/app-env'
import { Cell, Table, Tag } from '../../web/components'
import { formatDate } from '../../web/format'
import type { CheckOutcome } from '../model'
import { checkText } from '../rules/check-text'
import { explainCheck } from '../rules/explain-check'
import { proposeContinuation } from '../rules/propose-continuation'
import type { ProgrammeView } from '../view'
import { dofePageText } from './page-text'

const colours = {
  pass: 'green',
  warn: 'yellow',
  fail: 'red',
  'needs-leader': 'blue',
} as const satisfies Record<CheckOutcome, string>

type Props = {
  readonly view: ProgrammeView
  readonly to: 'young' | 'coordinator'
  readonly language: Language
}

/** All checks of a programme, in words for one of the two who read them. */
export const CheckTable = ({ view, to, language }: Props) => {
  const t = dofePageText[language]
  const { names, outcomes } = checkText[language]
  return (
    <>
      <Table caption={t.checks} head={[{ text: t.check }, { text: t.outcome }, { text: t.meaning }]}>
        {view.results.map((result) => (
          <tr class="govuk-table__row">
            <Cell header>
              {names[result.id]} {to === 'coordinator' ? <small>{result.id}</small> : null}
            </Cell>
            <Cell>
              <Tag colour={colours[result.outcome]}>{outcomes[result.outcome]}</Tag>
            </Cell>
            <Cell>{explainCheck(result, language, to)}</Cell>
          </tr>
        ))}
      </Table>
      <p class="govuk-body-s">
        {t.decides} {t.rules(view.rules.edition)}.
      </p>
    </>
  )
}

/** How to go on where the plan is too short. */
export const Continuation = (props: Props & { readonly roles: readonly Role[] }) => {
  const { view, roles, to, language } = props
  const t = dofePageText[language]
  const short = view.results.find(({ reason }) => reason === 'length-plan-short')
  if (short?.passesFrom === undefined) return null
  const day = formatDate(short.passesFrom, language)
  const held = view.approved.map(({ roleId }) => roleId)
  const proposed = proposeContinuation(view.rules, roles, held)
  return (
    <section class="govuk-inset-text" aria-labelledby="go-on">
      <h2 class="govuk-heading-m" id="go-on">
        {to === 'young' ? t.goOnYoung : t.goOn}
      </h2>
      <p class="govuk-body">{proposed.length === 0 ? t.goOnNone(day) : t.goOnText(day)}</p>
      {proposed.length === 0 ? null : (
        <ul class="govuk-list govuk-list--bullet">
          {proposed.map(({ titleEn, titleCy }) => (
            <li>{language === 'cy' ? (titleCy ?? titleEn) : titleEn}</li>
          ))}
        </ul>
      )}
    </section>
  )
}
