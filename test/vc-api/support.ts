import { createApp } from '../../src/app'
import type { JsonObject } from '../../src/openbadges/model'
import { openTestDeps, type TestDeps } from '../support/database'

export const apiKey = 'the-key-of-the-tests-of-the-vc-api'

export type Answer = { readonly status: number; readonly headers: Headers; readonly body: JsonObject }

export type VcApi = TestDeps & {
  /** Sends a request with the key, unless other headers are given. */
  post(path: string, body: unknown, headers?: Readonly<Record<string, string>>): Promise<Answer>
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Answer>
  /** The DID of an instance. */
  didOf(instance: string): Promise<string>
  /** Issues with an instance and gives the secured credential. */
  issue(instance: string, credential: JsonObject, options?: JsonObject): Promise<JsonObject>
}

const bearer = { Authorization: `Bearer ${apiKey}` }

export const readAnswer = async (response: Response): Promise<Answer> => ({
  status: response.status,
  headers: response.headers,
  // Every answer of this API is a JSON object.
  body: (await response.json()) as JsonObject,
})

/** The service with the VC-API switched on. */
export const openVcApi = async (): Promise<VcApi> => {
  const opened = await openTestDeps('pglite')
  const deps = { ...opened.deps, config: { ...opened.deps.config, VC_API_KEY: apiKey } }
  const app = createApp(
    deps.config,
    () => deps,
    () => '192.0.2.7',
  )
  const ask = async (path: string, init: RequestInit) =>
    readAnswer(await app.request(`${deps.config.origin}${path}`, init))
  const api: VcApi = {
    ...opened,
    deps,
    post: (path, body, headers = bearer) =>
      ask(path, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', ...headers },
        body: JSON.stringify(body),
      }),
    get: (path, headers = bearer) => ask(path, { headers }),
    didOf: async (instance) => String((await api.get('/vc-api/issuers')).body[instance]),
    issue: async (instance, credential, options) => {
      const path = instance === '' ? '' : `/${instance}`
      const { status, body } = await api.post(`/vc-api${path}/credentials/issue`, { credential, options })
      if (status !== 201) throw new Error(JSON.stringify(body))
      // A 201 holds a JSON object.
      return body['verifiableCredential'] as JsonObject
    },
  }
  return api
}

/** A sound credential of data model 2.0 that is no Open Badge. */
export const sample = (issuer: string): JsonObject => ({
  '@context': ['https://www.w3.org/ns/credentials/v2', 'https://www.w3.org/ns/credentials/examples/v2'],
  id: 'urn:uuid:86294362-4254-4f36-854f-3952fe42555d',
  type: ['VerifiableCredential', 'ReaderCredential'],
  issuer,
  validFrom: '2024-03-16T22:37:26Z',
  credentialSubject: { id: 'did:example:reader', reads: 'Daniel Owen' },
})

/** The same in data model 1.1. */
export const olderSample = (issuer: string): JsonObject => ({
  '@context': ['https://www.w3.org/2018/credentials/v1'],
  id: 'urn:uuid:86294362-4254-4f36-854f-3952fe42555e',
  type: ['VerifiableCredential'],
  issuer,
  issuanceDate: '2020-03-16T22:37:26.544Z',
  credentialSubject: { id: 'did:example:reader' },
})

/** A deep copy that may be changed. */
// biome-ignore lint/suspicious/noExplicitAny: tests reach into documents of every shape
export const copy = (value: unknown): any => structuredClone(value)
