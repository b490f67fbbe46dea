import { wordsOfAward } from '../../endorsements/actions'
import { path, paths } from '../../paths'
import { ProblemError } from '../../problems'
import { countOpening, findPublicAward } from '../../sharing/actions'
import type { PublicAward } from '../../sharing/model'
import type { App, AppContext } from '../../web/app-env'
import { renderPage } from '../../web/layout'
import { isPage, negotiate } from '../../web/negotiate'
import { documentHeaders } from '../../web/respond'
import { AwardView, checkAward } from './award-view'
import { verificationText } from './page-text'

/** What a site shows of the page of a badge before anybody opens it. */
const Card = ({ title, text, image }: { title: string; text: string; image: string }) => (
  <>
    <meta property="og:type" content="website" />
    <meta property="og:title" content={title} />
    <meta property="og:description" content={text} />
    <meta property="og:image" content={image} />
    <meta name="twitter:card" content="summary_large_image" />
  </>
)

/**
 * What anybody sees who scans the certificate or follows the holder's link: the answer at once, verified anew at each
 * visit.
 */
const renderAward = async (c: AppContext, award: PublicAward) => {
  const { deps, language } = c.var
  const checked = await checkAward(c, award)
  const { report } = checked
  const title = report.credential?.achievement.name ?? verificationText[language].verify
  const { origin } = deps.config
  const image = origin + path('achievementImage', { id: award.achievementId })
  c.header('Cache-Control', 'no-store')
  return renderPage(
    c,
    {
      ...{ title, organisation: award.organisation, noIndex: true, wide: true },
      head: <Card title={title} text={report.headline[language]} image={image} />,
    },
    <AwardView {...checked} address={origin + c.req.path} language={language} />,
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
  app.get(paths.share, async (c) => {
    const award = await find(c.var.deps, { shareKey: c.req.param('key') })
    // Somebody who is signed in may be the holder.
    if (c.var.viewer === undefined) await countOpening(c.var.deps, award)
    return renderAward(c, award)
  })
  app.get(paths.credential, async (c) => {
    const mediaType = negotiate(c, [
      'application/vc+ld+json',
      'application/vc',
      'application/ld+json',
      'application/json',
    ])
    const award = await find(c.var.deps, { credentialId: c.req.param('id') })
    if (isPage(mediaType)) return renderAward(c, award)
    if (!award.items.has('file')) throw new ProblemError('not-public')
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
