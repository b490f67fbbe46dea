import { gzipSync } from 'fflate'
import { CREDENTIALS_V2_URL, OPEN_BADGES_URL } from '../../../contexts'
import type { JsonObject } from '../../../src/openbadges/model/json'
import {
  buildDidWebDocument,
  createSignerFromJwk,
  signDocument,
  toBase64Url,
  toKeyPair,
} from '../../../src/openbadges/proof'
import type { FetchDocument } from '../../../src/openbadges/verify/document-source'
import { type VerifyOptions, verifyCredential } from '../../../src/openbadges/verify/verify-credential'

/** A service of the tests with two keys; the second stands for somebody else's. */
export const keys = {
  library: toKeyPair({
    kty: 'OKP',
    crv: 'Ed25519',
    d: 'nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A',
    x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo',
  }),
  stranger: toKeyPair({
    kty: 'OKP',
    crv: 'Ed25519',
    d: 'TM0Imyj_ltqdtsNG7BFOD1uKMZ81q6Yk2oz27U-4pvs',
    x: 'PUAXw-hDiVqStwqnTRt-vJyYLM8uxJaMwM1V8Sr0Zgw',
  }),
}

export const issuerDid = 'did:web:badges.example:libraries:ambershire'
export const didAddress = 'https://badges.example/libraries/ambershire/did.json'
export const listAddress = 'https://badges.example/status/1'
export const now = new Date('2026-06-01T12:00:00Z')

const makeSigner = (pair: (typeof keys)['library'], verificationMethod: string) =>
  createSignerFromJwk({ privateKeyJwk: pair.privateKeyJwk, algorithm: 'Ed25519', verificationMethod })

export const librarySigner = await makeSigner(keys.library, `${issuerDid}#key-1`)
export const strangerSigner = await makeSigner(keys.stranger, `${issuerDid}#key-1`)

export const didDocument = buildDidWebDocument({
  did: issuerDid,
  keys: [{ fragment: 'key-1', publicKeyMultibase: keys.library.publicKeyMultibase }],
})

export const unsigned: JsonObject = {
  '@context': [CREDENTIALS_V2_URL, OPEN_BADGES_URL],
  id: 'https://badges.example/credentials/1',
  type: ['VerifiableCredential', 'OpenBadgeCredential'],
  name: 'Summer Reading Champion',
  issuer: { id: issuerDid, type: ['Profile'], name: 'Ambershire Libraries' },
  validFrom: '2026-05-01T09:00:00Z',
  validUntil: '2028-05-01T09:00:00Z',
  credentialSubject: {
    id: 'urn:uuid:5f1f0b9e-7f2d-4d7e-9a55-0f4b8a9f0c11',
    type: ['AchievementSubject'],
    role: 'Summer Reading volunteer',
    identifier: [{ type: 'IdentityObject', hashed: false, identityHash: 'Siân Evans', identityType: 'name' }],
    achievement: {
      id: 'https://badges.example/achievements/1',
      type: ['Achievement'],
      name: 'Summer Reading Champion',
      description: 'Helped children through the Summer Reading Challenge.',
      criteria: { narrative: 'Ten hours.' },
      alignment: [
        {
          type: ['Alignment'],
          targetName: 'Active listening',
          targetUrl: 'https://skills.example/listening',
        },
      ],
      resultDescription: [
        {
          id: 'urn:uuid:0d2d7a34-38c0-4b4f-9d1b-1f6b5a2b3c4d',
          type: ['ResultDescription'],
          name: 'Volunteering hours',
          resultType: 'RawScore',
        },
      ],
    },
    result: [
      { type: ['Result'], resultDescription: 'urn:uuid:0d2d7a34-38c0-4b4f-9d1b-1f6b5a2b3c4d', value: '42.5' },
    ],
  },
  credentialStatus: {
    type: 'BitstringStatusListEntry',
    statusPurpose: 'revocation',
    statusListIndex: '94567',
    statusListCredential: listAddress,
  },
}

export const created = new Date('2026-05-01T09:00:00Z')
export const sign = (document: JsonObject, signer = librarySigner) =>
  signDocument({ document, signer, created })

export const without = (document: JsonObject, ...names: string[]): JsonObject =>
  Object.fromEntries(Object.entries(document).filter(([name]) => !names.includes(name)))

/** A signed status list with the given bits set. */
export const makeStatusList = async (
  set: readonly number[] = [],
  changes: {
    entries?: number
    document?: JsonObject
    subject?: JsonObject
    signer?: typeof librarySigner
  } = {},
) => {
  const bits = new Uint8Array((changes.entries ?? 131_072) / 8)
  for (const index of set) bits[index >> 3] = (bits[index >> 3] ?? 0) | (0x80 >> (index % 8))
  const document = {
    '@context': [CREDENTIALS_V2_URL],
    id: listAddress,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    issuer: issuerDid,
    validFrom: '2026-05-01T09:00:00Z',
    credentialSubject: {
      id: `${listAddress}#list`,
      type: 'BitstringStatusList',
      statusPurpose: 'revocation',
      encodedList: `u${toBase64Url(gzipSync(bits, { mtime: 0 }))}`,
      ...changes.subject,
    },
    ...changes.document,
  }
  return sign(document, changes.signer)
}

export type Web = Record<string, unknown>

export const makeWeb = async (changes: Web = {}): Promise<Web> => ({
  [didAddress]: didDocument,
  [listAddress]: await makeStatusList(),
  ...changes,
})

/** A fetch over a map of documents: a number is a status without a body, an Error is no answer. */
export const fetchFrom =
  (web: Web): FetchDocument =>
  async (url) => {
    const document = web[url] ?? 404
    if (document instanceof Error) throw document
    if (typeof document === 'number') return { status: document, contentType: 'text/plain', text: '' }
    const text = typeof document === 'string' ? document : JSON.stringify(document)
    return { status: 200, contentType: 'application/json', text }
  }

const findKnownIssuer = (id: string) => (id === issuerDid ? { name: 'Ambershire Libraries' } : undefined)

/** Verifies a document or a text with the web of the tests, at the time of the tests. */
export const verify = async (
  document: unknown,
  web: Web | undefined = undefined,
  options: Partial<VerifyOptions> = {},
) =>
  verifyCredential(
    { text: typeof document === 'string' ? document : JSON.stringify(document) },
    { now, fetchDocument: fetchFrom(web ?? (await makeWeb())), findKnownIssuer, ...options },
  )

/** The outcome and problem code of each check that did not pass, by id; those not reached are left out. */
export const faultsOf = ({ checks }: Awaited<ReturnType<typeof verify>>) =>
  Object.fromEntries(
    checks.flatMap(({ id, outcome, problem }) =>
      outcome === 'passed' || problem?.code === 'not-reached' ? [] : [[id, `${outcome} ${problem?.code}`]],
    ),
  )
