import { definitionOfEdition } from '../../achievements/definitions'
import { writePractice } from '../../achievements/practice'
import { wordsOfAward } from '../../endorsements/actions'
import { path, paths } from '../../paths'
import { ProblemError } from '../../problems'
import { findPublicAward } from '../../sharing/actions'
import type { PublicAward } from '../../sharing/model'
import type { App, AppContext } from '../../web/app-env'
import { InsetText } from '../../web/components'
import { formatDate, formatTime } from '../../web/format'
import { renderPage } from '../../web/layout'
import { isPage, negotiate } from '../../web/negotiate'
import { documentHeaders } from '../../web/respond'
import { verifyForPublic } from '../actions'
import { AboutIssuer, CheckYourself, ForEmployers, Story } from './award-parts'
import { Endorsed, spokenBeside, spokenInside } from './endorsed'
import { verificationText } from './page-text'
import {
  AboutBadge,
  AnswerList,
  type AwardFacts,
  CheckList,
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

/**
 * What anybody sees who scans the certificate or follows the holder's link: the answer at once, verified anew at each
 * visit by the same verifier that checks the badges of others.
 */
const renderAward = async (c: AppContext, award: PublicAward) => {
  const { deps, language } = c.var
  const t = verificationText[language]
  const checkedAt = deps.clock.now()
  const report = await verifyForPublic(deps, { text: award.document }, language)
  const spoken = [...spokenInside(report), ...(await spokenBeside(deps, award, language))]
  const practice = writePractice(report.credential?.alignments ?? [], language, [
    await definitionOfEdition(deps, award.organisation.id, award.achievementId),
  ])
  c.header('Cache-Control', 'no-store')
  return renderPage(
    c,
    {
      title: report.credential?.achievement.name ?? t.verify,
      organisation: award.organisation,
      noIndex: true,
      wide: true,
    },
    <article class="app-public">
      <VerdictBanner report={report} language={language} />
      <div class="app-plate">
        <img
          class="app-plate__image"
          src={path('achievementImage', { id: award.achievementId })}
          alt=""
          width="220"
          height="220"
        />
        <Story award={award} report={report} language={language} />
      </div>
      <div class="app-public__columns">
        <div class="app-public__main">
          <AnswerList report={report} checkedAt={checkedAt} language={language} facts={factsOf(award)} />
          <InsetText>{t.meaningText}</InsetText>
          <Endorsed spoken={spoken} language={language} />
          <ForEmployers report={report} practice={practice} language={language} />
          <AboutBadge report={report} language={language} />
          <InsideReports report={report} language={language} />
        </div>
        <aside class="app-public__aside" aria-label={t.aboutIssuer}>
          <AboutIssuer organisation={award.organisation} report={report} language={language} />
          <CheckYourself award={award} language={language} />
        </aside>
      </div>
      <CheckList report={report} language={language} />
      <p class="app-printed">
        {t.printed(
          deps.config.origin + c.req.path,
          `${formatDate(checkedAt, language)}, ${formatTime(checkedAt, language)}`,
        )}
      </p>
    </article>,
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
  app.get(paths.credentialEndorsement, async (c) => {
    const award = await find(c.var.deps, { credentialId: c.req.param('id') })
    const words = await wordsOfAward(c.var.deps, award.organisation.id, award.awardId)
    const found = words.find(({ signedId }) => signedId === c.req.param('endorsementId'))
    if (found === undefined) throw new ProblemError('not-public')
    return c.body(found.document, 200, documentHeaders('application/vc+ld+json', 'no-cache'))
  })
}
