import { path } from '../../paths'
import { listActivePeople } from '../../people/actions'
import { type FieldProblem, ProblemError } from '../../problems'
import type { AppContext, Language } from '../../web/app-env'
import { Button, Cell, Select, Table, Tag } from '../../web/components'
import { formatDate } from '../../web/format'
import { type Permitted, requirePermission } from '../../web/guard'
import { renderPage } from '../../web/layout'
import { startProgramme } from '../actions'
import { countOutcomes } from '../rules/count-outcomes'
import { outputText } from '../rules/output-text'
import { loadProgrammes, type ProgrammeView } from '../view'
import { DetailsFields } from './details-form'
import { errorOf, readForm } from './form-parts'
import { dofePageText } from './page-text'
import { readDetails, type TypedDetails } from './read-details'

/** Level and section, such as Bronze: Volunteering. */
export const nameProgramme = ({ programme }: ProgrammeView, language: Language): string => {
  const t = outputText[language]
  return `${t.levels[programme.level]}: ${t.sections[programme.section]}`
}

export const stateOfReport = ({ open, approvedReport, stale }: ProgrammeView) => {
  if (stale) return 'stale'
  const status = open?.status
  if (status === 'draft' || status === 'signed' || status === 'returned') return status
  return approvedReport === undefined ? 'none' : 'approved'
}

export const reportColours = {
  none: 'grey',
  draft: 'grey',
  signed: 'yellow',
  returned: 'grey',
  approved: 'green',
  stale: 'red',
} as const

const Row = ({ view, slug, language }: { view: ProgrammeView; slug: string; language: Language }) => {
  const t = dofePageText[language]
  const { programme, sessions } = view
  const [first, last] = [sessions[0], sessions.at(-1)]
  const { fail, warn, 'needs-leader': leader } = countOutcomes(view.results)
  const state = stateOfReport(view)
  return (
    <tr class="govuk-table__row">
      <Cell header>
        <a class="govuk-link" href={path('serviceDofeProgramme', { slug, programmeId: programme.id })}>
          {view.personName}
        </a>
      </Cell>
      <Cell>
        {nameProgramme(view, language)}{' '}
        {programme.endedAt === null ? null : <Tag colour="grey">{t.ended}</Tag>}
      </Cell>
      <Cell>
        {first === undefined || last === undefined
          ? '–'
          : t.fromTo(formatDate(first.localDate, language), formatDate(last.localDate, language))}
      </Cell>
      <Cell>{fail + warn + leader === 0 ? t.allFine : t.outcomesCount(fail, leader, warn)}</Cell>
      <Cell>
        <Tag colour={reportColours[state]}>{t.reportStates[state]}</Tag>
      </Cell>
    </tr>
  )
}

/** Every programme of a service, with how its checks stand. */
export const renderProgrammes = async (c: AppContext) => {
  const { organisation } = await requirePermission(c, 'dofe:manage')
  const { deps, language } = c.var
  const t = dofePageText[language]
  const views = await loadProgrammes(deps, organisation.id)
  const head = [t.name, t.what, t.firstToLast, t.state, t.report].map((text) => ({ text }))
  return renderPage(
    c,
    { title: t.programmes, organisation, current: 'dofe', wide: true },
    <>
      <h1 class="govuk-heading-l">{t.programmes}</h1>
      <p class="govuk-body">{t.intro}</p>
      <Button href={path('serviceDofeNew', { slug: organisation.slug })}>{t.add}</Button>
      {views.length === 0 ? (
        <p class="govuk-body">{t.none}</p>
      ) : (
        <Table caption={t.programmes} hideCaption head={head}>
          {views.map((view) => (
            <Row view={view} slug={organisation.slug} language={language} />
          ))}
        </Table>
      )}
    </>,
  )
}

const renderForm = async (
  c: AppContext,
  { organisation }: Permitted,
  typed: TypedDetails,
  errors: readonly FieldProblem[] = [],
) => {
  const { deps, language } = c.var
  const t = dofePageText[language]
  const people = await listActivePeople(deps, organisation.id)
  return renderPage(
    c,
    {
      ...{ title: t.addTitle, organisation, current: 'dofe', errors },
      back: { href: path('serviceDofe', { slug: organisation.slug }), text: t.programmes },
    },
    <>
      <h1 class="govuk-heading-l">{t.addTitle}</h1>
      <form method="post" novalidate>
        <Select
          id="person"
          label={t.person}
          language={language}
          items={[
            { value: '', text: t.choose },
            ...people.map(({ id, preferredName }) => ({
              ...{ value: id, text: preferredName, selected: id === typed['person'] },
            })),
          ]}
          {...errorOf(errors, 'person')}
        />
        <DetailsFields typed={typed} errors={errors} language={language} />
        <Button>{t.save}</Button>
      </form>
    </>,
  )
}

/** The form of a new programme. */
export const renderNewProgramme = async (c: AppContext) => {
  const permitted = await requirePermission(c, 'dofe:manage')
  const person = c.req.query('person') ?? ''
  return renderForm(c, permitted, { person, nation: permitted.organisation.nation, frequency: 'weekly' })
}

export const addProgramme = async (c: AppContext) => {
  const permitted = await requirePermission(c, 'dofe:manage')
  const { organisation, actor } = permitted
  const { deps, language } = c.var
  const t = dofePageText[language]
  const typed = await readForm(c)
  const { details, errors } = readDetails(typed, language)
  const person = typed['person'] ?? ''
  const all = person === '' ? [{ field: 'person', message: t.errors.person }, ...errors] : errors
  if (details === undefined || all.length > 0) return renderForm(c, permitted, typed, all)
  try {
    const { programmeId } = await startProgramme(deps, organisation.id, person, details, actor)
    return c.redirect(path('serviceDofeProgramme', { slug: organisation.slug, programmeId }), 303)
  } catch (error) {
    if (!(error instanceof ProblemError && error.code === 'duplicate')) throw error
    return renderForm(c, permitted, typed, [{ field: 'level', message: t.errors.duplicate }])
  }
}
