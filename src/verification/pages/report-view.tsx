import type { Child } from 'hono/jsx'
import {
  type Check,
  checkTexts,
  listInside,
  reportTexts,
  type VerificationReport,
} from '../../openbadges/verify'
import type { Language } from '../../web/app-env'
import { Cell, SummaryList, Table, Tag } from '../../web/components'
import { formatDate, formatDuration, formatTime } from '../../web/format'
import { verificationText } from './page-text'

/** What the service knows of its own award beyond the signed badge. */
export type AwardFacts = {
  /** Absent unless the holder shows it. */
  readonly holderName?: string
  readonly minutes: number
  readonly firstDate: string
  readonly lastDate: string
  readonly suspendedAt: Date | null
  readonly revokedAt: Date | null
}

type View = {
  readonly report: VerificationReport
  readonly checkedAt: Date
  readonly language: Language
  readonly facts?: AwardFacts
}

type Row = { readonly key: string; readonly value: Child }

const marks = { verified: '✓', 'not-verified': '✗', 'could-not-verify': '?' } as const
const colours = { passed: 'green', failed: 'red', 'not-checked': 'grey' } as const

/** A date of a document as words; anything that is not a date stays as it was written. */
const dayOf = (instant: string, language: Language) =>
  Number.isNaN(Date.parse(instant)) ? instant : formatDate(new Date(instant), language)

/** The answer that can be read in five seconds: a word, a mark and one sentence. */
export const VerdictBanner = ({ report, language }: Pick<View, 'report' | 'language'>) => (
  <div class={`app-verdict app-verdict--${report.verdict}`} role="status">
    <span class="app-verdict__mark" aria-hidden="true">
      {marks[report.verdict]}
    </span>
    <div>
      <h1 class="app-verdict__word">{reportTexts.verdict[report.verdict][language]}</h1>
      <p class="app-verdict__sentence">{report.headline[language]}</p>
    </div>
  </div>
)

const whoOf = ({ report, facts, language }: View): string => {
  const t = verificationText[language]
  if (facts !== undefined) return facts.holderName ?? t.whoHidden
  return report.credential?.recipient?.name ?? t.whoElsewhere
}

const howLongOf = ({ report, facts, language }: View): string | undefined => {
  const t = verificationText[language]
  if (facts !== undefined) {
    const hours = t.hours(formatDuration(facts.minutes, language))
    const first = formatDate(facts.firstDate, language)
    const last = formatDate(facts.lastDate, language)
    return `${hours}, ${first === last ? t.onOneDay(first) : t.between(first, last)}`
  }
  const hours = report.credential?.hours
  return hours === undefined ? undefined : t.hours(formatDuration(Math.round(hours * 60), language))
}

const stillValidOf = ({ report, facts, language, checkedAt }: View): string => {
  const t = verificationText[language]
  if (report.verdict === 'verified')
    return t.yesNow(`${formatDate(checkedAt, language)}, ${formatTime(checkedAt, language)}`)
  if (facts?.revokedAt) return t.takenBack(formatDate(facts.revokedAt, language))
  if (facts?.suspendedAt) return t.suspended(formatDate(facts.suspendedAt, language))
  return report.verdict === 'could-not-verify' ? t.notSure : t.notValid
}

const issuerOf = ({ report, facts, language }: View): string | undefined => {
  const issuer = report.credential?.issuer
  const name = issuer?.name ?? issuer?.id
  if (name === undefined) return undefined
  return facts === undefined ? name : verificationText[language].issuerChecked(name)
}

/** Who, what, how long, checked by whom, still valid: in this order. */
export const AnswerList = (view: View) => {
  const { report, language } = view
  const { credential } = report
  const t = verificationText[language]
  const rows: (Row | undefined)[] = [
    { key: t.who, value: whoOf(view) },
    credential && { key: t.what, value: credential.achievement.name },
    rowOf(t.howLong, howLongOf(view)),
    rowOf(t.role, credential?.role),
    rowOf(t.issuer, issuerOf(view)),
    credential && { key: t.issuedOn, value: dayOf(credential.validFrom, language) },
    { key: t.stillValid, value: stillValidOf(view) },
  ]
  return <SummaryList rows={rows.filter((row) => row !== undefined)} />
}

const rowOf = (key: string, value: string | undefined): Row | undefined =>
  value === undefined ? undefined : { key, value }

/** What the achievement is, in the issuer's words. */
export const AboutBadge = ({ report, language }: Pick<View, 'report' | 'language'>) => {
  const { credential } = report
  if (credential === undefined) return null
  const t = verificationText[language]
  const { description, criteria } = credential.achievement
  return (
    <>
      {description === undefined ? null : (
        <>
          <h2 class="govuk-heading-m">{t.about}</h2>
          <p class="govuk-body">{description}</p>
        </>
      )}
      {criteria === undefined ? null : (
        <>
          <h2 class="govuk-heading-m">{t.criteria}</h2>
          <p class="govuk-body app-preserve-lines">{criteria}</p>
        </>
      )}
      {credential.alignments.length === 0 ? null : (
        <>
          <h2 class="govuk-heading-m">{t.skills}</h2>
          <p class="govuk-body-s">{t.opensElsewhere}</p>
          <ul class="govuk-list govuk-list--bullet">
            {credential.alignments.map(({ name, url, framework }) => (
              <li>
                {/^https?:\/\//.test(url) ? (
                  <a class="govuk-link" href={url} rel="noreferrer nofollow">
                    {name}
                  </a>
                ) : (
                  name
                )}
                {framework === undefined ? '' : ` (${framework})`}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

const CheckRow = ({ check, language }: { check: Check; language: Language }) => (
  <tr class="govuk-table__row">
    <Cell>
      {checkTexts[check.id][language]}
      {check.problem === undefined ? null : (
        <p class="govuk-body-s govuk-!-margin-bottom-0">{check.problem.detail[language]}</p>
      )}
      {check.differs === undefined ? null : (
        <p class="govuk-body-s govuk-!-margin-bottom-0">{check.differs[language]}</p>
      )}
    </Cell>
    <Cell>
      <Tag colour={colours[check.outcome]}>{reportTexts.outcome[check.outcome][language]}</Tag>
    </Cell>
  </tr>
)

/** Every check, with what was wrong or why it was not made. */
export const CheckTable = ({ report, language }: Pick<View, 'report' | 'language'>) => {
  const t = verificationText[language]
  return (
    <Table caption={t.checks} head={[{ text: t.checkColumn }, { text: t.outcomeColumn }]}>
      {report.checks.map((check) => (
        <CheckRow check={check} language={language} />
      ))}
    </Table>
  )
}

/** The reports of what the badge carries: endorsements, the badges of a record, a newer copy. Each is folded. */
export const InsideReports = ({ report, language }: Pick<View, 'report' | 'language'>) => {
  const inside = listInside(report, language)
  if (inside.length === 0) return null
  return (
    <>
      <h2 class="govuk-heading-m">{verificationText[language].inside}</h2>
      {inside.map(({ label, report: inner }) => (
        <details class="govuk-details">
          <summary class="govuk-details__summary">
            <span class="govuk-details__summary-text">
              {`${label}: ${reportTexts.verdict[inner.verdict][language]}`}
            </span>
          </summary>
          <div class="govuk-details__text">
            <p class="govuk-body">{inner.headline[language]}</p>
            <CheckTable report={inner} language={language} />
            <InsideReports report={inner} language={language} />
          </div>
        </details>
      ))}
    </>
  )
}
