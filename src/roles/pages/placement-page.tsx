import { wordsText } from '../../endorsements/page-text'
import { localDateOf } from '../../hours/rules/local-date-of'
import { permits } from '../../organisations/rules/permits'
import { path } from '../../paths'
import type { FieldProblem } from '../../problems'
import type { AppContext, Language } from '../../web/app-env'
import { Button, Checkboxes, Details, SummaryList } from '../../web/components'
import { formatDate } from '../../web/format'
import { type Permitted, requirePermission } from '../../web/guard'
import { renderPage } from '../../web/layout'
import { accessOfPlacement, grantAccess } from '../access/actions'
import { type AccessRow, accessLevels, dataClasses } from '../access/model'
import { endPlacement, getPlacement, tickInduction } from '../placements/actions'
import { endReasons, type InductionLine, type PlacementRow } from '../placements/model'
import { isDay } from '../rules/is-day'
import { AccessTable } from './access-pages'
import { accessText } from './access-text'
import { commonText } from './common-text'
import { describeFaults, errorOf, fieldsOf, Part, readSent, titleOf } from './forms'
import { placementText } from './placement-text'

const idOf = (c: AppContext) => c.req.param('placementId') ?? ''

type Typed = {
  readonly form: 'end' | 'access'
  readonly values: Readonly<Record<string, string>>
  readonly errors: readonly FieldProblem[]
}

/** One placement: its facts, the checklist of the first weeks, access to systems, and its end. */
const renderPlacement = async (c: AppContext, { organisation, membership }: Permitted, typed?: Typed) => {
  const { deps, language } = c.var
  const t = placementText[language]
  const { slug } = organisation
  const { placement, induction } = await getPlacement(deps, organisation.id, idOf(c))
  const access = await accessOfPlacement(deps, organisation.id, placement.id)
  const may = (permission: 'placements:manage' | 'access:manage') => permits(membership.role, permission)
  const today = localDateOf(deps.clock.now())
  const holds = placement.endsOn === null || placement.endsOn >= today
  const role = titleOf({ titleEn: placement.roleTitleEn, titleCy: placement.roleTitleCy }, language)
  const form = { slug, placementId: placement.id, language, today }
  return renderPage(
    c,
    {
      ...{ title: `${placement.personName}: ${role}`, organisation, current: 'placements' },
      ...{ wide: true, errors: typed?.errors ?? [] },
      back: { href: path('servicePlacements', { slug }), text: t.placements },
    },
    <>
      <h1 class="govuk-heading-l">{`${placement.personName}: ${role}`}</h1>
      <Facts placement={placement} language={language} />
      {may('placements:manage') ? (
        <p class="govuk-body">
          <a
            class="govuk-link"
            href={path('serviceVolunteerTraining', { slug, personId: placement.personId })}
          >
            {t.training}
          </a>
        </p>
      ) : null}
      {permits(membership.role, 'endorsements:write') ? (
        <p class="govuk-body">
          <a
            class="govuk-link"
            href={`${path('serviceWordsWrite', { slug })}?person=${placement.personId}&about=${placement.roleId}`}
          >
            {wordsText[language].write}
          </a>
        </p>
      ) : null}
      <Induction {...form} lines={induction} acts={may('placements:manage')} />
      <Access {...form} rows={access} acts={may('access:manage')} holds={holds} typed={typed} />
      {may('placements:manage') ? <EndForm {...form} typed={typed} /> : null}
    </>,
  )
}

const Facts = ({
  placement,
  language,
}: {
  readonly placement: PlacementRow
  readonly language: Language
}) => {
  const t = placementText[language]
  const common = commonText[language]
  const { endsOn, endReason } = placement
  return (
    <SummaryList
      rows={[
        { key: common.branch, value: placement.branchName ?? common.anyBranch },
        { key: t.starts, value: formatDate(placement.startsOn, language) },
        { key: t.ends, value: endsOn === null ? common.noEnd : formatDate(endsOn, language) },
        ...(endReason === null ? [] : [{ key: t.endedBecause, value: common.endReasons[endReason] }]),
        { key: t.supervisor, value: placement.supervisorName },
      ]}
    />
  )
}

type FormProps = {
  readonly slug: string
  readonly placementId: string
  readonly language: Language
  readonly today: string
}

const Induction = (
  props: FormProps & { readonly lines: readonly InductionLine[]; readonly acts: boolean },
) => {
  const { slug, placementId, language, lines, acts } = props
  const t = placementText[language]
  if (lines.length === 0)
    return (
      <Part title={t.inductionTitle}>
        <p class="govuk-body">{t.inductionNone}</p>
      </Part>
    )
  const items = lines.map(({ id, en, cy, tickedBy, tickedAt }) => ({
    ...{ value: id, text: (language === 'cy' ? cy : null) ?? en, checked: tickedBy !== null },
    ...(tickedBy === null || tickedAt === null
      ? {}
      : { hint: t.tickedBy(tickedBy, formatDate(tickedAt, language)) }),
  }))
  return (
    <form method="post" action={path('servicePlacementInduction', { slug, placementId })}>
      <Checkboxes name="item" legend={t.inductionTitle} small items={items} />
      {acts ? <Button secondary>{commonText[language].save}</Button> : null}
    </form>
  )
}

const Access = (
  props: FormProps & {
    readonly rows: readonly AccessRow[]
    readonly acts: boolean
    readonly holds: boolean
    readonly typed: Typed | undefined
  },
) => {
  const { slug, language, rows, today, acts, holds } = props
  const t = accessText[language]
  return (
    <Part title={t.access}>
      {rows.length === 0 ? (
        <p class="govuk-body">{t.none}</p>
      ) : (
        <AccessTable
          rows={rows}
          slug={slug}
          language={language}
          today={today}
          acts={false}
          caption={t.access}
        />
      )}
      {acts && holds ? <GrantForm {...props} /> : null}
    </Part>
  )
}

const GrantForm = (props: FormProps & { readonly typed: Typed | undefined }) => {
  const { slug, placementId, language } = props
  const t = accessText[language]
  const common = commonText[language]
  const typed = props.typed?.form === 'access' ? props.typed : undefined
  const errors = typed?.errors ?? []
  const values = typed?.values ?? {}
  const { Text, Choice } = fieldsOf({ language, errors, values })
  const choose = { value: '', text: common.choose }
  return (
    <Details summary={t.grant} open={typed !== undefined}>
      <form method="post" action={path('servicePlacementAccess', { slug, placementId })} novalidate>
        <Text id="system" label={t.system} />
        <Choice
          id="dataClass"
          label={t.dataClass}
          items={[choose, ...dataClasses.map((value) => ({ value, text: t.dataClasses[value] }))]}
        />
        <Choice
          id="level"
          label={t.level}
          items={[choose, ...accessLevels.map((value) => ({ value, text: t.levels[value] }))]}
        />
        <Text id="expiresOn" label={t.expires} hint={t.expiryHint} type="date" width={10} />
        <Checkboxes
          name="ownLogin"
          legend={t.ownLogin}
          small
          language={language}
          {...errorOf(errors, 'ownLogin')}
          items={[{ value: 'yes', text: t.ownLoginText, checked: values['ownLogin'] === 'yes' }]}
        />
        <Button>{t.grant}</Button>
      </form>
    </Details>
  )
}

const EndForm = (props: FormProps & { readonly typed: Typed | undefined }) => {
  const { slug, placementId, language, today } = props
  const t = placementText[language]
  const common = commonText[language]
  const typed = props.typed?.form === 'end' ? props.typed : undefined
  const { Text, Choice } = fieldsOf({
    ...{ language, errors: typed?.errors ?? [], values: typed?.values ?? { endOn: today } },
  })
  return (
    <Details summary={t.endTitle} open={typed !== undefined}>
      <p class="govuk-body">{t.endHelp}</p>
      <form method="post" action={path('servicePlacementEnd', { slug, placementId })} novalidate>
        <Text id="endOn" label={t.endOn} type="date" width={10} />
        <Choice
          id="endReason"
          label={t.endReason}
          items={[
            { value: '', text: common.choose },
            ...endReasons.map((value) => ({ value, text: common.endReasons[value] })),
          ]}
        />
        <Button warning>{t.end}</Button>
      </form>
    </Details>
  )
}

export const showPlacement = async (c: AppContext) =>
  renderPlacement(c, await requirePermission(c, 'placements:read'))

const hereOf = (c: AppContext, { organisation }: Permitted) =>
  path('servicePlacement', { slug: organisation.slug, placementId: idOf(c) })

export const postInduction = async (c: AppContext) => {
  const permitted = await requirePermission(c, 'placements:manage')
  const { list } = await readSent(c)
  await tickInduction(c.var.deps, permitted.organisation.id, idOf(c), list('item'), permitted.actor)
  return c.redirect(hereOf(c, permitted), 303)
}

export const postEnd = async (c: AppContext) => {
  const permitted = await requirePermission(c, 'placements:manage')
  const { deps, language } = c.var
  const { text } = await readSent(c)
  const on = text('endOn')
  const reason = endReasons.find((one) => one === text('endReason'))
  const faults = [
    ...(isDay(on) ? [] : [{ field: 'endOn', reason: 'day-missing' as const }]),
    ...(reason === undefined ? [{ field: 'endReason', reason: 'reason-missing' as const }] : []),
  ]
  if (reason === undefined || faults.length > 0) {
    const errors = describeFaults(faults, placementText[language].faults)
    return renderPlacement(c, permitted, {
      form: 'end',
      errors,
      values: { endOn: on, endReason: text('endReason') },
    })
  }
  await endPlacement(deps, permitted.organisation.id, idOf(c), { on, reason }, permitted.actor)
  return c.redirect(hereOf(c, permitted), 303)
}

export const postAccess = async (c: AppContext) => {
  const permitted = await requirePermission(c, 'access:manage')
  const { deps, language } = c.var
  const { text } = await readSent(c)
  const typed = {
    ...{ system: text('system'), dataClass: text('dataClass'), level: text('level') },
    expiresOn: text('expiresOn'),
  }
  const entry = { ...typed, ownLogin: text('ownLogin') === 'yes' }
  const done = await grantAccess(deps, permitted.organisation.id, idOf(c), entry, permitted.actor)
  if (done.ok) return c.redirect(hereOf(c, permitted), 303)
  const errors = describeFaults(done.reason, accessText[language].faults)
  return renderPlacement(c, permitted, {
    ...{ form: 'access', errors, values: { ...typed, ownLogin: text('ownLogin') } },
  })
}
