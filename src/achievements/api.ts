import { createRoute, z } from '@hono/zod-openapi'
import type { App } from '../web/app-env'
import { respondWithDocument } from '../web/respond'
import { getAchievementDocument } from './actions'

const achievement = createRoute({
  method: 'get',
  path: '/achievements/{id}',
  summary: 'One language edition of a badge, as an Open Badges 3.0 Achievement',
  request: { params: z.object({ id: z.uuid() }) },
  responses: {
    200: {
      description: 'Achievement',
      content: { 'application/ld+json': { schema: { type: 'object' } } },
    },
  },
})

/** Badge definitions for machines. A published edition never changes. */
export const achievementApi = (app: App): void => {
  app.openapi(achievement, async (c) => {
    const document = await getAchievementDocument(c.var.deps, c.req.valid('param').id)
    return respondWithDocument(document, 'application/ld+json', 'public, max-age=86400')
  })
}
