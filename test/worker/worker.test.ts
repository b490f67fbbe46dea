import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestHarness } from 'wrangler'
import { getAward } from '../../src/awards/actions'
import { withOrganisation } from '../../src/database/scope'
import { readPng } from '../../src/openbadges/bake/png-chunks'
import { addMembership } from '../../src/organisations/actions'
import type { Organisation } from '../../src/organisations/model'
import { earnBadge } from '../support/awards'
import { openTestDeps, type TestDeps, testConfig } from '../support/database'
import { findFreePort } from '../support/find-free-port'
import { makePeople, makeService } from '../support/organisation'
import { draftOwnBadge, publish } from '../support/own-badge'
import { sample } from '../vc-api/support'

const vcApiKey = 'the-key-of-the-tests-of-the-worker'

let opened: TestDeps
let harness: ReturnType<typeof createTestHarness>
let service: Organisation
let origin = ''

beforeAll(async () => {
  opened = await openTestDeps('postgres')
  const port = await findFreePort()
  origin = `http://localhost:${port}`
  opened = { ...opened, deps: { ...opened.deps, config: { ...opened.deps.config, origin } } }
  service = await makeService(opened.deps)
  const { user, password, host, port: databasePort, database } = opened.pool
  process.env['CLOUDFLARE_HYPERDRIVE_LOCAL_CONNECTION_STRING_HYPERDRIVE'] =
    `postgres://${user}:${password}@${host}:${databasePort}/${database}`
  process.env['CLOUDFLARE_CF_FETCH_ENABLED'] = 'false'
  harness = createTestHarness({
    workers: [
      {
        configPath: 'wrangler.toml',
        prebuiltWorkerDir: 'dist/worker',
        vars: {
          COLOPHON_ENV: 'development',
          COLOPHON_ORIGIN: origin,
          COLOPHON_SECRET: testConfig.COLOPHON_SECRET ?? '',
          COLOPHON_KEY_ENCRYPTION_KEY: testConfig.COLOPHON_KEY_ENCRYPTION_KEY ?? '',
          VC_API_KEY: vcApiKey,
        },
      },
    ],
  })
  await harness.listen()
}, 120_000)

afterAll(async () => {
  await harness?.close()
  await opened?.close()
})

const ask = (path: string, cookie = '') =>
  harness.fetch(path, { headers: { Accept: 'text/html', Cookie: cookie }, redirect: 'manual' })

/** Sends a form as a browser does from a page of the service. */
const send = (path: string, form: Readonly<Record<string, string>>, cookie = '') =>
  harness.fetch(path, {
    method: 'POST',
    headers: {
      Accept: 'text/html',
      'Content-Type': 'application/x-www-form-urlencoded',
      'Sec-Fetch-Site': 'same-origin',
      Cookie: cookie,
    },
    body: new URLSearchParams(form).toString(),
    redirect: 'manual',
  })

/** Asks until the answer has the words: mail and queued work come after the response. */
const findOnPage = async (path: string, words: RegExp): Promise<string> => {
  for (let tries = 0; tries < 50; tries += 1) {
    const found = words.exec(await (await ask(path)).text())?.[0]
    if (found !== undefined) return found
    await new Promise((done) => setTimeout(done, 200))
  }
  throw new Error(`${path} never says ${words}.`)
}

/** Signs in by the link in the mail; the `Cookie` header of the session. */
const signIn = async (email: string): Promise<string> => {
  expect((await send('/sign-in', { email })).status).toBe(303)
  const link = await findOnPage('/outbox', /\/sign-in\/link\/[^"<\s]+/)
  const signedIn = await send(link, {})
  expect(signedIn.status).toBe(303)
  return signedIn.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
}

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
    type: `${origin}/problems/not-found`,
    status: 404,
  })
})

test('publishes the DID document of an organisation', async () => {
  const response = await harness.fetch(`/organisations/${service.slug}/did.json`)
  expect(response.status).toBe(200)
  const host = encodeURIComponent(new URL(origin).host)
  expect(await response.json()).toMatchObject({ id: `did:web:${host}:organisations:${service.slug}` })
})

const askVcApi = async (path: string, body?: object) => {
  const response = await harness.fetch(`/vc-api/${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { Authorization: `Bearer ${vcApiKey}`, 'Content-Type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  return { status: response.status, body: JSON.parse(await response.text()) }
}

test('issues, derives and verifies with every issuer of the VC-API', async () => {
  expect((await harness.fetch('/vc-api/issuers')).status).toBe(401)
  const issuers: Record<string, string> = (await askVcApi('issuers')).body
  expect(Object.keys(issuers)).toHaveLength(6)
  for (const [instance, issuer] of Object.entries(issuers)) {
    const prefix = instance === '' ? '' : `${instance}/`
    const isSelective = instance === 'ecdsa-sd-p256'
    const issued = await askVcApi(`${prefix}credentials/issue`, {
      credential: sample(issuer),
      ...(isSelective ? { options: { mandatoryPointers: ['/issuer'] } } : {}),
    })
    expect([instance, issued.status]).toEqual([instance, 201])
    const derived = isSelective
      ? await askVcApi(`${prefix}credentials/derive`, {
          verifiableCredential: issued.body.verifiableCredential,
          options: { selectivePointers: ['/credentialSubject'] },
        })
      : issued
    expect([instance, derived.status]).toEqual([instance, 201])
    const { verifiableCredential } = derived.body
    const checked = await askVcApi('credentials/verify', { verifiableCredential })
    expect([instance, checked.status, checked.body]).toMatchObject([instance, 200, { verified: true }])
    const altered = { ...verifiableCredential, id: 'urn:uuid:86294362-4254-4f36-854f-3952fe42555f' }
    expect((await askVcApi('credentials/verify', { verifiableCredential: altered })).status).toBe(400)
  }
})

test('signs a coordinator in, shows who has earned a badge, issues it, verifies it and prints its certificate', async () => {
  const email = 'coordinator@worker.example.org'
  await addMembership(opened.deps, service.id, { email, role: 'coordinator' })
  const [personId = ''] = await makePeople(opened.deps, service, ['Siân Wójcik'])
  await earnBadge(opened.deps, service, [personId])
  const badge = `/services/${service.slug}/badges/LV-02`
  expect((await ask(badge)).status).toBe(303)

  const cookie = await signIn(email)
  const eligible = await ask(badge, cookie)
  expect(eligible.status).toBe(200)
  expect(await eligible.text()).toContain('Siân Wójcik')

  const issued = await send(`${badge}/issue`, { person: personId }, cookie)
  expect(issued.status).toBe(303)
  const award = await withOrganisation(opened.deps.db, service.id, ({ trx }) =>
    trx.selectFrom('award').select('id').where('person_id', '=', personId).executeTakeFirstOrThrow(),
  )
  const { status } = await getAward(opened.deps, service.id, award.id)
  expect(status).toBe('valid')

  const files = `/services/${service.slug}/awards/${award.id}/files`
  const credential = await (await ask(`${files}/json`, cookie)).text()
  const checked = await harness.fetch('/api/v1/verify', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ credential: JSON.parse(credential) }),
  })
  expect(await checked.json()).toMatchObject({ verdict: 'verified' })

  const certificate = new Uint8Array(await (await ask(`${files}/pdf`, cookie)).arrayBuffer())
  expect(new TextDecoder().decode(certificate.subarray(0, 5))).toBe('%PDF-')
})

test('draws the picture of a badge that a service designed itself', async () => {
  await publish(opened.deps, service, await draftOwnBadge(opened.deps, service))
  const edition = await withOrganisation(opened.deps.db, service.id, ({ trx }) =>
    trx
      .selectFrom('achievement')
      .select('id')
      .where('definition_code', 'like', 'OWN-%')
      .executeTakeFirstOrThrow(),
  )
  const response = await harness.fetch(`/achievements/${edition.id}/image.png`)
  expect(response.headers.get('content-type')).toBe('image/png')
  const read = readPng(new Uint8Array(await response.arrayBuffer()))
  expect(read).toMatchObject({ ok: true, png: { width: 600, height: 600 } })
})

test('does on its schedule what is due', async () => {
  const worker = harness.getWorker()
  expect(await worker.scheduled({ cron: '* * * * *' })).toMatchObject({ outcome: 'ok' })
})

test('answers ten requests at a time', async () => {
  const responses = await Promise.all(Array.from({ length: 10 }, () => harness.fetch('/health')))
  expect(responses.map((response) => response.status)).toEqual(Array(10).fill(200))
})

test('serves the OpenAPI description', async () => {
  const description = await (await harness.fetch('/openapi.json')).json()
  expect(description).toMatchObject({ openapi: '3.1.0' })
})
