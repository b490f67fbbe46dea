import { createMiddleware } from 'hono/factory'
import { ProblemError } from '../problems'
import type { AppEnv } from './app-env'

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Whether the browser says that the form came from this site; undefined when it says nothing. */
const comesFromHere = (request: Request): boolean | undefined => {
  const site = request.headers.get('Sec-Fetch-Site')
  if (site !== null) return site === 'same-origin' || site === 'none'
  const origin = request.headers.get('Origin')
  if (origin === null) return undefined
  return URL.canParse(origin) && new URL(origin).host === request.headers.get('Host')
}

/**
 * Refuses a form that another site sent. Browsers say where a request comes from; a request of a program that says
 * nothing is let through only without a cookie: it has nothing to steal.
 */
export const sameOrigin = createMiddleware<AppEnv>(async (c, next) => {
  const request = c.req.raw
  if (!safeMethods.has(request.method) && !(comesFromHere(request) ?? !request.headers.has('Cookie'))) {
    throw new ProblemError('wrong-origin')
  }
  await next()
})
