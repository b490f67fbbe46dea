import { permits } from '../../organisations/rules/permits'
import { path } from '../../paths'
import type { AppContext, Language } from '../../web/app-env'
import {
  Button,
  Cell,
  NotificationBanner,
  Pagination,
  Select,
  SummaryList,
  Table,
  Tag,
} from '../../web/components'
import { formatDate } from '../../web/format'
import { requirePermission } from '../../web/guard'
import { renderPage } from '../../web/layout'
import { closeOpportunity, getOpportunity } from '../opportunities/actions'
import { acceptApplication, declineApplication } from '../opportunities/applications'
import type { Application, KnownPerson, OpportunityRow } from '../opportunities/model'
import { commonText } from './common-text'
import { Part, readSent, titleOf } from './forms'
import { opportunityText } from './opportunity-text'

const PAGE_SIZE = 50
const adult = 18

type Applied = Application & { readonly known: readonly KnownPerson[] }

/** One opportunity and who has applied for it. */
export const renderOpportunity = async (c: AppContext) => {
  const { organisation, membership } = await requirePermission(c, 'placements:read')
  const { deps, language } = c.var
  const t = opportunityText[language]
  const { slug } = organisation
  const after = c.req.query('after')
  const page = await getOpportunity(deps, organisation.id, c.req.param('opportunityId') ?? '', {
    limit: PAGE_SIZE,
    ...(after === undefined ? {} : { after }),
  })
  const { opportunity, applications } = page
  const problem = c.req.query('problem') ?? ''
  const words: Readonly<Record<string, string>> = t.acceptFaults
  const title = titleOf({ titleEn: opportunity.roleTitleEn, titleCy: opportunity.roleTitleCy }, language)
  const acts = permits(membership.role, 'placements:manage')
  const here = path('serviceOpportunity', { slug, opportunityId: opportunity.id })
  return renderPage(
    c,
    {
      ...{ title, organisation, current: 'roles', wide: true },
      back: { href: path('serviceOpportunities', { slug }), text: t.opportunities },
    },
    <>
      {Object.hasOwn(words, problem) ? (
        <NotificationBanner language={language}>
          <p class="govuk-notification-banner__heading">{words[problem]}</p>
        </NotificationBanner>
      ) : null}
      <h1 class="govuk-heading-l">{title}</h1>
      <Facts opportunity={opportunity} language={language} />
      {acts && opportunity.state === 'open' ? (
        <form method="post" action={path('serviceOpportunityClose', { slug, opportunityId: opportunity.id })}>
          <Button secondary>{t.close}</Button>
        </form>
      ) : null}
      {applications.length === 0 ? (
        <Part title={t.applications}>
          <p class="govuk-body">{t.applicationsNone}</p>
        </Part>
      ) : (
        <Applications applications={applications} slug={slug} language={language} acts={acts} />
      )}
      <Pagination
        language={language}
        {...(page.next === undefined ? {} : { next: `${here}?after=${page.next}` })}
      />
    </>,
  )
}

const Facts = ({
  opportunity,
  language,
}: {
  readonly opportunity: OpportunityRow
  readonly language: Language
}) => {
  const t = opportunityText[language]
  const common = commonText[language]
  const { branchName, startsOn, endsOn, applyUntil, times, state, taken, capacity } = opportunity
  return (
    <SummaryList
      rows={[
        { key: common.status, value: t.states[state] },
        { key: common.branch, value: branchName ?? common.anyBranch },
        { key: t.places, value: t.taken(taken, capacity) },
        { key: t.applyUntil, value: formatDate(applyUntil, language) },
        { key: t.starts, value: formatDate(startsOn, language) },
        { key: t.ends, value: endsOn === null ? common.noEnd : formatDate(endsOn, language) },
        ...(times === null ? [] : [{ key: t.times, value: times }]),
      ]}
    />
  )
}

const answerColours = { draft: 'grey', sent: 'yellow', accepted: 'green', declined: 'grey' } as const

const Applications = (props: {
  readonly applications: readonly Applied[]
  readonly slug: string
  readonly language: Language
  readonly acts: boolean
}) => {
  const { applications, slug, language, acts } = props
  const t = opportunityText[language]
  const titles = [t.name, t.age, t.reach, t.message, commonText[language].status, ...(acts ? [''] : [])]
  return (
    <Table caption={t.applications} head={titles.map((text) => ({ text }))}>
      {applications.map((one) => (
        <tr class="govuk-table__row">
          <Cell header>{one.name ?? ''}</Cell>
          <Cell>{String(one.age ?? '')}</Cell>
          <Cell>
            <div>{one.email ?? ''}</div>
            <div>{one.phone ?? ''}</div>
          </Cell>
          <Cell>{one.message ?? ''}</Cell>
          <Cell>
            <Tag colour={answerColours[one.state]}>{t.answers[one.state]}</Tag>
            {one.placementId === null ? null : (
              <div>
                <a class="govuk-link" href={path('servicePlacement', { slug, placementId: one.placementId })}>
                  {t.openPlacement}
                  <span class="govuk-visually-hidden">{`: ${one.name ?? ''}`}</span>
                </a>
              </div>
            )}
          </Cell>
          {acts ? (
            <Cell>
              {one.state === 'sent' ? <AnswerForm application={one} slug={slug} language={language} /> : null}
            </Cell>
          ) : null}
        </tr>
      ))}
    </Table>
  )
}

/** Give a place, to somebody who is here already or is new; or say no. */
const AnswerForm = (props: {
  readonly application: Applied
  readonly slug: string
  readonly language: Language
}) => {
  const { application, slug, language } = props
  const t = opportunityText[language]
  const { id, known, age, name } = application
  const hidden = <span class="govuk-visually-hidden">{`: ${name ?? ''}`}</span>
  return (
    <form method="post" action={path('serviceApplication', { slug, applicationId: id })}>
      <input type="hidden" name="opportunityId" value={application.opportunityId} />
      {age !== null && age < adult ? <p class="govuk-hint">{t.young}</p> : null}
      {known.length === 0 ? (
        <input type="hidden" name="personId" value="new" />
      ) : (
        <Select
          id={`person-${id}`}
          name="personId"
          label={t.accept}
          items={[
            ...known.map((person) => ({ value: person.id, text: person.name })),
            { value: 'new', text: t.acceptNew },
          ]}
        />
      )}
      <Button name="do" value="accept">
        {t.acceptButton}
        {hidden}
      </Button>
      <Button name="do" value="decline" secondary>
        {t.decline}
        {hidden}
      </Button>
    </form>
  )
}

/** Answers an application. */
export const postAnswer = async (c: AppContext) => {
  const { organisation, actor } = await requirePermission(c, 'placements:manage')
  const { deps } = c.var
  const { text } = await readSent(c)
  const applicationId = c.req.param('applicationId') ?? ''
  const back = path('serviceOpportunity', { slug: organisation.slug, opportunityId: text('opportunityId') })
  if (text('do') === 'decline') {
    await declineApplication(deps, organisation, applicationId, actor)
    return c.redirect(back, 303)
  }
  const done = await acceptApplication(deps, organisation, applicationId, text('personId'), actor)
  return c.redirect(done.ok ? back : `${back}?problem=${done.reason}`, 303)
}

export const postClose = async (c: AppContext) => {
  const { organisation, actor } = await requirePermission(c, 'placements:manage')
  const opportunityId = c.req.param('opportunityId') ?? ''
  await closeOpportunity(c.var.deps, organisation.id, opportunityId, actor)
  return c.redirect(path('serviceOpportunity', { slug: organisation.slug, opportunityId }), 303)
}
