import { paths } from '../paths'
import { ProblemError } from '../problems'
import type { App } from './app-env'

const contentTypes: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  ico: 'image/x-icon',
  ttf: 'font/ttf',
  woff2: 'font/woff2',
}

/** Serves the release's own files where the platform does not do so itself before the request comes here. */
export const assets = (app: App): void => {
  app.get(paths.assets, async (c) => {
    const name = c.req.path.slice('/assets/'.length)
    const contentType = contentTypes[name.split('.').pop() ?? '']
    if (contentType === undefined) throw new ProblemError('not-found')
    const content = await c.var.deps.assets.read(name).catch((cause: unknown) => {
      throw new ProblemError('not-found', { cause })
    })
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array(content)))
    const tag = `"${Array.from(digest.slice(0, 12), (byte) => byte.toString(16).padStart(2, '0')).join('')}"`
    const headers = { ETag: tag, 'Cache-Control': 'public, max-age=86400' }
    if (c.req.header('If-None-Match') === tag) return c.body(null, 304, headers)
    return c.body(new Uint8Array(content), 200, { ...headers, 'Content-Type': contentType })
  })
}
