import { familiesOf } from '../../achievements/skill-families'
import type { VerificationReport } from '../../openbadges/verify'
import type { Organisation } from '../../organisations/model'
import { nameOf } from '../../organisations/rules/name-organisation'
import { path } from '../../paths'
import type { PublicAward } from '../../sharing/model'
import type { Language } from '../../web/app-env'
import { Details, PrintButton } from '../../web/components'
import { formatDate, formatDuration } from '../../web/format'
import { DeviceCheck } from './device-check'
import { verificationText } from './page-text'

type Part = { readonly award: PublicAward; readonly report: VerificationReport; readonly language: Language }

/** What happened, in two sentences that can be read aloud. */
export const Story = ({ award, report, language }: Part) => {
  const { credential } = report
  if (credential === undefined) return null
  const t = verificationText[language]
  const [first, last] = [formatDate(award.firstDate, language), formatDate(award.lastDate, language)]
  const hours = formatDuration(award.minutes, language)
  const when = first === last ? t.onOneDay(first) : t.between(first, last)
  return (
    <div class="app-story">
      <p class="app-story__title">{credential.achievement.name}</p>
      <p class="app-story__text">
        {t.story(award.holderName ?? t.theHolder, award.items.has('hours') ? hours : t.someTime)}
        {award.items.has('hours') ? `, ${when}. ` : '. '}
        {t.storyChecked(nameOf(award.organisation, language), formatDate(award.issuedAt, language))}
      </p>
    </div>
  )
}

/** What the badge may tell somebody who takes people on, and what it does not. */
export const ForEmployers = ({ report, practice, language }: Omit<Part, 'award'> & { practice: string }) => {
  const t = verificationText[language]
  const families = familiesOf(report.credential?.alignments ?? [], language)
  return families.length === 0 ? null : (
    <section aria-labelledby="at-work">
      <h2 class="govuk-heading-m" id="at-work">
        {t.atWork}
      </h2>
      <dl class="app-skills">
        {families.map(({ name, atWork }) => (
          <div class="app-skills__item">
            <dt>{name}</dt>
            <dd>{atWork}</dd>
          </div>
        ))}
      </dl>
      {practice === '' ? null : <p class="govuk-body">{practice}</p>}
    </section>
  )
}

/** The site that answers for an issuer. */
const siteOf = (id: string): string =>
  id.startsWith('did:web:')
    ? decodeURIComponent(id.split(':')[2] ?? id)
    : URL.canParse(id)
      ? new URL(id).host
      : id

/** Who stands behind a badge, and by what one knows that it is them. */
export const AboutIssuer = ({
  organisation,
  report,
  language,
}: {
  organisation: Organisation
  report: VerificationReport
  language: Language
}) => {
  const t = verificationText[language]
  const { id = '' } = report.credential?.issuer ?? {}
  return (
    <section aria-labelledby="issuer">
      <h2 class="govuk-heading-s" id="issuer">
        {t.aboutIssuer}
      </h2>
      <p class="govuk-body">
        <a class="govuk-link" href={path('organisation', { slug: organisation.slug })}>
          {nameOf(organisation, language)}
        </a>
      </p>
      <p class="govuk-body-s">{t.issuerKnown(siteOf(id))}</p>
      <Details summary={t.issuerId}>
        <p class="govuk-body-s app-break">{id}</p>
      </Details>
    </section>
  )
}

/** How somebody checks the badge with a program of their own, and takes it along. */
export const CheckYourself = ({ award, language }: Omit<Part, 'report'>) => {
  const t = verificationText[language]
  const badge = path('credential', { id: award.awardId })
  const file = award.publicPage && award.items.has('file')
  return (
    <section aria-labelledby="trust">
      <h2 class="govuk-heading-s" id="trust">
        {t.trust}
      </h2>
      <p class="govuk-body-s">{t.trustHelp}</p>
      {file ? (
        <ul class="govuk-list">
          <li>
            <a class="govuk-link" type="application/vc+ld+json" download="badge.json" href={badge}>
              {t.trustPublic}
            </a>
          </li>
          <li>
            <a
              class="govuk-link"
              download="badge.png"
              href={path('achievementImage', { id: award.achievementId })}
            >
              {t.picture}
            </a>
          </li>
        </ul>
      ) : (
        <p class="govuk-body-s">
          {t.trustPrivate}{' '}
          <a class="govuk-link" href={path('verify')}>
            {t.trustPrivateLink}
          </a>
        </p>
      )}
      {file ? <DeviceCheck badge={badge} language={language} /> : null}
      <PrintButton language={language} />
    </section>
  )
}
