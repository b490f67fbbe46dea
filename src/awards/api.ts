import { createRoute, z } from '@hono/zod-openapi'
import { accepts } from 'hono/accepts'
import type { App } from '../web/app-env'
import { respondWithDocument } from '../web/respond'
import { getStatusList } from './actions'

const statusList = createRoute({
  method: 'get',
  path: '/status/{id}',
  summary: 'A signed Bitstring status list',
  request: { params: z.object({ id: z.uuid() }) },
  responses: {
    200: {
      description: 'BitstringStatusListCredential',
      content: {
        'application/vc+ld+json': { schema: { type: 'object' } },
        'application/vc': { schema: { type: 'object' } },
      },
    },
  },
})

/** The list says who asks for which list, never for which credential: it covers 131,072 of them. */
export const awardApi = (app: App): void => {
  app.openapi(statusList, async (c) => {
    const document = await getStatusList(c.var.deps, c.req.valid('param').id)
    const mediaType = accepts(c, {
      header: 'Accept',
      supports: ['application/vc+ld+json', 'application/vc', 'application/json'],
      default: 'application/vc+ld+json',
    })
    return respondWithDocument(document, mediaType, 'public, max-age=60', { Vary: 'Accept' })
  })
}
