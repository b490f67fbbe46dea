import { definitionsOf, getDefinition } from '../../achievements/definitions'
import { path, paths } from '../../paths'
import type { App, AppContext } from '../../web/app-env'
import { Button, ButtonGroup, Cell, InsetText, SummaryList, Table, Textarea } from '../../web/components'
import { formatDate, formatDuration } from '../../web/format'
import { type Permitted, requirePermission } from '../../web/guard'
import { renderPage } from '../../web/layout'
import { awardsUnderReview, reviewOf, revokeAndReissue, uphold } from '../reviews/actions'
import { reviewText } from './review-text'

const LONGEST_REASON = 500

const showReviews = async (c: AppContext) => {
  const { organisation } = await requirePermission(c, 'badges:read')
  const { deps, language } = c.var
  const t = reviewText[language]
  const { slug } = organisation
  const awards = await awardsUnderReview(deps, organisation.id)
  const codes = awards.map(({ definitionCode }) => definitionCode)
  const definitionOf = await definitionsOf(deps, organisation.id, codes)
  const head = [{ text: t.person }, { text: t.badge }, { text: t.changed }, { text: t.decide }]
  return renderPage(
    c,
    { title: t.reviews, organisation, current: 'badges', wide: true },
    <>
      <h1 class="govuk-heading-l">{t.reviews}</h1>
      {awards.length === 0 ? (
        <InsetText>{t.none}</InsetText>
      ) : (
        <>
          <p class="govuk-body">{t.intro}</p>
          <Table caption={t.reviews} hideCaption head={head}>
            {awards.map((award) => {
              const badge = definitionOf(award.definitionCode).name[language]
              return (
                <tr class="govuk-table__row">
                  <Cell header>
                    <bdi>{award.personName}</bdi>
                  </Cell>
                  <Cell>{badge}</Cell>
                  <Cell>{formatDate(award.changedAt, language)}</Cell>
                  <Cell>
                    <a class="govuk-link" href={path('serviceAwardReview', { slug, awardId: award.id })}>
                      {t.decide}
                      <span class="govuk-visually-hidden">{`: ${badge}, ${award.personName}`}</span>
                    </a>
                  </Cell>
                </tr>
              )
            })}
          </Table>
        </>
      )}
    </>,
  )
}

type Typed = { readonly reason: string; readonly refused: boolean }

const renderReview = async (c: AppContext, { organisation }: Permitted, typed: Typed) => {
  const { deps, language } = c.var
  const t = reviewText[language]
  const { slug } = organisation
  const awardId = c.req.param('awardId') ?? ''
  const review = await reviewOf(deps, organisation.id, awardId)
  const back = { href: path('serviceReviews', { slug }), text: t.reviews }
  if (review === undefined) {
    return renderPage(
      c,
      { title: t.reviews, organisation, current: 'badges', back },
      <>
        <h1 class="govuk-heading-l">{t.reviews}</h1>
        <InsetText>{t.settled}</InsetText>
      </>,
    )
  }
  const { award, stillEarned, minutesNow } = review
  const { name } = await getDefinition(deps, organisation.id, award.definitionCode)
  const title = t.title(name[language], award.personName)
  return renderPage(
    c,
    {
      ...{ title, organisation, current: 'badges', back },
      errors: typed.refused ? [{ field: 'reason', message: t.reasonMissing }] : [],
    },
    <>
      <h1 class="govuk-heading-l">{title}</h1>
      <SummaryList
        rows={[
          { key: t.changed, value: formatDate(award.changedAt, language) },
          { key: t.stated, value: formatDuration(award.minutes, language) },
          { key: t.now, value: minutesNow === null ? t.unknown : formatDuration(minutesNow, language) },
          { key: t.rule, value: stillEarned ? t.met : t.notMet },
        ]}
      />
      <p class="govuk-body">
        <a class="govuk-link" href={path('serviceVolunteer', { slug, personId: award.personId })}>
          {t.seeHours}
        </a>
      </p>
      <form method="post" action={path('serviceAwardReview', { slug, awardId: award.id })}>
        <input type="hidden" name="sequence" value={String(award.sequence)} />
        <Textarea
          id="reason"
          label={t.reason}
          hint={t.reasonHint}
          rows={3}
          value={typed.reason}
          language={language}
          {...(typed.refused ? { error: t.reasonMissing } : {})}
        />
        <ButtonGroup>
          <Button name="do" value="uphold">
            {t.uphold}
          </Button>
          <Button name="do" value="revoke" warning>
            {stillEarned ? t.reissue : t.revoke}
          </Button>
        </ButtonGroup>
      </form>
    </>,
  )
}

const decide = async (c: AppContext) => {
  const permitted = await requirePermission(c, 'badges:revoke')
  const { organisation, actor } = permitted
  const { deps } = c.var
  const form = await c.req.parseBody()
  const reason = String(form['reason'] ?? '').trim()
  if (reason === '' || reason.length > LONGEST_REASON)
    return renderReview(c, permitted, { reason, refused: true })
  const awardId = c.req.param('awardId') ?? ''
  const { slug } = organisation
  if (form['do'] === 'revoke') {
    const { batchId } = await revokeAndReissue(deps, organisation, awardId, { reason, actor })
    const next =
      batchId === undefined ? path('serviceReviews', { slug }) : path('serviceIssueBatch', { slug, batchId })
    return c.redirect(next, 303)
  }
  const sequence = Number(form['sequence'])
  await uphold(
    deps,
    organisation.id,
    { awardId, sequence: Number.isInteger(sequence) ? sequence : 0 },
    { reason, actor },
  )
  return c.redirect(path('serviceReviews', { slug }), 303)
}

/** Badges whose hours changed after they were given: kept with a reason, or taken back. */
export const reviewPages = (app: App): void => {
  app.get(paths.serviceReviews, showReviews)
  app.get(paths.serviceAwardReview, async (c) =>
    renderReview(c, await requirePermission(c, 'badges:revoke'), { reason: '', refused: false }),
  )
  app.post(paths.serviceAwardReview, decide)
}
