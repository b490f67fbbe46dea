import { countMinutes } from '../../hours/rules/count-minutes'
import { path } from '../../paths'
import { type FieldProblem, ProblemError } from '../../problems'
import type { AppContext, Language } from '../../web/app-env'
import { Button, Cell, InsetText, Radios, SummaryList, Table, TextInput } from '../../web/components'
import { formatDate, formatHoursShort } from '../../web/format'
import { renderPage } from '../../web/layout'
import { declare } from '../invitations/actions'
import { type AssessorRelationship, assessorRelationships, type Declaration } from '../model'
import { shownNameOf } from '../reports/actions'
import { refuseAssessor } from '../rules/check-assessor'
import { outputText } from '../rules/output-text'
import type { ProgrammeView } from '../view'
import { openAssessment, renderComeBack } from './assess-pages'
import { errorOf, readForm, Ticks } from './form-parts'
import { nameProgramme } from './list-pages'
import { dofePageText } from './page-text'
import { planRows } from './programme-page'

/** What was done, as the assessor sees it: sessions, goals, and where the report stands. */
export const renderAssessment = async (c: AppContext) => {
  const { invitation, organisation, view } = await openAssessment(c)
  if (view === undefined) return renderComeBack(c, invitation)
  const { declaration } = invitation
  const parts = { invitationId: invitation.id }
  if (declaration === null) return c.redirect(path('assessDeclare', parts), 303)
  const { language } = c.var
  const t = dofePageText[language]
  const refusal = refuseAssessor(declaration)
  if (refusal !== undefined) return renderRefused(c, invitation.id, refusal)
  const title = t.assessing(shownNameOf(view))
  return renderPage(
    c,
    { title, organisation, noIndex: true },
    <>
      <h1 class="govuk-heading-l">
        {title}
        <span class="govuk-caption-l">{nameProgramme(view, language)}</span>
      </h1>
      <ReportState view={view} language={language} />
      {view.open?.status === 'signed' || (view.approvedReport !== undefined && !view.stale) ? null : (
        <Button href={path('assessReport', parts)}>{t.writeReport}</Button>
      )}
      <SummaryList
        rows={[
          ...planRows(view, language),
          {
            key: t.goals,
            value: view.goals.length === 0 ? t.noGoals : view.goals.map(({ words }) => <div>{words}</div>),
          },
        ]}
      />
      <SessionTable view={view} language={language} />
    </>,
  )
}

const ReportState = ({ view, language }: { view: ProgrammeView; language: Language }) => {
  const t = dofePageText[language]
  const { open, approvedReport, stale } = view
  if (open?.status === 'signed') return <InsetText>{t.signedTitle}</InsetText>
  if (open?.status === 'returned') {
    return (
      <InsetText>
        <p class="govuk-body">{t.returned}</p>
        <p class="govuk-body">{open.reviewReason}</p>
      </InsetText>
    )
  }
  if (approvedReport === undefined) return null
  return <InsetText>{stale ? t.approvedStale : t.approvedTitle}</InsetText>
}

const SessionTable = ({ view, language }: { view: ProgrammeView; language: Language }) => {
  const t = dofePageText[language]
  if (view.sessions.length === 0) return <p class="govuk-body">{t.sessionsNone}</p>
  const head = [{ text: t.date }, { text: t.role }, { text: t.hours, numeric: true }]
  return (
    <Table caption={`${t.sessionsTitle}: ${formatHoursShort(countMinutes(view.sessions))}`} head={head}>
      {view.sessions.map((session) => (
        <tr class="govuk-table__row">
          <Cell header>{formatDate(session.localDate, language)}</Cell>
          <Cell>
            {language === 'cy' ? (session.roleTitleCy ?? session.roleTitleEn) : session.roleTitleEn}
          </Cell>
          <Cell numeric>{formatHoursShort(session.minutes)}</Cell>
        </tr>
      ))}
    </Table>
  )
}

const renderRefused = async (c: AppContext, invitationId: string, refusal: string) => {
  const t = dofePageText[c.var.language]
  const why = Object.entries(t.refused).find(([reason]) => reason === refusal)?.[1]
  return renderPage(
    c,
    { title: t.refusedTitle, noIndex: true },
    <>
      <h1 class="govuk-heading-l">{t.refusedTitle}</h1>
      <p class="govuk-body">{why}</p>
      <p class="govuk-body">{t.refusedHelp}</p>
      <Button secondary href={path('assessDeclare', { invitationId })}>
        {t.answerAgain}
      </Button>
    </>,
  )
}

const renderDeclare = async (
  c: AppContext,
  typed: Readonly<Record<string, string>>,
  errors: readonly FieldProblem[] = [],
) => {
  const { invitation, organisation, view } = await openAssessment(c)
  if (view === undefined) return renderComeBack(c, invitation)
  const { language } = c.var
  const [t, o] = [dofePageText[language], outputText[language]]
  const tick = (name: 'adult' | 'knowsActivity' | 'nameInCredential') => ({
    ...{ name, text: t[name], checked: typed[name] === 'yes' },
  })
  return renderPage(
    c,
    { title: t.declareTitle, organisation, noIndex: true, errors },
    <>
      <h1 class="govuk-heading-l">{t.declareTitle}</h1>
      <p class="govuk-body">{t.declareHelp}</p>
      <form method="post" novalidate>
        <TextInput
          id="name"
          label={t.yourName}
          value={typed['name'] ?? ''}
          autocomplete="name"
          language={language}
          {...errorOf(errors, 'name')}
        />
        <TextInput
          id="role"
          label={t.yourRole}
          hint={t.yourRoleHint}
          value={typed['role'] ?? ''}
          autocomplete="organization-title"
          language={language}
          {...errorOf(errors, 'role')}
        />
        <Radios
          name="relationship"
          legend={t.relationship}
          small
          language={language}
          items={assessorRelationships.map((value) => ({
            ...{ value, text: o.relationships[value], checked: typed['relationship'] === value },
          }))}
          {...errorOf(errors, 'relationship')}
        />
        <Ticks
          legend={t.declareTicks}
          items={[
            tick('adult'),
            tick('knowsActivity'),
            { ...tick('nameInCredential'), hint: t.nameInCredentialHint },
          ]}
        />
        <Button>{t.goOnButton}</Button>
      </form>
    </>,
  )
}

export const renderDeclaration = (c: AppContext) => renderDeclare(c, {})

export const saveDeclaration = async (c: AppContext) => {
  const { invitation, view } = await openAssessment(c)
  if (view === undefined) throw new ProblemError('not-permitted')
  const t = dofePageText[c.var.language].errors
  const typed = await readForm(c)
  const text = (field: string) => (typed[field] ?? '').trim()
  const relationship = assessorRelationships.find((one) => one === typed['relationship'])
  const isShort = (words: string) => words !== '' && words.length <= 200
  const errors = [
    ...(isShort(text('name')) ? [] : [{ field: 'name', message: t.typedName }]),
    ...(isShort(text('role')) ? [] : [{ field: 'role', message: t.role }]),
    ...(relationship === undefined ? [{ field: 'relationship', message: t.relationship }] : []),
  ]
  if (errors.length > 0 || relationship === undefined) return renderDeclare(c, typed, errors)
  await declare(c.var.deps, invitation, toDeclaration(text, relationship))
  return c.redirect(path('assess', { invitationId: invitation.id }), 303)
}

const toDeclaration = (text: (field: string) => string, relationship: AssessorRelationship): Declaration => ({
  name: text('name'),
  role: text('role'),
  relationship,
  adult: text('adult') === 'yes',
  knowsActivity: text('knowsActivity') === 'yes',
  nameInCredential: text('nameInCredential') === 'yes',
})
