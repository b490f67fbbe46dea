import { createMiddleware } from 'hono/factory'
import type { Config } from '../config'
import type { AppEnv } from './app-env'

/**
 * What a page may load and where it may send: only this service, and nothing written into the page. `connect` names
 * the sources that its own modules may fetch from.
 */
export const contentSecurityPolicy = ({ connect }: { connect: readonly string[] }): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src ${connect.join(' ')}`,
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ')

/** What of the device a page may use: nothing, but the camera where it reads codes. */
export const permissionsPolicy = ({ camera }: { camera: boolean }): string =>
  `camera=(${camera ? 'self' : ''}), geolocation=(), microphone=(), payment=(), usb=()`

/** Headers that keep a browser from running or leaking what the service did not mean; a handler's own stay. */
export const securityHeaders = (config: Config) => {
  const headers = Object.entries({
    'Content-Security-Policy': contentSecurityPolicy({ connect: ["'self'"] }),
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': permissionsPolicy({ camera: false }),
    'Referrer-Policy': 'same-origin',
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    ...(config.origin.startsWith('https:')
      ? { 'Strict-Transport-Security': 'max-age=31536000; includeSubDomains' }
      : {}),
  })
  return createMiddleware<AppEnv>(async (c, next) => {
    await next()
    for (const [name, value] of headers) if (!c.res.headers.has(name)) c.header(name, value)
  })
}
