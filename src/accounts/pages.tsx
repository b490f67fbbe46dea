import { z } from 'zod'
import { path, paths } from '../paths'
import { ProblemError } from '../problems'
import { afterResponse } from '../web/after-response'
import type { App, AppContext } from '../web/app-env'
import { Button, TextInput } from '../web/components'
import { formatDate, formatTime } from '../web/format'
import { renderPage } from '../web/layout'
import { localPath } from '../web/local-path'
import { closeSession, openSession, requestSignIn, type SessionCookies } from './actions'
import { openDemoSession } from './demo'
import { accountText } from './page-text'

const zSignIn = z.object({ email: z.email(), next: z.unknown() })

const redirectWith = (c: AppContext, cookies: SessionCookies, next: string) => {
  for (const cookie of cookies) c.header('Set-Cookie', cookie, { append: true })
  return c.redirect(next, 303)
}

/** The form that asks for an address, again with what was typed when it cannot be one. */
const renderSignIn = (c: AppContext, typed: { email: string; next: string; wrong: boolean }) => {
  const t = accountText[c.var.language]
  const errors = typed.wrong ? [{ field: 'email', message: t.emailMissing }] : []
  return renderPage(
    c,
    { title: t.signIn, errors, noIndex: true },
    <>
      <h1 class="govuk-heading-l">{t.signIn}</h1>
      <p class="govuk-body">{t.intro}</p>
      <form method="post" action={path('signIn')} novalidate>
        <input type="hidden" name="next" value={typed.next} />
        <TextInput
          id="email"
          label={t.email}
          hint={t.emailHint}
          type="email"
          autocomplete="email"
          spellcheck={false}
          value={typed.email}
          language={c.var.language}
          {...(typed.wrong ? { error: t.emailMissing } : {})}
        />
        <Button>{t.sendLink}</Button>
      </form>
    </>,
  )
}

const renderSent = (c: AppContext) => {
  const t = accountText[c.var.language]
  return renderPage(
    c,
    { title: t.checkMail, noIndex: true },
    <>
      <h1 class="govuk-heading-l">{t.checkMail}</h1>
      <p class="govuk-body">{t.sent}</p>
      {showsOutbox(c) ? (
        <p class="govuk-body">
          {t.outboxHint}{' '}
          <a class="govuk-link" href={path('outbox')}>
            {t.outboxLink}
          </a>
        </p>
      ) : null}
      <h2 class="govuk-heading-m">{t.notCome}</h2>
      <p class="govuk-body">{t.notComeHelp}</p>
      <p class="govuk-body">
        <a class="govuk-link" href={path('signIn')}>
          {t.again}
        </a>
      </p>
    </>,
  )
}

/** A button, and not the opening of the page, uses the link up: mail scanners open every link they see. */
const renderFinish = (c: AppContext, next: string) => {
  const t = accountText[c.var.language]
  return renderPage(
    c,
    { title: t.almostThere, noIndex: true },
    <>
      <h1 class="govuk-heading-l">{t.almostThere}</h1>
      <p class="govuk-body">{t.almostThereHelp}</p>
      <form method="post">
        <input type="hidden" name="next" value={next} />
        <Button>{t.finish}</Button>
      </form>
    </>,
  )
}

const showsOutbox = (c: AppContext) => !c.var.deps.config.production && c.var.deps.mailer.shown !== undefined

const renderOutbox = (c: AppContext) => {
  const shown = showsOutbox(c) ? c.var.deps.mailer.shown?.() : undefined
  if (shown === undefined) throw new ProblemError('not-found')
  const { language } = c.var
  const t = accountText[language]
  return renderPage(
    c,
    { title: t.outbox, noIndex: true },
    <>
      <h1 class="govuk-heading-l">{t.outbox}</h1>
      <p class="govuk-body">{shown.length === 0 ? t.outboxEmpty : t.outboxIntro}</p>
      {shown.map((mail) => (
        <article class="app-mail">
          <h2 class="govuk-heading-m">{mail.subject}</h2>
          <p class="govuk-body-s">
            {`${t.to} ${mail.to} · ${t.at} ${formatDate(mail.at, language)}, ${formatTime(mail.at, language)}`}
          </p>
          <p class="govuk-body app-preserve-lines">{withLinks(mail.text)}</p>
        </article>
      ))}
    </>,
  )
}

/** The text of a mail with its addresses as links, as a mail reader shows it. */
const withLinks = (text: string) =>
  text.split(/(https?:\/\/\S+)/).map((part) =>
    /^https?:\/\//.test(part) ? (
      <a class="govuk-link" href={part}>
        {part}
      </a>
    ) : (
      part
    ),
  )

/** Sign-in by a link in a mail, sign-out, and what only development and the demo have. */
export const accountPages = (app: App): void => {
  app.get(paths.signIn, (c) =>
    renderSignIn(c, { email: '', next: localPath(c.req.query('next')), wrong: false }),
  )

  app.post(paths.signIn, async (c) => {
    const form = await c.req.parseBody()
    const typed = zSignIn.safeParse({ email: String(form['email'] ?? '').trim(), next: form['next'] })
    const next = localPath(form['next'])
    if (!typed.success) return renderSignIn(c, { email: String(form['email'] ?? ''), next, wrong: true })
    const { deps, language, clientAddress } = c.var
    const { sending } = await requestSignIn(deps, { email: typed.data.email, next, language }, clientAddress)
    afterResponse(c, 'sending a sign-in link', sending)
    return c.redirect(path('signInSent'), 303)
  })

  app.get(paths.signInSent, renderSent)
  app.get(paths.signInLink, (c) => renderFinish(c, localPath(c.req.query('next'))))

  app.post(paths.signInLink, async (c) => {
    const next = localPath((await c.req.parseBody())['next'])
    const cookies = await openSession(c.var.deps, c.req.param('token'), c.var.clientAddress)
    return redirectWith(c, cookies, next)
  })

  app.get(paths.signInDemo, async (c) => {
    const { persona, secret } = c.req.param()
    return redirectWith(c, await openDemoSession(c.var.deps, persona, secret), '/')
  })

  app.post(paths.signOut, async (c) =>
    redirectWith(c, await closeSession(c.var.deps, c.req.raw.headers), '/'),
  )

  app.get(paths.outbox, renderOutbox)
}
