import { writeDay, writeDuration } from '../../certificates/rules/certificate-text'
import type { Report as Document, ReportBlock } from '../../documents/model'
import { countMinutes } from '../../hours/rules/count-minutes'
import type { ActivityChange, CheckResult, CountedSession, Goal, Programme } from '../model'
import { checkText } from './check-text'
import { composeReportBlocks, type ReportInput } from './compose-report'
import { explainCheck, writeMonths } from './explain-check'
import { outputText } from './output-text'
import { weeklyPattern } from './weekly-pattern'

export type PackInput = {
  readonly language: 'en' | 'cy'
  readonly programme: Programme
  readonly target: number
  readonly activity: string
  readonly participant: string
  readonly service: string
  readonly themeColour: string
  readonly goals: readonly Goal[]
  readonly changes: readonly ActivityChange[]
  /** With the role's title in the language of the pack. */
  readonly sessions: readonly (CountedSession & { readonly role: string })[]
  readonly results: readonly CheckResult[]
  readonly edition: string
  readonly report: ReportInput | undefined
  readonly stale: boolean
  readonly at: Date
}

const composeSummary = (input: PackInput): ReportBlock[] => {
  const { language, programme, sessions, target } = input
  const t = outputText[language]
  const [first, last] = [sessions[0], sessions.at(-1)]
  const day = (one: string) => writeDay(one, language)
  return [
    { kind: 'heading', level: 2, text: t.summary },
    {
      kind: 'facts',
      rows: [
        { label: t.participant, value: input.participant },
        ...(programme.edofeId === null ? [] : [{ label: t.edofeId, value: programme.edofeId }]),
        { label: t.level, value: t.levels[programme.level] },
        { label: t.section, value: t.sections[programme.section] },
        { label: t.activity, value: input.activity },
        { label: t.enrolled, value: day(programme.enrolledOn) },
        { label: t.timescale, value: writeMonths(target, language) },
        ...(first === undefined ? [] : [{ label: t.first, value: day(first.localDate) }]),
        ...(last === undefined ? [] : [{ label: t.last, value: day(last.localDate) }]),
        { label: t.sessions, value: String(sessions.length) },
        { label: t.approvedHours, value: writeDuration(countMinutes(sessions), language) || '0' },
      ],
    },
    { kind: 'heading', level: 3, text: t.goals },
    input.goals.length === 0
      ? { kind: 'paragraph', text: t.noGoals }
      : {
          kind: 'list',
          items: input.goals.map(({ words, agreedOn }) => t.goalAgreed(words, day(agreedOn))),
        },
    ...(input.changes.length === 0
      ? []
      : [
          { kind: 'heading' as const, level: 3 as const, text: t.changes },
          {
            kind: 'list' as const,
            items: input.changes.map(({ changedOn, from, to }) => t.changed(day(changedOn), from, to)),
          },
        ]),
  ]
}

const composeWeeks = ({ language, sessions }: PackInput): ReportBlock[] => {
  const t = outputText[language]
  const weeks = weeklyPattern(sessions)
  if (weeks.length === 0) return []
  const most = Math.max(...weeks.map(({ minutes }) => minutes))
  const label = (from: string) => `${Number(from.slice(8))}/${Number(from.slice(5, 7))}`
  return [
    { kind: 'heading', level: 2, text: t.weeks },
    {
      kind: 'bars',
      description: t.weeksShown(String(weeks.length), writeDuration(most, language)),
      bars: weeks.map(({ from, minutes }) => ({ label: label(from), value: minutes })),
    },
    {
      kind: 'table',
      caption: t.weeks,
      columns: [
        { text: t.weekFrom, share: 3 },
        { text: t.sessions, share: 1, numeric: true },
        { text: t.minutes, share: 2, numeric: true },
      ],
      rows: weeks.map(({ from, sessions: count, minutes }) => [
        writeDay(from, language),
        String(count),
        minutes === 0 ? '–' : writeDuration(minutes, language),
      ]),
    },
  ]
}

const composeSessions = ({ language, sessions }: PackInput): ReportBlock => {
  const t = outputText[language]
  return {
    kind: 'table',
    caption: t.sessionsTable,
    columns: [
      { text: t.date, share: 3 },
      { text: t.role, share: 4 },
      { text: t.minutes, share: 3, numeric: true },
      { text: t.training, share: 2, numeric: true },
    ],
    rows: sessions.map(({ localDate, role, minutes, trainingMinutes }) => [
      writeDay(localDate, language),
      role,
      writeDuration(minutes, language),
      trainingMinutes === 0 ? '–' : writeDuration(trainingMinutes, language),
    ]),
  }
}

const composeChecks = ({ language, results, edition }: PackInput): ReportBlock[] => {
  const t = outputText[language]
  const { names, outcomes } = checkText[language]
  return [
    { kind: 'heading', level: 2, text: t.checks },
    { kind: 'paragraph', text: `${t.decides} ${t.rulesOf(edition)}` },
    {
      kind: 'table',
      caption: t.checks,
      columns: [
        { text: t.check, share: 4 },
        { text: t.outcome, share: 3 },
        { text: t.meaning, share: 8 },
      ],
      rows: results.map((result) => [
        `${result.id} ${names[result.id]}`,
        outcomes[result.outcome],
        explainCheck(result, language, 'coordinator'),
      ]),
    },
  ]
}

/** What the leader needs to decide: dates, weekly pattern, sessions, checks and the report. */
export const composePack = (input: PackInput): Document => {
  const { language, service, themeColour, at, participant, report } = input
  const t = outputText[language]
  return {
    ...{ paper: 'a4', language, themeColour, service, at },
    title: t.packTitle,
    subtitle: participant,
    foot: t.foot(service),
    blocks: [
      ...(input.stale ? [{ kind: 'paragraph' as const, text: t.stale }] : []),
      ...composeSummary(input),
      ...composeWeeks(input),
      { kind: 'heading', level: 2, text: t.sessionsTable },
      composeSessions(input),
      ...composeChecks(input),
      { kind: 'heading', level: 2, text: t.reportTitle },
      ...(report === undefined
        ? [{ kind: 'paragraph' as const, text: t.noReport }]
        : composeReportBlocks(report, 3)),
    ],
  }
}
