import { path, paths } from '../../paths'
import { afterResponse } from '../../web/after-response'
import type { App, AppContext } from '../../web/app-env'
import { Button, NotificationBanner, TextInput } from '../../web/components'
import { requireViewer } from '../../web/guard'
import { renderPage } from '../../web/layout'
import { askForAddress, confirmAddress, findWish } from './actions'
import { addressText } from './page-text'

const renderForm = (c: AppContext, refused?: { readonly typed: string; readonly message: string }) => {
  const { email } = requireViewer(c)
  const { language } = c.var
  const t = addressText[language]
  return renderPage(
    c,
    {
      title: t.title,
      noIndex: true,
      errors: refused === undefined ? [] : [{ field: 'email', message: refused.message }],
    },
    <>
      {c.req.query('changed') === 'yes' ? (
        <NotificationBanner success language={language}>
          <p class="govuk-notification-banner__heading">{t.done(email)}</p>
        </NotificationBanner>
      ) : null}
      <h1 class="govuk-heading-l">{t.title}</h1>
      <p class="govuk-body app-break">{t.now(email)}</p>
      <p class="govuk-body">{t.intro}</p>
      <form method="post" action={path('accountEmail')} novalidate>
        <TextInput
          id="email"
          label={t.label}
          type="email"
          autocomplete="email"
          spellcheck={false}
          value={refused?.typed ?? ''}
          language={language}
          {...(refused === undefined ? {} : { error: refused.message })}
        />
        <Button>{t.send}</Button>
      </form>
    </>,
  )
}

const postWish = async (c: AppContext) => {
  const { email } = requireViewer(c)
  const { deps, language, clientAddress } = c.var
  const t = addressText[language]
  const typed = String((await c.req.parseBody())['email'] ?? '').trim()
  const asked = await askForAddress(deps, { from: email, to: typed, language }, clientAddress)
  if (!asked.ok) return renderForm(c, { typed, message: t.faults[asked.reason] })
  afterResponse(c, 'sending the link to a new address', asked.value.sending)
  const shown = !deps.config.production && deps.mailer.shown !== undefined
  return renderPage(
    c,
    { title: t.sentTitle, noIndex: true },
    <>
      <h1 class="govuk-heading-l">{t.sentTitle}</h1>
      <p class="govuk-body app-break">{t.sent(typed.toLowerCase())}</p>
      <p class="govuk-body">{t.sentOld}</p>
      {shown ? (
        <p class="govuk-body">
          {t.outbox}{' '}
          <a class="govuk-link" href={path('outbox')}>
            {t.outboxLink}
          </a>
        </p>
      ) : null}
    </>,
  )
}

/** A button, and not the opening of the page, uses the link up: mail scanners open every link they see. */
const renderConfirm = async (c: AppContext) => {
  const { email } = requireViewer(c)
  const t = addressText[c.var.language]
  const wanted = await findWish(c.var.deps, c.req.param('token') ?? '', email)
  return renderPage(
    c,
    { title: t.confirmTitle, noIndex: true },
    <>
      <h1 class="govuk-heading-l">{t.confirmTitle}</h1>
      <p class="govuk-body app-break">{t.confirm(wanted)}</p>
      <p class="govuk-body">{t.confirmEnds}</p>
      <form method="post">
        <Button>{t.press}</Button>
      </form>
    </>,
  )
}

/** Somebody changes the address that they sign in with: volunteers, guardians and staff alike. */
export const addressPages = (app: App): void => {
  app.get(paths.accountEmail, (c) => renderForm(c))
  app.post(paths.accountEmail, postWish)
  app.get(paths.accountEmailConfirm, renderConfirm)
  app.post(paths.accountEmailConfirm, async (c) => {
    const { email } = requireViewer(c)
    const { deps, language } = c.var
    const cookies = await confirmAddress(deps, c.req.param('token') ?? '', { email, language })
    for (const cookie of cookies) c.header('Set-Cookie', cookie, { append: true })
    return c.redirect(`${path('accountEmail')}?changed=yes`, 303)
  })
}
