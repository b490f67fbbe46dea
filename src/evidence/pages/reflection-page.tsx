import { getDefinition } from '../../achievements/definitions'
import type { BadgeDefinition } from '../../achievements/model'
import { path } from '../../paths'
import type { AppContext } from '../../web/app-env'
import { Button, NotificationBanner, Textarea } from '../../web/components'
import { requireOwnRecord } from '../../web/guard'
import { renderPage } from '../../web/layout'
import { writeReflection } from '../actions'
import { evidenceText } from '../page-text'

/** The badge that a reflection is written for; null for none. Throws `not-found`. */
const badgeOf = async (c: AppContext, { organisation }: Own, text: string | undefined) =>
  text === undefined || text === '' ? null : getDefinition(c.var.deps, organisation.id, text)

type Own = Awaited<ReturnType<typeof requireOwnRecord>>
type Typed = {
  readonly badge: BadgeDefinition | null
  readonly text: string
  readonly requestId: string
  readonly error?: string
}

const renderForm = (c: AppContext, { organisation }: Own, { badge, text, requestId, error }: Typed) => {
  const { language } = c.var
  const t = evidenceText[language]
  const { slug } = organisation
  return renderPage(
    c,
    {
      title: t.reflection,
      organisation,
      current: 'record',
      back: { href: path('myProgress', { slug }), text: t.backToProgress },
      errors: error === undefined ? [] : [{ field: 'text', message: error }],
    },
    <>
      {c.req.query('done') === 'yes' ? (
        <NotificationBanner success language={language}>
          <p class="govuk-notification-banner__heading">{t.reflectionDone}</p>
        </NotificationBanner>
      ) : null}
      <form method="post" action={path('myReflection', { slug })} novalidate>
        <input type="hidden" name="request" value={requestId} />
        <input type="hidden" name="badge" value={badge?.id ?? ''} />
        {badge === null ? null : <span class="govuk-caption-l">{t.reflectionFor(badge.name[language])}</span>}
        <Textarea
          id="text"
          label={t.reflection}
          headingLabel
          hint={t.reflectionHint}
          value={text}
          rows={8}
          language={language}
          {...(error === undefined ? {} : { error })}
        />
        <Button>{t.reflectionSave}</Button>
      </form>
    </>,
  )
}

/** One question: what somebody learned. `?badge=` says for which badge it is written. */
export const showReflection = async (c: AppContext) => {
  const own = await requireOwnRecord(c, 'reflection:write-own')
  const requestId = c.var.deps.random.uuid()
  const badge = await badgeOf(c, own, c.req.query('badge'))
  return renderForm(c, own, { badge, text: '', requestId })
}

export const postReflection = async (c: AppContext) => {
  const own = await requireOwnRecord(c, 'reflection:write-own')
  const { deps, language } = c.var
  const form = await c.req.parseBody()
  const given = (name: string) => (typeof form[name] === 'string' ? form[name] : '')
  const badge = await badgeOf(c, own, given('badge'))
  const requestId = given('request') || deps.random.uuid()
  const { organisation, personId, actor } = own
  const reflection = { personId, badgeCode: badge?.id ?? null, text: given('text'), requestId, actor }
  const outcome = await writeReflection(deps, organisation.id, reflection)
  if (!outcome.ok) {
    const error = evidenceText[language].faultTexts[outcome.reason]
    return renderForm(c, own, { badge, text: given('text'), requestId, error })
  }
  const query = badge === null ? '' : `&badge=${badge.id}`
  return c.redirect(`${path('myReflection', { slug: organisation.slug })}?done=yes${query}`, 303)
}
