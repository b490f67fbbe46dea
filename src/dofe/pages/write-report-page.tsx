import { path } from '../../paths'
import { type FieldProblem, ProblemError } from '../../problems'
import type { AppContext, Language } from '../../web/app-env'
import { Button, ButtonGroup, InsetText, NotificationBanner, Textarea, TextInput } from '../../web/components'
import { formatDate } from '../../web/format'
import { renderPage } from '../../web/layout'
import { shownNameOf, writeReport } from '../reports/actions'
import { type ReportWords, reportQuestions } from '../reports/model'
import { refuseAssessor } from '../rules/check-assessor'
import { outputText } from '../rules/output-text'
import type { ProgrammeView } from '../view'
import { openAssessment, renderComeBack } from './assess-pages'
import { errorOf, readForm, Ticks } from './form-parts'
import { dofePageText } from './page-text'
import { WordWarnings, warningsOf } from './review-page'

const LONGEST = 4000
const empty: ReportWords = { goals: '', effort: '', progress: '', comments: '' }

const wordsOf = (typed: Readonly<Record<string, string>>): ReportWords => ({
  goals: (typed['goals'] ?? '').trim(),
  effort: (typed['effort'] ?? '').trim(),
  progress: (typed['progress'] ?? '').trim(),
  comments: (typed['comments'] ?? '').trim(),
})

const Fields = (props: {
  readonly words: ReportWords
  readonly view: ProgrammeView
  readonly errors: readonly FieldProblem[]
  readonly signName: string
  readonly language: Language
}) => {
  const { words, view, errors, signName, language } = props
  const [t, o] = [dofePageText[language], outputText[language]]
  const confirmError = errors.find(({ field }) => field === 'confirm')?.message
  return (
    <>
      <input type="hidden" name="snapshot" value={view.snapshot} />
      {reportQuestions.map((question) => (
        <Textarea
          id={question}
          label={o.questions[question]}
          rows={5}
          value={words[question]}
          language={language}
          {...errorOf(errors, question)}
        />
      ))}
      <h2 class="govuk-heading-m">{t.sign}</h2>
      <p class="govuk-body">{t.signHelp}</p>
      {confirmError === undefined ? null : <p class="govuk-error-message">{confirmError}</p>}
      <Ticks legend={t.declareTicks} items={[{ name: 'confirm', text: t.signConfirm, checked: false }]} />
      <TextInput
        id="signName"
        label={t.signName}
        value={signName}
        autocomplete="name"
        language={language}
        {...errorOf(errors, 'signName')}
      />
      <p class="govuk-body">{t.signedOn(formatDate(view.today, language))}</p>
      <ButtonGroup>
        <Button name="do" value="sign">
          {t.sign}
        </Button>
        <Button secondary name="do" value="save">
          {t.saveDraft}
        </Button>
      </ButtonGroup>
    </>
  )
}

const render = async (
  c: AppContext,
  state: {
    readonly typed?: Readonly<Record<string, string>>
    readonly errors?: readonly FieldProblem[]
  } = {},
) => {
  const { invitation, organisation, view } = await openAssessment(c)
  if (view === undefined) return renderComeBack(c, invitation)
  const { declaration } = invitation
  if (declaration === null || refuseAssessor(declaration) !== undefined) {
    return c.redirect(path('assess', { invitationId: invitation.id }), 303)
  }
  const { language } = c.var
  const t = dofePageText[language]
  const { errors = [], typed } = state
  const open = view.open?.status === 'signed' ? undefined : view.open
  const words = typed === undefined ? (open?.words ?? view.approvedReport?.words ?? empty) : wordsOf(typed)
  const title = t.writeTitle(shownNameOf(view))
  return renderPage(
    c,
    {
      ...{ title, organisation, noIndex: true, errors },
      back: { href: path('assess', { invitationId: invitation.id }) },
    },
    <>
      {c.req.query('saved') === undefined ? null : (
        <NotificationBanner success language={language}>
          <p class="govuk-notification-banner__heading">{t.saved}</p>
        </NotificationBanner>
      )}
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">{t.writeHelp}</p>
      {open?.status === 'returned' ? (
        <InsetText>
          <p class="govuk-body">{t.returned}</p>
          <p class="govuk-body">{open.reviewReason}</p>
        </InsetText>
      ) : null}
      <WordWarnings warnings={warningsOf(words, view)} language={language} />
      <form method="post" novalidate>
        <Fields
          words={words}
          view={view}
          errors={errors}
          signName={typed?.['signName'] ?? ''}
          language={language}
        />
      </form>
    </>,
  )
}

export const renderWriteReport = (c: AppContext) => render(c)

const faultsOf = (
  words: ReportWords,
  typed: Readonly<Record<string, string>>,
  view: ProgrammeView,
  language: Language,
): FieldProblem[] => {
  const t = dofePageText[language].errors
  const tooLong = reportQuestions
    .filter((question) => words[question].length > LONGEST)
    .map((field) => ({ field, message: t.shortAnswer }))
  if (typed['do'] !== 'sign' || tooLong.length > 0) return tooLong
  const unanswered = reportQuestions
    .filter((question) => words[question] === '')
    .map((field) => ({ field, message: t.words }))
  return [
    ...unanswered,
    ...(typed['confirm'] === 'yes' ? [] : [{ field: 'confirm', message: t.confirm }]),
    ...((typed['signName'] ?? '').trim() === '' ? [{ field: 'signName', message: t.typedName }] : []),
    ...(view.sessions.length === 0 ? [{ field: 'signName', message: t.noSessions }] : []),
    ...(typed['snapshot'] === view.snapshot ? [] : [{ field: 'signName', message: t.changed }]),
  ]
}

export const saveReport = async (c: AppContext) => {
  const { invitation, view } = await openAssessment(c)
  if (view === undefined) throw new ProblemError('not-permitted')
  const { deps, language } = c.var
  const typed = await readForm(c)
  const words = wordsOf(typed)
  const errors = faultsOf(words, typed, view, language)
  if (errors.length > 0) return render(c, { typed, errors })
  const parts = { invitationId: invitation.id }
  if (typed['do'] === 'sign') {
    const signature = { name: (typed['signName'] ?? '').trim().slice(0, 200), snapshot: view.snapshot }
    await writeReport(deps, invitation, words, signature)
    return c.redirect(path('assess', parts), 303)
  }
  await writeReport(deps, invitation, words)
  return c.redirect(`${path('assessReport', parts)}?saved=yes`, 303)
}
