import { localDateOf } from '../../hours/rules/local-date-of'
import { getOrganisationBySlug } from '../../organisations/actions'
import { nameOf } from '../../organisations/rules/name-organisation'
import { permits } from '../../organisations/rules/permits'
import { path } from '../../paths'
import { ProblemError } from '../../problems'
import type { AppContext, Language } from '../../web/app-env'
import { Button, Cell, Pagination, Table, Tag } from '../../web/components'
import { formatDate } from '../../web/format'
import { requirePermission } from '../../web/guard'
import { renderPage } from '../../web/layout'
import { findPatternCard, listAccess, publishCard, reviewAccess, revokeAccess } from '../access/actions'
import { type AccessRow, type PatternLine, revokeReasons } from '../access/model'
import { accessText } from './access-text'
import { commonText } from './common-text'
import { Bullets, Part, readSent } from './forms'

const PAGE_SIZE = 50

/** Who may use which system: the register. */
export const renderAccess = async (c: AppContext) => {
  const { organisation, membership } = await requirePermission(c, 'access:read')
  const { deps, language } = c.var
  const t = accessText[language]
  const { slug } = organisation
  const part = c.req.query('part') === 'ended' ? 'ended' : 'now'
  const after = c.req.query('after')
  const page = await listAccess(deps, organisation.id, {
    ...{ part, limit: PAGE_SIZE },
    ...(after === undefined ? {} : { after }),
  })
  const here = path('serviceAccess', { slug })
  const acts = permits(membership.role, 'access:manage')
  const other = part === 'now' ? 'ended' : 'now'
  return renderPage(
    c,
    {
      ...{ title: t.access, organisation, current: 'access', wide: true },
      ...(permits(membership.role, 'roles:read')
        ? { back: { href: path('serviceRoles', { slug }), text: commonText[language].roles } }
        : {}),
    },
    <>
      <h1 class="govuk-heading-l">{t.access}</h1>
      <p class="govuk-body">{t.intro}</p>
      <Bullets items={t.rules} />
      {page.rows.length === 0 ? (
        <p class="govuk-body">{t.none}</p>
      ) : (
        <AccessTable
          rows={page.rows}
          slug={slug}
          language={language}
          today={localDateOf(deps.clock.now())}
          acts={acts && part === 'now'}
          caption={t[part]}
          withName
        />
      )}
      <Pagination
        language={language}
        {...(page.next === undefined ? {} : { next: `${here}?part=${part}&after=${page.next}` })}
      />
      <p class="govuk-body">
        <a class="govuk-link" href={`${here}?part=${other}`}>
          {t[other]}
        </a>
      </p>
      <CardPart slug={slug} language={language} acts={acts} />
    </>,
  )
}

const CardPart = (props: { readonly slug: string; readonly language: Language; readonly acts: boolean }) => {
  const { slug, language, acts } = props
  const t = accessText[language]
  return (
    <Part title={t.card}>
      <p class="govuk-body">{t.cardIntro}</p>
      {acts ? (
        <form method="post" action={path('serviceAccessCard', { slug })}>
          <Button secondary>{t.publishCard}</Button>
        </form>
      ) : null}
      <p class="govuk-body">
        <a class="govuk-link" href={path('patternCard', { slug })}>
          {t.openCard}
        </a>
      </p>
    </Part>
  )
}

/** Access as a table; with buttons where it may be changed. */
export const AccessTable = (props: {
  readonly rows: readonly AccessRow[]
  readonly slug: string
  readonly language: Language
  readonly today: string
  readonly acts: boolean
  readonly caption: string
  readonly withName?: boolean
}) => {
  const { rows, slug, language, today, acts, caption, withName = false } = props
  const t = accessText[language]
  const head = [
    ...(withName ? [commonText[language].volunteer] : []),
    ...[t.system, t.dataClass, t.level, t.granted, t.expires, t.review, t.approvedBy],
    ...(acts ? [''] : []),
  ]
  return (
    <Table caption={caption} head={head.map((text) => ({ text }))}>
      {rows.map((row) => (
        <tr class="govuk-table__row">
          {withName ? (
            <Cell header>
              <a class="govuk-link" href={path('servicePlacement', { slug, placementId: row.placementId })}>
                {row.personName}
              </a>
            </Cell>
          ) : null}
          <Cell header={!withName}>{row.system}</Cell>
          <Cell>{t.dataClasses[row.dataClass]}</Cell>
          <Cell>{t.levels[row.level]}</Cell>
          <Cell>{formatDate(row.grantedOn, language)}</Cell>
          <Cell>
            {row.revokedAt === null
              ? formatDate(row.expiresOn, language)
              : formatDate(row.revokedAt, language)}
          </Cell>
          <Cell>
            <Standing row={row} today={today} language={language} />
          </Cell>
          <Cell>{row.approvedBy}</Cell>
          {acts ? (
            <Cell>
              <ChangeForm row={row} slug={slug} language={language} />
            </Cell>
          ) : null}
        </tr>
      ))}
    </Table>
  )
}

const Standing = ({
  row,
  today,
  language,
}: {
  readonly row: AccessRow
  readonly today: string
  readonly language: Language
}) => {
  const t = accessText[language]
  if (row.revokeReason !== null) return <Tag colour="grey">{t.reasons[row.revokeReason]}</Tag>
  if (row.expiresOn < today) return <Tag colour="grey">{t.lapsed}</Tag>
  const day = formatDate(row.reviewOn, language)
  return row.reviewOn <= today ? <Tag colour="yellow">{day}</Tag> : <span>{day}</span>
}

const ChangeForm = ({
  row,
  slug,
  language,
}: {
  readonly row: AccessRow
  readonly slug: string
  readonly language: Language
}) => {
  const t = accessText[language]
  const name = <span class="govuk-visually-hidden">{` ${row.personName}, ${row.system}`}</span>
  return (
    <form method="post" action={path('serviceAccessChange', { slug, accessId: row.id })}>
      <Button name="do" value="keep" secondary>
        {t.stillNeeded}
        {name}
      </Button>
      {revokeReasons.map((reason) => (
        <Button name="do" value={reason} secondary>
          {`${t.revoke}: ${t.reasons[reason]}`}
          {name}
        </Button>
      ))}
    </form>
  )
}

export const changeAccess = async (c: AppContext) => {
  const { organisation, actor } = await requirePermission(c, 'access:manage')
  const { deps } = c.var
  const accessId = c.req.param('accessId') ?? ''
  const wish = (await readSent(c)).text('do')
  const reason = revokeReasons.find((one) => one === wish)
  if (reason !== undefined) await revokeAccess(deps, organisation.id, accessId, reason, actor)
  else await reviewAccess(deps, organisation.id, accessId, actor)
  return c.redirect(path('serviceAccess', { slug: organisation.slug }), 303)
}

export const postCard = async (c: AppContext) => {
  const { organisation, actor } = await requirePermission(c, 'access:manage')
  await publishCard(c.var.deps, organisation.id, actor)
  return c.redirect(path('patternCard', { slug: organisation.slug }), 303)
}

/** The card of a service, for anybody. */
export const renderCard = async (c: AppContext) => {
  const { deps, language } = c.var
  const t = accessText[language]
  const organisation = await getOrganisationBySlug(deps, c.req.param('slug') ?? '')
  const card = await findPatternCard(deps, organisation.id)
  if (card === undefined) throw new ProblemError('not-found')
  const title = t.cardTitle(nameOf(organisation, language))
  const has = <T extends object>(names: T, key: string): key is Extract<keyof T, string> =>
    Object.hasOwn(names, key)
  const cells = ({ system, dataClass, level, people }: PatternLine) => [
    system,
    has(t.dataClasses, dataClass) ? t.dataClasses[dataClass] : dataClass,
    has(t.levels, level) ? t.levels[level] : level,
    people,
  ]
  return renderPage(
    c,
    { title, organisation, wide: true },
    <>
      <h1 class="govuk-heading-l">{title}</h1>
      {card.lines.length === 0 ? (
        <p class="govuk-body">{t.cardNone}</p>
      ) : (
        <Table
          caption={t.access}
          hideCaption
          head={[t.system, t.dataClass, t.level, t.people].map((text) => ({ text }))}
        >
          {card.lines.map((line) => (
            <tr class="govuk-table__row">
              {cells(line).map((text, at) => (
                <Cell header={at === 0}>{text}</Cell>
              ))}
            </tr>
          ))}
        </Table>
      )}
      <Bullets
        items={[t.cardTraining(card.trainingMonths), t.cardReview(card.reviewMonths), ...t.cardRules]}
      />
      <p class="govuk-body">{t.cardDate(formatDate(card.publishedAt, language))}</p>
    </>,
  )
}
