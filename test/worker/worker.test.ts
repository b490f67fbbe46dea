import { connect, createServer } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestHarness } from 'wrangler'
import { createOrganisation } from '../../src/organisations/actions'
import { openTestDeps, type TestDeps, testConfig } from '../support/database'

let opened: TestDeps
let door: ReturnType<typeof createServer>
let harness: ReturnType<typeof createTestHarness>

/** Hyperdrive speaks TCP: a port of this machine that leads to the database's socket. */
const openDoor = async () => {
  const socket = join(opened.pool.host ?? '', '.s.PGSQL.5432')
  door = createServer((client) => {
    const inner = connect(socket)
    client.pipe(inner).pipe(client)
    client.on('error', () => inner.destroy())
    inner.on('error', () => client.destroy())
  })
  await new Promise<void>((done) => door.listen(0, '127.0.0.1', done))
  const address = door.address()
  return typeof address === 'object' && address !== null ? address.port : 0
}

beforeAll(async () => {
  opened = await openTestDeps('pglite')
  process.env['CLOUDFLARE_HYPERDRIVE_LOCAL_CONNECTION_STRING_HYPERDRIVE'] =
    `postgres://postgres:postgres@127.0.0.1:${await openDoor()}/postgres`
  process.env['CLOUDFLARE_CF_FETCH_ENABLED'] = 'false'
  harness = createTestHarness({
    workers: [
      {
        configPath: 'wrangler.toml',
        prebuiltWorkerDir: 'dist/worker',
        vars: {
          COLOPHON_ENV: 'development',
          COLOPHON_ORIGIN: testConfig.origin,
          COLOPHON_SECRET: testConfig.COLOPHON_SECRET ?? '',
          COLOPHON_KEY_ENCRYPTION_KEY: testConfig.COLOPHON_KEY_ENCRYPTION_KEY ?? '',
        },
      },
    ],
  })
  await harness.listen()
}, 120_000)

afterAll(async () => {
  await harness?.close()
  door?.close()
  await opened?.close()
})

test('is healthy, with PostgreSQL behind its Hyperdrive binding', async () => {
  const response = await harness.fetch('/health')
  expect(response.status).toBe(200)
  expect(await response.json()).toEqual({ status: 'ok' })
})

test('sends the same security headers as on Node', async () => {
  const { headers } = await harness.fetch('/health')
  expect(headers.get('content-security-policy')).toContain("default-src 'none'")
  expect(headers.get('content-security-policy')).not.toContain('unsafe')
})

test('answers an unknown address with a problem document', async () => {
  const response = await harness.fetch('/api/v1/nothing')
  expect(response.status).toBe(404)
  expect(response.headers.get('content-type')).toBe('application/problem+json')
  expect(await response.json()).toMatchObject({
    type: `${testConfig.origin}/problems/not-found`,
    status: 404,
  })
})

test('publishes the DID document of an organisation', async () => {
  const organisation = await createOrganisation(opened.deps, {
    kind: 'network',
    parentId: null,
    slug: 'worker-network',
    nameEn: 'A network for the Worker',
    nameCy: null,
    nation: 'England',
    welshFirst: false,
    demo: false,
    url: null,
    themeColour: '#1d4f91',
  })
  const response = await harness.fetch(`/organisations/${organisation.slug}/did.json`)
  expect(response.status).toBe(200)
  expect(await response.json()).toMatchObject({
    id: `did:web:badges.example.org:organisations:${organisation.slug}`,
  })
})

test('answers ten requests at a time', async () => {
  const responses = await Promise.all(Array.from({ length: 10 }, () => harness.fetch('/health')))
  expect(responses.map((response) => response.status)).toEqual(Array(10).fill(200))
})

test('serves the OpenAPI description', async () => {
  const description = await (await harness.fetch('/openapi.json')).json()
  expect(description).toMatchObject({ openapi: '3.1.0' })
})
