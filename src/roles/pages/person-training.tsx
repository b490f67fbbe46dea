import { localDateOf } from '../../hours/rules/local-date-of'
import { path } from '../../paths'
import { getPerson } from '../../people/actions'
import type { FieldProblem } from '../../problems'
import type { AppContext, Language } from '../../web/app-env'
import { Button, Cell, Details, Table, Tag } from '../../web/components'
import { formatDate } from '../../web/format'
import { type Permitted, requirePermission } from '../../web/guard'
import { renderPage } from '../../web/layout'
import { listPlacementsOf } from '../placements/actions'
import { findTrainingModule } from '../rules/find-training-module'
import { checksOf, recordCheck, recordTraining, trainingOf } from '../training/actions'
import {
  checkKinds,
  checkLevels,
  checkOutcomes,
  type PersonCheck,
  type TrainingRecord,
} from '../training/model'
import { commonText } from './common-text'
import { describeFaults, fieldsOf, Part, readSent } from './forms'
import { PlacementTable } from './placement-list'
import { ModuleFields } from './training-list'
import { trainingText } from './training-text'

const personIdOf = (c: AppContext) => c.req.param('personId') ?? ''

type Typed = {
  readonly form: 'training' | 'check'
  readonly values: Readonly<Record<string, string>>
  readonly errors: readonly FieldProblem[]
}

/** The roles, the training and the checks of one volunteer. */
const renderPerson = async (c: AppContext, { organisation }: Permitted, typed?: Typed) => {
  const { deps, language } = c.var
  const t = trainingText[language]
  const { id, slug } = organisation
  const person = await getPerson(deps, id, personIdOf(c))
  const placements = await listPlacementsOf(deps, id, person.id)
  const training = await trainingOf(deps, id, [person.id])
  const checks = await checksOf(deps, id, person.id)
  const today = localDateOf(deps.clock.now())
  const title = t.of(person.preferredName)
  const form = { slug, personId: person.id, language, today, typed }
  return renderPage(
    c,
    {
      ...{ title, organisation, current: 'volunteers', wide: true, errors: typed?.errors ?? [] },
      back: { href: path('serviceVolunteer', { slug, personId: person.id }), text: person.preferredName },
    },
    <>
      <h1 class="govuk-heading-l">{title}</h1>
      <PlacementTable placements={placements} slug={slug} language={language} />
      <p class="govuk-body">
        <a class="govuk-link" href={`${path('servicePlacementAdd', { slug })}?person=${person.id}`}>
          {t.addPlacement}
        </a>
      </p>
      <TrainingTable training={training} language={language} today={today} />
      <TrainingForm {...form} />
      <ChecksTable checks={checks} language={language} today={today} />
      <CheckForm {...form} />
    </>,
  )
}

const Until = (props: {
  readonly day: string | null
  readonly today: string
  readonly language: Language
}) => {
  const { day, today, language } = props
  const t = trainingText[language]
  if (day === null) return <>{t.forever}</>
  return (
    <>
      {formatDate(day, language)} {day <= today ? <Tag colour="red">{t.over}</Tag> : null}
    </>
  )
}

const TrainingTable = (props: {
  readonly training: readonly TrainingRecord[]
  readonly language: Language
  readonly today: string
}) => {
  const { training, language, today } = props
  const t = trainingText[language]
  if (training.length === 0) return <p class="govuk-body">{t.ofNone}</p>
  const head = [t.module, t.completedOn, t.result, t.expires].map((text) => ({ text }))
  return (
    <Table caption={t.training} head={head}>
      {training.map((one) => (
        <tr class="govuk-table__row">
          <Cell header>{findTrainingModule(one.module)?.title[language] ?? one.module}</Cell>
          <Cell>{formatDate(one.completedOn, language)}</Cell>
          <Cell>{`${one.passed ? t.passed : t.failed}${one.score === null ? '' : ` (${one.score}%)`}`}</Cell>
          <Cell>{one.passed ? <Until day={one.expiresOn} today={today} language={language} /> : null}</Cell>
        </tr>
      ))}
    </Table>
  )
}

type FormProps = {
  readonly slug: string
  readonly personId: string
  readonly language: Language
  readonly today: string
  readonly typed: Typed | undefined
}

const TrainingForm = ({ slug, personId, language, today, typed }: FormProps) => {
  const t = trainingText[language]
  const own = typed?.form === 'training' ? typed : undefined
  return (
    <Details summary={t.addTraining} open={own !== undefined}>
      <form method="post" action={path('serviceVolunteerTraining', { slug, personId })} novalidate>
        <ModuleFields
          values={own?.values ?? { completedOn: today }}
          errors={own?.errors ?? []}
          language={language}
        />
        <Button>{commonText[language].save}</Button>
      </form>
    </Details>
  )
}

const ChecksTable = (props: {
  readonly checks: readonly PersonCheck[]
  readonly language: Language
  readonly today: string
}) => {
  const { checks, language, today } = props
  const t = trainingText[language]
  const levels = commonText[language].levels
  const what = ({ kind, level, relation }: PersonCheck) =>
    [
      t.kinds[kind],
      ...(level === null ? [] : [levels[level]]),
      ...(relation === null ? [] : [relation]),
    ].join(', ')
  if (checks.length === 0)
    return (
      <Part title={t.checks}>
        <p class="govuk-body">{t.checksNone}</p>
      </Part>
    )
  const head = [t.kind, t.outcome, t.decidedBy, t.decidedOn, t.expiresOn].map((text) => ({ text }))
  return (
    <Table caption={t.checks} head={head}>
      {checks.map((one) => (
        <tr class="govuk-table__row">
          <Cell header>{what(one)}</Cell>
          <Cell>{t.outcomes[one.outcome]}</Cell>
          <Cell>{one.decidedBy}</Cell>
          <Cell>{formatDate(one.decidedOn, language)}</Cell>
          <Cell>
            <Until day={one.expiresOn} today={today} language={language} />
          </Cell>
        </tr>
      ))}
    </Table>
  )
}

const CheckForm = ({ slug, personId, language, today, typed }: FormProps) => {
  const t = trainingText[language]
  const common = commonText[language]
  const own = typed?.form === 'check' ? typed : undefined
  const { Text, Choice } = fieldsOf({
    ...{ language, errors: own?.errors ?? [], values: own?.values ?? { decidedOn: today } },
  })
  const choose = { value: '', text: common.choose }
  return (
    <Details summary={t.addCheck} open={own !== undefined}>
      <p class="govuk-body">{t.checksHelp}</p>
      <form method="post" action={path('serviceVolunteerChecks', { slug, personId })} novalidate>
        <Choice
          id="kind"
          label={t.kind}
          items={[choose, ...checkKinds.map((value) => ({ value, text: t.kinds[value] }))]}
        />
        <Choice
          id="level"
          label={t.level}
          items={[
            { value: '', text: t.noLevel },
            ...checkLevels.map((value) => ({ value, text: common.levels[value] })),
          ]}
        />
        <Choice
          id="outcome"
          label={t.outcome}
          items={[choose, ...checkOutcomes.map((value) => ({ value, text: t.outcomes[value] }))]}
        />
        <Text id="relation" label={t.relation} hint={t.relationHint} />
        <Text id="decidedBy" label={t.decidedBy} />
        <Text id="decidedOn" label={t.decidedOn} type="date" width={10} />
        <Text id="expiresOn" label={t.expiresOn} hint={t.expiresHint} type="date" width={10} />
        <Button>{common.save}</Button>
      </form>
    </Details>
  )
}

export const showPerson = async (c: AppContext) =>
  renderPerson(c, await requirePermission(c, 'training:manage'))

const hereOf = (c: AppContext, { organisation }: Permitted) =>
  path('serviceVolunteerTraining', { slug: organisation.slug, personId: personIdOf(c) })

export const postPersonTraining = async (c: AppContext) => {
  const permitted = await requirePermission(c, 'training:manage')
  const { deps, language } = c.var
  const { text } = await readSent(c)
  const values = { module: text('module'), completedOn: text('completedOn'), score: text('score') }
  await getPerson(deps, permitted.organisation.id, personIdOf(c))
  const entry = { ...values, personIds: [personIdOf(c)] }
  const done = await recordTraining(deps, permitted.organisation.id, entry, permitted.actor)
  if (done.ok) return c.redirect(hereOf(c, permitted), 303)
  const errors = describeFaults(done.reason, trainingText[language].faults)
  return renderPerson(c, permitted, { form: 'training', values, errors })
}

export const postPersonCheck = async (c: AppContext) => {
  const permitted = await requirePermission(c, 'training:manage')
  const { deps, language } = c.var
  const { text } = await readSent(c)
  const entry = {
    ...{ kind: text('kind'), level: text('level'), outcome: text('outcome'), relation: text('relation') },
    ...{ decidedBy: text('decidedBy'), decidedOn: text('decidedOn'), expiresOn: text('expiresOn') },
  }
  const done = await recordCheck(deps, permitted.organisation.id, personIdOf(c), entry, permitted.actor)
  if (done.ok) return c.redirect(hereOf(c, permitted), 303)
  const errors = describeFaults(done.reason, trainingText[language].faults)
  return renderPerson(c, permitted, { form: 'check', values: entry, errors })
}
