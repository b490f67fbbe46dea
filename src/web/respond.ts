import type { TypedResponse } from 'hono'

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
