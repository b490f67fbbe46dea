import { createMiddleware } from 'hono/factory'
import { findSignedIn } from '../accounts/actions'
import type { AppEnv } from './app-env'

/** Finds out who asks, and keeps what they see out of shared caches. */
export const viewer = createMiddleware<AppEnv>(async (c, next) => {
  const signedIn = await findSignedIn(c.var.deps, c.req.raw.headers)
  c.set('viewer', signedIn)
  await next()
  if (signedIn !== undefined && !c.res.headers.has('Cache-Control')) c.header('Cache-Control', 'no-store')
})
