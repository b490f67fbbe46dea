import { listBranches } from '../../organisations/actions'
import { path, paths } from '../../paths'
import type { FieldProblem } from '../../problems'
import type { App, AppContext, Language } from '../../web/app-env'
import { Button, Cell, InsetText, Pagination, Radios, Select, Table } from '../../web/components'
import { formatCount, formatDate, formatTime } from '../../web/format'
import { type Permitted, requireOwnRecord, requirePermission } from '../../web/guard'
import { renderPage } from '../../web/layout'
import {
  addCheckInPoint,
  countNumbers,
  ensureNumber,
  giveNumbers,
  listCheckInPoints,
  listNumbers,
  listWhoIsIn,
  revokeCheckInPoint,
} from '../actions'
import type { CheckInPoint } from '../check-in/model'
import { showCheckInPoint } from './check-in-point'
import { checkInText } from './check-in-text'
import { roleTitle } from './session-facts'

const numbersOnPage = 200

type Typed = { readonly branchId: string; readonly kind: string; readonly errors: readonly FieldProblem[] }

const renderAdmin = async (c: AppContext, { organisation }: Permitted, typed?: Typed) => {
  const { deps, language } = c.var
  const t = checkInText[language]
  const { id, slug } = organisation
  const errors = typed?.errors ?? []
  const { given, missing } = await countNumbers(deps, id)
  return renderPage(
    c,
    { title: t.admin, organisation, current: 'checkIn', wide: true, errors },
    <>
      <h1 class="govuk-heading-l">{t.admin}</h1>
      <p class="govuk-body">{t.adminIntro}</p>
      <InsetText>{t.rule}</InsetText>
      <WhoIsIn visits={await listWhoIsIn(deps, id)} language={language} />
      <Points slug={slug} points={await listCheckInPoints(deps, id)} language={language} />
      <AddForm slug={slug} branches={await listBranches(deps, id)} typed={typed} language={language} />
      <h2 class="govuk-heading-m">{t.numbers}</h2>
      <p class="govuk-body">{t.numbersHelp(formatCount(given, language), formatCount(missing, language))}</p>
      <p class="govuk-body">
        <a class="govuk-link" href={path('serviceNumbers', { slug })}>
          {t.listNumbers}
        </a>
      </p>
      {missing === 0 ? null : (
        <form method="post" action={path('serviceNumbers', { slug })}>
          <Button secondary>{t.giveNumbers}</Button>
        </form>
      )}
    </>,
  )
}

const WhoIsIn = ({
  visits,
  language,
}: {
  visits: Awaited<ReturnType<typeof listWhoIsIn>>
  language: Language
}) => {
  const t = checkInText[language]
  if (visits.length === 0) {
    return (
      <>
        <h2 class="govuk-heading-m">{t.whoIsIn}</h2>
        <p class="govuk-body">{t.nobodyIn}</p>
      </>
    )
  }
  const head = [t.volunteer, t.library, t.role, t.since].map((text) => ({ text }))
  return (
    <Table caption={t.whoIsIn} head={head}>
      {visits.map((visit) => (
        <tr class="govuk-table__row">
          <Cell header>
            <bdi>{visit.personName}</bdi>
          </Cell>
          <Cell>{visit.branchName}</Cell>
          <Cell>{roleTitle(visit, language)}</Cell>
          <Cell>{formatTime(visit.startedAt, language)}</Cell>
        </tr>
      ))}
    </Table>
  )
}

const stateOf = ({ kind, linkedAt }: CheckInPoint, language: Language) => {
  const { states } = checkInText[language]
  if (kind === 'poster') return states.hangs
  return linkedAt === null ? states.waits : states.linked(formatDate(linkedAt, language))
}

const Points = (props: { slug: string; points: readonly CheckInPoint[]; language: Language }) => {
  const { slug, points, language } = props
  const t = checkInText[language]
  if (points.length === 0) {
    return (
      <>
        <h2 class="govuk-heading-m">{t.points}</h2>
        <p class="govuk-body">{t.noPoints}</p>
      </>
    )
  }
  const head = [...[t.library, t.kind, t.state].map((text) => ({ text })), { text: '' }, { text: '' }]
  return (
    <Table caption={t.points} head={head}>
      {points.map((point) => (
        <tr class="govuk-table__row">
          <Cell header>{point.branchName}</Cell>
          <Cell>{t.kinds[point.kind]}</Cell>
          <Cell>{stateOf(point, language)}</Cell>
          <Cell>
            <a class="govuk-link" href={path('serviceCheckInPoint', { slug, pointId: point.id })}>
              {point.kind === 'tablet' ? t.openTablet : t.openPoster}
              <span class="govuk-visually-hidden">: {point.branchName}</span>
            </a>
          </Cell>
          <Cell>
            <form method="post" action={path('serviceCheckInRevoke', { slug, pointId: point.id })}>
              <button type="submit" class="govuk-button govuk-button--warning app-small-button">
                {t.revoke}
                <span class="govuk-visually-hidden">
                  : {t.revokeOf(t.kinds[point.kind], point.branchName)}
                </span>
              </button>
            </form>
          </Cell>
        </tr>
      ))}
    </Table>
  )
}

const AddForm = (props: {
  slug: string
  branches: readonly { readonly id: string; readonly name: string }[]
  typed: Typed | undefined
  language: Language
}) => {
  const { slug, branches, typed, language } = props
  const t = checkInText[language]
  const errorOf = (field: string) => {
    const error = typed?.errors.find((one) => one.field === field)?.message
    return error === undefined ? {} : { error }
  }
  const kinds = (['tablet', 'poster'] as const).map((value) => ({
    ...{ value, text: t.kinds[value], checked: typed?.kind === value },
    hint: value === 'tablet' ? t.tabletHint : t.posterHint,
  }))
  return (
    <form method="post" action={path('serviceCheckIn', { slug })} novalidate>
      <h2 class="govuk-heading-m">{t.add}</h2>
      <Select
        id="branchId"
        label={t.library}
        language={language}
        {...errorOf('branchId')}
        items={[
          { value: '', text: t.chooseLibrary },
          ...branches.map(({ id, name }) => ({ value: id, text: name, selected: id === typed?.branchId })),
        ]}
      />
      <Radios name="kind" legend={t.addKind} items={kinds} language={language} {...errorOf('kind')} />
      <Button>{t.addButton}</Button>
    </form>
  )
}

const addPoint = async (c: AppContext) => {
  const permitted = await requirePermission(c, 'check-in:manage')
  const { deps, language } = c.var
  const t = checkInText[language]
  const form = await c.req.parseBody()
  const { organisation } = permitted
  const [branchId, kind] = [String(form['branchId'] ?? ''), String(form['kind'] ?? '')]
  const known = (await listBranches(deps, organisation.id)).some(({ id }) => id === branchId)
  const errors = [
    ...(known ? [] : [{ field: 'branchId', message: t.chooseLibrary }]),
    ...(kind === 'tablet' || kind === 'poster' ? [] : [{ field: 'kind', message: t.chooseKind }]),
  ]
  if (errors.length > 0) return renderAdmin(c, permitted, { branchId, kind, errors })
  const { id } = await addCheckInPoint(deps, permitted, {
    ...{ branchId, kind: kind === 'tablet' ? 'tablet' : 'poster' },
  })
  return c.redirect(path('serviceCheckInPoint', { slug: organisation.slug, pointId: id }), 303)
}

const showNumbers = async (c: AppContext) => {
  const { organisation } = await requirePermission(c, 'check-in:manage')
  const { deps, language } = c.var
  const t = checkInText[language]
  const { slug } = organisation
  const after = c.req.query('after')
  const here = path('serviceNumbers', { slug })
  const { people, next } = await listNumbers(deps, organisation.id, {
    ...{ limit: numbersOnPage, ...(after === undefined ? {} : { after }) },
  })
  const back = { href: path('serviceCheckIn', { slug }), text: t.back }
  return renderPage(
    c,
    { title: t.numbersTitle, organisation, current: 'checkIn', back },
    <>
      <h1 class="govuk-heading-l">{t.numbersTitle}</h1>
      <p class="govuk-body">{t.numbersIntro}</p>
      {people.length === 0 ? (
        <p class="govuk-body">{t.noNumbers}</p>
      ) : (
        <Table
          caption={t.numbersTitle}
          hideCaption
          head={[{ text: t.volunteer }, { text: t.numberOf, numeric: true }]}
        >
          {people.map(({ name, number }) => (
            <tr class="govuk-table__row">
              <Cell header>
                <bdi>{name}</bdi>
              </Cell>
              <Cell numeric>{number}</Cell>
            </tr>
          ))}
        </Table>
      )}
      <Pagination
        previous={after === undefined ? undefined : here}
        next={next === undefined ? undefined : `${here}?after=${next}`}
        language={language}
      />
    </>,
  )
}

/** What a coordinator has for check-in: tablets, posters, numbers, who is in; and a volunteer's own number. */
export const checkInAdminPages = (app: App): void => {
  app.get(paths.serviceCheckIn, async (c) => renderAdmin(c, await requirePermission(c, 'check-in:manage')))
  app.post(paths.serviceCheckIn, addPoint)
  app.get(paths.serviceNumbers, showNumbers)
  app.post(paths.serviceNumbers, async (c) => {
    const { organisation, actor } = await requirePermission(c, 'check-in:manage')
    await giveNumbers(c.var.deps, organisation.id, actor)
    return c.redirect(path('serviceNumbers', { slug: organisation.slug }), 303)
  })
  app.get(paths.serviceCheckInPoint, showCheckInPoint)
  app.post(paths.serviceCheckInRevoke, async (c) => {
    const permitted = await requirePermission(c, 'check-in:manage')
    await revokeCheckInPoint(c.var.deps, permitted, c.req.param('pointId') ?? '')
    return c.redirect(path('serviceCheckIn', { slug: permitted.organisation.slug }), 303)
  })
  app.post(paths.myNumber, async (c) => {
    const { organisation, personId } = await requireOwnRecord(c, 'hours:record-own')
    await ensureNumber(c.var.deps, organisation.id, personId)
    return c.redirect(path('myHours', { slug: organisation.slug }), 303)
  })
}
