import { DataIntegrityProof } from '@digitalbazaar/data-integrity'
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite'
import * as vc from '@digitalbazaar/vc'
import { documentLoader } from '../src/openbadges/canonicalise'
import type { JsonObject } from '../src/openbadges/model'
import {
  buildDidWebDocument,
  didWebDocumentUrl,
  generateKeyPair,
  signDocument,
} from '../src/openbadges/proof'
import { type FetchDocument, verifyCredential } from '../src/openbadges/verify'
import { createNodeEd25519Signer } from '../src/platform/ed25519-signer-node'
import { nodePrimitives } from '../src/platform/primitives-node'
import {
  type Benchmark,
  type BenchmarkResult,
  interleave,
  peakMemoryMb,
  rateOf,
  ratioOf,
  runtime,
  spreadOf,
} from './measure'
import {
  achievement,
  build,
  CREATED,
  ISSUER,
  issuer,
  makeValues,
  type Values,
  VERIFICATION_METHOD,
} from './sample-credentials'

const NOW = new Date('2026-06-01T00:00:00Z')
const ROUNDS = 7
const OURS_A_ROUND = 2_000
const THEIRS_A_ROUND = 200
const GROWTH = [400, 4_000]

/** An award of our own, without a status entry: the peer has no answer to one. */
const buildOwnCredential = (values: Values): JsonObject => {
  const { credentialStatus: _status, ...credential } = { credentialStatus: undefined, ...build(values) }
  return credential
}

/** An award of another issuer, each with an issuer, an achievement and a make-up of its own. */
const buildForeignCredential = (values: Values, i: number): JsonObject => {
  const own = buildOwnCredential(values)
  const origin = `https://issuer-${i}.example`
  const has = (feature: number) => (i >> feature) % 2 === 1
  const { validFrom, ...rest } = own
  const isOlder = i % 5 === 4
  return {
    ...rest,
    '@context': isOlder
      ? [
          'https://www.w3.org/2018/credentials/v1',
          'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.1.json',
          'https://w3id.org/security/data-integrity/v2',
        ]
      : own['@context'],
    ...(isOlder ? { issuanceDate: validFrom } : { validFrom }),
    issuer: { ...issuer, id: `did:web:issuer-${i}.example`, url: origin },
    credentialSubject: {
      id: values.subjectId,
      type: ['AchievementSubject'],
      ...(has(0) ? { activityStartDate: values.start } : {}),
      ...(has(1) ? { narrative: `Took part in event ${i}.` } : {}),
      achievement: {
        ...achievement,
        id: `${origin}/badges/${i}`,
        name: `Badge ${i}`,
        ...(has(2) ? { alignment: undefined } : {}),
        resultDescription: undefined,
        ...(isOlder ? { inLanguage: undefined, version: undefined } : {}),
        ...(has(3) ? { tag: ['reading', `topic ${i}`] } : {}),
      },
    },
    ...(has(4)
      ? { evidence: [{ type: ['Evidence'], name: 'Photograph', narrative: `Seen on day ${i}.` }] }
      : {}),
  }
}

type World = {
  readonly sign: (credential: JsonObject) => Promise<string>
  readonly ours: (text: string) => Promise<void>
  readonly theirs: (text: string) => Promise<void>
}

/** Signs for any did:web issuer with one key, and verifies with documents that are held in memory, ours and theirs. */
const openWorld = async (): Promise<World> => {
  const keys = await generateKeyPair('Ed25519')
  const { publicKeyMultibase } = keys
  const didDocumentOf = (did: string) =>
    buildDidWebDocument({ did, keys: [{ fragment: 'key-1', publicKeyMultibase }] })
  const texts = new Map<string, string>()
  const documents = new Map<string, object>()
  const publish = (did: string) => {
    const document = didDocumentOf(did)
    const [method] = document.verificationMethod
    texts.set(didWebDocumentUrl(did) ?? '', JSON.stringify(document))
    documents.set(did, document)
    documents.set(`${did}#key-1`, { '@context': 'https://w3id.org/security/multikey/v1', ...method })
  }
  const fetchDocument: FetchDocument = async (url) => {
    const text = texts.get(url)
    return { status: text === undefined ? 404 : 200, contentType: 'application/json', text: text ?? '' }
  }
  const load = async (url: string) => {
    const document = documents.get(url)
    return document === undefined ? documentLoader(url) : { documentUrl: url, document }
  }
  const suite = new DataIntegrityProof({ cryptosuite })
  return {
    sign: async (credential) => {
      const plain: JsonObject & { issuer: { id: string } } = JSON.parse(JSON.stringify(credential))
      const did = plain.issuer.id
      if (!documents.has(did)) publish(did)
      const verificationMethod = did === ISSUER ? VERIFICATION_METHOD : `${did}#key-1`
      const signer = createNodeEd25519Signer({ ...keys, verificationMethod })
      return JSON.stringify(await signDocument({ document: plain, signer, created: CREATED }))
    },
    ours: async (text) => {
      const options = { now: NOW, fetchDocument, primitives: nodePrimitives }
      const { verdict, checks } = await verifyCredential({ text }, options)
      if (verdict !== 'verified') throw new Error(JSON.stringify(checks))
    },
    theirs: async (text) => {
      const result = await vc.verifyCredential({
        credential: JSON.parse(text),
        suite,
        documentLoader: load,
        checkStatus: async () => ({ verified: true }),
      })
      if (!result.verified) throw new Error(String(result.error))
    },
  }
}

const verifyAll = async (texts: readonly string[], verify: (text: string) => Promise<void>) => {
  for (const text of texts) await verify(text)
}

const signAll = async (
  count: number,
  sign: World['sign'],
  make: (values: Values, i: number) => JsonObject,
): Promise<string[]> => {
  const texts: string[] = []
  for (const [i, values] of makeValues(count).entries()) texts.push(await sign(make(values, i)))
  return texts
}

const PEER = '@digitalbazaar/vc with eddsa-rdfc-2022'

/** Both verify the same texts, no text twice in a round: from the JSON text to the answer. */
const compare = async ({ ours, theirs }: World, texts: readonly string[]) => {
  const rates = await interleave(
    {
      ours: { count: OURS_A_ROUND, work: () => verifyAll(texts.slice(0, OURS_A_ROUND), ours) },
      theirs: { count: THEIRS_A_ROUND, work: () => verifyAll(texts.slice(0, THEIRS_A_ROUND), theirs) },
    },
    ROUNDS,
  )
  return {
    ours: spreadOf(rates.ours),
    peer: { name: PEER, ...spreadOf(rates.theirs) },
    ratio: ratioOf(rates.ours, rates.theirs),
  }
}

const measureGrowth = async (texts: readonly string[], verify: (text: string) => Promise<void>) => {
  const growth: { size: number; median: number }[] = []
  for (const size of GROWTH) {
    const some = texts.slice(0, size)
    const figures: number[] = []
    for (let i = 0; i < 3; i++) figures.push(await rateOf(size, () => verifyAll(some, verify)))
    growth.push({ size, median: spreadOf(figures).median })
  }
  return growth
}

/** Verifying on one core: our whole report of every check, against the reference library's yes or no. */
const run = async (): Promise<BenchmarkResult> => {
  const world = await openWorld()
  const most = Math.max(...GROWTH)
  const own = await signAll(most, world.sign, buildOwnCredential)
  const foreign = await signAll(most, world.sign, buildForeignCredential)
  const ofOwn = await compare(world, own)
  const ofForeign = await compare(world, foreign)
  return {
    name: 'verify',
    unit: 'credentials a second, one core',
    ...ofOwn,
    growth: await measureGrowth(own, world.ours),
    more: [
      {
        name: 'credentials of others, no two alike',
        ...ofForeign,
        growth: await measureGrowth(foreign, world.ours),
      },
    ],
    peakMemoryMb: peakMemoryMb(),
    runtime: runtime(),
  }
}

export const verify: Benchmark = {
  describe: 'verify our own credentials and those of others, against the reference library on the same ones',
  run,
}
