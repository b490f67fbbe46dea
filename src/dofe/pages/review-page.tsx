import { path } from '../../paths'
import type { FieldProblem } from '../../problems'
import type { AppContext, Language } from '../../web/app-env'
import { Button, Textarea, WarningText } from '../../web/components'
import { ReportContent } from '../../web/components/report'
import { renderPage } from '../../web/layout'
import { reportInputOf } from '../outputs'
import { approveReport, returnReport } from '../reports/actions'
import { type ReportWords, reportQuestions } from '../reports/model'
import { composeReportBlocks } from '../rules/compose-report'
import { findContactDetails, type WordWarning } from '../rules/find-contact-details'
import type { ProgrammeView } from '../view'
import { Downloads } from './downloads'
import { errorOf, readForm } from './form-parts'
import { dofePageText } from './page-text'
import { openProgramme } from './programme-page'

/** What the words of a report should be looked at for; the family name counts while it is not shown. */
export const warningsOf = (words: ReportWords, view: ProgrammeView): WordWarning[] => {
  const surname =
    view.programme.shownName === 'full' ? undefined : view.personName.split(/\s+/).slice(1).join(' ')
  return findContactDetails(reportQuestions.map((question) => words[question]).join('\n'), surname)
}

export const WordWarnings = (props: {
  readonly warnings: readonly WordWarning[]
  readonly language: Language
}) => {
  const t = dofePageText[props.language]
  return props.warnings.length === 0 ? null : (
    <div class="govuk-inset-text">
      <p class="govuk-body">{t.warnings}</p>
      <ul class="govuk-list govuk-list--bullet">
        {props.warnings.map((kind) => (
          <li>{t.warning[kind]}</li>
        ))}
      </ul>
    </div>
  )
}

const ReviewForms = (props: {
  readonly typed: Readonly<Record<string, string>>
  readonly errors: readonly FieldProblem[]
  readonly stale: boolean
  readonly language: Language
}) => {
  const { typed, errors, stale, language } = props
  const t = dofePageText[language]
  return (
    <>
      {stale ? null : (
        <form method="post">
          <p class="govuk-body">{t.approveHelp}</p>
          <Button name="do" value="approve">
            {t.approve}
          </Button>
        </form>
      )}
      <form method="post" novalidate>
        <Textarea
          id="reason"
          label={t.reason}
          rows={3}
          value={typed['reason'] ?? ''}
          language={language}
          {...errorOf(errors, 'reason')}
        />
        <Button secondary name="do" value="return">
          {t.giveBack}
        </Button>
      </form>
    </>
  )
}

const render = async (
  c: AppContext,
  typed: Readonly<Record<string, string>> = {},
  errors: readonly FieldProblem[] = [],
) => {
  const { organisation, view, here, parts } = await openProgramme(c)
  const { deps, language } = c.var
  const t = dofePageText[language]
  const report = view.open?.status === 'signed' ? view.open : view.approvedReport
  const input = report && reportInputOf(deps, organisation, view, report)
  const waits = report?.status === 'signed'
  return renderPage(
    c,
    {
      ...{ title: t.reviewTitle, organisation, current: 'dofe', errors },
      back: { href: here, text: view.personName },
    },
    <>
      <h1 class="govuk-heading-l">
        {t.reviewTitle}
        <span class="govuk-caption-l">{view.personName}</span>
      </h1>
      {report === undefined || input === undefined ? <p class="govuk-body">{t.reportNone}</p> : null}
      {input?.stale ? (
        <WarningText language={language}>
          {t.stale} {t.staleHelp}
        </WarningText>
      ) : null}
      {waits ? <p class="govuk-body">{t.reviewHelp}</p> : null}
      {waits ? <WordWarnings warnings={warningsOf(report.words, view)} language={language} /> : null}
      {input === undefined ? null : (
        <div lang={input.report.language}>
          <ReportContent blocks={composeReportBlocks(input)} />
        </div>
      )}
      {waits ? (
        <ReviewForms typed={typed} errors={errors} stale={input?.stale ?? false} language={language} />
      ) : (
        <Downloads
          view={view}
          {...(input === undefined ? {} : { report: input })}
          hrefOf={(file) => path('serviceDofeFile', { ...parts, file })}
          language={language}
        />
      )}
    </>,
  )
}

export const renderReview = (c: AppContext) => render(c)

export const saveReview = async (c: AppContext) => {
  const { organisation, actor, parts } = await openProgramme(c)
  const { deps, language } = c.var
  const typed = await readForm(c)
  const { programmeId } = parts
  if (typed['do'] === 'approve') {
    await approveReport(deps, organisation.id, programmeId, actor)
    return c.redirect(c.req.path, 303)
  }
  const reason = (typed['reason'] ?? '').trim()
  if (reason === '' || reason.length > 500)
    return render(c, typed, [{ field: 'reason', message: dofePageText[language].errors.reason }])
  await returnReport(deps, organisation, programmeId, { reason, actor })
  return c.redirect(path('serviceDofeProgramme', parts), 303)
}
