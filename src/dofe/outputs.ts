import type { Deps } from '../deps'
import { drawReport } from '../documents/draw-report'
import type { Report as Document } from '../documents/model'
import type { Organisation } from '../organisations/model'
import { nameOf } from '../organisations/rules/name-organisation'
import { ProblemError } from '../problems'
import type { Report } from './reports/model'
import { composePack } from './rules/compose-pack'
import { composeReport, type ReportInput, writeReportText } from './rules/compose-report'
import type { ProgrammeView } from './view'

/** The files that a programme gives. */
export const dofeFiles = ['pack.pdf', 'report.pdf', 'report.txt', 'report.json', 'record.json'] as const
export type DofeFile = {
  readonly bytes: Uint8Array
  readonly contentType: string
  readonly fileName: string
}

/** What a report is shown with, to those who know the whole name. */
export const reportInputOf = (
  deps: Deps,
  organisation: Organisation,
  view: ProgrammeView,
  report: Report,
): ReportInput => ({
  report,
  programme: view.programme,
  target: view.target,
  assessor: report.facts?.assessor ?? null,
  participant: view.personName,
  service: nameOf(organisation, report.language),
  themeColour: organisation.themeColour,
  stale: report.facts !== null && report.facts.snapshot !== view.snapshot,
  at: deps.clock.now(),
})

/** The evidence for the leader as a document, in a language. */
export const packOf = (
  deps: Deps,
  organisation: Organisation,
  view: ProgrammeView,
  language: 'en' | 'cy',
): Document => {
  const { programme, target, activity, goals, changes, results, approvedReport } = view
  return composePack({
    ...{ language, programme, target, activity, goals, changes, results },
    participant: view.personName,
    service: nameOf(organisation, language),
    themeColour: organisation.themeColour,
    sessions: view.sessions.map((session) => ({
      ...session,
      role: language === 'cy' ? (session.roleTitleCy ?? session.roleTitleEn) : session.roleTitleEn,
    })),
    edition: view.rules.edition,
    report: approvedReport && reportInputOf(deps, organisation, view, approvedReport),
    stale: view.stale,
    at: deps.clock.now(),
  })
}

/** One of the files of a programme. Throws `not-found` for another name, or while there is no approved report. */
export const makeDofeFile = async (
  deps: Deps,
  organisation: Organisation,
  view: ProgrammeView,
  name: string,
  language: 'en' | 'cy',
): Promise<DofeFile> => {
  const fileName = `youth-award-${name}`
  const text = (words: string) => new TextEncoder().encode(words)
  if (name === 'pack.pdf') {
    const bytes = await drawReport(packOf(deps, organisation, view, language), deps.assets)
    return { bytes, contentType: 'application/pdf', fileName }
  }
  const report = view.approvedReport
  if (report === undefined) throw new ProblemError('not-found')
  const input = reportInputOf(deps, organisation, view, report)
  switch (name) {
    case 'report.pdf':
      return {
        bytes: await drawReport(composeReport(input), deps.assets),
        ...{ contentType: 'application/pdf', fileName },
      }
    case 'report.txt':
      return { bytes: text(writeReportText(input)), contentType: 'text/plain; charset=utf-8', fileName }
    case 'report.json':
      return { bytes: text(report.endorsement ?? ''), contentType: 'application/vc+ld+json', fileName }
    case 'record.json':
      return { bytes: text(report.record ?? ''), contentType: 'application/vc+ld+json', fileName }
    default:
      throw new ProblemError('not-found')
  }
}
