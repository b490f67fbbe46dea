import type { Report, ReportBlock } from '../../../documents/model'
import { countMinutes } from '../../../hours/rules/count-minutes'
import { writeDay, writeDays, writeDuration } from '../../rules/certificate-text'
import type { TranscriptInput, TranscriptSession } from '../model'
import { transcriptText } from './transcript-text'

type Counted = TranscriptSession & { readonly total: number }

const toFact = (session: TranscriptSession) => ({ ...session, personId: '', roleId: session.role })

const inTime = (sessions: readonly TranscriptSession[]) =>
  [...sessions].sort(
    (a, b) =>
      a.localDate.localeCompare(b.localDate) ||
      (a.startedAt?.getTime() ?? 0) - (b.startedAt?.getTime() ?? 0) ||
      a.role.localeCompare(b.role),
  )

/**
 * Sessions in the order of time, each with what all up to it come to, in minutes. Those that may share minutes are
 * counted together, so that the last total is that of all of them.
 */
export const countUp = (sessions: readonly TranscriptSession[]): Counted[] => {
  let settled = 0
  let open: TranscriptSession[] = []
  return inTime(sessions).map((session) => {
    if (session.startedAt === null) {
      settled += session.minutes
    } else {
      const reach = Math.max(0, ...open.map(({ endedAt }) => endedAt?.getTime() ?? 0))
      if (session.startedAt.getTime() >= reach) {
        settled += countMinutes(open.map(toFact))
        open = []
      }
      open.push(session)
    }
    return { ...session, total: settled + countMinutes(open.map(toFact)) }
  })
}

/** Minutes as hours with one decimal place, rounded after they were added up. */
const writeHours = (minutes: number): string => (Math.round(minutes / 6) / 10).toFixed(1)

const monthName = (month: string, language: 'en' | 'cy', form: 'long' | 'short'): string =>
  new Intl.DateTimeFormat(language === 'cy' ? 'cy' : 'en-GB', {
    ...{ month: form, timeZone: 'UTC' },
    ...(form === 'long' ? { year: 'numeric' } : {}),
  }).format(new Date(`${month}-15T12:00:00Z`))

/** The last months that bars are drawn for. */
const MONTHS_SHOWN = 12

const sumsBy = (sessions: readonly TranscriptSession[], keyOf: (session: TranscriptSession) => string) =>
  [...Map.groupBy(sessions, keyOf)].map(([key, some]) => ({ key, minutes: countMinutes(some.map(toFact)) }))

const composeMonths = (sessions: readonly TranscriptSession[], language: 'en' | 'cy'): ReportBlock[] => {
  const t = transcriptText[language]
  const months = sumsBy(inTime(sessions), ({ localDate }) => localDate.slice(0, 7))
  const shown = months.slice(-MONTHS_SHOWN)
  const [most] = [...shown].sort((a, b) => b.minutes - a.minutes)
  if (most === undefined) return []
  const description = t.monthsShown(
    monthName(most.key, language, 'long'),
    writeDuration(most.minutes, language),
  )
  return [
    { kind: 'heading', level: 2, text: t.byMonth },
    {
      kind: 'bars',
      description,
      bars: shown.map(({ key, minutes }) => ({ label: monthName(key, language, 'short'), value: minutes })),
    },
    {
      kind: 'table',
      caption: t.byMonth,
      columns: [
        { text: t.month, share: 3 },
        { text: t.hoursColumn, share: 1, numeric: true },
      ],
      rows: months.map(({ key, minutes }) => [monthName(key, language, 'long'), writeHours(minutes)]),
    },
  ]
}

const composeGlance = (counted: readonly Counted[], language: 'en' | 'cy'): ReportBlock[] => {
  const t = transcriptText[language]
  const [first, last] = [counted[0], counted.at(-1)]
  if (first === undefined || last === undefined) return [{ kind: 'paragraph', text: t.none }]
  const months = new Set(counted.map(({ localDate }) => localDate.slice(0, 7)))
  return [
    { kind: 'heading', level: 2, text: t.glance },
    {
      kind: 'facts',
      rows: [
        { label: t.hours, value: writeDuration(last.total, language) },
        { label: t.sessionCount, value: String(counted.length) },
        { label: t.months, value: String(months.size) },
        { label: t.period, value: writeDays(first.localDate, last.localDate, language) },
      ],
    },
    {
      kind: 'table',
      caption: t.byRole,
      columns: [
        { text: t.role, share: 3 },
        { text: t.hoursColumn, share: 1, numeric: true },
      ],
      rows: sumsBy(counted, ({ role }) => role)
        .sort((a, b) => b.minutes - a.minutes || a.key.localeCompare(b.key))
        .map(({ key, minutes }) => [key, writeHours(minutes)]),
    },
  ]
}

const composeSessions = (counted: readonly Counted[], language: 'en' | 'cy'): ReportBlock[] => {
  const t = transcriptText[language]
  if (counted.length === 0) return []
  return [
    {
      kind: 'table',
      caption: t.sessions,
      columns: [
        { text: t.date, share: 4 },
        { text: t.role, share: 6 },
        { text: t.library, share: 4 },
        { text: t.hoursColumn, share: 2, numeric: true },
        { text: t.total, share: 2.6, numeric: true },
      ],
      rows: counted.map(({ localDate, role, branch, minutes, total }) => [
        writeDay(localDate, language),
        role,
        branch ?? '',
        writeHours(minutes),
        writeHours(total),
      ]),
    },
  ]
}

/** What a volunteer did for a service, from first to last, with running totals: a report of some pages. */
export const composeTranscript = (input: TranscriptInput): Report => {
  const { language, badges } = input
  const t = transcriptText[language]
  const counted = countUp(input.sessions)
  const day = (at: Date) => new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' }).format(at)
  const given: ReportBlock = {
    kind: 'table',
    caption: t.badges,
    columns: [
      { text: t.badge, share: 3 },
      { text: t.issued, share: 2 },
    ],
    rows: badges.map(({ name, issuedAt }) => [name, writeDay(day(issuedAt), language)]),
  }
  return {
    paper: input.paper,
    language,
    themeColour: input.themeColour,
    title: t.title,
    subtitle: input.holderName,
    service: input.service,
    foot: t.foot(writeDay(day(input.at), language)),
    at: input.at,
    blocks: [
      { kind: 'paragraph', text: t.intro },
      ...composeGlance(counted, language),
      ...(badges.length === 0 ? [] : [given]),
      ...composeMonths(input.sessions, language),
      ...composeSessions(counted, language),
      { kind: 'paragraph', text: t.boundary, quiet: true },
      { kind: 'signatures', labels: [t.checked, t.name] },
    ],
  }
}
