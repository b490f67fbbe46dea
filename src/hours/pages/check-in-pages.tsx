import { getCookie, setCookie } from 'hono/cookie'
import { path, paths } from '../../paths'
import { ProblemError } from '../../problems'
import type { App, AppContext } from '../../web/app-env'
import { Button } from '../../web/components'
import { renderPage } from '../../web/layout'
import {
  assumeEnd,
  checkIn,
  checkOut,
  findVisitors,
  getLinkable,
  getVisitor,
  holderOf,
  linkTablet,
  makeTicket,
  openPoint,
  tellEnd,
} from '../actions'
import { describeEntryFaults } from '../entry-text'
import { checkInText } from './check-in-text'
import { type Done, type Here, type Parts, renderFound, renderStart, renderVisitor } from './check-in-views'

const cookieName = 'check-in'
/** As long as browsers keep a cookie, in seconds. */
const cookieSeconds = 400 * 24 * 60 * 60

const partsOf = (c: AppContext): Parts => ({
  slug: c.req.param('slug') ?? '',
  key: c.req.param('key') ?? '',
})

/** The point of the address, for a tablet with what it was linked with. Throws `not-found`. */
const open = async (c: AppContext): Promise<Here> => {
  const parts = partsOf(c)
  return { ...(await openPoint(c.var.deps, parts, getCookie(c, cookieName))), parts }
}

/** The record of the signed-in volunteer at the service of the point, where they have one. */
const ownPersonId = (c: AppContext, { organisation }: Here): string | undefined =>
  c.var.viewer?.memberships.find(
    ({ organisationId, role, personId }) =>
      organisationId === organisation.id && role === 'volunteer' && personId !== null,
  )?.personId ?? undefined

const showPoint = async (c: AppContext) => {
  const here = await open(c)
  const personId = here.point.kind === 'poster' ? ownPersonId(c, here) : undefined
  if (personId === undefined) return renderStart(c, here)
  const { deps } = c.var
  const visitor = await getVisitor(deps, here.point, personId)
  return renderVisitor(c, here, { visitor, ticket: await makeTicket(deps, here.point, personId) })
}

const findPerson = async (c: AppContext) => {
  const here = await open(c)
  const { deps, language, clientAddress } = c.var
  const t = checkInText[language]
  const tablet = here.point.kind === 'tablet'
  const typed = String((await c.req.parseBody())['who'] ?? '')
    .trim()
    .slice(0, 200)
  if (typed.length < 2) return renderStart(c, here, { typed, error: tablet ? t.whoMissing : t.numberMissing })
  const found = await findVisitors(deps, here.point, typed, clientAddress)
  if (found.people.length === 0)
    return renderStart(c, here, { typed, error: tablet ? t.nobody : t.nobodyNumbered })
  const [only] = found.people
  const numbered = /^[\d\s-]+$/.test(typed)
  if (!numbered || only === undefined) return renderFound(c, here, found)
  return renderTicket(c, here, only.ticket)
}

const renderTicket = async (c: AppContext, here: Here, ticket: string) => {
  const personId = await holderOf(c.var.deps, here.point, ticket)
  return renderVisitor(c, here, { visitor: await getVisitor(c.var.deps, here.point, personId), ticket })
}

/** What is out of date, or was done by somebody else meanwhile, starts again in place of an error. */
const orAgain = async (c: AppContext, here: Here, work: () => Promise<Response>): Promise<Response> => {
  try {
    return await work()
  } catch (error) {
    const stale = error instanceof ProblemError && (error.code === 'bad-request' || error.code === 'conflict')
    if (!stale) throw error
    return toStart(c, here, 'again')
  }
}

const toStart = (c: AppContext, here: Here, said: Done) =>
  c.redirect(`${path('checkIn', here.parts)}?done=${said}`, 303)

const act = async (c: AppContext) => {
  const here = await open(c)
  const { deps, language, viewer } = c.var
  const form = await c.req.parseBody()
  const text = (name: string) => String(form[name] ?? '')
  return orAgain(c, here, async () => {
    const ticket = text('ticket')
    const personId = await holderOf(deps, here.point, ticket)
    const own = viewer !== undefined && ownPersonId(c, here) === personId
    const actor = own ? viewer.email : here.point.kind
    const visit = { visitId: text('visit'), personId }
    switch (text('do')) {
      case 'out': {
        const { minutes } = await checkOut(deps, here.point, visit, actor)
        return toStart(c, here, minutes === 0 ? 'nothing' : 'out')
      }
      case 'usual':
        await assumeEnd(deps, here.point.organisationId, visit, actor)
        break
      case 'left': {
        const told = text('left')
        const outcome = await tellEnd(deps, here.point, { ...visit, told }, actor)
        if (!outcome.ok) {
          const [fault] = describeEntryFaults([{ field: 'end', reason: outcome.reason }], language)
          const visitor = await getVisitor(deps, here.point, personId)
          return renderVisitor(c, here, { visitor, ticket, error: fault?.message ?? '', typed: told })
        }
        break
      }
      default:
        await checkIn(deps, here.point, personId, text('role'))
        return toStart(c, here, 'in')
    }
    return renderVisitor(c, here, { visitor: await getVisitor(deps, here.point, personId), ticket })
  })
}

const showLink = async (c: AppContext) => {
  const { deps, language } = c.var
  const t = checkInText[language]
  const parts = partsOf(c)
  const token = c.req.param('token') ?? ''
  const { branchName, organisation } = await getLinkable(deps, parts, token)
  return renderPage(
    c,
    { title: t.link, organisation, noIndex: true },
    <>
      <h1 class="govuk-heading-l">{t.link}</h1>
      <p class="govuk-body">{t.linkHelp(branchName)}</p>
      <form method="post" action={path('checkInLink', { ...parts, token })}>
        <Button>{t.linkButton}</Button>
      </form>
    </>,
  )
}

const postLink = async (c: AppContext) => {
  const { deps, clientAddress } = c.var
  const parts = partsOf(c)
  const { secret } = await linkTablet(deps, parts, c.req.param('token') ?? '', clientAddress)
  setCookie(c, cookieName, secret, {
    path: path('checkIn', parts),
    httpOnly: true,
    sameSite: 'Lax',
    secure: deps.config.origin.startsWith('https:'),
    maxAge: cookieSeconds,
  })
  return c.redirect(path('checkIn', parts), 303)
}

/** Coming and going at a library: on its tablet, or by a poster with one's own phone; no account is needed. */
export const checkInPages = (app: App): void => {
  app.get(paths.checkIn, showPoint)
  app.post(paths.checkInFind, findPerson)
  app.post(paths.checkInPerson, async (c) => {
    const here = await open(c)
    const ticket = String((await c.req.parseBody())['ticket'] ?? '')
    return orAgain(c, here, async () => renderTicket(c, here, ticket))
  })
  app.post(paths.checkInDo, act)
  app.get(paths.checkInLink, showLink)
  app.post(paths.checkInLink, postLink)
}
