import { getBadgeDefinition } from '../../achievements/actions'
import { path } from '../../paths'
import type { AppContext } from '../../web/app-env'
import { Button, NotificationBanner, Textarea } from '../../web/components'
import { requireOwnRecord } from '../../web/guard'
import { renderPage } from '../../web/layout'
import { writeReflection } from '../actions'
import { evidenceText } from '../page-text'

const codeOf = (text: string | undefined): string | null =>
  text === undefined || text === '' ? null : getBadgeDefinition(text).id

type Own = Awaited<ReturnType<typeof requireOwnRecord>>
type Typed = {
  readonly code: string | null
  readonly text: string
  readonly requestId: string
  readonly error?: string
}

const renderForm = (c: AppContext, { organisation }: Own, { code, text, requestId, error }: Typed) => {
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
        <input type="hidden" name="badge" value={code ?? ''} />
        {code === null ? null : (
          <span class="govuk-caption-l">{t.reflectionFor(getBadgeDefinition(code).name[language])}</span>
        )}
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
  return renderForm(c, own, { code: codeOf(c.req.query('badge')), text: '', requestId })
}

export const postReflection = async (c: AppContext) => {
  const own = await requireOwnRecord(c, 'reflection:write-own')
  const { deps, language } = c.var
  const form = await c.req.parseBody()
  const given = (name: string) => (typeof form[name] === 'string' ? form[name] : '')
  const code = codeOf(given('badge'))
  const requestId = given('request') || deps.random.uuid()
  const { organisation, personId, actor } = own
  const reflection = { personId, badgeCode: code, text: given('text'), requestId, actor }
  const outcome = await writeReflection(deps, organisation.id, reflection)
  if (!outcome.ok) {
    const error = evidenceText[language].faultTexts[outcome.reason]
    return renderForm(c, own, { code, text: given('text'), requestId, error })
  }
  const badge = code === null ? '' : `&badge=${code}`
  return c.redirect(`${path('myReflection', { slug: organisation.slug })}?done=yes${badge}`, 303)
}
