import { getOrganisation } from '../../organisations/actions'
import { nameOf } from '../../organisations/rules/name-organisation'
import { path, paths } from '../../paths'
import type { FieldProblem } from '../../problems'
import type { App, AppContext } from '../../web/app-env'
import { Button, Radios, SummaryList, TextInput } from '../../web/components'
import { formatDate } from '../../web/format'
import { type OwnRecord, requireOwnRecord, requireOwnRecords } from '../../web/guard'
import { renderPage } from '../../web/layout'
import { linkRecords, listLinks, offerLink, readOffer, unlinkRecord } from '../actions'
import { linkingText } from '../page-text'

type Choice = { readonly value: string; readonly text: string }

/** The viewer's own records apart from those at some services, by name. */
const choicesOf = async (
  c: AppContext,
  records: readonly OwnRecord[],
  without: readonly (string | null)[],
): Promise<Choice[]> => {
  const others = records.filter(({ organisationId }) => !without.includes(organisationId))
  return Promise.all(
    others.map(async ({ organisationId }) => ({
      value: organisationId,
      text: nameOf(await getOrganisation(c.var.deps, organisationId), c.var.language),
    })),
  )
}

const ChoiceForm = (props: {
  readonly choices: readonly Choice[]
  readonly action: string
  readonly errors: readonly FieldProblem[]
  readonly language: 'en' | 'cy'
}) => {
  const { choices, action, errors, language } = props
  const t = linkingText[language]
  const error = errors.find(({ field }) => field === 'record')?.message
  return (
    <form method="post" action={action} novalidate>
      <Radios
        name="record"
        legend={t.choose}
        items={choices}
        language={language}
        {...(error === undefined ? {} : { error })}
      />
      <Button name="do" value="link">
        {t.link}
      </Button>
    </form>
  )
}

const Links = async (props: {
  readonly c: AppContext
  readonly record: OwnRecord
  readonly slug: string
}) => {
  const { c, record, slug } = props
  const { deps, language } = c.var
  const t = linkingText[language]
  const links = await listLinks(deps, record)
  if (links.length === 0) return <p class="govuk-body">{t.none}</p>
  const rows = await Promise.all(
    links.map(async ({ id, otherOrganisationId, offeredTo, expiresAt, linkedAt }) => {
      const key =
        otherOrganisationId === null
          ? t.byMail
          : nameOf(await getOrganisation(deps, otherOrganisationId), language)
      const said =
        linkedAt === null
          ? t.offered(offeredTo ?? '', expiresAt === null ? '' : formatDate(expiresAt, language))
          : t.since(formatDate(linkedAt, language))
      const value = (
        <form method="post" action={path('myLinkEnd', { slug, linkId: id })}>
          <p class="govuk-body">{said}</p>
          <Button secondary>{t.end}</Button>
        </form>
      )
      return { key, value }
    }),
  )
  return <SummaryList rows={rows} />
}

const render = async (c: AppContext, email: string, errors: readonly FieldProblem[]) => {
  const { organisation, personId } = await requireOwnRecord(c, 'privacy:own')
  const { records } = requireOwnRecords(c)
  const { deps, language } = c.var
  const t = linkingText[language]
  const { slug } = organisation
  const record = { organisationId: organisation.id, personId }
  const linked = (await listLinks(deps, record)).map(({ otherOrganisationId }) => otherOrganisationId)
  const choices = await choicesOf(c, records, [organisation.id, ...linked])
  const error = errors.find(({ field }) => field === 'email')?.message
  return renderPage(
    c,
    {
      ...{ title: t.title, organisation, current: 'record', errors },
      back: { href: path('myData', { slug }), text: t.back },
    },
    <>
      <h1 class="govuk-heading-l">{t.title}</h1>
      <p class="govuk-body">{t.intro}</p>
      {await Links({ c, record, slug })}
      {choices.length === 0 ? null : (
        <ChoiceForm {...{ choices, errors, language, action: path('myLinks', { slug }) }} />
      )}
      <form method="post" action={path('myLinks', { slug })} novalidate>
        <h2 class="govuk-heading-m">{t.byMail}</h2>
        <TextInput
          id="email"
          label={t.email}
          hint={t.emailHint}
          type="email"
          value={email}
          language={language}
          {...(error === undefined ? {} : { error })}
        />
        <Button name="do" value="mail" secondary>
          {t.send}
        </Button>
      </form>
    </>,
  )
}

const postLinks = async (c: AppContext) => {
  const { organisation, personId, actor } = await requireOwnRecord(c, 'privacy:own')
  const { records } = requireOwnRecords(c)
  const { deps, language } = c.var
  const t = linkingText[language]
  const form = await c.req.parseBody()
  const record = { organisationId: organisation.id, personId }
  const here = path('myLinks', { slug: organisation.slug })
  if (form['do'] === 'mail') {
    const email = String(form['email'] ?? '').trim()
    if (!/^[^\s@]+@[^\s@]+$/.test(email))
      return render(c, email, [{ field: 'email', message: t.emailProblem }])
    await offerLink(deps, record, email, language)
    return c.redirect(here, 303)
  }
  const other = records.find(({ organisationId }) => organisationId === form['record'])
  if (other === undefined) return render(c, '', [{ field: 'record', message: t.chooseProblem }])
  const outcome = await linkRecords(deps, record, other, { actor })
  if (!outcome.ok) return render(c, '', [{ field: 'record', message: t.refusals[outcome.reason] }])
  return c.redirect(here, 303)
}

const renderConfirm = async (c: AppContext, errors: readonly FieldProblem[]) => {
  const { viewer, records } = requireOwnRecords(c)
  const { deps, language } = c.var
  const t = linkingText[language]
  const token = c.req.param('token') ?? ''
  const offer = await readOffer(deps, token, viewer.email)
  const from = await getOrganisation(deps, offer.organisationId)
  const choices = await choicesOf(c, records, [offer.organisationId])
  const title = t.confirmTitle(nameOf(from, language))
  return renderPage(
    c,
    { title, errors },
    <>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">{t.intro}</p>
      {choices.length === 0 ? (
        <p class="govuk-body">{t.nothingToLink}</p>
      ) : (
        <ChoiceForm {...{ choices, errors, language, action: path('myLinkConfirm', { token }) }} />
      )}
    </>,
  )
}

const postConfirm = async (c: AppContext) => {
  const { viewer, records } = requireOwnRecords(c)
  const { deps, language } = c.var
  const t = linkingText[language]
  const offer = await readOffer(deps, c.req.param('token') ?? '', viewer.email)
  const chosen = (await c.req.parseBody())['record']
  const own = records.find(({ organisationId }) => organisationId === chosen)
  if (own === undefined) return renderConfirm(c, [{ field: 'record', message: t.chooseProblem }])
  const outcome = await linkRecords(deps, offer, own, { actor: viewer.email, id: offer.id })
  if (!outcome.ok) return renderConfirm(c, [{ field: 'record', message: t.refusals[outcome.reason] }])
  const { slug } = await getOrganisation(deps, own.organisationId)
  return c.redirect(path('myLinks', { slug }), 303)
}

const postEnd = async (c: AppContext) => {
  const { organisation, personId, actor } = await requireOwnRecord(c, 'privacy:own')
  const record = { organisationId: organisation.id, personId }
  await unlinkRecord(c.var.deps, record, c.req.param('linkId') ?? '', actor)
  return c.redirect(path('myLinks', { slug: organisation.slug }), 303)
}

/** One person with records at two services: linked by their own act alone, and ended by it. */
export const linkingPages = (app: App): void => {
  app.get(paths.myLinks, (c) => render(c, '', []))
  app.post(paths.myLinks, postLinks)
  app.post(paths.myLinkEnd, postEnd)
  app.get(paths.myLinkConfirm, (c) => renderConfirm(c, []))
  app.post(paths.myLinkConfirm, postConfirm)
}
