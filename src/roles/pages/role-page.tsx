import { permits } from '../../organisations/rules/permits'
import { path } from '../../paths'
import type { AppContext, Language } from '../../web/app-env'
import {
  Button,
  ButtonGroup,
  Cell,
  Details,
  InsetText,
  SummaryList,
  Table,
  Tag,
  WarningText,
} from '../../web/components'
import { formatDate } from '../../web/format'
import { requirePermission } from '../../web/guard'
import { renderPage } from '../../web/layout'
import { getRole, setRoleState } from '../catalogue/actions'
import type { DbsDecision } from '../catalogue/model'
import type { RoleDetails } from '../model'
import { findTrainingModule } from '../rules/find-training-module'
import { nameNationalRole } from '../rules/name-national-role'
import type { Readiness, ReadinessStep } from '../rules/readiness-of'
import { commonText } from './common-text'
import { Bullets, Part, readSent, titleOf } from './forms'
import { stateColours } from './role-list'
import { roleText } from './role-text'

/** Everything about one role: what is missing before it can be published, and what is decided. */
export const renderRole = async (c: AppContext) => {
  const { organisation, membership } = await requirePermission(c, 'roles:read')
  const { deps, language } = c.var
  const t = roleText[language]
  const common = commonText[language]
  const { slug } = organisation
  const { role, readiness, decisions } = await getRole(deps, organisation.id, c.req.param('roleId') ?? '')
  const acts = permits(membership.role, 'roles:manage')
  const title = titleOf(role, language)
  return renderPage(
    c,
    {
      ...{ title, organisation, current: 'roles' },
      back: { href: path('serviceRoles', { slug }), text: common.roles },
    },
    <>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">
        <Tag colour={stateColours[role.state]}>{common.states[role.state]}</Tag>{' '}
        {`${role.nationalCode} ${nameNationalRole(role.nationalCode, language)}`}
      </p>
      {role.state === 'published' ? (
        <p class="govuk-body">
          <a class="govuk-link" href={path('publicRole', { slug, roleId: role.id })}>
            {t.publicPage}
          </a>
        </p>
      ) : null}
      {role.state === 'adopted' ? (
        <ReadinessPart role={role} readiness={readiness} slug={slug} language={language} acts={acts} />
      ) : null}
      {acts ? <StateForms role={role} readiness={readiness} slug={slug} language={language} /> : null}
      <Facts role={role} language={language} />
      {acts ? (
        <Button href={path('serviceRoleEdit', { slug, roleId: role.id })} secondary>
          {t.edit}
        </Button>
      ) : null}
      <Checks decisions={decisions} language={language} />
      <ButtonGroup>
        {acts ? (
          <Button href={path('serviceRoleCheck', { slug, roleId: role.id })} secondary>
            {t.checkDecide}
          </Button>
        ) : null}
        <a class="govuk-link" href={path('serviceBoundaryRole', { slug, roleId: role.id })}>
          {t.boundaryOpen}
        </a>
      </ButtonGroup>
    </>,
  )
}

type PartProps = {
  readonly role: RoleDetails
  readonly readiness: Readiness
  readonly slug: string
  readonly language: Language
}

const stepColours = { done: 'green', missing: 'red', 'not-needed': 'grey' } as const

/** What has to be there before the role can be published, and where to supply what is missing. */
const ReadinessPart = ({ role, readiness, slug, language, acts }: PartProps & { readonly acts: boolean }) => {
  const t = roleText[language]
  const parts = { slug, roleId: role.id }
  const supplied: Record<ReadinessStep, string> = {
    description: path('serviceRoleEdit', parts),
    boundary: path('serviceBoundaryRole', parts),
    consultation: path('serviceBoundaryRole', parts),
    check: path('serviceRoleCheck', parts),
    training: path('serviceRoleEdit', parts),
    supervisor: path('serviceRoleEdit', parts),
  }
  return (
    <>
      {readiness.staffOnly ? <WarningText language={language}>{t.staffOnly}</WarningText> : null}
      <Table caption={t.readiness} head={[{ text: '' }, { text: commonText[language].status }, { text: '' }]}>
        {readiness.steps.map(({ step, state }) => (
          <tr class="govuk-table__row">
            <Cell header>{t.steps[step]}</Cell>
            <Cell>
              <Tag colour={stepColours[state]}>{t.stepStates[state]}</Tag>
            </Cell>
            <Cell>
              {acts && state === 'missing' ? (
                <a class="govuk-link" href={supplied[step]}>
                  {t.supply}
                  <span class="govuk-visually-hidden">{`: ${t.steps[step]}`}</span>
                </a>
              ) : null}
            </Cell>
          </tr>
        ))}
      </Table>
      {readiness.ready ? <InsetText>{t.ready}</InsetText> : null}
    </>
  )
}

const StateForms = ({ role, readiness, slug, language }: PartProps) => {
  const t = roleText[language]
  const action = path('serviceRoleState', { slug, roleId: role.id })
  return (
    <form method="post" action={action}>
      <ButtonGroup>
        {role.state === 'adopted' && readiness.ready ? (
          <Button name="state" value="published">
            {t.publish}
          </Button>
        ) : null}
        {role.state === 'adopted' ? null : (
          <Button name="state" value="adopted" secondary>
            {role.state === 'published' ? t.unpublish : t.reopen}
          </Button>
        )}
        {role.state === 'retired' ? null : (
          <Button name="state" value="retired" secondary>
            {t.retire}
          </Button>
        )}
      </ButtonGroup>
      {role.state === 'retired' ? null : <p class="govuk-hint">{t.retireHelp}</p>}
    </form>
  )
}

const trainingOf = (codes: readonly string[] | null, language: Language) => {
  const t = roleText[language]
  if (codes === null) return t.undecided
  if (codes.length === 0) return t.noTraining
  return codes.map((code) => findTrainingModule(code)?.title[language] ?? code).join(', ')
}

/** The names of the codes that the table knows. */
export const named = (codes: readonly string[], names: Readonly<Record<string, string>>): string =>
  codes.map((code) => names[code] ?? code).join(', ')

const Facts = ({ role, language }: { readonly role: RoleDetails; readonly language: Language }) => {
  const t = roleText[language]
  const common = commonText[language]
  const welsh = language === 'cy'
  const tasks = welsh && role.tasksCy.length > 0 ? role.tasksCy : role.tasksEn
  const reason = (welsh ? role.ageReasonCy : null) ?? role.ageReasonEn
  const rows = [
    { key: t.summary, value: (welsh ? role.summaryCy : null) ?? role.summaryEn ?? common.none },
    { key: t.tasks, value: tasks.length === 0 ? common.none : <Bullets items={tasks} /> },
    { key: t.class, value: common.classes[role.boundaryClass] },
    { key: t.delivery, value: named(role.deliveryModes, common.modes) },
    { key: t.offers, value: named(role.offers, common.offers) },
    { key: t.skills, value: role.skills.join(' ') },
    {
      key: t.age,
      value: role.minimumAge === null ? t.anyAge : `${common.years(role.minimumAge)}. ${reason ?? ''}`,
    },
    { key: t.supervisor, value: role.supervisorName ?? common.none },
    { key: t.trainingNeeded, value: trainingOf(role.trainingNeeded, language) },
    {
      key: t.induction,
      value: <Bullets items={role.induction.map((item) => (welsh ? item.cy : null) ?? item.en)} />,
    },
    ...(role.budgetCode === null ? [] : [{ key: t.budget, value: role.budgetCode }]),
  ]
  return (
    <Part title={t.facts}>
      <SummaryList rows={rows} />
    </Part>
  )
}

/** What was decided about the check, the newest first. */
const Checks = ({
  decisions,
  language,
}: {
  readonly decisions: readonly DbsDecision[]
  readonly language: Language
}) => {
  const t = roleText[language]
  const common = commonText[language]
  const [newest, ...earlier] = [...decisions].reverse()
  if (newest === undefined)
    return (
      <Part title={t.check}>
        <p class="govuk-body">{t.noCheck}</p>
      </Part>
    )
  const by = (one: DbsDecision) => t.checkBy(one.decidedBy, formatDate(one.decidedOn, language))
  return (
    <Part title={t.check}>
      <SummaryList
        rows={[
          { key: t.risk, value: common.risks[newest.risk] },
          { key: t.level, value: common.levels[newest.level] },
          { key: t.basis, value: newest.legalBasis },
          { key: t.decidedBy, value: by(newest) },
        ]}
      />
      {earlier.length === 0 ? null : (
        <Details summary={t.earlier}>
          <Bullets
            items={earlier.map((one) => `${common.levels[one.level]}: ${one.legalBasis}. ${by(one)}.`)}
          />
        </Details>
      )}
    </Part>
  )
}

/** Publishes a role, takes it back, retires it or takes it up again. */
export const changeState = async (c: AppContext) => {
  const { organisation, actor } = await requirePermission(c, 'roles:manage')
  const state = (await readSent(c)).text('state')
  const roleId = c.req.param('roleId') ?? ''
  const wanted = (['adopted', 'published', 'retired'] as const).find((one) => one === state)
  if (wanted === undefined) await getRole(c.var.deps, organisation.id, roleId)
  else await setRoleState(c.var.deps, organisation.id, roleId, wanted, actor)
  return c.redirect(path('serviceRole', { slug: organisation.slug, roleId }), 303)
}
