import { type RouteConfig, z } from '@hono/zod-openapi'
import { createMiddleware } from 'hono/factory'
import { limitUse } from '../database/rate-limit'
import { paths } from '../paths'
import { ProblemError, type Result } from '../problems'
import type { App, AppContext, AppEnv } from '../web/app-env'
import { respondWithDocument } from '../web/respond'
import {
  changeStatus,
  derivePart,
  issueCredential,
  listIssuers,
  readStatusList,
  verifyOneCredential,
  verifyOnePresentation,
} from './actions'
import {
  type Refusal,
  zDeriveRequest,
  zIssueRequest,
  zRefusal,
  zStatusRequest,
  zVerifyCredentialRequest,
  zVerifyPresentationRequest,
} from './model'
import { isSameSecret } from './rules/is-same-secret'
import { refuseShape, writeRefusal } from './rules/write-refusal'

const perAddress = { most: 1_500, seconds: 60 }
const wrongKeys = { most: 60, seconds: 60 }
const noStore = { 'Cache-Control': 'no-store' } as const

/** Lets those in who have the key of this API. Throws `key-needed` and `too-many-requests`. */
const requireKey = createMiddleware<AppEnv>(async (c, next) => {
  const { deps, clientAddress } = c.var
  const [, given = ''] = /^Bearer +(\S+)$/i.exec(c.req.header('Authorization') ?? '') ?? []
  if (!(await isSameSecret(given, deps.config.VC_API_KEY ?? ''))) {
    await limitUse(deps, 'vc-api-key', clientAddress, wrongKeys)
    throw new ProblemError('key-needed')
  }
  await limitUse(deps, 'vc-api', clientAddress, perAddress)
  await next()
})

const refuse = (c: AppContext, refusal: Refusal) =>
  c.body(JSON.stringify(refusal), 400, { 'Content-Type': 'application/problem+json', ...noStore })

/** The body of a request, or why it is none. The VC-API answers such a request with 400, not with 422. */
const readBody = async <T>(c: AppContext, schema: z.ZodType<T>): Promise<Result<T, Refusal>> => {
  const body: unknown = await c.req.json().catch(() => undefined)
  const parsed = schema.safeParse(body)
  return parsed.success ? { ok: true, value: parsed.data } : { ok: false, reason: refuseShape(parsed.error) }
}

const instanceOf = (c: AppContext): string => c.req.param('instance') ?? ''

const issue = async (c: AppContext) => {
  const body = await readBody(c, zIssueRequest)
  if (!body.ok) return refuse(c, body.reason)
  const issued = await issueCredential(c.var.deps, instanceOf(c), body.value)
  return issued.ok
    ? c.json({ verifiableCredential: issued.value }, 201, noStore)
    : refuse(c, writeRefusal(issued.reason))
}

const derive = async (c: AppContext) => {
  const body = await readBody(c, zDeriveRequest)
  if (!body.ok) return refuse(c, body.reason)
  const derived = await derivePart(body.value)
  return derived.ok
    ? c.json({ verifiableCredential: derived.value }, 201, noStore)
    : refuse(c, writeRefusal(derived.reason))
}

const verifyCredential = async (c: AppContext) => {
  const body = await readBody(c, zVerifyCredentialRequest)
  if (!body.ok) return refuse(c, body.reason)
  const { verified, problems, skipped } = await verifyOneCredential(c.var.deps, body.value)
  if (!verified) return refuse(c, { ...writeRefusal(problems), verified: false })
  return c.json({ verified, skipped, problemDetails: [] }, 200, noStore)
}

const verifyPresentation = async (c: AppContext) => {
  const body = await readBody(c, zVerifyPresentationRequest)
  if (!body.ok) return refuse(c, body.reason)
  const { verified, problems, skipped, credentials } = await verifyOnePresentation(c.var.deps, body.value)
  if (!verified) return refuse(c, { ...writeRefusal(problems), verified: false })
  const credentialResults = credentials.map((report) => ({ verified: report.verified }))
  return c.json({ verified, skipped, problemDetails: [], credentialResults }, 200, noStore)
}

const changeCredentialStatus = async (c: AppContext) => {
  const body = await readBody(c, zStatusRequest)
  if (!body.ok) return refuse(c, body.reason)
  changeStatus(body.value)
  return c.json({}, 200, noStore)
}

type Operation = {
  readonly paths: readonly string[]
  readonly summary: string
  readonly body: z.ZodType
  readonly success: 200 | 201
  readonly handle: (c: AppContext) => Promise<Response>
}

const operations: readonly Operation[] = [
  {
    paths: [paths.vcApiIssue, paths.vcApiIssueBy],
    summary: 'VC-API: secure a credential with the key of an issuer instance',
    body: zIssueRequest,
    success: 201,
    handle: issue,
  },
  {
    paths: [paths.vcApiDerive, paths.vcApiDeriveBy],
    summary: 'VC-API: show a part of a credential that was signed selectively',
    body: zDeriveRequest,
    success: 201,
    handle: derive,
  },
  {
    paths: [paths.vcApiVerifyCredential, paths.vcApiVerifyCredentialBy],
    summary: 'VC-API: verify a credential of any issuer',
    body: zVerifyCredentialRequest,
    success: 200,
    handle: verifyCredential,
  },
  {
    paths: [paths.vcApiVerifyPresentation, paths.vcApiVerifyPresentationBy],
    summary: 'VC-API: verify a presentation and each credential in it',
    body: zVerifyPresentationRequest,
    success: 200,
    handle: verifyPresentation,
  },
  {
    paths: [paths.vcApiStatus, paths.vcApiStatusBy],
    summary: 'VC-API: set or clear the status of a credential of the status instance',
    body: zStatusRequest,
    success: 200,
    handle: changeCredentialStatus,
  },
]

const anyJson = { 'application/json': { schema: { type: 'object' as const } } }

/** How an operation is described. */
const describe = (path: string, { summary, body, success }: Operation): RouteConfig => ({
  method: 'post',
  path: path.replace(':instance', '{instance}'),
  summary,
  security: [{ vcApiKey: [] }],
  request: {
    ...(path.includes(':instance') ? { params: z.object({ instance: z.string() }) } : {}),
    body: { required: true, content: { 'application/json': { schema: body } } },
  },
  responses: {
    [success]: { description: 'Done', content: anyJson },
    400: {
      description: 'Why not, with the type URIs of the specifications',
      content: { 'application/problem+json': { schema: zRefusal } },
    },
    401: { description: 'The key is missing or wrong' },
  },
})

/** The VC-API of the W3C Credentials Community Group, for tests of interoperability. Mounted only where it has a key. */
export const vcApi = (app: App): void => {
  app.openAPIRegistry.registerComponent('securitySchemes', 'vcApiKey', { type: 'http', scheme: 'bearer' })
  for (const operation of operations) {
    for (const path of operation.paths) {
      app.openAPIRegistry.registerPath(describe(path, operation))
      app.post(path, requireKey, operation.handle)
    }
  }
  app.get(paths.vcApiIssuers, requireKey, async (c) => c.json(await listIssuers(), 200, noStore))
  app.get(paths.vcApiStatusList, async (c) =>
    respondWithDocument(
      await readStatusList(c.var.deps, c.req.param('purpose')),
      'application/vc',
      'no-cache',
    ),
  )
}
