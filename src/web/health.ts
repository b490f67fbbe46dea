import { createRoute, z } from '@hono/zod-openapi'
import { checkDatabase } from '../database/check'
import { paths } from '../paths'
import { ProblemError } from '../problems'
import type { App } from './app-env'

const route = createRoute({
  method: 'get',
  path: paths.health,
  summary: 'Tell whether the service can do its work',
  responses: {
    200: {
      description: 'The service is up and its database answers',
      content: { 'application/json': { schema: z.strictObject({ status: z.literal('ok') }) } },
    },
    503: { description: 'The database does not answer' },
  },
})

export const health = (app: App): void => {
  app.openapi(route, async (c) => {
    await checkDatabase(c.var.deps.db).catch((cause: unknown) => {
      throw new ProblemError('not-available', { detail: 'The database does not answer.', cause })
    })
    return c.json({ status: 'ok' as const }, 200, { 'Cache-Control': 'no-store' })
  })
}
