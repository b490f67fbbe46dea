import type { TypedResponse } from 'hono'

/** A JSON document byte for byte as it was published or signed, never parsed and written again. */
export const respondWithDocument = (text: string, mediaType: string, cacheControl: string) =>
  // The route table wants a value to write as JSON; this one is written already.
  new Response(text, {
    headers: { 'content-type': mediaType, 'cache-control': cacheControl },
  }) as Response & TypedResponse<never, 200, 'json'>
