import { getCookie } from 'hono/cookie'
import { createMiddleware } from 'hono/factory'
import { routePath } from 'hono/route'
import type { Deps } from '../deps'
import type { AppEnv, Language } from './app-env'

/** Tells where a request came from: a fact of the connection, not a header that a client can write. */
export type ClientAddressOf = (request: Request, env: unknown) => string

const isLanguage = (value: string | undefined): value is Language => value === 'en' || value === 'cy'

/** Fills the context of a request and logs how it went, by route and not by address: an address may hold a token. */
export const requestContext = (depsOf: (bindings: unknown) => Deps, clientAddressOf: ClientAddressOf) =>
  createMiddleware<AppEnv>(async (c, next) => {
    const deps = depsOf(c.env)
    const started = performance.now()
    const requestId = deps.random.uuid()
    const language = [c.req.query('lang'), getCookie(c, 'language')].find(isLanguage) ?? 'en'
    c.set('deps', deps)
    c.set('requestId', requestId)
    c.set('language', language)
    c.set('viewer', undefined)
    c.set('clientAddress', clientAddressOf(c.req.raw, c.env))
    await next()
    c.header('X-Request-Id', requestId)
    deps.log.info('request', {
      requestId,
      method: c.req.method,
      route: routePath(c, -1),
      status: c.res.status,
      milliseconds: Math.round(performance.now() - started),
    })
  })
