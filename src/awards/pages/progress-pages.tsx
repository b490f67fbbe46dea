import { BadgeImage } from '../../achievements/pages/badge-facts'
import { describeCondition } from '../../achievements/rules/describe-rule'
import type { ConditionOutcome } from '../../achievements/rules/evaluate-rule'
import { ruleText } from '../../achievements/rules/rule-text'
import { wordsText } from '../../endorsements/page-text'
import { permits } from '../../organisations/rules/permits'
import { path, paths } from '../../paths'
import { getPerson } from '../../people/actions'
import { listPlacementsOf } from '../../roles/placements/actions'
import type { App, AppContext, Language } from '../../web/app-env'
import { Cell, Details, Table, Tag } from '../../web/components'
import { formatHoursShort } from '../../web/format'
import { requireOwnRecord, requirePermission } from '../../web/guard'
import { renderPage } from '../../web/layout'
import { type BadgeProgress, progressOf } from '../progress/actions'
import { progressText } from '../progress-text'

/** First steps, then months, then hours: what most people do one after another. */
const pathway = ['LV-01', 'LV-02', 'LV-03', 'LV-04']

/** A volunteer's own badges and what each of the next ones still needs; nobody is compared with anybody. */
const showMyProgress = async (c: AppContext) => {
  const { organisation, personId } = await requireOwnRecord(c, 'record:read-own')
  const { deps, language } = c.var
  const t = progressText[language]
  const progress = await progressOf(deps, organisation.id, personId)
  const onPath = progress.filter(({ definition }) => pathway.includes(definition.id))
  const others = progress.filter(({ definition }) => !pathway.includes(definition.id))
  const near = others.filter((one) => one.near || one.held)
  const far = others.filter((one) => !one.near && !one.held)
  const { slug } = organisation
  return renderPage(
    c,
    { title: t.title, organisation, current: 'myBadges', back: { href: path('my') } },
    <>
      <h1 class="govuk-heading-l">{t.title}</h1>
      <p class="govuk-body">{t.intro}</p>
      <h2 class="govuk-heading-m">{t.path}</h2>
      <Steps progress={onPath} slug={slug} language={language} />
      {near.length === 0 ? null : (
        <>
          <h2 class="govuk-heading-m">{t.roles}</h2>
          <Steps progress={near} slug={slug} language={language} />
        </>
      )}
      {far.length === 0 ? null : (
        <Details summary={t.other}>
          <Steps progress={far} slug={slug} language={language} />
        </Details>
      )}
    </>,
  )
}

type StepsProps = {
  readonly progress: readonly BadgeProgress[]
  readonly slug: string
  readonly language: Language
}

const Steps = ({ progress, slug, language }: StepsProps) => {
  const t = progressText[language]
  return (
    <ol class="govuk-list app-steps">
      {progress.map(({ definition, held, eligible, missing, conditions }) => (
        <li class="app-badge-name app-step">
          <BadgeImage definition={definition} language={language} size={64} />
          <div>
            <h3 class="govuk-heading-s govuk-!-margin-bottom-1">{definition.name[language]}</h3>
            <p class="govuk-body govuk-!-margin-bottom-1">
              {held ? (
                <Tag colour="green">{t.have}</Tag>
              ) : eligible ? (
                t.ready
              ) : (
                t.toGo(missing?.[language] ?? '')
              )}
            </p>
            {!held && conditions.some(needsReflection) ? (
              <p class="govuk-body">
                <a class="govuk-link" href={`${path('myReflection', { slug })}?badge=${definition.id}`}>
                  {t.write}
                  <span class="govuk-visually-hidden"> ({definition.name[language]})</span>
                </a>
              </p>
            ) : null}
            {!held && conditions.some(needsClaims) ? (
              <p class="govuk-body">
                <a class="govuk-link" href={path('mySkills', { slug })}>
                  {t.mySkills}
                  <span class="govuk-visually-hidden"> ({definition.name[language]})</span>
                </a>
              </p>
            ) : null}
          </div>
        </li>
      ))}
    </ol>
  )
}

const needsReflection = ({ condition, met }: ConditionOutcome) =>
  !met && condition.kind === 'records' && condition.record === 'reflection'

const needsClaims = ({ condition, met }: ConditionOutcome) => !met && condition.kind === 'claims'

/** How one volunteer stands for each badge: every condition, its value, and where to supply what is missing. */
const showPersonBadges = async (c: AppContext) => {
  const { organisation, membership } = await requirePermission(c, 'badges:read')
  const { deps, language } = c.var
  const t = progressText[language]
  const { slug } = organisation
  const person = await getPerson(deps, organisation.id, c.req.param('personId') ?? '')
  const progress = await progressOf(deps, organisation.id, person.id)
  const title = t.badgesOf(person.preferredName)
  const back = { href: path('serviceVolunteer', { slug, personId: person.id }), text: t.person }
  const shown = progress.filter(({ near, held, eligible }) => near || held || eligible)
  const rest = progress.filter((one) => !shown.includes(one))
  const placements = await listPlacementsOf(deps, organisation.id, person.id)
  const place = { slug, personId: person.id, language, placementId: placements[0]?.id }
  return renderPage(
    c,
    { title, organisation, current: 'badges', wide: true, back },
    <>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">{t.staffIntro}</p>
      <p class="govuk-body">
        <a class="govuk-link" href={path('servicePersonEvidence', { slug, personId: person.id })}>
          {t.records}
        </a>
      </p>
      {permits(membership.role, 'endorsements:write') ? (
        <p class="govuk-body">
          <a class="govuk-link" href={`${path('serviceWordsWrite', { slug })}?person=${person.id}`}>
            {wordsText[language].write}
          </a>
        </p>
      ) : null}
      {shown.map((one) => (
        <Conditions progress={one} {...place} />
      ))}
      <Details summary={t.other}>
        {rest.map((one) => (
          <Conditions progress={one} {...place} />
        ))}
      </Details>
    </>,
  )
}

type Place = {
  readonly slug: string
  readonly personId: string
  readonly language: Language
  /** Their newest placement, which has the checklist of the first weeks. */
  readonly placementId: string | undefined
}

const Conditions = ({ progress, ...place }: Place & { readonly progress: BadgeProgress }) => {
  const { language } = place
  const t = progressText[language]
  const { definition, held, eligible, conditions } = progress
  const head = [{ text: t.condition }, { text: t.there }, { text: t.met }, { text: t.where }]
  return (
    <section>
      <h2 class="govuk-heading-m">
        <a class="govuk-link" href={path('serviceBadge', { slug: place.slug, code: definition.id })}>
          {definition.name[language]}
        </a>{' '}
        {held ? <Tag colour="blue">{t.holds}</Tag> : eligible ? <Tag colour="green">{t.earned}</Tag> : null}
      </h2>
      <Table caption={definition.name[language]} hideCaption head={head}>
        {conditions.map((outcome) => (
          <tr class="govuk-table__row">
            <Cell header>{nameCondition(outcome, language)}</Cell>
            <Cell>{figureOf(outcome, language)}</Cell>
            <Cell>
              <Tag colour={outcome.met ? 'green' : 'yellow'}>{outcome.met ? t.met : t.notMet}</Tag>
            </Cell>
            <Cell>{outcome.met ? '' : <Supply outcome={outcome} {...place} />}</Cell>
          </tr>
        ))}
      </Table>
    </section>
  )
}

const nameCondition = ({ condition }: ConditionOutcome, language: Language): string => {
  if (condition.kind === 'no-dispute') return ruleText[language].noDispute
  if (condition.kind === 'standing') return ruleText[language].standing
  return describeCondition(condition, language)
}

const yesOrNo = ['no-dispute', 'standing', 'role', 'induction', 'training', 'age', 'boundary']

const figureOf = ({ condition, have, need, met }: ConditionOutcome, language: Language): string => {
  const t = progressText[language]
  if (yesOrNo.includes(condition.kind)) return met ? t.yes : t.no
  const figure = condition.kind.startsWith('approved-minutes') ? formatHoursShort : String
  return t.of(figure(have), figure(need))
}

const Supply = ({
  outcome: { condition },
  slug,
  personId,
  placementId,
  language,
}: Place & { readonly outcome: ConditionOutcome }) => {
  const t = progressText[language]
  const link = (href: string, text: string) => (
    <a class="govuk-link" href={href}>
      {text}
    </a>
  )
  const record = (query: string) =>
    link(`${path('serviceEvidence', { slug })}?person=${personId}&${query}`, t.record)
  switch (condition.kind) {
    case 'no-dispute':
      return link(path('serviceHoursDisputed', { slug }), t.settleHours)
    case 'records':
    case 'error-rate':
      return condition.record === 'reflection' ? t.byVolunteer : record(`kind=${condition.record}`)
    case 'training':
      return link(path('serviceVolunteerTraining', { slug, personId }), t.training)
    case 'induction':
      return placementId === undefined
        ? link(`${path('servicePlacementAdd', { slug })}?person=${personId}`, t.placement)
        : link(path('servicePlacement', { slug, placementId }), t.induction)
    case 'standing':
      return link(path('serviceVolunteerTraining', { slug, personId }), t.placements)
    case 'boundary':
      return link(path('serviceBoundary', { slug }), t.boundary)
    case 'claims':
      return link(path('serviceSkills', { slug }), t.claims)
    case 'flagged-sessions':
      return record(`kind=session-${condition.flag}`)
    case 'age':
      return link(path('serviceVolunteer', { slug, personId }), t.person)
    default:
      return link(path('serviceHours', { slug }), t.addHours)
  }
}

export const progressPages = (app: App): void => {
  app.get(paths.myProgress, showMyProgress)
  app.get(paths.servicePersonBadges, showPersonBadges)
}
