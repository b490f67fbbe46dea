import { localDateOf } from '../../hours/rules/local-date-of'
import { permits } from '../../organisations/rules/permits'
import { path } from '../../paths'
import type { FieldProblem } from '../../problems'
import type { AppContext, Language } from '../../web/app-env'
import { Button, Cell, Details, Radios, SummaryList, Table } from '../../web/components'
import { formatDate } from '../../web/format'
import { type Permitted, requirePermission } from '../../web/guard'
import { renderPage } from '../../web/layout'
import { getBoundary, recordBoundary, recordConsultation } from '../boundary/actions'
import {
  type BoundaryRecord,
  type Consultation,
  consultationOutcomes,
  type PositionStatement,
} from '../boundary/model'
import { taskClasses } from '../model'
import { addMonths } from '../rules/add-months'
import { findInForce } from '../rules/find-in-force'
import { boundaryText } from './boundary-text'
import { commonText } from './common-text'
import { describeFaults, errorOf, fieldsOf, Part, readSent, titleOf } from './forms'

const roleIdOf = (c: AppContext) => c.req.param('roleId') ?? ''

type Typed = {
  readonly form: 'record' | 'talk'
  readonly values: Readonly<Record<string, string>>
  readonly errors: readonly FieldProblem[]
}

/** What is on record about the boundary of one role. */
const renderBoundary = async (c: AppContext, { organisation, membership }: Permitted, typed?: Typed) => {
  const { deps, language } = c.var
  const t = boundaryText[language]
  const { slug } = organisation
  const { role, records, consultations, statements } = await getBoundary(deps, organisation.id, roleIdOf(c))
  const today = localDateOf(deps.clock.now())
  const current = findInForce(records, today)
  const acts = permits(membership.role, 'roles:manage')
  const title = `${t.register}: ${titleOf(role, language)}`
  const form = { slug, roleId: role.id, language, today }
  return renderPage(
    c,
    {
      ...{ title, organisation, current: 'boundary', wide: true, errors: typed?.errors ?? [] },
      back: { href: path('serviceBoundary', { slug }), text: t.register },
    },
    <>
      <h1 class="govuk-heading-l">{title}</h1>
      <Current record={current} language={language} />
      {acts ? <RecordForm {...form} typed={typed} statements={statements} current={current} /> : null}
      <Talks consultations={consultations} language={language} />
      {acts ? <TalkForm {...form} typed={typed} /> : null}
      {records.length > 1 ? <History records={records} language={language} /> : null}
    </>,
  )
}

const Current = ({
  record,
  language,
}: {
  readonly record: BoundaryRecord | undefined
  readonly language: Language
}) => {
  const t = boundaryText[language]
  const common = commonText[language]
  return (
    <Part title={t.now}>
      {record === undefined ? (
        <p class="govuk-body">{t.noRecord}</p>
      ) : (
        <SummaryList
          rows={[
            {
              key: t.class,
              value: `${common.classes[record.taskClass]}. ${common.classHelp[record.taskClass]}`,
            },
            { key: t.rationale, value: record.rationale },
            { key: t.since, value: formatDate(record.inForceFrom, language) },
            { key: t.reviewOn, value: formatDate(record.reviewOn, language) },
            { key: t.statement, value: record.statementVersion ?? common.none },
            { key: t.decidedBy, value: record.decidedBy },
          ]}
        />
      )}
    </Part>
  )
}

type FormProps = {
  readonly slug: string
  readonly roleId: string
  readonly language: Language
  readonly today: string
  readonly typed: Typed | undefined
}

const RecordForm = (
  props: FormProps & {
    readonly statements: readonly PositionStatement[]
    readonly current: BoundaryRecord | undefined
  },
) => {
  const { slug, roleId, language, today, statements, current } = props
  const t = boundaryText[language]
  const common = commonText[language]
  const typed = props.typed?.form === 'record' ? props.typed : undefined
  const errors = typed?.errors ?? []
  const values = typed?.values ?? {
    ...{ taskClass: current?.taskClass ?? '', rationale: '', decidedBy: '' },
    ...{ inForceFrom: today, reviewOn: addMonths(today, 12) },
    statementVersion: findInForce(statements, today)?.version ?? '',
  }
  const { Text, Area, Choice } = fieldsOf({ language, errors, values })
  return (
    <Details summary={t.record} open={typed !== undefined || current === undefined}>
      <p class="govuk-body">{t.unpublishes}</p>
      <form method="post" action={path('serviceBoundaryRecord', { slug, roleId })} novalidate>
        <Radios
          name="taskClass"
          legend={t.class}
          language={language}
          {...errorOf(errors, 'taskClass')}
          items={taskClasses.map((value) => ({
            ...{ value, text: common.classes[value], hint: common.classHelp[value] },
            checked: values['taskClass'] === value,
          }))}
        />
        <Area id="rationale" label={t.rationale} rows={3} />
        <Choice
          id="statementVersion"
          label={t.statement}
          items={[
            { value: '', text: common.none },
            ...statements.map(({ version, title }) => ({ value: version, text: `${version}: ${title}` })),
          ]}
        />
        <Text id="inForceFrom" label={t.inForceFrom} type="date" width={10} />
        <Text id="reviewOn" label={t.reviewOn} type="date" width={10} />
        <Text id="decidedBy" label={t.decidedBy} />
        <Button>{common.save}</Button>
      </form>
    </Details>
  )
}

const Talks = (props: { readonly consultations: readonly Consultation[]; readonly language: Language }) => {
  const { consultations, language } = props
  const t = boundaryText[language]
  if (consultations.length === 0)
    return (
      <Part title={t.talks}>
        <p class="govuk-body">{t.noTalks}</p>
      </Part>
    )
  const head = [t.body, t.heldOn, t.outcome, t.note, ''].map((text) => ({ text }))
  return (
    <Table caption={t.talks} head={head}>
      {[...consultations].reverse().map(({ body, heldOn, outcome, note, documentUrl }) => (
        <tr class="govuk-table__row">
          <Cell header>{body}</Cell>
          <Cell>{formatDate(heldOn, language)}</Cell>
          <Cell>{commonText[language].outcomes[outcome]}</Cell>
          <Cell>{note ?? ''}</Cell>
          <Cell>
            {documentUrl === null ? null : (
              <a class="govuk-link" href={documentUrl} rel="noreferrer">
                {t.openDocument}
                <span class="govuk-visually-hidden">{`: ${body}`}</span>
              </a>
            )}
          </Cell>
        </tr>
      ))}
    </Table>
  )
}

const TalkForm = (props: FormProps) => {
  const { slug, roleId, language, today } = props
  const t = boundaryText[language]
  const common = commonText[language]
  const typed = props.typed?.form === 'talk' ? props.typed : undefined
  const values = typed?.values ?? { heldOn: today }
  const { Text, Area, Choice } = fieldsOf({ language, errors: typed?.errors ?? [], values })
  return (
    <Details summary={t.addTalk} open={typed !== undefined}>
      <form method="post" action={path('serviceBoundaryTalk', { slug, roleId })} novalidate>
        <Text id="body" label={t.body} />
        <Text id="heldOn" label={t.heldOn} type="date" width={10} />
        <Choice
          id="outcome"
          label={t.outcome}
          items={[
            { value: '', text: common.choose },
            ...consultationOutcomes.map((value) => ({ value, text: common.outcomes[value] })),
          ]}
        />
        <Area id="note" label={t.note} rows={3} />
        <Text id="documentUrl" label={t.document} type="url" />
        <Button>{common.save}</Button>
      </form>
    </Details>
  )
}

const History = (props: { readonly records: readonly BoundaryRecord[]; readonly language: Language }) => {
  const { records, language } = props
  const t = boundaryText[language]
  const head = [t.since, t.class, t.rationale, t.statement, t.decidedBy].map((text) => ({ text }))
  return (
    <Table caption={t.history} head={head}>
      {[...records].reverse().map((record) => (
        <tr class="govuk-table__row">
          <Cell header>{formatDate(record.inForceFrom, language)}</Cell>
          <Cell>{commonText[language].classes[record.taskClass]}</Cell>
          <Cell>{record.rationale}</Cell>
          <Cell>{record.statementVersion ?? ''}</Cell>
          <Cell>{record.decidedBy}</Cell>
        </tr>
      ))}
    </Table>
  )
}

export const showBoundary = async (c: AppContext) =>
  renderBoundary(c, await requirePermission(c, 'boundary:read'))

export const postRecord = async (c: AppContext) => {
  const permitted = await requirePermission(c, 'roles:manage')
  const { organisation, actor } = permitted
  const { text } = await readSent(c)
  const entry = {
    ...{ taskClass: text('taskClass'), rationale: text('rationale'), decidedBy: text('decidedBy') },
    ...{
      statementVersion: text('statementVersion'),
      inForceFrom: text('inForceFrom'),
      reviewOn: text('reviewOn'),
    },
  }
  const done = await recordBoundary(c.var.deps, organisation.id, roleIdOf(c), entry, actor)
  const here = path('serviceBoundaryRole', { slug: organisation.slug, roleId: roleIdOf(c) })
  if (done.ok) return c.redirect(here, 303)
  const errors = describeFaults(done.reason, boundaryText[c.var.language].faults)
  return renderBoundary(c, permitted, { form: 'record', values: entry, errors })
}

export const postTalk = async (c: AppContext) => {
  const permitted = await requirePermission(c, 'roles:manage')
  const { organisation, actor } = permitted
  const { text } = await readSent(c)
  const entry = {
    ...{ body: text('body'), heldOn: text('heldOn'), outcome: text('outcome') },
    ...{ note: text('note'), documentUrl: text('documentUrl') },
  }
  const done = await recordConsultation(c.var.deps, organisation.id, roleIdOf(c), entry, actor)
  const here = path('serviceBoundaryRole', { slug: organisation.slug, roleId: roleIdOf(c) })
  if (done.ok) return c.redirect(here, 303)
  const errors = describeFaults(done.reason, boundaryText[c.var.language].faults)
  return renderBoundary(c, permitted, { form: 'talk', values: entry, errors })
}
