import type { TypedResponse } from 'hono'
import type { AppContext } from './app-env'

/** The headers of a public document, which a verifier in any browser may read. */
export const documentHeaders = (mediaType: string, cacheControl: string) => ({
  'Content-Type': mediaType,
  'Cache-Control': cacheControl,
  'Access-Control-Allow-Origin': '*',
  'Cross-Origin-Resource-Policy': 'cross-origin',
})

/** A JSON document byte for byte as it was published or signed, never parsed and written again. */
export const respondWithDocument = (
  text: string,
  mediaType: string,
  cacheControl: string,
  more: Readonly<Record<string, string>> = {},
) =>
  // The route table wants a value to write as JSON; this one is written already.
  new Response(text, {
    headers: { ...documentHeaders(mediaType, cacheControl), ...more },
  }) as Response & TypedResponse<never, 200, 'json'>

/** A file of somebody's own, to be kept and not shown; no cache keeps it. */
export const respondWithFile = (
  c: AppContext,
  file: { readonly bytes: Uint8Array; readonly contentType: string; readonly fileName: string },
): Response =>
  c.body(new Uint8Array(file.bytes), 200, {
    'Content-Type': file.contentType,
    'Content-Disposition': `attachment; filename="${file.fileName}"`,
    'Cache-Control': 'no-store',
  })
