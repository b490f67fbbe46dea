import { openSessionFor } from '../../accounts/actions'
import { findClaim, renewClaim, useClaim } from '../../awards/claims/actions'
import type { Claim } from '../../awards/model'
import { addMembership, getOrganisation } from '../../organisations/actions'
import { nameOf } from '../../organisations/rules/name-organisation'
import { path, paths } from '../../paths'
import { ProblemError } from '../../problems'
import type { App, AppContext } from '../../web/app-env'
import { Button } from '../../web/components'
import { renderPage } from '../../web/layout'
import { myText } from './page-text'
import { renderSlip, sendSlipFile, takeSlip } from './slip-page'

const getClaim = async (c: AppContext, token: string): Promise<Claim> => {
  const claim = await findClaim(c.var.deps, token)
  if (claim === undefined) throw new ProblemError('not-found')
  return claim
}

const isOpen = (claim: Claim, now: Date) => claim.usedAt === null && claim.expiresAt > now

const renderOpen = async (c: AppContext, claim: Claim) => {
  const { deps, language } = c.var
  const t = myText[language]
  const organisation = await getOrganisation(deps, claim.organisationId)
  return renderPage(
    c,
    { title: t.claim, organisation, noIndex: true },
    <>
      <h1 class="govuk-heading-xl">{t.claim}</h1>
      <p class="govuk-body-l">{t.claimText(claim.badgeName, nameOf(organisation, language))}</p>
      <p class="govuk-body">{t.claimHelp}</p>
      <form method="post">
        <Button>{t.claimButton}</Button>
      </form>
    </>,
  )
}

const SignInInstead = ({ text, next }: { text: string; next: string }) => (
  <p class="govuk-body">
    <a class="govuk-link" href={`${path('signIn')}?next=${encodeURIComponent(next)}`}>
      {text}
    </a>
  </p>
)

const renderGone = async (c: AppContext, claim: Claim) => {
  const { deps, language } = c.var
  const t = myText[language]
  const organisation = await getOrganisation(deps, claim.organisationId)
  return renderPage(
    c,
    { title: t.claimGone, organisation, status: 410, noIndex: true },
    <>
      <h1 class="govuk-heading-l">{t.claimGone}</h1>
      <p class="govuk-body">{t.claimGoneHelp}</p>
      <form method="post">
        <Button name="renew" value="yes">
          {t.claimAgain}
        </Button>
      </form>
      <SignInInstead text={t.orSignIn} next={path('myAward', { awardId: claim.awardId })} />
    </>,
  )
}

const renderSent = (c: AppContext) => {
  const t = myText[c.var.language]
  return renderPage(
    c,
    { title: t.claimSent, noIndex: true },
    <>
      <h1 class="govuk-heading-l">{t.claimSent}</h1>
      <p class="govuk-body">{t.claimSentHelp}</p>
    </>,
  )
}

/** Uses the link up and signs its owner in, or mails a new one in place of one that is spent. */
const answer = async (c: AppContext, token: string) => {
  const { deps } = c.var
  const claim = await getClaim(c, token)
  if (claim.email === null) return takeSlip(c, token, claim)
  if (isOpen(claim, deps.clock.now())) {
    const { organisationId, email, personId, toGuardian } = await useClaim(deps, token)
    if (!toGuardian) await addMembership(deps, organisationId, { email, role: 'volunteer', personId })
    for (const cookie of await openSessionFor(deps, email)) {
      c.header('Set-Cookie', cookie, { append: true })
    }
    return c.redirect(path('myAward', { awardId: claim.awardId }), 303)
  }
  if ((await c.req.parseBody())['renew'] !== 'yes') return renderGone(c, claim)
  await renewClaim(deps, claim.organisationId, claim.awardId)
  return renderSent(c)
}

/** Where the link of a claim mail or slip leads. Opening it does nothing yet: mail scanners open every link they see. */
export const claimPage = (app: App): void => {
  app.get(paths.claim, async (c) => {
    const token = c.req.param('token')
    const claim = await getClaim(c, token)
    if (claim.email === null) return renderSlip(c, token, claim)
    return isOpen(claim, c.var.deps.clock.now()) ? renderOpen(c, claim) : renderGone(c, claim)
  })
  app.get(paths.claimFile, sendSlipFile)
  app.post(paths.claim, (c) => answer(c, c.req.param('token')))
}
