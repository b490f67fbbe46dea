import { createRoute, z } from '@hono/zod-openapi'
import { paths } from '../paths'
import type { App } from '../web/app-env'
import { respondWithDocument } from '../web/respond'
import { didDocumentOf, getOrganisationBySlug, hostJwks, jwksOf } from './actions'

const zSlug = z.object({ slug: z.string() })
const anyJson = { type: 'object' } as const

const didDocument = createRoute({
  method: 'get',
  path: '/organisations/{slug}/did.json',
  summary: 'The did:web document of an issuer, with every key that it ever signed with',
  request: { params: zSlug },
  responses: {
    200: { description: 'DID document', content: { 'application/did+json': { schema: anyJson } } },
  },
})

const jwks = createRoute({
  method: 'get',
  path: '/organisations/{slug}/jwks.json',
  summary: 'The keys of an issuer as a JWK set',
  request: { params: zSlug },
  responses: {
    200: { description: 'JWK set', content: { 'application/jwk-set+json': { schema: anyJson } } },
  },
})

const hostKeys = createRoute({
  method: 'get',
  path: paths.hostJwks,
  summary: 'The keys of every issuer here as one JWK set; `iss` says whose each is',
  responses: {
    200: { description: 'JWK set', content: { 'application/jwk-set+json': { schema: anyJson } } },
  },
})

/** Keys change seldom; a new one is published before it signs. */
const cacheKeys = 'public, max-age=300'

/** Public documents of an organisation, served without redirects. */
export const organisationApi = (app: App): void => {
  app.openapi(didDocument, async (c) => {
    const { deps } = c.var
    const organisation = await getOrganisationBySlug(deps, c.req.valid('param').slug)
    const document = await didDocumentOf(deps, organisation)
    return respondWithDocument(JSON.stringify(document), 'application/did+json', cacheKeys)
  })
  app.openapi(jwks, async (c) => {
    const { deps } = c.var
    const organisation = await getOrganisationBySlug(deps, c.req.valid('param').slug)
    const keys = await jwksOf(deps, organisation)
    return respondWithDocument(JSON.stringify(keys), 'application/jwk-set+json', cacheKeys)
  })
  app.openapi(hostKeys, async (c) =>
    respondWithDocument(JSON.stringify(await hostJwks(c.var.deps)), 'application/jwk-set+json', cacheKeys),
  )
}
