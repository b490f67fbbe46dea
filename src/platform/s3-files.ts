import { AwsClient } from 'aws4fetch'
import type { FileStore } from '../deps'
import { checkFileKey } from './file-key'

export type S3Options = {
  readonly endpoint: string
  readonly bucket: string
  readonly region: string
  readonly accessKeyId: string
  readonly secretAccessKey: string
}

/** Keeps files in a bucket of an S3-compatible store. */
export const createS3Files = ({ endpoint, bucket, ...credentials }: S3Options): FileStore => {
  const client = new AwsClient({ ...credentials, service: 's3' })
  const base = `${endpoint.replace(/\/+$/, '')}/${encodeURIComponent(bucket)}`
  const send = async (method: 'PUT' | 'GET' | 'DELETE', key: string, body?: Uint8Array) => {
    const content = body === undefined ? {} : { body: new Uint8Array(body) }
    const response = await client.fetch(`${base}/${checkFileKey(key)}`, { method, ...content })
    if (response.ok || (response.status === 404 && method !== 'PUT')) return response
    await response.body?.cancel()
    throw new Error(`The file store answered ${response.status} to ${method}.`)
  }
  return {
    put: async (key, content) => {
      await (await send('PUT', key, content)).body?.cancel()
    },
    get: async (key) => {
      const response = await send('GET', key)
      if (response.ok) return new Uint8Array(await response.arrayBuffer())
      await response.body?.cancel()
      return undefined
    },
    stream: async (key) => {
      const response = await send('GET', key)
      if (response.ok) return response.body ?? undefined
      await response.body?.cancel()
      return undefined
    },
    delete: async (key) => {
      await (await send('DELETE', key)).body?.cancel()
    },
  }
}
