/**
 * Stands in for zod in the Worker's bundle: all of it but its messages in other languages, which are a tenth of the
 * bundle and which nothing here shows. What is listed is what `zod/v4/classic/external.js` lists.
 */
import * as z from './zod-names-worker'

export * from './zod-names-worker'
export { z }
