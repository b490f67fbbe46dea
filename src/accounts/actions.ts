import { sql } from 'kysely'
import { limitUse } from '../database/rate-limit'
import { asSystem } from '../database/scope'
import type { Deps } from '../deps'
import { membershipsOf } from '../organisations/actions'
import type { Membership } from '../organisations/model'
import { path } from '../paths'
import { usableMemberships } from '../people/powers/actions'
import { ProblemError } from '../problems'
import { createAuth, SESSION_COOKIE } from './auth'
import { signInMail } from './mail-text'

type Language = 'en' | 'cy'

/** Who is signed in, and what they are in which organisation. */
export type SignedIn = { readonly email: string; readonly memberships: readonly Membership[] }

/** `Set-Cookie` values that open or close a session. */
export type SessionCookies = readonly string[]

const QUARTER_HOUR = 15 * 60
const linksPerAddress = { most: 20, seconds: QUARTER_HOUR }
const linksPerMailbox = { most: 5, seconds: QUARTER_HOUR }
const opensPerAddress = { most: 60, seconds: QUARTER_HOUR }

const mintToken = async (deps: Deps, email: string): Promise<string> => {
  let minted: string | undefined
  const auth = createAuth(deps, (token) => {
    minted = token
  })
  await auth.api.signInMagicLink({ body: { email }, headers: new Headers() })
  if (minted === undefined) throw new ProblemError('unexpected', { detail: 'No sign-in link was made.' })
  return minted
}

/**
 * Mails a sign-in link to an address that belongs to a member. An address that nobody knows gets nothing, and the
 * caller learns nothing: `sending` settles when the mail is on its way, and is not to be waited for in the answer.
 * Throws `too-many-requests` by the client's address or by the mailbox.
 */
export const requestSignIn = async (
  deps: Deps,
  request: { readonly email: string; readonly next: string; readonly language: Language },
  clientAddress: string,
): Promise<{ sending: Promise<void> }> => {
  const email = request.email.trim().toLowerCase()
  await limitUse(deps, 'sign-in', clientAddress, linksPerAddress)
  await limitUse(deps, 'mailbox', email, linksPerMailbox)
  const send = async () => {
    if ((await membershipsOf(deps, email)).length === 0) return
    const link = path('signInLink', { token: await mintToken(deps, email) })
    const address = `${deps.config.origin}${link}?next=${encodeURIComponent(request.next)}`
    await deps.mailer.send({ to: email, ...signInMail[request.language](address) })
  }
  return { sending: send() }
}

/**
 * Opens a session with the token of a link, once.
 * Throws `link-expired` when the token is used, old or unknown, and `too-many-requests`.
 */
export const openSession = async (
  deps: Deps,
  token: string,
  clientAddress: string,
): Promise<SessionCookies> => {
  await limitUse(deps, 'open', clientAddress, opensPerAddress)
  return consumeToken(deps, token)
}

/** Opens a session for an address whose owner has proved it another way, such as by a claim link in a mail. */
export const openSessionFor = async (deps: Deps, email: string): Promise<SessionCookies> =>
  consumeToken(deps, await mintToken(deps, email))

const consumeToken = async (deps: Deps, token: string): Promise<SessionCookies> => {
  const response = await createAuth(deps).api.magicLinkVerify({
    query: { token, callbackURL: '/', errorCallbackURL: '/' },
    headers: new Headers(),
    asResponse: true,
  })
  const cookies = response.headers.getSetCookie()
  if (cookies.length === 0) throw new ProblemError('link-expired')
  return cookies
}

/** Whose session the cookie of these headers is; undefined without a valid one. */
export const findSignedIn = async (deps: Deps, headers: Headers): Promise<SignedIn | undefined> => {
  if (!headers.get('Cookie')?.includes(SESSION_COOKIE)) return undefined
  const session = await createAuth(deps).api.getSession({
    headers: new Headers({ Cookie: headers.get('Cookie') ?? '' }),
    query: { disableRefresh: true },
  })
  if (session === null) return undefined
  const { email } = session.user
  return { email, memberships: await usableMemberships(deps, email, await membershipsOf(deps, email)) }
}

/** Ends the session, also on the server: the cookie opens nothing any more. */
export const closeSession = async (deps: Deps, headers: Headers): Promise<SessionCookies> => {
  const response = await createAuth(deps).api.signOut({
    headers: new Headers({ Cookie: headers.get('Cookie') ?? '' }),
    asResponse: true,
  })
  return response.headers.getSetCookie()
}

/** Ends every session of an address and forgets that it ever signed in. Doing it again changes nothing. */
export const forgetAccount = async (deps: Deps, email: string): Promise<void> => {
  await deps.db.transaction().execute(async (trx) => {
    await sql`delete from "verification" where position(${`"${email}"`} in "value") > 0`.execute(trx)
    await sql`delete from "user" where "email" = ${email}`.execute(trx)
  })
  await asSystem(deps.db, ({ trx }) =>
    trx
      .deleteFrom('address_change')
      .where((eb) => eb.or([eb('from_email', '=', email), eb('to_email', '=', email)]))
      .where('confirmed_at', 'is', null)
      .execute(),
  )
}
