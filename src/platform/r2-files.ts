import type { FileStore } from '../deps'
import { checkFileKey } from './file-key'

type R2Object = {
  readonly body: ReadableStream<Uint8Array>
  arrayBuffer(): Promise<ArrayBuffer>
}

/** The part of a Cloudflare R2 binding that is used here. */
export type R2Bucket = {
  put(key: string, value: Uint8Array): Promise<unknown>
  get(key: string): Promise<R2Object | null>
  delete(key: string): Promise<void>
}

/** Keeps files in a bucket that is bound to the Worker. */
export const createR2Files = (bucket: R2Bucket): FileStore => ({
  put: async (key, content) => {
    await bucket.put(checkFileKey(key), content)
  },
  get: async (key) => {
    const found = await bucket.get(checkFileKey(key))
    return found === null ? undefined : new Uint8Array(await found.arrayBuffer())
  },
  stream: async (key) => (await bucket.get(checkFileKey(key)))?.body,
  delete: (key) => bucket.delete(checkFileKey(key)),
})
