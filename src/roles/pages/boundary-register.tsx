import { financialYearOf } from '../../hours/rules/financial-year-of'
import { localDateOf } from '../../hours/rules/local-date-of'
import { permits } from '../../organisations/rules/permits'
import { path } from '../../paths'
import type { FieldProblem } from '../../problems'
import type { AppContext, Language } from '../../web/app-env'
import { Button, Cell, Details, Table, Tag } from '../../web/components'
import { formatCount, formatDate, formatHoursShort } from '../../web/format'
import { type Permitted, requirePermission } from '../../web/guard'
import { renderPage } from '../../web/layout'
import { hoursByClass, listRegister, recordStatement } from '../boundary/actions'
import type { ClassHours, PositionStatement, RegisterRow, StatementEntry } from '../boundary/model'
import { boundaryText } from './boundary-text'
import { commonText } from './common-text'
import { Bullets, describeFaults, fieldsOf, Part, readSent, titleOf } from './forms'

type Typed = { readonly entry: StatementEntry; readonly errors: readonly FieldProblem[] }

/** The register of a service: every role, hours by class, the statement that is followed. */
const renderRegister = async (c: AppContext, { organisation, membership }: Permitted, typed?: Typed) => {
  const { deps, language } = c.var
  const t = boundaryText[language]
  const { slug } = organisation
  const { rows, statements } = await listRegister(deps, organisation.id)
  const year = financialYearOf(localDateOf(deps.clock.now()))
  const from = `${year.slice(0, 4)}-04-01`
  const to = `${Number(year.slice(0, 4)) + 1}-03-31`
  const hours = await hoursByClass(deps, organisation.id, { from, to })
  const acts = permits(membership.role, 'roles:manage')
  return renderPage(
    c,
    { title: t.register, organisation, current: 'boundary', wide: true, errors: typed?.errors ?? [] },
    <>
      <h1 class="govuk-heading-l">{t.register}</h1>
      <p class="govuk-body">{t.intro}</p>
      <p class="govuk-body">{t.toReview(rows.filter(({ review }) => review.length > 0).length)}</p>
      <RegisterTable rows={rows} slug={slug} language={language} />
      <Hours hours={hours} year={year} language={language} />
      <Statements statements={statements} language={language} />
      {acts ? <StatementForm slug={slug} language={language} typed={typed} /> : null}
    </>,
  )
}

const RegisterTable = (props: {
  readonly rows: readonly RegisterRow[]
  readonly slug: string
  readonly language: Language
}) => {
  const { rows, slug, language } = props
  const t = boundaryText[language]
  const common = commonText[language]
  const head = [common.role, t.class, t.since, t.reviewOn, t.statement, t.union, t.review]
  // What must be looked at again comes first.
  const sorted = [...rows].sort((a, b) => Number(b.review.length > 0) - Number(a.review.length > 0))
  return (
    <Table caption={t.register} hideCaption head={head.map((text) => ({ text }))}>
      {sorted.map(({ roleId, nationalCode, titleEn, titleCy, record, consultation, review }) => (
        <tr class="govuk-table__row">
          <Cell header>
            <a class="govuk-link" href={path('serviceBoundaryRole', { slug, roleId })}>
              {`${nationalCode} ${titleOf({ titleEn, titleCy }, language)}`}
            </a>
          </Cell>
          <Cell>{record === undefined ? common.none : common.classes[record.taskClass]}</Cell>
          <Cell>{record === undefined ? '' : formatDate(record.inForceFrom, language)}</Cell>
          <Cell>{record === undefined ? '' : formatDate(record.reviewOn, language)}</Cell>
          <Cell>{record?.statementVersion ?? ''}</Cell>
          <Cell>
            {consultation === undefined
              ? ''
              : `${common.outcomes[consultation.outcome]}, ${formatDate(consultation.heldOn, language)}`}
          </Cell>
          <Cell>
            {review.map((reason) => (
              <div>
                <Tag colour={reason === 'no-record' ? 'red' : 'yellow'}>{t.reasons[reason]}</Tag>
              </div>
            ))}
          </Cell>
        </tr>
      ))}
    </Table>
  )
}

const Hours = (props: {
  readonly hours: readonly ClassHours[]
  readonly year: string
  readonly language: Language
}) => {
  const { hours, year, language } = props
  const t = boundaryText[language]
  const head = [{ text: t.class }, { text: t.sessions, numeric: true }, { text: t.hoursHead, numeric: true }]
  if (hours.length === 0) return null
  return (
    <>
      <Table caption={t.hours(year)} head={head}>
        {hours.map(({ taskClass, sessions, minutes }) => (
          <tr class="govuk-table__row">
            <Cell header>{commonText[language].classes[taskClass]}</Cell>
            <Cell numeric>{formatCount(sessions, language)}</Cell>
            <Cell numeric>{formatHoursShort(minutes)}</Cell>
          </tr>
        ))}
      </Table>
      <p class="govuk-hint">{t.hoursHelp}</p>
    </>
  )
}

const Statements = (props: {
  readonly statements: readonly PositionStatement[]
  readonly language: Language
}) => {
  const { statements, language } = props
  const t = boundaryText[language]
  const line = ({ version, title, url, inForceFrom }: PositionStatement) => {
    const words = `${version}: ${title}`
    const from = ` (${t.inForceFrom} ${formatDate(inForceFrom, language)})`
    if (url === null) return words + from
    return (
      <>
        <a class="govuk-link" href={url} rel="noreferrer">
          {words}
        </a>
        {from}
      </>
    )
  }
  return (
    <Part title={t.statements}>
      {statements.length === 0 ? (
        <p class="govuk-body">{t.statementNone}</p>
      ) : (
        <Bullets items={[...statements].reverse().map(line)} />
      )}
    </Part>
  )
}

const StatementForm = (props: {
  readonly slug: string
  readonly language: Language
  readonly typed: Typed | undefined
}) => {
  const { slug, language, typed } = props
  const t = boundaryText[language]
  const { version = '', title = '', url = '', inForceFrom = '' } = typed?.entry ?? {}
  const values = { version, title, url, statementFrom: inForceFrom }
  const { Text } = fieldsOf({ language, errors: typed?.errors ?? [], values })
  return (
    <Details summary={t.addStatement} open={typed !== undefined}>
      <p class="govuk-body">{t.statementHelp}</p>
      <form method="post" action={path('serviceBoundary', { slug })} novalidate>
        <Text id="version" label={t.version} width={10} />
        <Text id="title" label={t.title} />
        <Text id="url" label={t.link} type="url" />
        <Text id="statementFrom" label={t.inForceFrom} type="date" width={10} />
        <Button>{commonText[language].save}</Button>
      </form>
    </Details>
  )
}

export const showRegister = async (c: AppContext) =>
  renderRegister(c, await requirePermission(c, 'boundary:read'))

export const postStatement = async (c: AppContext) => {
  const permitted = await requirePermission(c, 'roles:manage')
  const { organisation, actor } = permitted
  const { text } = await readSent(c)
  const entry = {
    ...{
      version: text('version'),
      title: text('title'),
      url: text('url'),
      inForceFrom: text('statementFrom'),
    },
  }
  const done = await recordStatement(c.var.deps, organisation.id, entry, actor)
  if (done.ok) return c.redirect(path('serviceBoundary', { slug: organisation.slug }), 303)
  const errors = describeFaults(done.reason, boundaryText[c.var.language].faults)
  return renderRegister(c, permitted, { entry, errors })
}
