import { getBadgeDefinition } from '../../achievements/actions'
import { nameOf } from '../../organisations/rules/name-organisation'
import { permits } from '../../organisations/rules/permits'
import { path } from '../../paths'
import { getPerson } from '../../people/actions'
import type { Person } from '../../people/model'
import type { AppContext, Language } from '../../web/app-env'
import { Button, NotificationBanner, SummaryList, Tag, WarningText } from '../../web/components'
import { formatDate, formatDuration } from '../../web/format'
import { type Permitted, requirePermission } from '../../web/guard'
import { renderPage } from '../../web/layout'
import { getAward } from '../actions'
import type { Award } from '../model'
import { awardText } from '../page-text'

/** What a badge can be taken along as. */
export const awardFormats = ['pdf', 'png', 'svg', 'json', 'jwt'] as const

/** One badge that one person was given, with its files and what a coordinator may do with it. */
export const renderAward = async (c: AppContext) =>
  renderAwardPage(
    c,
    await requirePermission(c, 'badges:read'),
    c.req.query('mail') === 'sent' ? 'sent' : undefined,
  )

/** The same page with the outcome of sending the link again. */
export const renderAwardPage = async (
  c: AppContext,
  { organisation, membership }: Permitted,
  mail: 'sent' | 'too-many' | undefined,
) => {
  const { deps, language } = c.var
  const t = awardText[language]
  const award = await getAward(deps, organisation.id, c.req.param('awardId') ?? '')
  const person = await getPerson(deps, organisation.id, award.personId)
  const definition = getBadgeDefinition(award.definitionCode)
  const badge = definition.name[language]
  const { slug } = organisation
  const may = permits(membership.role, 'badges:revoke')
  return renderPage(
    c,
    {
      title: t.awardTitle(badge, person.preferredName),
      organisation,
      current: 'badges',
      back: { href: path('serviceBadge', { slug, code: definition.id }), text: badge },
      ...(mail === 'too-many' ? { status: 429 as const } : {}),
    },
    <>
      {mail === 'sent' ? (
        <NotificationBanner success title={t.claimSent} language={language}>
          <p class="govuk-notification-banner__heading">{t.claimSent}</p>
        </NotificationBanner>
      ) : null}
      <h1 class="govuk-heading-l">{t.awardTitle(badge, person.preferredName)}</h1>
      <Revocation award={award} language={language} />
      <Facts
        award={award}
        person={person}
        badge={badge}
        slug={slug}
        service={nameOf(organisation, language)}
        language={language}
      />
      <p class="govuk-body">
        <a class="govuk-link" href={path('certificate', { key: award.certificateKey })}>
          {t.seeCheck}
        </a>
      </p>
      {award.status === 'revoked' ? null : (
        <>
          <Files award={award} slug={slug} language={language} />
          {may ? <Claim award={award} person={person} slug={slug} language={language} mail={mail} /> : null}
          {may ? (
            <Button href={path('serviceAwardRevoke', { slug, awardId: award.id })} warning>
              {t.revoke}
            </Button>
          ) : null}
        </>
      )}
    </>,
  )
}

type Part = { readonly award: Award; readonly language: Language }
type LinkedPart = Part & { readonly slug: string }

const Revocation = ({ award, language }: Part) => {
  const t = awardText[language]
  if (award.status !== 'revoked' || award.statusChangedAt === null) return null
  return (
    <NotificationBanner title={t.wasRevoked} language={language}>
      <p class="govuk-notification-banner__heading">
        {t.wasRevokedText(formatDate(award.statusChangedAt, language))}
      </p>
      <p class="govuk-body">{`${t.revokedWhy}: ${award.statusReason ?? ''}`}</p>
    </NotificationBanner>
  )
}

const Facts = ({
  award,
  person,
  badge,
  slug,
  service,
  language,
}: LinkedPart & { readonly person: Person; readonly badge: string; readonly service: string }) => {
  const t = awardText[language]
  const day = (date: Date | string) => formatDate(date, language)
  const revoked = award.status === 'revoked'
  return (
    <SummaryList
      rows={[
        {
          key: t.who,
          value: (
            <a class="govuk-link" href={path('serviceVolunteer', { slug, personId: person.id })}>
              {person.preferredName}
            </a>
          ),
        },
        { key: t.badge, value: badge },
        { key: t.status, value: <Tag colour={revoked ? 'red' : 'green'}>{t[award.status]}</Tag> },
        ...(revoked && award.statusChangedAt !== null
          ? [
              { key: t.revokedOn, value: day(award.statusChangedAt) },
              { key: t.revokedWhy, value: award.statusReason ?? '' },
            ]
          : []),
        { key: t.hours, value: formatDuration(award.minutes, language) },
        { key: t.period, value: t.fromTo(day(award.firstDate), day(award.lastDate)) },
        { key: t.role, value: award.roleTitle ?? t.severalRoles },
        { key: t.issuedOn, value: day(award.issuedAt) },
        { key: t.issuedBy, value: service },
        { key: t.decidedBy, value: award.decidedBy },
      ]}
    />
  )
}

const Files = ({ award, slug, language }: LinkedPart) => {
  const t = awardText[language]
  return (
    <section>
      <h2 class="govuk-heading-m">{t.files}</h2>
      <p class="govuk-body">{t.filesIntro}</p>
      <ul class="govuk-list">
        {awardFormats.map((format) => (
          <li>
            <a
              class="govuk-link"
              href={path('serviceAwardFile', { slug, awardId: award.id, format })}
              download
            >
              {t.formats[format]}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

const Claim = (
  props: LinkedPart & { readonly person: Person; readonly mail: 'sent' | 'too-many' | undefined },
) => {
  const { award, person, slug, language, mail } = props
  const t = awardText[language]
  return (
    <section>
      <h2 class="govuk-heading-m">{t.claim}</h2>
      {mail === 'too-many' ? <WarningText language={language}>{t.claimTooMany}</WarningText> : null}
      {person.email === null ? (
        <p class="govuk-body">{t.claimNoEmail}</p>
      ) : (
        <form method="post" action={path('serviceAwardClaim', { slug, awardId: award.id })}>
          <p class="govuk-body">{t.claimText(person.email)}</p>
          <Button secondary>{t.claim}</Button>
        </form>
      )}
    </section>
  )
}
