import { createRoute, z } from '@hono/zod-openapi'
import { limitUse } from '../database/rate-limit'
import { recordCheckIds } from '../openbadges/verify'
import { paths } from '../paths'
import type { App, AppContext } from '../web/app-env'
import { fetchCredential, verifyForPublic } from './actions'

const zBilingual = z.strictObject({ en: z.string(), cy: z.string() })

const zText = z.string()
const zOptional = z.string().optional()

const zCheck = z.object({
  id: z.enum(recordCheckIds),
  outcome: z.enum(['passed', 'failed', 'not-checked']),
  problem: z.object({ type: zText, code: zText, pointer: zOptional, detail: zBilingual }).optional(),
  differs: zBilingual.optional(),
})

const zSummary = z.object({
  id: zOptional,
  name: zText,
  description: zOptional,
  issuer: z.object({ id: zText, name: zOptional }),
  recipient: z.object({ id: zOptional, name: zOptional }).optional(),
  validFrom: zText,
  validUntil: zOptional,
  awardedDate: zOptional,
  achievement: z.object({
    id: zOptional,
    name: zText,
    description: zOptional,
    type: zOptional,
    criteria: zOptional,
  }),
  hours: z.number().optional(),
  role: zOptional,
  alignments: z.array(z.object({ name: zText, url: zText, framework: zOptional })).readonly(),
})

const zReportAlone = z.object({
  verdict: z.enum(['verified', 'not-verified', 'could-not-verify']),
  scope: z.enum(['all', 'proof']),
  kind: z.enum(['achievement', 'endorsement', 'clr']).optional(),
  headline: zBilingual,
  format: zOptional,
  checks: z.array(zCheck).readonly(),
  credential: zSummary.optional(),
})

const zReport = zReportAlone
  .extend({
    /** The credentials of a learner record and the endorsements, by where they stand. */
    inner: z
      .array(z.object({ pointer: zText, report: zReportAlone }))
      .readonly()
      .optional(),
    refreshed: zReportAlone.optional(),
  })
  .openapi('VerificationReport')

const zRequest = z
  .union([
    z.strictObject({ credential: z.union([z.string().min(1), z.looseObject({})]) }),
    z.strictObject({ address: z.url() }),
  ])
  .openapi('VerificationRequest', {
    description: 'A credential as a JSON object or as text (JSON or JWT), or the address of one',
  })

const route = createRoute({
  method: 'post',
  path: paths.apiVerify,
  summary: 'Verify an Open Badges 3.0 credential of any issuer',
  request: { body: { required: true, content: { 'application/json': { schema: zRequest } } } },
  responses: {
    200: {
      description: 'What was checked, whatever the verdict',
      content: { 'application/json': { schema: zReport } },
    },
  },
})

const perAddress = { most: 60, seconds: 60 }

/** Counts one verification of a client address. Throws `too-many-requests`. */
export const limitVerifications = (c: AppContext): Promise<void> =>
  limitUse(c.var.deps, 'verify', c.var.clientAddress, perAddress)

export const verificationApi = (app: App): void => {
  app.openapi(route, async (c) => {
    await limitVerifications(c)
    const { deps, language } = c.var
    const body = c.req.valid('json')
    const input =
      'address' in body
        ? await fetchCredential(deps, body.address)
        : { text: typeof body.credential === 'string' ? body.credential : JSON.stringify(body.credential) }
    const { document: _, ...report } = await verifyForPublic(deps, input, language)
    return c.json(report, 200, { 'Cache-Control': 'no-store' })
  })
}
