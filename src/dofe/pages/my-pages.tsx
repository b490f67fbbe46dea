import { path } from '../../paths'
import { ProblemError } from '../../problems'
import { listRoles } from '../../roles/actions'
import type { AppContext, Language } from '../../web/app-env'
import { Button, Radios, SummaryList, WarningText } from '../../web/components'
import { ReportContent } from '../../web/components/report'
import { requireOwnRecord } from '../../web/guard'
import { renderPage } from '../../web/layout'
import { showName } from '../actions'
import { reportInputOf } from '../outputs'
import { composeReportBlocks } from '../rules/compose-report'
import { explainCheck } from '../rules/explain-check'
import { getProgramme, type ProgrammeView } from '../view'
import { CheckTable, Continuation } from './check-list'
import { Downloads } from './downloads'
import { readForm } from './form-parts'
import { nameProgramme } from './list-pages'
import { dofePageText } from './page-text'
import { planRows } from './programme-page'

/** The young person and their own programme that the address names. Throws `not-found` for somebody else's. */
export const openMine = async (c: AppContext) => {
  const own = await requireOwnRecord(c, 'dofe:read-own')
  const programmeId = c.req.param('programmeId') ?? ''
  const view = await getProgramme(c.var.deps, own.organisation.id, programmeId)
  if (view.programme.personId !== own.personId) throw new ProblemError('not-found')
  const parts = { slug: own.organisation.slug, programmeId }
  return { ...own, view, parts, here: path('myDofe', parts) }
}

const Next = ({ view, language }: { view: ProgrammeView; language: Language }) => {
  const t = dofePageText[language]
  const open = view.results.filter(({ outcome }) => outcome !== 'pass')
  return (
    <>
      <h2 class="govuk-heading-m">{t.next}</h2>
      {open.length === 0 ? (
        <p class="govuk-body">{t.nothingToDo}</p>
      ) : (
        <ul class="govuk-list govuk-list--bullet">
          {open.map((result) => (
            <li>{explainCheck(result, language, 'young')}</li>
          ))}
        </ul>
      )}
    </>
  )
}

const NameForm = (props: {
  readonly view: ProgrammeView
  readonly action: string
  readonly language: Language
}) => {
  const { view, action, language } = props
  const t = dofePageText[language]
  const { shownName } = view.programme
  return (
    <form method="post" action={action}>
      <Radios
        name="shownName"
        legend={t.nameTitle}
        small
        language={language}
        items={[
          { value: 'first', text: t.nameFirst, checked: shownName === 'first' },
          { value: 'full', text: t.nameFull, checked: shownName === 'full' },
        ]}
      />
      <Button secondary>{t.save}</Button>
    </form>
  )
}

/** A young person's own programme. */
export const renderMine = async (c: AppContext) => {
  const { organisation, view, parts } = await openMine(c)
  const { deps, language } = c.var
  const t = dofePageText[language]
  const roles = await listRoles(deps, organisation.id)
  const report = view.approvedReport && reportInputOf(deps, organisation, view, view.approvedReport)
  const goals = view.goals.length === 0 ? t.noGoals : view.goals.map(({ words }) => <div>{words}</div>)
  return renderPage(
    c,
    { title: t.mine, organisation, current: 'record', back: { href: path('my') } },
    <>
      <h1 class="govuk-heading-l">
        {t.mine}
        <span class="govuk-caption-l">{nameProgramme(view, language)}</span>
      </h1>
      <p class="govuk-body">{t.mineIntro}</p>
      {report?.stale ? <WarningText language={language}>{t.stale}</WarningText> : null}
      <Next view={view} language={language} />
      <Continuation view={view} roles={roles} to="young" language={language} />
      <SummaryList rows={[...planRows(view, language), { key: t.goals, value: goals }]} />
      <p class="govuk-body">
        <a class="govuk-link" href={path('myDofeGoals', parts)}>
          {t.myGoalsLink}
        </a>
      </p>
      <p class="govuk-body">
        <a class="govuk-link" href={path('myDofePlanner', parts)}>
          {t.planner}
        </a>
      </p>
      <CheckTable view={view} to="young" language={language} />
      <h2 class="govuk-heading-m">{t.myReport}</h2>
      {report === undefined ? (
        <p class="govuk-body">{t.myReportNone}</p>
      ) : (
        <div lang={report.report.language}>
          <ReportContent blocks={composeReportBlocks(report, 3)} />
        </div>
      )}
      <p class="govuk-body">
        <a class="govuk-link" href={path('myDofePack', parts)}>
          {t.pack}
        </a>
      </p>
      <Downloads
        view={view}
        {...(report === undefined ? {} : { report })}
        hrefOf={(file) => path('myDofeFile', { ...parts, file })}
        language={language}
      />
      <NameForm view={view} action={path('myDofeName', parts)} language={language} />
    </>,
  )
}

export const saveName = async (c: AppContext) => {
  const { organisation, actor, parts, here } = await openMine(c)
  const shown = (await readForm(c))['shownName'] === 'full' ? 'full' : 'first'
  await showName(c.var.deps, organisation.id, parts.programmeId, shown, actor)
  return c.redirect(here, 303)
}
