import { definitionGiven } from '../../achievements/definitions'
import type { Award } from '../../awards/model'
import { MyRenewal } from '../../awards/renewals/my-renewal'
import { renewalText } from '../../awards/renewals/renewal-text'
import { certificateLanguages } from '../../certificates/model'
import { papers } from '../../documents/model'
import { nameOf } from '../../organisations/rules/name-organisation'
import { path, paths } from '../../paths'
import { holdsOf } from '../../people/holds/actions'
import { ProblemError } from '../../problems'
import type { App, AppContext, Language } from '../../web/app-env'
import { Button, CopyField, NotificationBanner, SummaryList } from '../../web/components'
import { formatDate, formatDuration } from '../../web/format'
import { renderPage } from '../../web/layout'
import { respondWithFile } from '../../web/respond'
import { credentialFile } from '../files'
import { buildLinkedInUrl } from '../rules/build-linkedin-url'
import { type CredentialFileFormat, credentialFormats } from '../rules/name-credential-file'
import { holderText } from './holder-text'
import { getOwn, type Own } from './own-award'
import { myText } from './page-text'
import { sharingText } from './sharing-text'
import { SharingWaits } from './sharing-waits'

const Facts = ({ own: { award, organisation }, language }: { own: Own; language: Language }) => {
  const t = myText[language]
  const rows = [
    { key: t.facts.service, value: nameOf(organisation, language) },
    { key: t.facts.hours, value: formatDuration(award.minutes, language) },
    {
      key: t.facts.between,
      value: t.toDay(formatDate(award.firstDate, language), formatDate(award.lastDate, language)),
    },
    ...(award.roleTitle === null ? [] : [{ key: t.facts.role, value: award.roleTitle }]),
    { key: t.facts.issued, value: formatDate(award.issuedAt, language) },
    ...(award.validUntil === null
      ? []
      : [{ key: renewalText[language].validUntil, value: formatDate(award.validUntil, language) }]),
  ]
  return <SummaryList rows={rows} />
}

const Downloads = ({ award, language }: { award: Award; language: Language }) => {
  const t = myText[language]
  const file = (format: CredentialFileFormat, query = '') =>
    path('myAwardFile', { awardId: award.id, format }) + query
  const certificates = [
    { href: file('pdf', '?language=en'), text: t.inEnglish },
    { href: file('pdf', '?language=cy'), text: t.inWelsh },
    { href: file('pdf', '?language=cy-en'), text: t.inBoth },
    { href: file('pdf', `?language=${language}&paper=letter`), text: t.letter },
  ]
  const files = [
    { href: file('png'), text: t.png, use: t.pngFor },
    { href: file('svg'), text: t.svg, use: t.svgFor },
    { href: file('json'), text: t.json, use: t.jsonFor },
    { href: file('jwt'), text: t.jwt, use: t.jwtFor },
  ]
  return (
    <>
      <h2 class="govuk-heading-l">{t.take}</h2>
      <h3 class="govuk-heading-m">{t.certificate}</h3>
      <p class="govuk-body">{t.certificateHelp}</p>
      <ul class="govuk-list govuk-list--spaced">
        {certificates.map(({ href, text }) => (
          <li>
            <a class="govuk-link" href={href} download>
              {`PDF, ${text}`}
            </a>
          </li>
        ))}
      </ul>
      <h3 class="govuk-heading-m">{t.files}</h3>
      <p class="govuk-body">{t.filesHelp}</p>
      <ul class="govuk-list govuk-list--spaced">
        {files.map(({ href, text, use }) => (
          <li>
            <a class="govuk-link" href={href} download>
              {text}
            </a>{' '}
            {use}
          </li>
        ))}
      </ul>
    </>
  )
}

/** Who sees the badge now, and the way to change that. */
const SharingNow = ({ award, language }: { award: Award; language: Language }) => {
  const t = sharingText[language]
  return (
    <>
      <h2 class="govuk-heading-l">{myText[language].sharing}</h2>
      <p class="govuk-body">{award.publicPage ? t.on : myText[language].sharingHelp}</p>
      <Button href={path('myAwardSharing', { awardId: award.id })} secondary={award.publicPage}>
        {award.publicPage ? t.change : t.choose}
      </Button>
    </>
  )
}

const ShareLink = (props: { own: Own; badge: string; origin: string; language: Language }) => {
  const { own, badge, origin, language } = props
  const { award, organisation } = own
  const t = myText[language]
  if (award.shareKey === null) return <p class="govuk-body">{t.linkOff}</p>
  const address = origin + path('share', { key: award.shareKey })
  const linkedIn = buildLinkedInUrl({
    name: badge,
    organisationName: nameOf(organisation, language),
    issuedAt: award.issuedAt,
    address,
  })
  return (
    <>
      <CopyField id="share-link" label={t.link} value={address} language={language} />
      <p class="govuk-body-s">{t.linkWarning}</p>
      <p class="govuk-body">
        <a class="govuk-link" href={address}>
          {t.see}
        </a>
      </p>
      <Button href={linkedIn} secondary>
        {t.linkedIn}
      </Button>
    </>
  )
}

const StatusNotice = ({ award, language }: { award: Award; language: Language }) => {
  const t = myText[language]
  if (award.status === 'valid' || award.status === 'ended') return null
  const day = award.statusChangedAt === null ? '' : formatDate(award.statusChangedAt, language)
  const suspended = award.status === 'suspended'
  return (
    <NotificationBanner title={suspended ? t.suspendedTitle : t.revokedTitle} language={language}>
      <p class="govuk-notification-banner__heading">{t[award.status](day, award.statusReason ?? '')}</p>
      {suspended ? <p class="govuk-body">{t.suspendedMeans}</p> : null}
      <p class="govuk-body">{t.revokedAsk}</p>
    </NotificationBanner>
  )
}

const renderBadge = async (c: AppContext) => {
  const { deps, language } = c.var
  const own = await getOwn(c)
  const { award, organisation } = own
  const t = myText[language]
  const definition = await definitionGiven(deps, organisation.id, award)
  const holds = await holdsOf(deps, organisation.id, [award.personId], 'sharing')
  const hold = award.publicPage || award.showName ? undefined : holds.get(award.personId)?.hold
  return renderPage(
    c,
    {
      title: definition.name[language],
      organisation,
      current: 'record',
      back: { href: path('my'), text: t.backToRecord },
    },
    <>
      {c.req.query('saved') === 'yes' ? (
        <NotificationBanner success language={language}>
          <p class="govuk-notification-banner__heading">{t.saved}</p>
        </NotificationBanner>
      ) : null}
      <StatusNotice award={award} language={language} />
      <h1 class="govuk-heading-xl">{definition.name[language]}</h1>
      <p class="govuk-body-l">{definition.description[language]}</p>
      <MyRenewal award={award} definition={definition} now={deps.clock.now()} language={language} />
      <div class="app-award">
        <img
          class="app-award__image"
          src={path('achievementImage', { id: award.achievementId })}
          alt={definition.image.alt[language]}
          width="160"
          height="160"
        />
        <Facts own={own} language={language} />
      </div>
      {award.status === 'valid' ? (
        <>
          <Downloads award={award} language={language} />
          {hold === undefined ? (
            <SharingNow award={award} language={language} />
          ) : (
            <SharingWaits hold={hold} language={language} />
          )}
          <p class="govuk-body">
            <a class="govuk-link" href={path('myAwardHolder', { awardId: award.id })}>
              {holderText[language].link}
            </a>
          </p>
          <ShareLink
            own={own}
            badge={definition.name[language]}
            origin={deps.config.origin}
            language={language}
          />
        </>
      ) : null}
    </>,
  )
}

const oneOf = <T extends string>(values: readonly T[], value: string | undefined): T | undefined =>
  values.find((one) => one === value)

const sendFile = async (c: AppContext) => {
  const { award, organisation } = await getOwn(c)
  const format = oneOf(credentialFormats, c.req.param('format'))
  if (format === undefined) throw new ProblemError('not-found')
  const file = await credentialFile(c.var.deps, organisation, award, format, {
    paper: oneOf(papers, c.req.query('paper')),
    language: oneOf(certificateLanguages, c.req.query('language')),
  })
  return respondWithFile(c, file)
}

/** A volunteer's own badge: what it says, how to take it along, and who may see it. */
export const badgePage = (app: App): void => {
  app.get(paths.myAward, renderBadge)
  app.get(paths.myAwardFile, sendFile)
}
