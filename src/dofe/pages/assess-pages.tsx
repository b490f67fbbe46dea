import { getCookie, setCookie } from 'hono/cookie'
import { getOrganisation } from '../../organisations/actions'
import { nameOf } from '../../organisations/rules/name-organisation'
import { permits } from '../../organisations/rules/permits'
import { path } from '../../paths'
import { type FieldProblem, ProblemError } from '../../problems'
import type { AppContext } from '../../web/app-env'
import { Button, TextInput } from '../../web/components'
import { requireViewer } from '../../web/guard'
import { renderPage } from '../../web/layout'
import {
  enterCode,
  followLink,
  getByLink,
  getInvitation,
  invitationsTo,
  isLinkOpen,
  isVisiting,
  mailCode,
} from '../invitations/actions'
import type { Invitation } from '../invitations/model'
import { shownNameOf } from '../reports/actions'
import { getProgramme } from '../view'
import { errorOf, readForm } from './form-parts'
import { dofePageText } from './page-text'

const VISIT_SECONDS = 14 * 24 * 60 * 60

const cookieOf = (invitation: Invitation) => `assessor-${invitation.id}`

const keepVisit = (c: AppContext, invitation: Invitation, secret: string) =>
  setCookie(c, cookieOf(invitation), secret, {
    path: '/assess',
    maxAge: VISIT_SECONDS,
    httpOnly: true,
    sameSite: 'Lax',
    secure: c.var.deps.config.origin.startsWith('https:'),
  })

/** Whether whoever asks may see this invitation: by the cookie of a visit, or signed in as the assessor that it went to. */
const isAllowed = async (c: AppContext, invitation: Invitation): Promise<boolean> => {
  const { viewer, deps } = c.var
  const isOwn =
    viewer?.email === invitation.email &&
    viewer.memberships.some(
      ({ role, organisationId }) =>
        organisationId === invitation.organisationId && permits(role, 'record:read-assessed'),
    )
  return isOwn || isVisiting(deps, invitation, getCookie(c, cookieOf(invitation)))
}

/** The invitation that the address names with all that an assessor needs; undefined where they have to come back first. */
export const openAssessment = async (c: AppContext) => {
  const { deps } = c.var
  const invitation = await getInvitation(deps, c.req.param('invitationId') ?? '')
  c.header('Cache-Control', 'no-store')
  const organisation = await getOrganisation(deps, invitation.organisationId)
  if (!(await isAllowed(c, invitation))) return { invitation, organisation, view: undefined }
  const view = await getProgramme(deps, organisation.id, invitation.programmeId)
  return { invitation, organisation, view }
}

/** The form by which an assessor comes back. */
export const renderComeBack = async (
  c: AppContext,
  invitation: Invitation,
  state: { readonly sent?: boolean; readonly errors?: readonly FieldProblem[] } = {},
) => {
  const { deps, language } = c.var
  const t = dofePageText[language]
  const organisation = await getOrganisation(deps, invitation.organisationId)
  const { sent = false, errors = [] } = state
  const action = path('assessCode', { invitationId: invitation.id })
  return renderPage(
    c,
    { title: t.comeBack, organisation, noIndex: true, errors },
    <>
      <h1 class="govuk-heading-l">{t.comeBack}</h1>
      <p class="govuk-body">{sent || errors.length > 0 ? t.codeSent : t.linkGoneHelp}</p>
      {sent || errors.length > 0 ? (
        <form method="post" action={action} novalidate>
          <TextInput
            id="code"
            label={t.code}
            inputmode="numeric"
            autocomplete="one-time-code"
            width={10}
            language={language}
            {...errorOf(errors, 'code')}
          />
          <Button name="do" value="enter">
            {t.goOnButton}
          </Button>
        </form>
      ) : null}
      <form method="post" action={action}>
        <Button secondary={sent || errors.length > 0} name="do" value="mail">
          {t.mailCode}
        </Button>
      </form>
    </>,
  )
}

export const answerCode = async (c: AppContext) => {
  const { deps, language } = c.var
  const invitation = await getInvitation(deps, c.req.param('invitationId') ?? '')
  const typed = await readForm(c)
  if (typed['do'] !== 'enter') {
    await mailCode(deps, invitation)
    return renderComeBack(c, invitation, { sent: true })
  }
  const secret = await enterCode(deps, invitation, typed['code'] ?? '')
  if (secret === undefined) {
    const message = dofePageText[language].errors.code
    return renderComeBack(c, invitation, { errors: [{ field: 'code', message }] })
  }
  keepVisit(c, invitation, secret)
  return c.redirect(path('assess', { invitationId: invitation.id }), 303)
}

/** Where the link of the mail leads. Opening it does nothing yet: mail scanners open every link they see. */
export const renderLink = async (c: AppContext) => {
  const { deps, language } = c.var
  const t = dofePageText[language]
  const invitation = await getByLink(deps, c.req.param('token') ?? '')
  if (invitation.endedAt !== null) throw new ProblemError('link-expired')
  if (!isLinkOpen(invitation, deps.clock.now())) {
    return c.redirect(path('assess', { invitationId: invitation.id }), 303)
  }
  const organisation = await getOrganisation(deps, invitation.organisationId)
  const view = await getProgramme(deps, organisation.id, invitation.programmeId)
  return renderPage(
    c,
    { title: t.assess, organisation, noIndex: true },
    <>
      <h1 class="govuk-heading-l">{t.assess}</h1>
      <p class="govuk-body-l">{t.assessOpen(shownNameOf(view), nameOf(organisation, language))}</p>
      <p class="govuk-body">{t.assessOpenHelp}</p>
      <form method="post">
        <Button>{t.goOnButton}</Button>
      </form>
    </>,
  )
}

export const answerLink = async (c: AppContext) => {
  const { invitation, secret } = await followLink(c.var.deps, c.req.param('token') ?? '')
  keepVisit(c, invitation, secret)
  return c.redirect(path('assess', { invitationId: invitation.id }), 303)
}

/** The invitations to a signed-in assessor. */
export const renderAssessments = async (c: AppContext) => {
  const viewer = requireViewer(c)
  if (!viewer.memberships.some(({ role }) => permits(role, 'record:read-assessed'))) {
    throw new ProblemError('not-permitted')
  }
  const { deps, language } = c.var
  const t = dofePageText[language]
  const rows = await Promise.all(
    (await invitationsTo(deps, viewer.email)).map(async (invitation) => {
      const view = await getProgramme(deps, invitation.organisationId, invitation.programmeId)
      const organisation = await getOrganisation(deps, invitation.organisationId)
      return { id: invitation.id, name: shownNameOf(view), service: nameOf(organisation, language) }
    }),
  )
  return renderPage(
    c,
    { title: t.assessments },
    <>
      <h1 class="govuk-heading-l">{t.assessments}</h1>
      {rows.length === 0 ? <p class="govuk-body">{t.assessmentsNone}</p> : null}
      <ul class="govuk-list">
        {rows.map(({ id, name, service }) => (
          <li>
            <a class="govuk-link" href={path('assess', { invitationId: id })}>
              {name}
            </a>
            {`, ${service}`}
          </li>
        ))}
      </ul>
    </>,
  )
}
