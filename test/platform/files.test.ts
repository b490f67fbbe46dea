import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { FileStore } from '../../src/deps'
import { createDiskAssets } from '../../src/platform/disk-assets-node'
import { createDiskFiles } from '../../src/platform/disk-files-node'
import { createR2Files } from '../../src/platform/r2-files'
import { createS3Files } from '../../src/platform/s3-files'

let folder: string
let server: Server
const objects = new Map<string, Uint8Array>()
const signed: boolean[] = []

/** As much of S3 as a file store needs. */
const startBucket = async () => {
  server = createServer((request, response) => {
    const key = request.url ?? ''
    signed.push(/^AWS4-HMAC-SHA256 Credential=an-id\//.test(request.headers.authorization ?? ''))
    const chunks: Uint8Array[] = []
    request.on('data', (chunk: Uint8Array) => chunks.push(chunk))
    request.on('end', () => {
      const found = objects.get(key)
      if (request.method === 'PUT') objects.set(key, new Uint8Array(Buffer.concat(chunks)))
      if (request.method === 'DELETE') objects.delete(key)
      response.writeHead(request.method === 'GET' && found === undefined ? 404 : 200)
      response.end(request.method === 'GET' ? found : undefined)
    })
  })
  const { promise, resolve } = Promise.withResolvers<void>()
  server.listen(0, '127.0.0.1', resolve)
  await promise
  const address = server.address()
  return `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}/`
}

const createBucket = () => {
  const kept = new Map<string, Uint8Array>()
  return {
    put: async (key: string, value: Uint8Array) => kept.set(key, value),
    get: async (key: string) => {
      const found = kept.get(key)
      return found === undefined
        ? null
        : {
            arrayBuffer: async () => Uint8Array.from(found).buffer,
            body: new Blob([Uint8Array.from(found)]).stream(),
          }
    },
    delete: async (key: string) => void kept.delete(key),
  }
}

const stores: Record<string, () => FileStore> = {}
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'colophon-files-'))
  const endpoint = await startBucket()
  const credentials = { accessKeyId: 'an-id', secretAccessKey: 'a-secret' }
  stores['disk'] = () => createDiskFiles(folder)
  stores['S3'] = () => createS3Files({ endpoint, bucket: 'files', region: 'auto', ...credentials })
  stores['R2'] = () => createR2Files(createBucket())
})
afterAll(async () => {
  server.close()
  await rm(folder, { recursive: true, force: true })
})

describe.each(['disk', 'S3', 'R2'])('files on %s', (name) => {
  const open = () => stores[name]?.() ?? expect.unreachable()
  const content = Uint8Array.from({ length: 1000 }, (_, index) => index % 256)

  test('come back as they went in, and the last one wins', async () => {
    const files = open()
    await files.put('imports/one.csv', new Uint8Array([1]))
    await files.put('imports/one.csv', content)
    expect(await files.get('imports/one.csv')).toEqual(content)
    const pieces: number[] = []
    for await (const piece of (await files.stream('imports/one.csv')) ?? []) pieces.push(...piece)
    expect(Uint8Array.from(pieces)).toEqual(content)
  })

  test('are undefined where there is none, before and after being deleted', async () => {
    const files = open()
    expect(await files.get('imports/none.csv')).toBeUndefined()
    expect(await files.stream('imports/none.csv')).toBeUndefined()
    await files.put('imports/gone.csv', content)
    await files.delete('imports/gone.csv')
    await files.delete('imports/gone.csv')
    expect(await files.get('imports/gone.csv')).toBeUndefined()
  })

  test.each([
    '../secrets.json',
    '/etc/passwd',
    'a/../b',
    '',
    'a//b',
    'a\\b',
    '.hidden',
    'a b',
    'x'.repeat(501),
  ])('refuse the key %j', async (key) => {
    const files = open()
    expect(
      await Promise.resolve()
        .then(() => files.get(key))
        .catch(() => 'refused'),
    ).toBe('refused')
    expect(
      await Promise.resolve()
        .then(() => files.put(key, content))
        .catch(() => 'refused'),
    ).toBe('refused')
  })
})

test('the disk keeps no drafts, and S3 requests are signed', async () => {
  expect((await readdir(folder, { recursive: true })).filter((file) => file.endsWith('.part'))).toEqual([])
  expect(signed.length).toBeGreaterThan(0)
  expect(signed.every((value) => value)).toBe(true)
})

test('an S3 store that refuses says so without its keys', async () => {
  const refusing = createServer((_request, response) => response.writeHead(403).end('denied'))
  const { promise, resolve } = Promise.withResolvers<void>()
  refusing.listen(0, '127.0.0.1', resolve)
  await promise
  const address = refusing.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const credentials = { accessKeyId: 'an-id', secretAccessKey: 'a-secret', region: 'auto', bucket: 'files' }
  const files = createS3Files({ endpoint: `http://127.0.0.1:${port}`, ...credentials })
  await expect(files.get('one')).rejects.toThrow('The file store answered 403 to GET.')
  refusing.close()
})

test('assets of the release are read, others are an error', async () => {
  const assets = createDiskAssets(folder)
  await createDiskFiles(folder).put('main.css', new Uint8Array([7]))
  expect(await assets.read('main.css')).toEqual(new Uint8Array([7]))
  await expect(assets.read('other.css')).rejects.toThrow()
  await expect(assets.read('../../etc/passwd')).rejects.toThrow()
})
