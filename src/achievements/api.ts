import { createRoute, z } from '@hono/zod-openapi'
import type { App } from '../web/app-env'
import { respondWithDocument } from '../web/respond'
import { getAchievementDocument } from './actions'
import { getBadgeImage } from './images/actions'

const params = z.object({ id: z.uuid() })

const achievement = createRoute({
  method: 'get',
  path: '/achievements/{id}',
  summary: 'One language edition of a badge, as an Open Badges 3.0 Achievement',
  request: { params },
  responses: {
    200: {
      description: 'Achievement',
      content: { 'application/ld+json': { schema: { type: 'object' } } },
    },
  },
})

const imageRoute = <Path extends string, MediaType extends string>(path: Path, mediaType: MediaType) =>
  createRoute({
    method: 'get',
    path,
    summary: 'The picture of a badge, in the language of its edition',
    request: { params },
    responses: {
      200: {
        description: 'The picture',
        content: { [mediaType]: { schema: { type: 'string', format: 'binary' } } },
      },
      304: { description: 'Unchanged since the copy that the asker has' },
    },
  })

const png = imageRoute('/achievements/{id}/image.png', 'image/png')
const svg = imageRoute('/achievements/{id}/image.svg', 'image/svg+xml')

/** Any site and any wallet may show the picture; a copy is good for a day and asked about by its tag afterwards. */
const respondWithImage = async (image: Uint8Array, mediaType: string, known: string | undefined) => {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array(image)))
  const tag = `"${Array.from(digest.slice(0, 12), (byte) => byte.toString(16).padStart(2, '0')).join('')}"`
  const headers = {
    ETag: tag,
    'Cache-Control': 'public, max-age=86400',
    'Access-Control-Allow-Origin': '*',
    'Cross-Origin-Resource-Policy': 'cross-origin',
  }
  return known === tag
    ? new Response(null, { status: 304, headers })
    : new Response(new Uint8Array(image), { headers: { ...headers, 'Content-Type': mediaType } })
}

/** Badge definitions and their pictures for machines. A published edition never changes. */
export const achievementApi = (app: App): void => {
  app.openapi(achievement, async (c) => {
    const document = await getAchievementDocument(c.var.deps, c.req.valid('param').id)
    return respondWithDocument(document, 'application/ld+json', 'public, max-age=86400')
  })
  for (const [route, format, mediaType] of [
    [png, 'png', 'image/png'],
    [svg, 'svg', 'image/svg+xml'],
  ] as const) {
    app.openapi(route, async (c) => {
      const image = await getBadgeImage(c.var.deps, c.req.valid('param').id, format)
      return respondWithImage(image, mediaType, c.req.header('If-None-Match'))
    })
  }
}
