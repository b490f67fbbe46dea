import { definitionGiven } from '../../achievements/definitions'
import { wordsText } from '../../endorsements/page-text'
import { nameOf } from '../../organisations/rules/name-organisation'
import { permits } from '../../organisations/rules/permits'
import { path } from '../../paths'
import { getPerson } from '../../people/actions'
import type { Person } from '../../people/model'
import type { AppContext, Language } from '../../web/app-env'
import { Button, ButtonGroup, NotificationBanner, SummaryList, Tag, WarningText } from '../../web/components'
import { formatDate, formatDuration } from '../../web/format'
import { type Permitted, requirePermission } from '../../web/guard'
import { renderPage } from '../../web/layout'
import { getAward } from '../actions'
import type { Award } from '../model'
import { awardText } from '../page-text'
import { renewalText } from '../renewals/renewal-text'
import { statusColour } from '../rules/status-colour'
import { type Reach, reachHolders } from '../slips/actions'
import { AwardSlip } from './slip-forms'
import { slipPageText } from './slip-page-text'
import { statusText } from './status-text'

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
  const definition = await definitionGiven(deps, organisation.id, award)
  const badge = definition.name[language]
  const { slug } = organisation
  const may = permits(membership.role, 'badges:revoke')
  const mayIssue = permits(membership.role, 'badges:issue')
  const [reach] = mayIssue ? await reachHolders(deps, organisation.id, { awardId: award.id }) : []
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
      <StatusNotice award={award} language={language} />
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
      {permits(membership.role, 'endorsements:write') ? (
        <p class="govuk-body">
          <a
            class="govuk-link"
            href={`${path('serviceWordsWrite', { slug })}?person=${person.id}&about=${definition.id}`}
          >
            {wordsText[language].write}
          </a>
        </p>
      ) : null}
      {award.status === 'valid' ? (
        <>
          <Files award={award} slug={slug} language={language} />
          {reach === undefined ? null : <Claim reach={reach} slug={slug} language={language} mail={mail} />}
        </>
      ) : null}
      {may ? <Changes award={award} slug={slug} language={language} /> : null}
    </>,
  )
}

type Part = { readonly award: Award; readonly language: Language }
type LinkedPart = Part & { readonly slug: string }

/** What stands in the way of the badge, and why. */
const StatusNotice = ({ award, language }: Part) => {
  const t = statusText[language]
  if (award.status === 'valid' || award.statusChangedAt === null) return null
  const day = formatDate(award.statusChangedAt, language)
  const revoked = award.status === 'revoked'
  return (
    <NotificationBanner title={revoked ? t.revokedTitle : t.suspendedTitle} language={language}>
      <p class="govuk-notification-banner__heading">{revoked ? t.revokedText(day) : t.suspendedText(day)}</p>
      <p class="govuk-body">{`${t.why}: ${award.statusReason ?? ''}`}</p>
    </NotificationBanner>
  )
}

/** The last change of the status: when, why, and who made it. */
const statusRows = ({ award, language }: Part) => {
  const t = statusText[language]
  return [
    {
      key: awardText[language].status,
      value: <Tag colour={statusColour[award.status]}>{t.statuses[award.status]}</Tag>,
    },
    ...(award.statusChangedAt === null
      ? []
      : [
          { key: t.changedOn[award.status], value: formatDate(award.statusChangedAt, language) },
          { key: t.why, value: award.statusReason ?? '' },
          { key: t.changedBy, value: award.statusChangedBy ?? '' },
        ]),
  ]
}

/** What may become of the award now. */
const Changes = ({ award, slug, language }: LinkedPart) => {
  const t = statusText[language]
  const awardId = award.id
  if (award.status === 'revoked') return null
  return (
    <ButtonGroup>
      {award.status === 'suspended' ? (
        <Button href={path('serviceAwardReinstate', { slug, awardId })}>{t.reinstate.button}</Button>
      ) : null}
      {award.status === 'valid' && award.statusPurpose === 'suspension' ? (
        <Button href={path('serviceAwardSuspend', { slug, awardId })} secondary>
          {t.suspend.button}
        </Button>
      ) : null}
      <Button href={path('serviceAwardRevoke', { slug, awardId })} warning>
        {t.revoke.button}
      </Button>
    </ButtonGroup>
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
        ...statusRows({ award, language }),
        { key: t.hours, value: formatDuration(award.minutes, language) },
        { key: t.period, value: t.fromTo(day(award.firstDate), day(award.lastDate)) },
        { key: t.role, value: award.roleTitle ?? t.severalRoles },
        { key: t.issuedOn, value: day(award.issuedAt) },
        ...(award.validUntil === null
          ? []
          : [{ key: renewalText[language].validUntil, value: day(award.validUntil) }]),
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

const Claim = (props: {
  readonly reach: Reach
  readonly slug: string
  readonly language: Language
  readonly mail: 'sent' | 'too-many' | undefined
}) => {
  const { reach, slug, language, mail } = props
  const t = awardText[language]
  const { awardId, address } = reach
  return (
    <section>
      <h2 class="govuk-heading-m">{address === null ? slipPageText[language].heading : t.claim}</h2>
      {mail === 'too-many' ? <WarningText language={language}>{t.claimTooMany}</WarningText> : null}
      {address === null ? (
        <AwardSlip reach={reach} slug={slug} language={language} />
      ) : (
        <form method="post" action={path('serviceAwardClaim', { slug, awardId })}>
          <p class="govuk-body">{t.claimText(address)}</p>
          <Button secondary>{t.claim}</Button>
        </form>
      )}
    </section>
  )
}
