import type { Context } from 'hono'
import { accepts } from 'hono/accepts'
import type { AppEnv } from './app-env'

const page = 'text/html'

/**
 * Chooses between a page and the given media types of a document, by the request's Accept header. The first one given
 * goes to a client that has no wish. Marks the answer as depending on the header.
 */
export const negotiate = (c: Context<AppEnv>, mediaTypes: readonly [string, ...string[]]): string => {
  c.header('Vary', 'Accept', { append: true })
  return accepts(c, { header: 'Accept', supports: [...mediaTypes, page], default: mediaTypes[0] })
}

/** Whether `negotiate` chose the page. */
export const isPage = (mediaType: string): boolean => mediaType === page

/** Whether the answer goes to a program: it asks for JSON and not for a page. */
export const isForPrograms = (c: Context<AppEnv>): boolean => {
  const accept = c.req.header('Accept') ?? ''
  return accept.includes('json') && !accept.includes(page)
}
