import { path } from '../../../paths'
import { ProblemError } from '../../../problems'
import type { AppContext, Language } from '../../../web/app-env'
import { Button, Cell, InsetText, NotificationBanner, SummaryList, Table, Tag } from '../../../web/components'
import { formatDate } from '../../../web/format'
import { renderPage } from '../../../web/layout'
import { ruleOf } from '../../rules/compose-own-badge'
import { describeRule } from '../../rules/describe-rule'
import { draftFromVersion, publishFaultsOf, retireOwnBadge } from '../actions'
import type { OwnBadge, PublishFault } from '../model'
import { ownText } from '../page-text'
import { type OwnPlace, placeOf, readForm, requireOwnBadge, Saved, stateColours, stateOf } from './parts'
import { Pictures } from './picture-page'

/** One badge of a service's own: what it is, how far it is, and what can be done with it. */
export const showOwnBadge = async (c: AppContext) => {
  const place = await requireOwnBadge(c)
  const { deps, language } = c.var
  const t = ownText[language]
  const { badge, organisation } = place
  const { slug } = organisation
  const faults = await publishFaultsOf(deps, organisation.id, badge)
  const state = stateOf(badge)
  return renderPage(
    c,
    {
      title: badge.draft.words.name[language],
      organisation,
      current: 'badges',
      wide: true,
      back: { href: path('serviceOwnBadges', { slug }), text: t.title },
    },
    <>
      <Saved c={c} />
      {c.req.query('published') === 'yes' ? (
        <NotificationBanner success language={language}>
          <p class="govuk-notification-banner__heading">{t.published}</p>
        </NotificationBanner>
      ) : null}
      <h1 class="govuk-heading-l">{badge.draft.words.name[language]}</h1>
      <p class="govuk-body">
        <Tag colour={stateColours[state]}>{t.states[state]}</Tag>
      </p>
      <Pictures place={place} language={language} />
      <Parts place={place} language={language} />
      <Next place={place} faults={faults} language={language} />
      <Versions place={place} language={language} />
      {badge.versions.length === 0 ? null : <Giving place={place} language={language} />}
    </>,
  )
}

type Props = { readonly place: OwnPlace; readonly language: Language }

const asSentence = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)

const Parts = ({ place, language }: Props) => {
  const t = ownText[language]
  const { words, rule, skills, image } = place.badge.draft
  const at = placeOf(place)
  const action = (href: string, hidden: string) => ({ href, text: t.change, hidden })
  const ruleWords = rule.conditions.length === 0 ? t.ruleNone : describeRule(ruleOf(rule), language)
  return (
    <SummaryList
      rows={[
        {
          key: t.words,
          value: words.description[language],
          action: action(path('serviceOwnBadgeWords', at), t.words),
        },
        {
          key: t.rule,
          value: asSentence(ruleWords),
          action: action(path('serviceOwnBadgeRule', at), t.rule),
        },
        {
          key: t.skills,
          value: skills.length === 0 ? t.skillsNone : skills.map(({ name }) => name[language]).join(', '),
          action: action(path('serviceOwnBadgeSkills', at), t.skills),
        },
        {
          key: t.picture,
          value:
            image === null ? t.pictureNone : `${image.ringText[language]}, ${image.ribbonText[language]}`,
          action: action(path('serviceOwnBadgePicture', at), t.picture),
        },
      ]}
    />
  )
}

/** What stands in the way of publishing. */
export const Faults = ({ faults, language }: { faults: readonly PublishFault[]; language: Language }) => {
  const t = ownText[language]
  return (
    <InsetText>
      <p class="govuk-body">{t.stillMissing}:</p>
      <ul class="govuk-list govuk-list--bullet">
        {faults.map((fault) => (
          <li>{t.publishFaults[fault]}</li>
        ))}
      </ul>
    </InsetText>
  )
}

const Next = ({ place, faults, language }: Props & { readonly faults: readonly PublishFault[] }) => {
  const t = ownText[language]
  const { badge } = place
  const at = placeOf(place)
  const isNew = badge.revision !== badge.publishedRevision
  return (
    <>
      {isNew && faults.length > 0 ? <Faults faults={faults} language={language} /> : null}
      <div class="govuk-button-group">
        {isNew && faults.length === 0 && badge.retiredAt === null ? (
          <Button href={path('serviceOwnBadgePublish', at)}>{t.publish}</Button>
        ) : null}
        <Button href={path('serviceOwnBadgePreview', at)} secondary>
          {t.preview}
        </Button>
        {badge.versions.length === 0 ? null : (
          <Button href={path('serviceBadge', { slug: at.slug, code: badge.code })} secondary>
            {t.who}
          </Button>
        )}
      </div>
    </>
  )
}

const Versions = ({ place, language }: Props) => {
  const t = ownText[language]
  const { versions }: OwnBadge = place.badge
  if (versions.length === 0) return null
  const head = [{ text: t.versions }, { text: t.publishedOn }, { text: t.rule }, { text: t.asDraft }]
  return (
    <Table caption={t.versions} head={head}>
      {versions.map(({ version, publishedAt, definition }) => (
        <tr class="govuk-table__row">
          <Cell header>{t.version(version)}</Cell>
          <Cell>{formatDate(publishedAt, language)}</Cell>
          <Cell>{asSentence(describeRule(definition.rule, language))}</Cell>
          <Cell>
            <form method="post" action={path('serviceOwnBadgeDraft', placeOf(place))}>
              <input type="hidden" name="version" value={String(version)} />
              <button class="govuk-button govuk-button--secondary govuk-!-margin-bottom-0" type="submit">
                {t.asDraft}
                <span class="govuk-visually-hidden">{t.asDraftOf(version)}</span>
              </button>
            </form>
          </Cell>
        </tr>
      ))}
    </Table>
  )
}

const Giving = ({ place, language }: Props) => {
  const t = ownText[language]
  const retired = place.badge.retiredAt !== null
  return (
    <form method="post" action={path('serviceOwnBadgeGiving', placeOf(place))}>
      {retired ? null : <p class="govuk-body">{t.retireHint}</p>}
      <Button secondary={retired} warning={!retired} name="give" value={retired ? 'yes' : 'no'}>
        {retired ? t.giveAgain : t.retire}
      </Button>
    </form>
  )
}

export const postGiving = async (c: AppContext) => {
  const place = await requireOwnBadge(c)
  const { organisation, actor, badge } = place
  const retired = (await readForm(c))('give') !== 'yes'
  await retireOwnBadge(c.var.deps, organisation.id, { code: badge.code, retired }, actor)
  return c.redirect(`${path('serviceOwnBadge', placeOf(place))}?saved=yes`, 303)
}

export const postDraft = async (c: AppContext) => {
  const place = await requireOwnBadge(c)
  const { organisation, actor, badge } = place
  const typed = (await readForm(c))('version')
  if (!/^\d{1,6}$/.test(typed)) throw new ProblemError('bad-request')
  const version = Number(typed)
  await draftFromVersion(c.var.deps, organisation.id, { code: badge.code, version }, actor)
  return c.redirect(`${path('serviceOwnBadge', placeOf(place))}?saved=yes`, 303)
}
