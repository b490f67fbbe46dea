import { getCookie } from 'hono/cookie'
import { createMiddleware } from 'hono/factory'
import { findSignedIn, type SignedIn } from '../accounts/actions'
import type { AppEnv } from './app-env'

/** The cookie with the id of the person whose record somebody who looks after several has chosen. */
export const ACTING_FOR = 'acting-for'

/** The memberships with those of the chosen person first. */
const inOrder = ({ memberships }: SignedIn, chosen: string | undefined) =>
  memberships.toSorted((a, b) => Number(b.personId === chosen) - Number(a.personId === chosen))

/** Finds out who asks, and keeps what they see out of shared caches. */
export const viewer = createMiddleware<AppEnv>(async (c, next) => {
  const signedIn = await findSignedIn(c.var.deps, c.req.raw.headers)
  c.set('viewer', signedIn && { ...signedIn, memberships: inOrder(signedIn, getCookie(c, ACTING_FOR)) })
  await next()
  if (signedIn !== undefined && !c.res.headers.has('Cache-Control')) c.header('Cache-Control', 'no-store')
})
