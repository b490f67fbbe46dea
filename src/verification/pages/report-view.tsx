import type { Child } from 'hono/jsx'
import {
  type Check,
  checkTexts,
  listInside,
  reportTexts,
  type VerificationReport,
} from '../../openbadges/verify'
import type { ShareItem } from '../../sharing/model'
import type { Language } from '../../web/app-env'
import { SummaryList } from '../../web/components'
import { formatDate, formatDuration, formatTime } from '../../web/format'
import { checkReasons } from './check-text'
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
  /** What of it the holder shows. */
  readonly items: ReadonlySet<ShareItem>
}

type View = {
  readonly report: VerificationReport
  readonly checkedAt: Date
  readonly language: Language
  readonly facts?: AwardFacts
}

type Row = { readonly key: string; readonly value: Child }

const marks = { verified: '✓', 'not-verified': '✗', 'could-not-verify': '?' } as const
const checkMarks = { passed: '✓', failed: '✗', 'not-checked': '–' } as const

/** A date of a document as words; anything that is not a date stays as it was written. */
const dayOf = (instant: string, language: Language) =>
  Number.isNaN(Date.parse(instant)) ? instant : formatDate(new Date(instant), language)

/** The answer that can be read in five seconds: a word, a mark and one sentence. */
export const VerdictBanner = ({
  report,
  language,
  heading: Heading = 'h1',
}: Pick<View, 'report' | 'language'> & { readonly heading?: 'h1' | 'p' }) => (
  <div class={`app-verdict app-verdict--${report.verdict}`} role="status">
    <span class="app-verdict__mark" aria-hidden="true">
      {marks[report.verdict]}
    </span>
    <div>
      <Heading class="app-verdict__word">{reportTexts.verdict[report.verdict][language]}</Heading>
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
    if (!facts.items.has('hours')) return undefined
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
    rowOf(t.role, view.facts?.items.has('role') === false ? undefined : credential?.role),
    rowOf(t.issuer, issuerOf(view)),
    credential && { key: t.issuedOn, value: dayOf(credential.validFrom, language) },
    { key: t.stillValid, value: stillValidOf(view) },
  ]
  return <SummaryList rows={rows.filter((row) => row !== undefined)} />
}

const rowOf = (key: string, value: string | undefined): Row | undefined =>
  value === undefined ? undefined : { key, value }

/** What the achievement is, in the issuer's words. */
export const AboutBadge = (
  props: Pick<View, 'report' | 'language'> & { readonly criteria?: boolean; readonly skills?: boolean },
) => {
  const { report, language, skills = true } = props
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
      {criteria === undefined || props.criteria === false ? null : (
        <>
          <h2 class="govuk-heading-m">{t.criteria}</h2>
          <p class="govuk-body app-preserve-lines">{criteria}</p>
        </>
      )}
      {credential.alignments.length === 0 || !skills ? null : (
        <section class="app-frameworks" aria-label={t.skills}>
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
        </section>
      )}
    </>
  )
}

const CheckItem = ({ check, language }: { check: Check; language: Language }) => (
  <li class={`app-check app-check--${check.outcome}`}>
    <span class="app-check__mark" aria-hidden="true">
      {checkMarks[check.outcome]}
    </span>
    <div>
      <h3 class="app-check__name">
        {checkTexts[check.id][language]}
        <span class="app-check__outcome">{reportTexts.outcome[check.outcome][language]}</span>
      </h3>
      <p class="app-check__text">{check.problem?.detail[language] ?? checkReasons[check.id][language]}</p>
      {check.differs === undefined ? null : <p class="app-check__text">{check.differs[language]}</p>}
    </div>
  </li>
)

/** Every check, with why it is made, or what was wrong, or why it was not made. */
export const CheckList = ({ report, language }: Pick<View, 'report' | 'language'>) => {
  const t = verificationText[language]
  const passed = report.checks.filter(({ outcome }) => outcome === 'passed').length
  const { length } = report.checks
  return (
    <section class="app-checks" aria-label={t.checks}>
      <h2 class="govuk-heading-m">{t.checks}</h2>
      <p class="govuk-body">{passed === length ? t.allPassed(length) : t.somePassed(passed, length)}</p>
      <ul class="app-checks__list">
        {report.checks.map((check) => (
          <CheckItem check={check} language={language} />
        ))}
      </ul>
    </section>
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
            <CheckList report={inner} language={language} />
            <InsideReports report={inner} language={language} />
          </div>
        </details>
      ))}
    </>
  )
}
