import { path } from '../../../paths'
import { ProblemError } from '../../../problems'
import type { AppContext } from '../../../web/app-env'
import { Button, InsetText } from '../../../web/components'
import { renderPage } from '../../../web/layout'
import { ruleOf } from '../../rules/compose-own-badge'
import { describeRule } from '../../rules/describe-rule'
import { publishFaultsOf, publishOwnBadge, tryRule } from '../actions'
import { ownText } from '../page-text'
import { Faults } from './own-page'
import { backTo, type OwnPlace, placeOf, readForm, requireOwnBadge } from './parts'
import { Pictures } from './picture-page'

export const showPublish = async (c: AppContext) => renderPublish(c, await requireOwnBadge(c), false)

/** What publishing does, and one button that does it. */
const renderPublish = async (c: AppContext, place: OwnPlace, conflict: boolean) => {
  const { deps, language } = c.var
  const t = ownText[language]
  const { badge, organisation } = place
  const faults = await publishFaultsOf(deps, organisation.id, badge)
  const isNew = badge.revision !== badge.publishedRevision
  const tried = await tryRule(deps, organisation.id, badge.draft)
  const title = t.publishTitle(badge.draft.words.name[language], (badge.versions[0]?.version ?? 0) + 1)
  return renderPage(
    c,
    {
      title,
      organisation,
      current: 'badges',
      back: backTo(place, language),
      ...(conflict ? { status: 409 as const } : {}),
    },
    <>
      <h1 class="govuk-heading-l">{title}</h1>
      {conflict ? <InsetText>{t.conflict}</InsetText> : null}
      {!isNew ? (
        <p class="govuk-body">{t.nothingNew}</p>
      ) : faults.length > 0 ? (
        <Faults faults={faults} language={language} />
      ) : (
        <>
          <Pictures place={place} language={language} />
          <p class="govuk-body">{`${t.rule}: ${describeRule(ruleOf(badge.draft.rule), language)}.`}</p>
          <p class="govuk-body">{t.tried(tried.eligible, tried.people)}</p>
          <p class="govuk-body">{t.publishIntro}</p>
          <form method="post" action={path('serviceOwnBadgePublish', placeOf(place))}>
            <input type="hidden" name="revision" value={String(badge.revision)} />
            <Button>{t.publishYes}</Button>
          </form>
        </>
      )}
      <p class="govuk-body">
        <a class="govuk-link" href={path('serviceOwnBadge', placeOf(place))}>
          {t.cancel}
        </a>
      </p>
    </>,
  )
}

export const postPublish = async (c: AppContext) => {
  const place = await requireOwnBadge(c)
  const { organisation, actor, badge } = place
  const revision = Number((await readForm(c))('revision'))
  try {
    await publishOwnBadge(c.var.deps, organisation.id, { code: badge.code, revision }, actor)
  } catch (error) {
    const known = error instanceof ProblemError && ['conflict', 'invalid-input'].includes(error.code)
    if (!known) throw error
    return renderPublish(c, place, true)
  }
  return c.redirect(`${path('serviceOwnBadge', placeOf(place))}?published=yes`, 303)
}
