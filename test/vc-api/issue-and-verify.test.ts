import { compactVerify, importJWK } from 'jose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createApp } from '../../src/app'
import { decodeMultikey, toPublicJwk } from '../../src/openbadges/proof'
import { verifyElsewhere } from './independent'
import { apiKey, copy, olderSample, openVcApi, readAnswer, sample, type VcApi } from './support'

let api: VcApi
beforeAll(async () => {
  api = await openVcApi()
}, 60_000)
afterAll(() => api.close())

const verify = (verifiableCredential: unknown, options?: object) =>
  api.post('/vc-api/credentials/verify', { verifiableCredential, options })

describe('who may use it', () => {
  const paths = ['/vc-api/issuers', '/vc-api/credentials/issue', '/vc-api/status-lists/revocation']

  test('without a key in the settings there is nothing there, and no word of it', async () => {
    const deps = { ...api.deps, config: { ...api.deps.config, VC_API_KEY: undefined } }
    const off = createApp(
      deps.config,
      () => deps,
      () => '192.0.2.7',
    )
    for (const path of paths) {
      for (const method of ['GET', 'POST']) {
        const headers = { Authorization: `Bearer ${apiKey}`, Accept: 'application/json' }
        const response = await off.request(api.deps.config.origin + path, { method, headers })
        expect(response.status).toBe(404)
      }
    }
    const { body } = await readAnswer(await off.request(`${api.deps.config.origin}/openapi.json`))
    expect(JSON.stringify(body)).not.toMatch(/vc-api/i)
  })

  test.each([
    ['no key', {}],
    ['a wrong key', { Authorization: 'Bearer the-key-of-somebody-else' }],
    ['a key cut short', { Authorization: `Bearer ${apiKey.slice(0, -1)}` }],
    ['another scheme', { Authorization: `Basic ${apiKey}` }],
  ])('%s is refused', async (_, headers) => {
    const { status, headers: answered, body } = await api.get('/vc-api/issuers', headers)
    expect(status).toBe(401)
    expect(answered.get('content-type')).toBe('application/problem+json')
    expect(answered.get('www-authenticate')).toBe('Bearer')
    expect(body['type']).toMatch(/\/problems\/key-needed$/)
  })

  test('guessing at the key comes to an end', async () => {
    const app = createApp(
      api.deps.config,
      () => api.deps,
      () => '192.0.2.99',
    )
    const guess = () =>
      app.request(`${api.deps.config.origin}/vc-api/issuers`, { headers: { Authorization: 'Bearer x' } })
    const statuses = []
    for (let i = 0; i < 62; i++) statuses.push((await guess()).status)
    expect(new Set(statuses.slice(0, 60))).toEqual(new Set([401]))
    expect(statuses.at(-1)).toBe(429)
  })

  test('the description of the API has it, with its key', async () => {
    const { body } = await api.get('/openapi.json')
    const text = JSON.stringify(body)
    expect(text).toContain('/vc-api/{instance}/credentials/issue')
    expect(text).toContain('"scheme":"bearer"')
  })
})

describe('issuers', () => {
  test('each instance has a did:key of its own', async () => {
    const { status, body } = await api.get('/vc-api/issuers')
    expect(status).toBe(200)
    expect(Object.keys(body)).toEqual(
      expect.arrayContaining(['', 'ecdsa-rdfc-p256', 'ecdsa-rdfc-p384', 'ecdsa-sd-p256', 'status', 'jwt']),
    )
    expect(new Set(Object.values(body)).size).toBe(Object.keys(body).length)
    expect(body).toMatchObject({
      '': expect.stringMatching(/^did:key:z6Mk/),
      'ecdsa-rdfc-p256': expect.stringMatching(/^did:key:zDn/),
      'ecdsa-rdfc-p384': expect.stringMatching(/^did:key:z82/),
    })
    expect((await api.get('/vc-api/issuers')).body).toEqual(body)
  })

  test('there is no other', async () => {
    const answer = await api.post('/vc-api/nobody/credentials/issue', {
      credential: sample('did:example:nobody'),
    })
    expect(answer.status).toBe(404)
  })
})

describe.each([
  { instance: '', cryptosuite: 'eddsa-rdfc-2022' },
  { instance: 'ecdsa-rdfc-p256', cryptosuite: 'ecdsa-rdfc-2019' },
  { instance: 'ecdsa-rdfc-p384', cryptosuite: 'ecdsa-rdfc-2019' },
  { instance: 'status', cryptosuite: 'eddsa-rdfc-2022' },
])('the instance "$instance"', ({ instance, cryptosuite }) => {
  test('issues with one proof object, and everybody verifies it', async () => {
    const issuer = await api.didOf(instance)
    const credential = { ...sample(issuer), id: `urn:uuid:${api.deps.random.uuid()}` }
    const issued = await api.issue(instance, credential)
    expect(issued['proof']).toEqual({
      type: 'DataIntegrityProof',
      cryptosuite,
      created: '2026-06-01T09:00:00Z',
      verificationMethod: `${issuer}#${issuer.slice('did:key:'.length)}`,
      proofPurpose: 'assertionMethod',
      proofValue: expect.stringMatching(/^z[1-9A-HJ-NP-Za-km-z]+$/),
    })
    const { status, body } = await verify(issued)
    expect(body).toEqual({ verified: true, skipped: [], problemDetails: [] })
    expect(status).toBe(200)
    expect(await verifyElsewhere(issued, cryptosuite)).toBe(true)
    const altered = { ...issued, validFrom: '2024-03-16T22:37:27Z' }
    expect((await verify(altered)).status).toBe(400)
    expect(await verifyElsewhere(altered, cryptosuite)).toBe(false)
  })

  test('any prefix verifies', async () => {
    const issued = await api.issue('', sample(await api.didOf('')))
    const body = { verifiableCredential: issued }
    expect((await api.post(`/vc-api/${instance || 'x'}/credentials/verify`, body)).status).toBe(200)
  })
})

test('a credential of data model 1.1 gets the context of its proof, and only then', async () => {
  const issued = await api.issue('', olderSample(await api.didOf('')))
  expect(issued['@context']).toEqual([
    'https://www.w3.org/2018/credentials/v1',
    'https://w3id.org/security/data-integrity/v2',
  ])
  expect((await verify(issued)).status).toBe(200)
  expect(await verifyElsewhere(issued, 'eddsa-rdfc-2022')).toBe(true)
  const newer = await api.issue('', sample(await api.didOf('')))
  expect(newer['@context']).toEqual(sample('')['@context'])
})

test('created can be given, and must be an instant', async () => {
  const credential = sample(await api.didOf(''))
  const issued = await api.issue('', credential, { created: '2024-05-01T12:00:00Z' })
  expect(issued['proof']).toMatchObject({ created: '2024-05-01T12:00:00Z' })
  const wrong = await api.post('/vc-api/credentials/issue', { credential, options: { created: 'yesterday' } })
  expect(wrong.status).toBe(400)
})

test('a second instance adds its proof, and all of the set must hold', async () => {
  const credential = { ...sample(await api.didOf('')), id: 'urn:uuid:1b8b5d3c-8a0e-4b4f-9a7e-2a64e6b9a001' }
  const once = await api.issue('', credential)
  const twice = await api.issue('ecdsa-rdfc-p256', once)
  expect(twice['proof']).toHaveLength(2)
  expect((await verify(twice, { checks: ['proof'] })).status).toBe(200)
  const broken = copy(twice)
  broken.proof[0].proofValue = broken.proof[1].proofValue
  expect((await verify(broken, { checks: ['proof'] })).status).toBe(400)
})

test('the key must be the issuer’s, unless only the proof is asked for, which the answer says', async () => {
  const issued = await api.issue('', sample('did:example:somebody-else'))
  expect((await verify(issued)).status).toBe(400)
  const { status, body } = await verify(issued, { checks: ['proof'] })
  expect(status).toBe(200)
  expect(body).toMatchObject({ verified: true, skipped: ['issuer', 'status', 'validity'] })
})

describe('the instance "ecdsa-sd-p256"', () => {
  const derive = (verifiableCredential: unknown, selectivePointers: readonly string[]) =>
    api.post('/vc-api/credentials/derive', { verifiableCredential, options: { selectivePointers } })
  const issueBase = async (options?: object) =>
    api.issue('ecdsa-sd-p256', sample(await api.didOf('ecdsa-sd-p256')), { ...options })

  test('signs for the holder alone; a part that is derived is verified here and elsewhere', async () => {
    const base = await issueBase({ mandatoryPointers: ['/validFrom'] })
    expect(base['proof']).toMatchObject({
      cryptosuite: 'ecdsa-sd-2023',
      proofValue: expect.stringMatching(/^u2V0A/),
    })
    expect((await verify(base)).status).toBe(400)
    const { status, body } = await derive(base, ['/credentialSubject/reads'])
    expect(status).toBe(201)
    const part = copy(body)['verifiableCredential']
    expect(part).toMatchObject({
      validFrom: '2024-03-16T22:37:26Z',
      credentialSubject: { reads: 'Daniel Owen' },
    })
    expect(part.proof.proofValue).toMatch(/^u2V0B/)
    expect((await verify(part)).body).toMatchObject({ verified: true })
    expect(await verifyElsewhere(part, 'ecdsa-sd-2023')).toBe(true)
    const altered = { ...part, credentialSubject: { ...part.credentialSubject, reads: 'Kate Roberts' } }
    expect((await verify(altered)).status).toBe(400)
    expect((await verify({ ...part, proof: { ...part.proof, proofValue: 'a' } })).status).toBe(400)
  })

  test('what no pointer leads to is not shown', async () => {
    const { body } = await derive(await issueBase(), ['/credentialSubject/id'])
    expect(copy(body).verifiableCredential.credentialSubject).toEqual({ id: 'did:example:reader' })
    expect((await verify(body['verifiableCredential'])).status).toBe(200)
  })

  test('a pointer that leads nowhere, and a credential without a base proof, are refused', async () => {
    const credential = sample(await api.didOf('ecdsa-sd-p256'))
    const options = { mandatoryPointers: ['/non/existent/path'] }
    expect((await api.post('/vc-api/ecdsa-sd-p256/credentials/issue', { credential, options })).status).toBe(
      400,
    )
    expect((await derive(await issueBase(), ['/non/existent/path'])).status).toBe(400)
    expect((await derive(await api.issue('', credential), ['/issuer'])).status).toBe(400)
    const proven = await issueBase()
    expect((await api.post('/vc-api/ecdsa-sd-p256/credentials/issue', { credential: proven })).status).toBe(
      400,
    )
  })
})

describe('the instance "jwt"', () => {
  test('puts the credential into an envelope that jose verifies', async () => {
    const issuer = await api.didOf('jwt')
    const envelope = await api.issue('jwt', sample(issuer))
    expect(envelope).toEqual({
      '@context': 'https://www.w3.org/ns/credentials/v2',
      id: expect.stringMatching(/^data:application\/vc\+jwt,[\w-]+\.[\w-]+\.[\w-]+$/),
      type: 'EnvelopedVerifiableCredential',
    })
    const token = String(envelope['id']).split(',')[1] ?? ''
    const key = decodeMultikey(issuer.slice('did:key:'.length))
    if (key === undefined) throw new Error('The instance has no key.')
    const { payload, protectedHeader } = await compactVerify(
      token,
      await importJWK({ ...toPublicJwk(key) }, 'ES256'),
    )
    expect(JSON.parse(new TextDecoder().decode(payload))).toEqual(sample(issuer))
    expect(protectedHeader).toMatchObject({ alg: 'ES256', typ: 'vc+jwt', cty: 'vc' })
    expect((await verify(envelope)).body).toMatchObject({ verified: true })
  })

  test.each([
    ['no context', { '@context': [] }],
    ['another context', { '@context': 'https://www.w3.org/ns/credentials/examples/v2' }],
    ['no type', { type: undefined }],
    ['another type', { type: 'VerifiableCredential' }],
    ['types beside it', { type: ['EnvelopedVerifiableCredential', 'VerifiableCredential'] }],
    ['a form that is not JWT', { id: 'data:application/vc+sd-jwt,eyJhbGciOiJFUzI1NiJ9.e30.AA~' }],
    ['no data URL', { id: 'urn:uuid:86294362-4254-4f36-854f-3952fe42555d' }],
  ])('an envelope with %s is refused', async (_, change) => {
    const envelope = await api.issue('jwt', sample(await api.didOf('jwt')))
    expect((await verify({ ...envelope, ...change })).status).toBe(400)
  })

  test('an envelope without its data URL, or with another payload, is refused', async () => {
    const envelope = await api.issue('jwt', sample(await api.didOf('jwt')))
    const [head = '', token = ''] = String(envelope['id']).split(',')
    expect((await verify({ ...envelope, id: token })).status).toBe(400)
    const [header, payload = '', signature] = token.split('.')
    const other = btoa(atob(payload.replaceAll('-', '+').replaceAll('_', '/')).replace('Owen', 'Ywen'))
    const forged = `${header}.${other.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')}.${signature}`
    expect((await verify({ ...envelope, id: `${head},${forged}` })).status).toBe(400)
  })
})

describe('the instance "status"', () => {
  const setStatus = (credentialId: unknown, statusPurpose: string, status?: boolean) =>
    api.post('/vc-api/credentials/status', {
      credentialId,
      credentialStatus: { type: 'BitstringStatusListEntry', statusPurpose },
      ...(status === undefined ? {} : { status }),
    })

  test('gives a place in signed lists that anybody may read; set, it is revoked, cleared, verified again', async () => {
    const issuer = await api.didOf('status')
    const issued = await api.issue('status', {
      ...sample(issuer),
      id: 'urn:uuid:0f8fad5b-d9cb-469f-a165-70867728950e',
    })
    const [revocation, suspension] = copy(issued)['credentialStatus']
    expect(revocation).toEqual({
      id: `${revocation.statusListCredential}#${revocation.statusListIndex}`,
      type: 'BitstringStatusListEntry',
      statusPurpose: 'revocation',
      statusListIndex: expect.stringMatching(/^\d+$/),
      statusListCredential: 'https://badges.example.org/vc-api/status-lists/revocation',
    })
    expect(suspension).toMatchObject({ statusPurpose: 'suspension' })
    const list = await api.get('/vc-api/status-lists/revocation', {})
    expect(list.status).toBe(200)
    expect(list.body).toMatchObject({
      id: revocation.statusListCredential,
      type: ['VerifiableCredential', 'BitstringStatusListCredential'],
      issuer: { id: issuer },
      credentialSubject: { type: 'BitstringStatusList', statusPurpose: 'revocation' },
    })
    expect((await verify(list.body)).status).toBe(200)

    expect((await verify(issued)).status).toBe(200)
    expect((await setStatus(issued['id'], 'revocation')).status).toBe(200)
    const revoked = await verify(issued)
    expect(revoked.status).toBe(400)
    expect(revoked.body).toMatchObject({ verified: false })
    expect((await verify(issued, { checks: ['proof'] })).status).toBe(200)
    await setStatus(issued['id'], 'revocation', false)
    expect((await verify(issued)).status).toBe(200)
    await setStatus(issued['id'], 'suspension')
    expect((await verify(issued)).status).toBe(400)
  })

  test('gives one in data model 1.1 too, with the words of status lists', async () => {
    const { id: _, ...nameless } = olderSample(await api.didOf('status'))
    const issued = await api.issue('status', nameless)
    expect(issued['@context']).toContain('https://www.w3.org/ns/credentials/status/v1')
    expect((await verify(issued)).status).toBe(200)
    await setStatus(issued['id'], 'suspension')
    expect((await verify(issued)).status).toBe(400)
  })

  test('an id that was never issued, or a purpose that there is not, is refused', async () => {
    expect((await setStatus('urn:uuid:nobody', 'revocation')).status).toBe(404)
    expect((await setStatus('urn:uuid:nobody', 'amusement')).status).toBe(400)
    expect((await api.get('/vc-api/status-lists/amusement', {})).status).toBe(404)
  })

  test('two credentials never share a place; an id is issued once; one without an id gets one', async () => {
    const { id: _, ...nameless } = sample(await api.didOf('status'))
    const all = await Promise.all(Array.from({ length: 8 }, () => api.issue('status', nameless)))
    expect(new Set(all.map((one) => copy(one).credentialStatus[0].statusListIndex)).size).toBe(8)
    const [first = {}] = all
    const { proof: _proof, credentialStatus: _status, ...again } = first
    expect((await api.post('/vc-api/status/credentials/issue', { credential: again })).status).toBe(409)
  })
})
