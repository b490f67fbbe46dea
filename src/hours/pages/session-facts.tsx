import { path } from '../../paths'
import type { Language } from '../../web/app-env'
import { Cell, InsetText, SummaryList, Table } from '../../web/components'
import { formatDate, formatDuration, formatTime } from '../../web/format'
import type { SessionDetails } from '../actions'
import type { HistoryEntry } from '../sessions/model'
import { checkInText } from './check-in-text'
import { entryPageText } from './entry-page-text'

type Props = { readonly session: SessionDetails; readonly language: Language }

export const roleTitle = (
  { roleTitleEn, roleTitleCy }: { readonly roleTitleEn: string; readonly roleTitleCy: string | null },
  language: Language,
) => (language === 'cy' ? (roleTitleCy ?? roleTitleEn) : roleTitleEn)

/** Clock times of a session on one line; empty where it has none. */
export const clockTimes = (
  { startedAt, endedAt }: { readonly startedAt: Date | null; readonly endedAt: Date | null },
  language: Language,
) => (startedAt && endedAt ? `${formatTime(startedAt, language)}–${formatTime(endedAt, language)}` : '')

/** What is recorded of a session. */
export const SessionFacts = ({ session, language, withName }: Props & { readonly withName: boolean }) => {
  const t = entryPageText[language]
  const times = clockTimes(session, language)
  const { clockRule, trainingMinutes, timeCredit, beneficiaries, dofeSection, activity, note, source } =
    session
  const choice = <K extends string>(words: Readonly<Record<K, string>>, value: string) =>
    Object.entries<string>(words).find(([key]) => key === value)?.[1] ?? value
  return (
    <SummaryList
      rows={[
        ...(withName ? [{ key: t.who, value: session.personName }] : []),
        { key: t.role, value: roleTitle(session, language) },
        ...(session.branchName === null ? [] : [{ key: t.branch, value: session.branchName }]),
        { key: t.date, value: formatDate(session.localDate, language) },
        ...(times === '' ? [] : [{ key: t.time, value: times }]),
        ...(clockRule === null ? [] : [{ key: t.clockRule, value: choice(t.clockRules, clockRule) }]),
        { key: t.length, value: formatDuration(session.minutes, language) },
        { key: t.status, value: t.statuses[session.status] },
        ...(activity === null ? [] : [{ key: t.activity, value: activity }]),
        { key: t.deliveryMode, value: choice(t.deliveryModes, session.deliveryMode) },
        ...(trainingMinutes === 0 ? [] : [{ key: t.trainingMinutes, value: String(trainingMinutes) }]),
        ...(beneficiaries === null ? [] : [{ key: t.beneficiaries, value: beneficiaries }]),
        ...(timeCredit === 'none' ? [] : [{ key: t.timeCredit, value: choice(t.timeCredits, timeCredit) }]),
        ...(dofeSection === null ? [] : [{ key: t.dofeSection, value: choice(t.dofeSections, dofeSection) }]),
        ...(note === null ? [] : [{ key: t.note, value: note }]),
        { key: t.source, value: choice(t.sources, source) },
      ]}
    />
  )
}

/** That a session was corrected, or corrects another, with the way there. */
export const CorrectionNotes = ({
  session,
  hrefOf,
  language,
}: Props & { readonly hrefOf: (sessionId: string) => string }) => {
  const t = entryPageText[language]
  const { correctedBy, correctsId } = session
  return (
    <>
      {correctedBy === null ? null : (
        <InsetText>
          {t.wasCorrected}{' '}
          <a class="govuk-link" href={hrefOf(correctedBy)}>
            {t.seeNew}
          </a>
        </InsetText>
      )}
      {correctsId === null ? null : (
        <p class="govuk-body">
          {t.corrects}{' '}
          <a class="govuk-link" href={hrefOf(correctsId)}>
            {t.seeOld}
          </a>
        </p>
      )}
    </>
  )
}

/** Who did it: an address, or where somebody without one stood. */
const actorText = (actor: string, language: Language) =>
  actor === 'tablet' || actor === 'poster' ? checkInText[language].kinds[actor] : actor

/** Everything that happened to a session, oldest first. */
export const SessionHistory = ({
  history,
  language,
  showWho,
}: {
  readonly history: readonly HistoryEntry[]
  readonly language: Language
  readonly showWho: boolean
}) => {
  const t = entryPageText[language]
  const head = [{ text: t.when }, { text: t.what }, ...(showWho ? [{ text: t.by }] : []), { text: t.why }]
  return (
    <Table caption={t.history} head={head}>
      {history.map(({ kind, at, actor, reason }) => (
        <tr class="govuk-table__row">
          <Cell header>{`${formatDate(at, language)}, ${formatTime(at, language)}`}</Cell>
          <Cell>{t.kinds[kind]}</Cell>
          {showWho ? <Cell>{actorText(actor, language)}</Cell> : null}
          <Cell>{reason ?? ''}</Cell>
        </tr>
      ))}
    </Table>
  )
}

export const sessionHref = (slug: string) => (sessionId: string) =>
  path('serviceSession', { slug, sessionId })
export const mySessionHref = (slug: string) => (sessionId: string) => path('mySession', { slug, sessionId })
