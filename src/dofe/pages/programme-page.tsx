import { countMinutes } from '../../hours/rules/count-minutes'
import { path } from '../../paths'
import type { FieldProblem } from '../../problems'
import { listRoles } from '../../roles/actions'
import type { AppContext, Language } from '../../web/app-env'
import { Button, LinkList, SummaryList, Tag, WarningText } from '../../web/components'
import type { SummaryRow } from '../../web/components/content'
import { formatDate, formatDuration } from '../../web/format'
import { requirePermission } from '../../web/guard'
import { renderPage } from '../../web/layout'
import { changeDetails, endProgramme } from '../actions'
import { refuseAssessor } from '../rules/check-assessor'
import { writeMonths } from '../rules/explain-check'
import { getProgramme, type ProgrammeView } from '../view'
import { CheckTable, Continuation } from './check-list'
import { DetailsFields } from './details-form'
import { readForm } from './form-parts'
import { nameProgramme, reportColours, stateOfReport } from './list-pages'
import { dofePageText } from './page-text'
import { readDetails, type TypedDetails, typedOf } from './read-details'

/** A coordinator and the programme that the address names. */
export const openProgramme = async (c: AppContext) => {
  const permitted = await requirePermission(c, 'dofe:manage')
  const programmeId = c.req.param('programmeId') ?? ''
  const view = await getProgramme(c.var.deps, permitted.organisation.id, programmeId)
  const parts = { slug: permitted.organisation.slug, programmeId }
  return { ...permitted, view, parts, here: path('serviceDofeProgramme', parts) }
}

/** The rows that a coordinator and the young person both see. */
export const planRows = (view: ProgrammeView, language: Language): SummaryRow[] => {
  const t = dofePageText[language]
  const { programme, sessions } = view
  const minutes = countMinutes(sessions)
  const hours = minutes === 0 ? '–' : formatDuration(minutes, language)
  const [first, last] = [programme.plannedFirst, programme.plannedLast].map((day) =>
    formatDate(day, language),
  )
  return [
    { key: t.activity, value: view.activity },
    { key: t.target, value: writeMonths(view.target, language) },
    { key: t.planned, value: t.fromTo(first ?? '', last ?? '') },
    { key: t.hoursSoFar, value: `${hours}, ${t.sessionsCount(sessions.length)}` },
  ]
}

const assessorOf = ({ invitation }: ProgrammeView, language: Language): string => {
  const t = dofePageText[language]
  if (invitation === undefined) return t.assessorNone
  const { declaration, email, createdAt } = invitation
  if (declaration === null) return t.assessorInvited(email, formatDate(createdAt, language))
  const who = `${declaration.name}, ${declaration.role}`
  return refuseAssessor(declaration) === undefined ? who : `${who}. ${t.assessorRefused}`
}

type Parts = { readonly slug: string; readonly programmeId: string }

const actionRows = (view: ProgrammeView, parts: Parts, language: Language): SummaryRow[] => {
  const t = dofePageText[language]
  const { programme, goals } = view
  const state = stateOfReport(view)
  const action = (name: Parameters<typeof linkTo>[0], text: string) => ({
    action: { href: linkTo(name, parts), text, hidden: '' },
  })
  const isReadable = view.open?.status === 'signed' || view.approvedReport !== undefined
  const leader = [programme.leaderName, programme.leaderEmail].filter((one) => one !== null)
  return [
    {
      key: t.goals,
      value: goals.length === 0 ? t.noGoals : goals.map(({ words }) => <div>{words}</div>),
      ...action('serviceDofeGoals', t.goalsAndActivity),
    },
    {
      key: t.assessor,
      value: assessorOf(view, language),
      ...action('serviceDofeAssessor', view.invitation === undefined ? t.invite : t.inviteAnother),
    },
    {
      key: t.report,
      value: <Tag colour={reportColours[state]}>{t.reportStates[state]}</Tag>,
      ...(isReadable ? action('serviceDofeReport', t.looksAtReport) : {}),
    },
    {
      key: t.leader,
      value: leader.join(', ') || '–',
      ...action('serviceDofeLeader', t.leaderLinks),
    },
  ]
}

const linkTo = (
  name: 'serviceDofeGoals' | 'serviceDofeAssessor' | 'serviceDofeReport' | 'serviceDofeLeader',
  parts: Parts,
) => path(name, parts)

const Summary = (props: {
  readonly view: ProgrammeView
  readonly parts: Parts
  readonly language: Language
}) => {
  const { view, parts, language } = props
  const t = dofePageText[language]
  const links = [
    { href: path('serviceDofeEdit', parts), text: t.edit, hidden: '' },
    undefined,
    undefined,
    { href: path('serviceDofeSessions', parts), text: t.chooseSessions, hidden: '' },
  ]
  const plan = planRows(view, language).map((row, place) => {
    const action = links[place]
    return action === undefined ? row : { ...row, action }
  })
  const { edofeId } = view.programme
  return (
    <SummaryList
      rows={[
        ...plan,
        ...(edofeId === null ? [] : [{ key: t.edofeId, value: edofeId }]),
        ...actionRows(view, parts, language),
      ]}
    />
  )
}

const ProgrammeBody = ({
  view,
  parts,
  language,
}: {
  view: ProgrammeView
  parts: Parts
  language: Language
}) => {
  const t = dofePageText[language]
  return (
    <>
      <Summary view={view} parts={parts} language={language} />
      <LinkList
        links={[
          { href: path('serviceDofePlanner', parts), text: t.planner },
          { href: path('serviceDofePack', parts), text: t.pack },
        ]}
      />
      <CheckTable view={view} to="coordinator" language={language} />
      {view.programme.endedAt === null ? (
        <form method="post" action={path('serviceDofeEnd', parts)}>
          <p class="govuk-hint">{t.endHelp}</p>
          <Button secondary>{t.end}</Button>
        </form>
      ) : null}
    </>
  )
}

/** One programme for its coordinator. */
export const renderProgramme = async (c: AppContext) => {
  const { organisation, view, parts } = await openProgramme(c)
  const { deps, language } = c.var
  const t = dofePageText[language]
  const roles = await listRoles(deps, organisation.id)
  return renderPage(
    c,
    {
      ...{ title: view.personName, organisation, current: 'dofe', wide: true },
      back: { href: path('serviceDofe', { slug: organisation.slug }), text: t.programmes },
    },
    <>
      <h1 class="govuk-heading-l">
        {view.personName}
        <span class="govuk-caption-l">{nameProgramme(view, language)}</span>
      </h1>
      {view.stale ? (
        <WarningText language={language}>
          {t.stale} {t.staleHelp}
        </WarningText>
      ) : null}
      <Continuation view={view} roles={roles} to="coordinator" language={language} />
      <ProgrammeBody view={view} parts={parts} language={language} />
    </>,
  )
}

const renderEdit = async (c: AppContext, typed: TypedDetails, errors: readonly FieldProblem[] = []) => {
  const { organisation, view, here } = await openProgramme(c)
  const { language } = c.var
  const t = dofePageText[language]
  return renderPage(
    c,
    { title: t.edit, organisation, current: 'dofe', errors, back: { href: here, text: view.personName } },
    <>
      <h1 class="govuk-heading-l">
        {t.edit}
        <span class="govuk-caption-l">{view.personName}</span>
      </h1>
      <form method="post" novalidate>
        <DetailsFields typed={typed} errors={errors} language={language} />
        <Button>{t.save}</Button>
      </form>
    </>,
  )
}

export const renderEditProgramme = async (c: AppContext) => {
  const { view } = await openProgramme(c)
  return renderEdit(c, typedOf(view.programme))
}

export const saveProgramme = async (c: AppContext) => {
  const { organisation, actor, parts, here } = await openProgramme(c)
  const typed = await readForm(c)
  const { details, errors } = readDetails(typed, c.var.language)
  if (details === undefined) return renderEdit(c, typed, errors)
  await changeDetails(c.var.deps, organisation.id, parts.programmeId, details, actor)
  return c.redirect(here, 303)
}

export const stopProgramme = async (c: AppContext) => {
  const { organisation, actor, parts, here } = await openProgramme(c)
  await endProgramme(c.var.deps, organisation.id, parts.programmeId, actor)
  return c.redirect(here, 303)
}
