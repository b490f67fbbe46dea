import { firstNameOf } from '../../awards/rules/first-name-of'
import { drawQrCode } from '../../hours/rules/draw-qr-code'
import { nameOf } from '../../organisations/rules/name-organisation'
import { path, paths } from '../../paths'
import { type FieldProblem, ProblemError } from '../../problems'
import type { App, AppContext } from '../../web/app-env'
import { Button, ButtonGroup, TextInput } from '../../web/components'
import { formatDate } from '../../web/format'
import { type Permitted, requirePermission } from '../../web/guard'
import { renderPage } from '../../web/layout'
import { getPerson } from '../actions'
import { consentText } from '../consent-text'
import { recordOwnConsent } from '../consents/actions'
import { consentPurposes } from '../consents/model'
import { guardianText } from '../guardian-text'
import {
  endGuardian,
  getGuardian,
  inviteGuardian,
  renewInvitation,
  type SentLink,
} from '../guardians/actions'
import type { NewGuardian } from '../guardians/model'

const fields = ['name', 'relationship', 'email', 'phone'] as const
const empty: NewGuardian = { name: '', relationship: '', email: '', phone: '' }

const renderAsk = async (
  c: AppContext,
  { organisation }: Permitted,
  typed: NewGuardian = empty,
  errors: readonly FieldProblem[] = [],
) => {
  const { deps, language } = c.var
  const t = consentText[language]
  const person = await getPerson(deps, organisation.id, c.req.param('personId') ?? '')
  const types = { name: 'text', relationship: 'text', email: 'email', phone: 'tel' } as const
  return renderPage(
    c,
    {
      title: t.addGuardian,
      organisation,
      current: 'volunteers',
      errors,
      back: {
        href: path('serviceVolunteer', { slug: organisation.slug, personId: person.id }),
        text: person.preferredName,
      },
    },
    <>
      <h1 class="govuk-heading-l">{t.addGuardian}</h1>
      <p class="govuk-body">{t.addHelp(person.preferredName)}</p>
      <form method="post" novalidate>
        {fields.map((field) => {
          const error = errors.find((one) => one.field === field)?.message
          return (
            <TextInput
              id={field}
              label={t[field]}
              type={types[field]}
              autocomplete="off"
              spellcheck={false}
              value={typed[field]}
              language={language}
              {...(field === 'email' ? { hint: t.emailHint } : {})}
              {...(error === undefined ? {} : { error })}
            />
          )
        })}
        <ButtonGroup>
          <Button name="by" value="mail">
            {t.send}
          </Button>
          <Button name="by" value="paper" secondary>
            {t.sendPaper}
          </Button>
        </ButtonGroup>
      </form>
    </>,
  )
}

/** The slip that is handed over: the only time that the address of the link is shown. */
const renderSlip = async (c: AppContext, { organisation }: Permitted, link: SentLink, personId: string) => {
  const { deps, language } = c.var
  const t = consentText[language]
  const person = await getPerson(deps, organisation.id, personId)
  const child = firstNameOf(person.preferredName)
  const address = deps.config.origin + path('guardianLink', { token: link.token ?? '' })
  const code = drawQrCode(address)
  c.header('Cache-Control', 'no-store')
  return renderPage(
    c,
    {
      title: t.slipTitle,
      organisation,
      current: 'volunteers',
      noIndex: true,
      back: {
        href: path('serviceVolunteer', { slug: organisation.slug, personId }),
        text: person.preferredName,
      },
    },
    <>
      <h1 class="govuk-heading-l">{t.slipTitle}</h1>
      <p class="govuk-body">{`${t.slipHelp} ${t.print}`}</p>
      <section class="app-slip">
        <p class="govuk-body-l">{t.slipText(child, nameOf(organisation, language))}</p>
        <p class="govuk-body">{t.slipDo}</p>
        <svg
          class="app-slip__code"
          viewBox={`0 0 ${code.size} ${code.size}`}
          role="img"
          aria-label={t.slipTitle}
          shape-rendering="crispEdges"
        >
          <path d={code.path} />
        </svg>
        <p class="govuk-body app-slip__address">{address}</p>
        <p class="govuk-body">{t.slipUntil(formatDate(link.expiresAt, language))}</p>
      </section>
    </>,
  )
}

const postAsk = async (c: AppContext) => {
  const permitted = await requirePermission(c, 'people:edit')
  const { organisation, actor } = permitted
  const personId = c.req.param('personId') ?? ''
  const form = await c.req.parseBody()
  const text = (field: keyof NewGuardian) => (typeof form[field] === 'string' ? form[field] : '')
  const guardian = Object.fromEntries(fields.map((field) => [field, text(field)]))
  const typed = { ...empty, ...guardian }
  const sentBy = form['by'] === 'paper' ? ('paper' as const) : ('mail' as const)
  const sent = await inviteGuardian(c.var.deps, organisation, personId, { guardian: typed, sentBy, actor })
  if (!sent.ok) {
    const { faults } = guardianText[c.var.language]
    const errors = Object.entries(sent.reason).map(([field, fault]) => ({ field, message: faults[fault] }))
    return renderAsk(c, permitted, typed, errors)
  }
  if (sentBy === 'paper') return renderSlip(c, permitted, sent.value, personId)
  return c.redirect(`${path('serviceVolunteer', { slug: organisation.slug, personId })}?done=invited`, 303)
}

const postGuardian = async (c: AppContext) => {
  const permitted = await requirePermission(c, 'people:edit')
  const { organisation, actor } = permitted
  const { deps } = c.var
  const [personId, guardianId] = [c.req.param('personId') ?? '', c.req.param('guardianId') ?? '']
  const guardian = await getGuardian(deps, organisation.id, guardianId)
  if (guardian.personId !== personId) throw new ProblemError('not-found')
  const wanted = (await c.req.parseBody())['do']
  const there = path('serviceVolunteer', { slug: organisation.slug, personId })
  if (wanted === 'end') {
    await endGuardian(deps, organisation.id, guardianId, actor)
    return c.redirect(`${there}?done=ended`, 303)
  }
  const sentBy = wanted === 'paper' ? ('paper' as const) : ('mail' as const)
  const link = await renewInvitation(deps, organisation, guardianId, { sentBy, actor })
  if (sentBy === 'paper') return renderSlip(c, permitted, link, personId)
  return c.redirect(`${there}?done=invited`, 303)
}

const askedBy = ['in-person', 'paper', 'phone'] as const

const postConsent = async (c: AppContext) => {
  const { organisation, actor } = await requirePermission(c, 'people:edit')
  const { id: personId } = await getPerson(c.var.deps, organisation.id, c.req.param('personId') ?? '')
  const form = await c.req.parseBody()
  const purpose = consentPurposes.find((one) => one === form['purpose'])
  const how = askedBy.find((one) => one === form['how'])
  const agrees = form['agrees'] === 'yes' ? true : form['agrees'] === 'no' ? false : undefined
  if (purpose === undefined || how === undefined || agrees === undefined)
    throw new ProblemError('invalid-input')
  await recordOwnConsent(c.var.deps, organisation.id, personId, {
    answers: [{ purpose, agrees }],
    how,
    actor,
  })
  return c.redirect(`${path('serviceVolunteer', { slug: organisation.slug, personId })}?done=recorded`, 303)
}

/** What coordinators do about guardians and consents. */
export const guardianPages = (app: App): void => {
  app.get(paths.serviceGuardianAdd, async (c) => renderAsk(c, await requirePermission(c, 'people:edit')))
  app.post(paths.serviceGuardianAdd, postAsk)
  app.post(paths.serviceGuardian, postGuardian)
  app.post(paths.serviceVolunteerConsents, postConsent)
}
