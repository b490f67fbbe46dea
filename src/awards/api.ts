import { createRoute, z } from '@hono/zod-openapi'
import { accepts } from 'hono/accepts'
import type { Deps } from '../deps'
import type { App } from '../web/app-env'
import { documentHeaders, respondWithDocument } from '../web/respond'
import { getStatusList, STATUS_TTL_MS } from './actions'

/** How many lists are kept in memory: some megabytes at most. */
const MOST_KEPT = 64

type KeptList = { readonly document: string; readonly tag: string; readonly until: number }

/**
 * Reads a list, and keeps it for as long as the list itself says that a copy may be kept: it is what verifiers ask for
 * most. Who asks for no copy gets none. `until` is when a copy of it is too old, in milliseconds.
 */
const createListReader = () => {
  const kept = new Map<string, KeptList>()
  return async (deps: Deps, id: string, mustBeNew: boolean): Promise<KeptList> => {
    const now = deps.clock.now().getTime()
    const known = mustBeNew ? undefined : kept.get(id)
    if (known !== undefined && known.until > now) return known
    const document = await getStatusList(deps, id)
    const [oldest] = kept.keys()
    if (kept.size >= MOST_KEPT && oldest !== undefined) kept.delete(oldest)
    const list = { document, tag: tagOf(document), until: now + STATUS_TTL_MS }
    kept.set(id, list)
    return list
  }
}

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
    304: { description: 'The copy that the asker has is the newest' },
  },
})

/** The tag of a signed document: its last proof value, which changes with whatever is signed. */
const tagOf = (document: string): string => {
  const name = '"proofValue":"'
  const at = document.lastIndexOf(name) + name.length
  return `"${document.slice(at, document.indexOf('"', at))}"`
}

/** Whether a copy that the asker has is the one that there is, by what `If-None-Match` says. */
const hasCopy = (header: string | undefined, tag: string): boolean =>
  header?.split(',').some((one) => ['*', tag].includes(one.trim().replace(/^W\//, ''))) ?? false

/** The list says who asks for which list, never for which credential: it covers 131,072 of them. */
export const awardApi = (app: App): void => {
  const readList = createListReader()
  app.openapi(statusList, async (c) => {
    const mustBeNew = c.req.header('Cache-Control')?.includes('no-cache') ?? false
    const { document, tag, until } = await readList(c.var.deps, c.req.valid('param').id, mustBeNew)
    const seconds = Math.ceil((until - c.var.deps.clock.now().getTime()) / 1000)
    const cacheControl = `public, max-age=${seconds}`
    const mediaType = accepts(c, {
      header: 'Accept',
      supports: ['application/vc+ld+json', 'application/vc', 'application/json'],
      default: 'application/vc+ld+json',
    })
    const headers = { Vary: 'Accept', ETag: tag }
    if (hasCopy(c.req.header('If-None-Match'), tag))
      return c.body(null, 304, { ...documentHeaders(mediaType, cacheControl), ...headers })
    return respondWithDocument(document, mediaType, cacheControl, headers)
  })
}
