import { createRoute, z } from '@hono/zod-openapi'
import { paths } from '../paths'
import { ProblemError } from '../problems'
import type { App, AppContext } from '../web/app-env'
import { isPage, negotiate } from '../web/negotiate'
import { documentHeaders } from '../web/respond'
import {
  findPageOfItem,
  getCaseAssociation,
  getCaseItem,
  getCaseItemAssociations,
  getOwnPackage,
} from './case'

const params = z.object({ id: z.string().max(100) })
const query = z.object({
  limit: z.coerce.number().int().min(1).max(1000).optional(),
  offset: z.coerce.number().int().min(0).optional(),
})
const responses = {
  200: { description: 'As CASE 1.0 describes it', content: { 'application/json': { schema: z.any() } } },
  404: {
    description: 'Nothing has that identifier',
    content: { 'application/json': { schema: z.any() } },
  },
} as const

const documents = createRoute({
  ...{ method: 'get', path: paths.caseDocuments, request: { query }, responses },
  summary: 'The competency frameworks that this service publishes, as CASE 1.0 documents',
})
const one = <Path extends string>(path: Path, summary: string) =>
  createRoute({ method: 'get', path, summary, request: { params }, responses })

const headers = documentHeaders('application/json', 'public, max-age=3600')

/** An answer, or the status information of 1EdTech where nothing has the identifier. */
const respond = (c: AppContext, read: () => object) => {
  try {
    return c.json(read(), 200, headers)
  } catch (cause) {
    if (!(cause instanceof ProblemError) || cause.code !== 'not-found') throw cause
    const status = {
      imsx_codeMajor: 'failure',
      imsx_severity: 'error',
      imsx_description: 'Nothing has that identifier.',
      imsx_codeMinor: {
        imsx_codeMinorField: [
          { imsx_codeMinorFieldName: 'sourcedId', imsx_codeMinorFieldValue: 'unknownobject' },
        ],
      },
    }
    return c.json(status, 404, headers)
  }
}

/**
 * The published package by the addresses of CASE: documents, whole packages, items, associations.
 * @see 1EdTech Competencies and Academic Standards Exchange Service 1.0, REST/JSON binding
 */
export const frameworkApi = (app: App): void => {
  const base = {
    document: '/ims/case/v1p0/CFDocuments/{id}',
    package: '/ims/case/v1p0/CFPackages/{id}',
  } as const
  const ofPackage = (c: AppContext, id: string) => {
    const found = getOwnPackage(c.var.deps)
    if (found.CFDocument.identifier !== id) throw new ProblemError('not-found')
    return found
  }
  app.openapi(documents, (c) => {
    const { limit = 100, offset = 0 } = c.req.valid('query')
    const all = [getOwnPackage(c.var.deps).CFDocument]
    c.header('X-Total-Count', String(all.length))
    return c.json({ CFDocuments: all.slice(offset, offset + limit) }, 200, headers)
  })
  app.openapi(one(base.document, 'One framework: its document of CASE 1.0'), (c) =>
    respond(c, () => ofPackage(c, c.req.valid('param').id).CFDocument),
  )
  app.openapi(one(base.package, 'One framework whole: document, items and associations of CASE 1.0'), (c) =>
    respond(c, () => ofPackage(c, c.req.valid('param').id)),
  )
  app.openapi(one('/ims/case/v1p0/CFItems/{id}', 'One skill or role as an item of CASE 1.0'), (c) => {
    const { id } = c.req.valid('param')
    const forPerson = isPage(negotiate(c, ['application/json'])) && c.req.query('format') !== 'json'
    const page = forPerson ? findPageOfItem(id) : undefined
    // The address stands in badges: somebody who opens it gets a page.
    if (page !== undefined) return c.redirect(page, 303) as never
    return respond(c, () => getCaseItem(c.var.deps, id))
  })
  app.openapi(one('/ims/case/v1p0/CFAssociations/{id}', 'One association of CASE 1.0'), (c) =>
    respond(c, () => getCaseAssociation(c.var.deps, c.req.valid('param').id)),
  )
  app.openapi(
    one('/ims/case/v1p0/CFItemAssociations/{id}', 'An item of CASE 1.0 with its associations'),
    (c) => respond(c, () => getCaseItemAssociations(c.var.deps, c.req.valid('param').id)),
  )
}
