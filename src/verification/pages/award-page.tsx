import { writePractice } from '../../achievements/practice'
import { path, paths } from '../../paths'
import { ProblemError } from '../../problems'
import { findPublicAward } from '../../sharing/actions'
import type { PublicAward } from '../../sharing/model'
import type { App, AppContext } from '../../web/app-env'
import { InsetText } from '../../web/components'
import { renderPage } from '../../web/layout'
import { isPage, negotiate } from '../../web/negotiate'
import { documentHeaders } from '../../web/respond'
import { verifyForPublic } from '../actions'
import { DeviceCheck } from './device-check'
import { verificationText } from './page-text'
import {
  AboutBadge,
  AnswerList,
  type AwardFacts,
  CheckTable,
  InsideReports,
  VerdictBanner,
} from './report-view'

const factsOf = (award: PublicAward): AwardFacts => ({
  ...(award.holderName === undefined ? {} : { holderName: award.holderName }),
  minutes: award.minutes,
  firstDate: award.firstDate,
  lastDate: award.lastDate,
  suspendedAt: award.suspendedAt,
  revokedAt: award.revokedAt,
})

/** How somebody checks the badge with a program of their own. */
const Trust = ({ award, language }: { award: PublicAward; language: 'en' | 'cy' }) => {
  const t = verificationText[language]
  return (
    <>
      <h2 class="govuk-heading-m">{t.trust}</h2>
      <p class="govuk-body">{t.trustHelp}</p>
      {award.publicPage ? (
        <p class="govuk-body">
          <a
            class="govuk-link"
            type="application/vc+ld+json"
            download="badge.json"
            href={path('credential', { id: award.awardId })}
          >
            {t.trustPublic}
          </a>
        </p>
      ) : (
        <p class="govuk-body">
          {t.trustPrivate}{' '}
          <a class="govuk-link" href={path('verify')}>
            {t.trustPrivateLink}
          </a>
        </p>
      )}
      {award.publicPage ? (
        <DeviceCheck badge={path('credential', { id: award.awardId })} language={language} />
      ) : null}
    </>
  )
}

/**
 * What anybody sees who scans the certificate or follows the holder's link: the answer at once, verified anew at each
 * visit by the same verifier that checks the badges of others.
 */
const renderAward = async (c: AppContext, award: PublicAward) => {
  const { deps, language } = c.var
  const t = verificationText[language]
  const report = await verifyForPublic(deps, { text: award.document }, language)
  const practice = writePractice(report.credential?.alignments ?? [], language)
  c.header('Cache-Control', 'no-store')
  return renderPage(
    c,
    {
      title: report.credential?.achievement.name ?? t.verify,
      organisation: award.organisation,
      noIndex: true,
    },
    <>
      <VerdictBanner report={report} language={language} />
      <div class="app-award">
        <img
          class="app-award__image"
          src={path('achievementImage', { id: award.achievementId })}
          alt=""
          width="160"
          height="160"
        />
        <AnswerList report={report} checkedAt={deps.clock.now()} language={language} facts={factsOf(award)} />
      </div>
      <InsetText>{t.meaningText}</InsetText>
      {practice === '' ? null : <p class="govuk-body">{practice}</p>}
      <AboutBadge report={report} language={language} />
      <Trust award={award} language={language} />
      <CheckTable report={report} language={language} />
      <InsideReports report={report} language={language} />
    </>,
  )
}

const find = async (deps: AppContext['var']['deps'], by: Parameters<typeof findPublicAward>[1]) => {
  const award = await findPublicAward(deps, by)
  if (award === undefined) throw new ProblemError('not-public')
  return award
}

/** The badge behind a certificate's QR code, a share link, and the credential's own id. */
export const awardPages = (app: App): void => {
  app.get(paths.certificate, async (c) =>
    renderAward(c, await find(c.var.deps, { certificateKey: c.req.param('key') })),
  )
  app.get(paths.share, async (c) => renderAward(c, await find(c.var.deps, { shareKey: c.req.param('key') })))
  app.get(paths.credential, async (c) => {
    const mediaType = negotiate(c, [
      'application/vc+ld+json',
      'application/vc',
      'application/ld+json',
      'application/json',
    ])
    const award = await find(c.var.deps, { credentialId: c.req.param('id') })
    if (isPage(mediaType)) return renderAward(c, award)
    return c.body(award.document, 200, documentHeaders(mediaType, 'no-cache'))
  })
}
