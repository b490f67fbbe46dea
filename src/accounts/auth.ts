import { betterAuth } from 'better-auth'
import { magicLink } from 'better-auth/plugins'
import type { Deps } from '../deps'
import { ProblemError } from '../problems'

const DAY = 24 * 60 * 60

/** How long a link in a mail opens the door, in seconds. */
export const LINK_SECONDS = 15 * 60

/** The name of the session's cookie without the prefix that https adds. */
export const SESSION_COOKIE = 'colophon.session_token'

const secretOf = (deps: Deps): string => {
  const secret = deps.config.COLOPHON_SECRET
  if (secret === undefined) throw new ProblemError('unexpected', { detail: 'COLOPHON_SECRET is missing.' })
  return secret
}

/**
 * The sign-in library, called by actions and never mounted as routes: our own pages are the only way in.
 * `onLink` receives the token of a new link; the database keeps its hash alone.
 */
export const createAuth = (deps: Deps, onLink: (token: string) => void = () => {}) =>
  betterAuth({
    appName: 'Colophon',
    baseURL: deps.config.origin,
    basePath: '/sign-in/api',
    secret: secretOf(deps),
    database: { db: deps.db, type: 'postgres' },
    trustedOrigins: [deps.config.origin],
    telemetry: { enabled: false },
    rateLimit: { enabled: false },
    logger: { disabled: true },
    session: { expiresIn: 14 * DAY, updateAge: DAY },
    advanced: {
      cookiePrefix: 'colophon',
      useSecureCookies: deps.config.origin.startsWith('https:'),
      defaultCookieAttributes: { sameSite: 'lax', httpOnly: true },
      ipAddress: { disableIpTracking: true },
    },
    plugins: [
      magicLink({
        expiresIn: LINK_SECONDS,
        storeToken: 'hashed',
        sendMagicLink: ({ token }) => onLink(token),
      }),
    ],
  })
