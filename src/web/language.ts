import { setCookie } from 'hono/cookie'
import { paths } from '../paths'
import type { App } from './app-env'
import { localPath } from './local-path'

const YEAR = 365 * 24 * 60 * 60

/** Remembers the language that a visitor chose, and brings them back to where they were. */
export const language = (app: App): void => {
  app.post(paths.language, async (c) => {
    const form = await c.req.parseBody()
    setCookie(c, 'language', form['language'] === 'cy' ? 'cy' : 'en', {
      path: '/',
      maxAge: YEAR,
      httpOnly: true,
      sameSite: 'Lax',
      secure: c.var.deps.config.origin.startsWith('https:'),
    })
    return c.redirect(localPath(form['next']), 303)
  })
}
