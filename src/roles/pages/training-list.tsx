import { localDateOf } from '../../hours/rules/local-date-of'
import { path } from '../../paths'
import { namesOf } from '../../people/actions'
import type { FieldProblem } from '../../problems'
import type { AppContext, Language } from '../../web/app-env'
import {
  Button,
  Cell,
  Checkboxes,
  NotificationBanner,
  Pagination,
  Select,
  Table,
  Tag,
} from '../../web/components'
import { formatDate } from '../../web/format'
import { type Permitted, requirePermission } from '../../web/guard'
import { renderPage } from '../../web/layout'
import { listRoles } from '../actions'
import { placementsOf } from '../placements/actions'
import { findTrainingModule, trainingModules } from '../rules/find-training-module'
import { listExpiring, recordTraining } from '../training/actions'
import { checkKinds, type Expiring } from '../training/model'
import { commonText } from './common-text'
import { describeFaults, errorOf, fieldsOf, Part, readSent, titleOf } from './forms'
import { trainingText } from './training-text'

const PAGE_SIZE = 50

type Typed = {
  readonly roleId: string
  readonly people: readonly string[]
  readonly values: Readonly<Record<string, string>>
  readonly errors: readonly FieldProblem[]
}

/** What runs out, and training of a group in one go. */
const renderTraining = async (c: AppContext, { organisation }: Permitted, typed?: Typed) => {
  const { deps, language } = c.var
  const t = trainingText[language]
  const { id, slug } = organisation
  const after = c.req.query('after')
  const added = c.req.query('added')
  const page = await listExpiring(deps, id, { limit: PAGE_SIZE, ...(after === undefined ? {} : { after }) })
  const here = path('serviceTraining', { slug })
  return renderPage(
    c,
    {
      ...{ title: t.training, organisation, current: 'roles', wide: true, errors: typed?.errors ?? [] },
      back: { href: path('serviceRoles', { slug }), text: commonText[language].roles },
    },
    <>
      {added !== undefined && /^\d{1,4}$/.test(added) ? (
        <NotificationBanner success language={language}>
          <p class="govuk-notification-banner__heading">{t.recorded(Number(added))}</p>
        </NotificationBanner>
      ) : null}
      <h1 class="govuk-heading-l">{t.training}</h1>
      <p class="govuk-body">{t.intro}</p>
      <ExpiringTable rows={page.rows} slug={slug} language={language} today={localDateOf(deps.clock.now())} />
      <Pagination
        language={language}
        {...(page.next === undefined ? {} : { next: `${here}?after=${page.next}` })}
      />
      <Part title={t.register}>{await GroupForm({ c, organisationId: id, slug, typed })}</Part>
    </>,
  )
}

const ExpiringTable = (props: {
  readonly rows: readonly Expiring[]
  readonly slug: string
  readonly language: Language
  readonly today: string
}) => {
  const { rows, slug, language, today } = props
  const t = trainingText[language]
  if (rows.length === 0) return <p class="govuk-body">{t.nothing}</p>
  const nameOf = ({ kind, what }: Expiring) => {
    if (kind === 'training') return findTrainingModule(what)?.title[language] ?? what
    const check = checkKinds.find((one) => one === what)
    return check === undefined ? what : t.kinds[check]
  }
  const head = [commonText[language].volunteer, t.what, t.expires].map((text) => ({ text }))
  return (
    <Table caption={t.expiring} head={head}>
      {rows.map((row) => (
        <tr class="govuk-table__row">
          <Cell header>
            <a class="govuk-link" href={path('serviceVolunteerTraining', { slug, personId: row.personId })}>
              {row.personName}
            </a>
          </Cell>
          <Cell>{nameOf(row)}</Cell>
          <Cell>
            {formatDate(row.expiresOn, language)}{' '}
            {row.expiresOn <= today ? <Tag colour="red">{t.over}</Tag> : null}
          </Cell>
        </tr>
      ))}
    </Table>
  )
}

/** First a role, then who of those who have it was there. */
const GroupForm = async (props: {
  readonly c: AppContext
  readonly organisationId: string
  readonly slug: string
  readonly typed: Typed | undefined
}) => {
  const { c, organisationId, slug, typed } = props
  const { deps, language } = c.var
  const t = trainingText[language]
  const roleId = typed?.roleId ?? c.req.query('role') ?? ''
  const today = localDateOf(deps.clock.now())
  const roles = (await listRoles(deps, organisationId)).map((role) => ({
    ...{ value: role.id, text: titleOf(role, language), selected: role.id === roleId },
  }))
  const now = (await placementsOf(deps, organisationId)).filter(
    (one) => one.roleId === roleId && (one.endsOn === null || one.endsOn >= today),
  )
  const names = await namesOf(deps, organisationId, [...new Set(now.map(({ personId }) => personId))])
  const people = [...names]
    .map(([value, text]) => ({ value, text, checked: typed?.people.includes(value) ?? false }))
    .sort((a, b) => a.text.localeCompare(b.text, language))
  return (
    <>
      <p class="govuk-body">{t.registerHelp}</p>
      <form method="get" action={path('serviceTraining', { slug })}>
        <Select
          id="role"
          label={commonText[language].role}
          items={[{ value: '', text: commonText[language].choose }, ...roles]}
        />
        <Button secondary>{t.showPeople}</Button>
      </form>
      {roleId === '' ? null : people.length === 0 ? (
        <p class="govuk-body">{t.noPeople}</p>
      ) : (
        <form method="post" action={path('serviceTraining', { slug })} novalidate>
          <input type="hidden" name="roleId" value={roleId} />
          <ModuleFields
            values={typed?.values ?? { completedOn: today }}
            errors={typed?.errors ?? []}
            language={language}
          />
          <Checkboxes
            name="personIds"
            legend={t.people}
            small
            language={language}
            items={people}
            {...errorOf(typed?.errors ?? [], 'personIds')}
          />
          <Button>{commonText[language].save}</Button>
        </form>
      )}
    </>
  )
}

/** Module, day and score. */
export const ModuleFields = (props: {
  readonly values: Readonly<Record<string, string>>
  readonly errors: readonly FieldProblem[]
  readonly language: Language
}) => {
  const { language } = props
  const t = trainingText[language]
  const { Text, Choice } = fieldsOf(props)
  const modules = trainingModules.map(({ code, title }) => ({ value: code, text: title[language] }))
  return (
    <>
      <Choice
        id="module"
        label={t.module}
        items={[{ value: '', text: commonText[language].choose }, ...modules]}
      />
      <Text id="completedOn" label={t.completedOn} type="date" width={10} />
      <Text id="score" label={t.score} hint={t.scoreHint} width={3} />
    </>
  )
}

export const showTraining = async (c: AppContext) =>
  renderTraining(c, await requirePermission(c, 'training:manage'))

export const postTraining = async (c: AppContext) => {
  const permitted = await requirePermission(c, 'training:manage')
  const { deps, language } = c.var
  const { organisation, actor } = permitted
  const { text, list } = await readSent(c)
  const values = { module: text('module'), completedOn: text('completedOn'), score: text('score') }
  const people = list('personIds')
  const done = await recordTraining(deps, organisation.id, { ...values, personIds: people }, actor)
  const here = path('serviceTraining', { slug: organisation.slug })
  if (done.ok) return c.redirect(`${here}?added=${done.value.added}`, 303)
  const errors = describeFaults(done.reason, trainingText[language].faults)
  return renderTraining(c, permitted, { roleId: text('roleId'), people, values, errors })
}
