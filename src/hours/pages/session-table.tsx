import type { Language } from '../../web/app-env'
import { Cell, Details, RowCheckbox, Table, Tag } from '../../web/components'
import { formatDate, formatHoursShort, formatTime } from '../../web/format'
import type { SessionRow } from '../model'
import { approvalText } from './approval-text'
import { sessionHref } from './session-facts'

type Props = {
  readonly slug: string
  readonly sessions: readonly SessionRow[]
  readonly language: Language
  /** The sessions of these people are the viewer's own. */
  readonly ownPersonIds: ReadonlySet<string>
  /** The sessions of these people cannot be approved yet, for a consent is missing. */
  readonly heldPersonIds?: ReadonlySet<string>
  readonly checked: ReadonlySet<string>
  /** Without it there is nothing to choose: the viewer only looks. */
  readonly choosing: boolean
}

/** Sessions, one a row, each with a box to tick where there is something to choose. */
export const SessionTable = (props: Props) => {
  const { sessions, language, choosing } = props
  const t = approvalText[language]
  const head = [
    ...(choosing ? [{ text: <ChooseAll language={language} /> }] : []),
    ...[t.date, t.time, t.person, t.role, t.branch].map((text) => ({ text })),
    { text: t.hoursColumn, numeric: true },
    { text: t.remarks },
  ]
  return (
    <Table caption={t.tableLabel} hideCaption head={head}>
      {sessions.map((session) => (
        <SessionLine {...props} session={session} />
      ))}
    </Table>
  )
}

/** The box that ticks every other one; shown where there is a script to do so. */
const ChooseAll = ({ language }: Pick<Props, 'language'>) => {
  const t = approvalText[language]
  return (
    <>
      <span class="govuk-visually-hidden">{t.choose}</span>
      <div class="govuk-checkboxes govuk-checkboxes--small app-row-checkbox" hidden>
        <div class="govuk-checkboxes__item">
          <input class="govuk-checkboxes__input" id="all" type="checkbox" data-select-all="session" />
          <label class="govuk-label govuk-checkboxes__label" for="all">
            <span class="govuk-visually-hidden">{t.chooseAll}</span>
          </label>
        </div>
      </div>
    </>
  )
}

/** The same words, kept on one line. */
const unbroken = (text: string) => text.replaceAll(' ', '\u00a0').replaceAll('–', '\u2060–\u2060')

const SessionLine = ({ session, ...props }: Props & { session: SessionRow }) => {
  const { language, choosing } = props
  const { startedAt, endedAt } = session
  const role = language === 'cy' ? (session.roleTitleCy ?? session.roleTitleEn) : session.roleTitleEn
  return (
    <tr class="govuk-table__row">
      {choosing ? (
        <Cell>
          <Choice {...props} session={session} />
        </Cell>
      ) : null}
      <Cell>
        <a class="govuk-link" href={sessionHref(props.slug)(session.id)}>
          {unbroken(formatDate(session.localDate, language))}
        </a>
      </Cell>
      <Cell>
        {startedAt && endedAt
          ? unbroken(`${formatTime(startedAt, language)}–${formatTime(endedAt, language)}`)
          : ''}
      </Cell>
      <Cell header>{session.personName}</Cell>
      <Cell>{role}</Cell>
      <Cell>{session.branchName ?? ''}</Cell>
      <Cell numeric>{formatHoursShort(session.minutes)}</Cell>
      <Cell>
        <Remarks session={session} language={language} />
      </Cell>
    </tr>
  )
}

const Choice = (props: Props & { session: SessionRow }) => {
  const { session, language, ownPersonIds, heldPersonIds, checked } = props
  const t = approvalText[language]
  if (ownPersonIds.has(session.personId)) return <Tag colour="grey">{t.own}</Tag>
  if (heldPersonIds?.has(session.personId)) return <Tag colour="yellow">{t.heldTag}</Tag>
  return (
    <RowCheckbox
      name="session"
      value={session.id}
      label={t.chooseOne(session.personName, formatDate(session.localDate, language))}
      checked={checked.has(session.id)}
    />
  )
}

const Remarks = ({ session, language }: { session: SessionRow; language: Language }) => {
  const t = approvalText[language]
  return (
    <div class="app-remarks">
      {session.late ? <Tag colour="yellow">{t.late}</Tag> : null}{' '}
      {session.overlaps ? <Tag colour="blue">{t.overlap}</Tag> : null}{' '}
      {session.long ? <Tag colour="blue">{t.long}</Tag> : null}{' '}
      {session.assumed ? <Tag colour="yellow">{t.assumed}</Tag> : null}{' '}
      {session.correctsId === null ? null : <Tag colour="green">{t.correction}</Tag>} {session.note}
    </div>
  )
}

/** The words behind the marks, where there are any on the page. */
export const MarksExplained = ({ sessions, language }: Pick<Props, 'sessions' | 'language'>) => {
  const t = approvalText[language]
  const late = sessions.some((session) => session.late)
  const overlaps = sessions.some((session) => session.overlaps)
  const long = sessions.some((session) => session.long)
  const assumed = sessions.some((session) => session.assumed)
  const corrects = sessions.some((session) => session.correctsId !== null)
  if (!late && !overlaps && !long && !assumed && !corrects) return null
  return (
    <Details summary={t.marks}>
      {late ? <p class="govuk-body">{t.lateHelp}</p> : null}
      {overlaps ? <p class="govuk-body">{t.overlapHelp}</p> : null}
      {long ? <p class="govuk-body">{t.longHelp}</p> : null}
      {assumed ? <p class="govuk-body">{t.assumedHelp}</p> : null}
      {corrects ? <p class="govuk-body">{t.correctionHelp}</p> : null}
    </Details>
  )
}
