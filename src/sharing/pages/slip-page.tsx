import { getCookie, setCookie } from 'hono/cookie'
import { definitionGiven } from '../../achievements/definitions'
import type { BadgeDefinition } from '../../achievements/model'
import { getAward } from '../../awards/actions'
import { findClaim, takingUntil, useSlip } from '../../awards/claims/actions'
import { newSecret } from '../../awards/claims/new-secret'
import type { Award, Claim } from '../../awards/model'
import { getOrganisation } from '../../organisations/actions'
import type { Organisation } from '../../organisations/model'
import { nameOf } from '../../organisations/rules/name-organisation'
import { path } from '../../paths'
import { ProblemError } from '../../problems'
import type { AppContext } from '../../web/app-env'
import { Button, InsetText } from '../../web/components'
import { formatTime } from '../../web/format'
import { renderPage } from '../../web/layout'
import { respondWithFile } from '../../web/respond'
import { credentialFile } from '../files'
import { myText } from './page-text'
import { slipText } from './slip-text'

const COOKIE = 'slip'

const formats = ['pdf', 'png', 'svg', 'json'] as const

type Opened = {
  readonly token: string
  readonly claim: Claim
  readonly award: Award
  readonly organisation: Organisation
  /** Until when this browser may fetch the files; undefined where it is not the one that used the slip. */
  readonly until: Date | undefined
}

const open = async (c: AppContext, token: string, claim: Claim): Promise<Opened> => {
  const { deps } = c.var
  const organisation = await getOrganisation(deps, claim.organisationId)
  const award = await getAward(deps, organisation.id, claim.awardId)
  const until = await takingUntil(deps, token, getCookie(c, COOKIE))
  return { token, claim, award, organisation, until }
}

const Badge = (props: {
  readonly c: AppContext
  readonly award: Award
  readonly definition: BadgeDefinition
}) => {
  const { c, award } = props
  const { name, description, image } = props.definition
  const { language } = c.var
  const src = path('achievementImage', { id: award.achievementId })
  return (
    <div class="app-award">
      <img class="app-award__image" src={src} alt={image.alt[language]} width="160" height="160" />
      <div>
        <h2 class="govuk-heading-m">{name[language]}</h2>
        <p class="govuk-body">{description[language]}</p>
      </div>
    </div>
  )
}

const renderOffer = async (c: AppContext, { award, organisation }: Opened) => {
  const { deps, language } = c.var
  const t = slipText[language]
  const { claim, claimText } = myText[language]
  const definition = await definitionGiven(deps, organisation.id, award)
  const badge = definition.name[language]
  return renderPage(
    c,
    { title: claim, organisation, noIndex: true },
    <>
      <h1 class="govuk-heading-xl">{claim}</h1>
      <p class="govuk-body-l">{claimText(badge, nameOf(organisation, language))}</p>
      <Badge c={c} award={award} definition={definition} />
      <p class="govuk-body">{t.help}</p>
      <p class="govuk-body">{t.once}</p>
      <form method="post">
        <input type="hidden" name="secret" value={newSecret(deps)} />
        <Button>{t.button}</Button>
      </form>
    </>,
  )
}

const renderFiles = async (c: AppContext, { award, organisation, token }: Opened, until: Date) => {
  const { deps, language } = c.var
  const definition = await definitionGiven(deps, organisation.id, award)
  const t = slipText[language]
  const my = myText[language]
  const uses = { pdf: t.certificateFor, png: my.pngFor, svg: my.svgFor, json: my.jsonFor }
  const names = { pdf: t.certificate, png: t.png, svg: t.svg, json: t.json }
  return renderPage(
    c,
    { title: t.yours, organisation, noIndex: true },
    <>
      <h1 class="govuk-heading-xl">{t.yours}</h1>
      <InsetText>{t.saveNow(formatTime(until, language))}</InsetText>
      <Badge c={c} award={award} definition={definition} />
      <h2 class="govuk-heading-l">{my.take}</h2>
      <ul class="govuk-list govuk-list--spaced">
        {formats.map((format) => (
          <li>
            <a class="govuk-link" href={path('claimFile', { token, format })} download>
              {names[format]}
            </a>{' '}
            {uses[format]}
          </li>
        ))}
      </ul>
      <p class="govuk-body">{t.inside}</p>
    </>,
  )
}

const renderGone = (c: AppContext, { organisation, award }: Opened) => {
  const t = slipText[c.var.language]
  const title = award.status === 'valid' ? t.gone : t.notValid
  return renderPage(
    c,
    { title, organisation, status: 410, noIndex: true },
    <>
      <h1 class="govuk-heading-l">{title}</h1>
      {award.status === 'valid' ? (
        <>
          <p class="govuk-body">{t.goneHelp}</p>
          <p class="govuk-body">{t.goneAsk}</p>
        </>
      ) : (
        <p class="govuk-body">{t.notValidAsk}</p>
      )}
    </>,
  )
}

const isUnused = ({ claim, award }: Opened, now: Date) =>
  claim.usedAt === null && claim.expiresAt > now && award.status === 'valid'

/** Where the code of a slip leads: the badge, then its files in the browser that took it, else whom to ask. */
export const renderSlip = async (c: AppContext, token: string, claim: Claim) => {
  c.header('Cache-Control', 'no-store')
  const opened = await open(c, token, claim)
  if (isUnused(opened, c.var.deps.clock.now())) return renderOffer(c, opened)
  return opened.until === undefined || opened.award.status !== 'valid'
    ? renderGone(c, opened)
    : renderFiles(c, opened, opened.until)
}

const asSpent = (error: unknown): undefined => {
  if (!(error instanceof ProblemError && error.code === 'link-expired')) throw error
}

/**
 * Uses a slip up for this browser, which gets a cookie for its address alone; nobody is signed in. The form has the
 * cookie's secret, so that the answer to a second press, the only one that a browser shows, brings it as well.
 */
export const takeSlip = async (c: AppContext, token: string, claim: Claim) => {
  const { deps } = c.var
  const opened = await open(c, token, claim)
  const page = path('claim', { token })
  if (opened.until !== undefined) return c.redirect(page, 303)
  if (opened.award.status !== 'valid') return renderGone(c, opened)
  const { secret: offered } = await c.req.parseBody()
  const used = await useSlip(deps, token, String(offered ?? '')).catch(asSpent)
  if (used === undefined) return renderGone(c, opened)
  const { secret, seconds } = used
  setCookie(c, COOKIE, secret, {
    ...{ path: page, maxAge: seconds, httpOnly: true, sameSite: 'Lax' },
    secure: deps.config.origin.startsWith('https:'),
  })
  return c.redirect(page, 303)
}

/** A file of the badge, for the browser that used the slip. */
export const sendSlipFile = async (c: AppContext) => {
  const { deps } = c.var
  const token = c.req.param('token') ?? ''
  const claim = await findClaim(deps, token)
  const format = formats.find((one) => one === c.req.param('format'))
  if (claim === undefined || format === undefined) throw new ProblemError('not-found')
  const { award, organisation, until } = await open(c, token, claim)
  if (until === undefined || award.status !== 'valid') throw new ProblemError('not-found')
  return respondWithFile(c, await credentialFile(deps, organisation, award, format))
}
