import { getDefinition } from '../../achievements/definitions'
import { permits } from '../../organisations/rules/permits'
import { path } from '../../paths'
import { namesOf } from '../../people/actions'
import { describeHold } from '../../people/rules/describe-hold'
import type { AppContext, Language } from '../../web/app-env'
import { Button, Cell, NotificationBanner, ProgressBar, SummaryList, Table } from '../../web/components'
import { formatCount, formatDate, formatHoursShort, formatTime } from '../../web/format'
import { requirePermission } from '../../web/guard'
import { renderPage } from '../../web/layout'
import { getIssueBatch } from '../actions'
import { listAwards } from '../lists/actions'
import type { AwardRow } from '../lists/model'
import type { IssueBatch } from '../model'
import { awardText } from '../page-text'
import { reachHolders } from '../slips/actions'
import { BatchSlips } from './slip-forms'

/** Seconds between two looks at a batch that is not finished. */
const REFRESH_SECONDS = 3
/** Awards that the page of a batch shows; the badge's own page has them all. */
const AWARDS_SHOWN = 100

/** How far issuing has got, and in the end who got the badge and who did not. */
export const renderBatch = async (c: AppContext) => {
  const { organisation, membership } = await requirePermission(c, 'badges:read')
  const { deps, language } = c.var
  const t = awardText[language]
  const batch = await getIssueBatch(deps, organisation.id, c.req.param('batchId') ?? '')
  const badge = (await getDefinition(deps, organisation.id, batch.code)).name[language]
  const { slug } = organisation
  const back = { href: path('serviceBadge', { slug, code: batch.code }), text: t.backToBadge }
  if (batch.finishedAt === null) {
    const refresh = <meta http-equiv="refresh" content={String(REFRESH_SECONDS)} />
    return renderPage(
      c,
      {
        title: t.batchTitle(badge),
        organisation,
        current: 'badges',
        wide: true,
        back,
        head: <noscript>{refresh}</noscript>,
      },
      <div data-refresh={REFRESH_SECONDS}>
        <h1 class="govuk-heading-l">{t.batchTitle(badge)}</h1>
        <ProgressBar
          value={batch.done}
          max={batch.total}
          label={t.progress(formatCount(batch.done, language), formatCount(batch.total, language))}
        />
        <p class="govuk-body">{t.working}</p>
      </div>,
    )
  }
  const names = await namesOf(
    deps,
    organisation.id,
    batch.refused.map(({ personId }) => personId),
  )
  const { awards } = await listAwards(deps, organisation.id, {
    filter: { batchId: batch.id },
    limit: AWARDS_SHOWN,
  })
  const mayIssue = permits(membership.role, 'badges:issue')
  const reaches = mayIssue ? await reachHolders(deps, organisation.id, { batchId: batch.id }) : []
  const title = batch.issued === 0 ? t.batchNobody(badge) : t.batchDone(badge)
  return renderPage(
    c,
    { title, organisation, current: 'badges', wide: true, back },
    <>
      <h1 class="govuk-heading-l">{title}</h1>
      {batch.issued === 0 ? null : (
        <NotificationBanner success title={t.success} language={language}>
          <p class="govuk-notification-banner__heading">{t.issuedTo(batch.issued)}</p>
          <p class="govuk-body">{t.mailed}</p>
        </NotificationBanner>
      )}
      <Refused batch={batch} names={names} language={language} />
      <Issued awards={awards} issued={batch.issued} slug={slug} language={language} />
      {batch.issued === 0 ? null : (
        <form method="post" action={path('servicePrintRuns', { slug, batchId: batch.id })}>
          <Button secondary>{t.printAll}</Button>
        </form>
      )}
      <BatchSlips reaches={reaches} slug={slug} batchId={batch.id} language={language} />
      <Facts batch={batch} language={language} />
      <p class="govuk-body">
        <a class="govuk-link" href={path('serviceBatchReport', { slug, batchId: batch.id })} download>
          {t.report}
        </a>
      </p>
      <Button href={back.href} secondary>
        {t.backToBadge}
      </Button>
    </>,
  )
}

const Facts = ({ batch, language }: { readonly batch: IssueBatch; readonly language: Language }) => {
  const t = awardText[language]
  const at = (instant: Date) => t.at(formatDate(instant, language), formatTime(instant, language))
  return (
    <SummaryList
      rows={[
        { key: t.chosen, value: formatCount(batch.total, language) },
        { key: t.issued, value: formatCount(batch.issued, language) },
        { key: t.decided, value: batch.decidedBy },
        { key: t.started, value: at(batch.createdAt) },
        ...(batch.finishedAt === null ? [] : [{ key: t.finished, value: at(batch.finishedAt) }]),
      ]}
    />
  )
}

const Refused = (props: {
  readonly batch: IssueBatch
  readonly names: ReadonlyMap<string, string>
  readonly language: Language
}) => {
  const t = awardText[props.language]
  const { refused } = props.batch
  if (refused.length === 0) return null
  const caption = `${t.refusedHeading} (${refused.length})`
  return (
    <Table caption={caption} captionSize="m" head={[{ text: t.name }, { text: t.reason }]}>
      {refused.map((one) => (
        <tr class="govuk-table__row">
          <Cell header>{props.names.get(one.personId) ?? t.someone}</Cell>
          <Cell>
            {one.reason === 'consent-missing'
              ? describeHold(one.hold, props.language)
              : t.reasons[one.reason]}
          </Cell>
        </tr>
      ))}
    </Table>
  )
}

const Issued = (props: {
  readonly awards: readonly AwardRow[]
  readonly issued: number
  readonly slug: string
  readonly language: Language
}) => {
  const { awards, issued, slug, language } = props
  const t = awardText[language]
  if (awards.length === 0) return null
  const caption = `${t.awardsHeading} (${issued})`
  return (
    <>
      <Table caption={caption} captionSize="m" head={[{ text: t.name }, { text: t.hours, numeric: true }]}>
        {awards.map((award) => (
          <tr class="govuk-table__row">
            <Cell header>
              <a class="govuk-link" href={path('serviceAward', { slug, awardId: award.id })}>
                {award.personName}
              </a>
            </Cell>
            <Cell numeric>{formatHoursShort(award.minutes)}</Cell>
          </tr>
        ))}
      </Table>
      {awards.length < issued ? <p class="govuk-body">{t.firstAwards(awards.length, issued)}</p> : null}
    </>
  )
}
