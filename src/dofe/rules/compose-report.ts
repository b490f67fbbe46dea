import { writeDay, writeDuration } from '../../certificates/rules/certificate-text'
import type { Report as Document, ReportBlock } from '../../documents/model'
import type { Declaration, Programme } from '../model'
import { type Report, reportQuestions } from '../reports/model'
import { writeMonths } from './explain-check'
import { outputText } from './output-text'

/** What a report is shown with; the facts are those that were signed. */
export type ReportInput = {
  readonly report: Report
  readonly programme: Programme
  readonly target: number
  readonly assessor: Declaration | null
  readonly participant: string
  readonly service: string
  readonly themeColour: string
  /** The hours have changed since. */
  readonly stale: boolean
  readonly at: Date
}

type Fact = { readonly label: string; readonly value: string }

const factsOf = ({ report, programme, target, participant }: ReportInput, language: 'en' | 'cy'): Fact[] => {
  const t = outputText[language]
  const { facts } = report
  if (facts === null) return []
  return [
    { label: t.participant, value: participant },
    ...(programme.edofeId === null ? [] : [{ label: t.edofeId, value: programme.edofeId }]),
    { label: t.level, value: t.levels[programme.level] },
    { label: t.section, value: t.sections[programme.section] },
    { label: t.activity, value: facts.activity },
    { label: t.first, value: writeDay(facts.firstDate, language) },
    { label: t.last, value: writeDay(facts.lastDate, language) },
    { label: t.timescale, value: writeMonths(target, language) },
    { label: t.frequency, value: t.frequencies[facts.frequency] },
    { label: t.sessions, value: String(facts.sessions) },
    { label: t.approvedHours, value: writeDuration(facts.minutes, language) },
  ]
}

const signatureOf = ({ report, assessor }: ReportInput, language: 'en' | 'cy'): Fact[] => {
  const t = outputText[language]
  return [
    ...(report.signedName === null ? [] : [{ label: t.assessor, value: report.signedName }]),
    ...(assessor === null
      ? []
      : [
          { label: t.assessorRole, value: assessor.role },
          { label: t.assessorRelation, value: t.relationships[assessor.relationship] },
        ]),
  ]
}

const signedLine = ({ report }: ReportInput, language: 'en' | 'cy'): string =>
  report.signedAt === null || report.signedName === null
    ? ''
    : outputText[language].signed(
        report.signedName,
        writeDay(report.signedAt.toISOString().slice(0, 10), language),
      )

/** What stands above a report that is not to be used as it is. */
const warningOf = ({ report, stale }: ReportInput, language: 'en' | 'cy'): string[] => [
  ...(stale ? [outputText[language].stale] : []),
  ...(report.status === 'approved' ? [] : [outputText[language].waiting]),
]

/** The report as blocks of a document, the same on paper and on a page; `level` is that of its questions' headings. */
export const composeReportBlocks = (input: ReportInput, level: 2 | 3 = 2): ReportBlock[] => {
  const { report } = input
  const { language } = report
  const t = outputText[language]
  return [
    ...warningOf(input, language).map((text) => ({ kind: 'paragraph' as const, text })),
    { kind: 'facts', rows: factsOf(input, language) },
    { kind: 'paragraph', text: t.tookPlace },
    ...reportQuestions.flatMap((question): ReportBlock[] => [
      { kind: 'heading', level, text: t.questions[question] },
      { kind: 'paragraph', text: report.words[question] },
    ]),
    { kind: 'facts', rows: signatureOf(input, language) },
    { kind: 'paragraph', text: signedLine(input, language) },
    ...(report.facts === null
      ? []
      : [
          {
            kind: 'paragraph' as const,
            quiet: true,
            text: t.root(String(report.facts.ledger.sequence), report.facts.ledger.root),
          },
        ]),
  ]
}

/** The report as a document of its own. */
export const composeReport = (input: ReportInput): Document => {
  const { report, service, themeColour, at, participant } = input
  const t = outputText[report.language]
  return {
    ...{ paper: 'a4', language: report.language, themeColour, service, at },
    title: t.reportTitle,
    subtitle: participant,
    foot: t.foot(service),
    blocks: composeReportBlocks(input),
  }
}

/** The report as plain text to paste into the assessor's pages of the award. */
export const writeReportText = (input: ReportInput): string => {
  const { report } = input
  const { language } = report
  const t = outputText[language]
  const lines = [
    ...warningOf(input, language).map((line) => `! ${line}`),
    ...factsOf(input, language).map(({ label, value }) => `${label}: ${value}`),
    '',
    t.tookPlace,
    ...reportQuestions.flatMap((question) => ['', t.questions[question], report.words[question]]),
    '',
    ...signatureOf(input, language).map(({ label, value }) => `${label}: ${value}`),
    signedLine(input, language),
  ]
  return `${lines.join('\n')}\n`
}
