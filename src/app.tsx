import { OpenAPIHono } from '@hono/zod-openapi'
import { bodyLimit } from 'hono/body-limit'
import { aboutPages } from './about/pages'
import { docsPage } from './about/pages/docs-page'
import { addressPages } from './accounts/addresses/pages'
import { accountPages } from './accounts/pages'
import { achievementApi } from './achievements/api'
import { ownBadgePages } from './achievements/own/pages'
import { achievementPages } from './achievements/pages'
import { awardApi } from './awards/api'
import { awardPages } from './awards/pages'
import { printRunPages } from './certificates/print-runs/pages'
import { transcriptPages } from './certificates/transcripts/pages'
import type { Config } from './config'
import { demographicsPages } from './demographics/pages'
import type { Deps } from './deps'
import { dofePages } from './dofe/pages'
import { endorsementPages } from './endorsements/pages'
import { evidencePages } from './evidence/pages'
import { frameworkApi } from './frameworks/api'
import { frameworkPages } from './frameworks/pages'
import { hoursPages } from './hours/pages'
import { keepingPages } from './keeping/pages'
import { linkingPages } from './linking/pages'
import { organisationApi } from './organisations/api'
import { looksFiles } from './organisations/looks/pages'
import { organisationPages } from './organisations/pages'
import { paths } from './paths'
import { peoplePages } from './people/pages'
import { ProblemError } from './problems'
import { reportingPages } from './reporting/pages'
import { rolePages } from './roles/pages'
import { settingsPages } from './settings/pages'
import { myPages } from './sharing/pages'
import { skillPages } from './skills/pages'
import { vcApi } from './vc-api/api'
import { verificationApi } from './verification/api'
import { verificationPages } from './verification/pages'
import type { App, AppEnv } from './web/app-env'
import { assets } from './web/assets'
import { health } from './web/health'
import { language } from './web/language'
import { renderProblem } from './web/render-problem'
import { type ClientAddressOf, requestContext } from './web/request-context'
import { sameOrigin } from './web/same-origin'
import { securityHeaders } from './web/security-headers'
import { viewer } from './web/viewer'

/** Every feature that is served, in the order in which addresses are matched. */
const features: readonly ((app: App) => void)[] = [
  health,
  assets,
  language,
  aboutPages,
  accountPages,
  addressPages,
  organisationApi,
  looksFiles,
  achievementPages,
  ownBadgePages,
  achievementApi,
  awardApi,
  transcriptPages,
  frameworkApi,
  frameworkPages,
  printRunPages,
  myPages,
  verificationApi,
  verificationPages,
  reportingPages,
  organisationPages,
  hoursPages,
  awardPages,
  evidencePages,
  endorsementPages,
  peoplePages,
  dofePages,
  skillPages,
  rolePages,
  settingsPages,
  keepingPages,
  demographicsPages,
  linkingPages,
]

/** An uploaded file of 20 MB and the form around it. */
const LARGEST_BODY = 21 * 1024 * 1024

const refuseLargeBody = () => {
  throw new ProblemError('too-large')
}

const openapi = ({ origin }: Config) => ({
  openapi: '3.1.0',
  info: {
    title: 'Colophon',
    version: '1',
    description: 'Open Badges 3.0 for library volunteering: hours, eligibility, awards and verification.',
  },
  servers: [{ url: origin }],
})

/** What a request works with: the same for all, or opened for each from the bindings of its runtime. */
export type DepsOf = (bindings: unknown) => Deps

/** The whole service as one request handler, the same on every runtime; made once. */
export const createApp = (config: Config, depsOf: DepsOf, clientAddressOf: ClientAddressOf): App => {
  const app: App = new OpenAPIHono<AppEnv>({
    defaultHook: (result) => {
      if (result.success) return
      const fields = result.error.issues.map((issue) => ({
        field: issue.path.join('.'),
        message: issue.message,
      }))
      throw new ProblemError('invalid-input', { fields, cause: result.error })
    },
  })
  app.use(requestContext(depsOf, clientAddressOf))
  app.use(securityHeaders(config))
  app.use(bodyLimit({ maxSize: LARGEST_BODY, onError: refuseLargeBody }))
  app.use(sameOrigin)
  app.use(viewer)
  app.onError(renderProblem)
  app.notFound((c) => renderProblem(new ProblemError('not-found'), c))
  for (const feature of features) feature(app)
  if (config.VC_API_KEY !== undefined) vcApi(app)
  app.doc31(paths.openapi, openapi(config))
  docsPage(() => app.getOpenAPI31Document(openapi(config)))(app)
  return app
}
