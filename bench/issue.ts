import { randomUUID } from 'node:crypto'
import { DataIntegrityProof } from '@digitalbazaar/data-integrity'
import * as ed25519 from '@digitalbazaar/ed25519-multikey'
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite'
import * as vc from '@digitalbazaar/vc'
import { base58, base64urlnopad } from '@scure/base'
import { buildAchievement, buildAchievementCredential, buildIssuerProfile } from '../src/openbadges/build'
import { documentLoader } from '../src/openbadges/canonicalise'
import { createCredentialIssuer, type SlotValues } from '../src/openbadges/compile'
import { generateKeyPair, type KeyPair } from '../src/openbadges/proof'
import { createNodeEd25519Signer, nodeSha256 } from '../src/platform/ed25519-signer-node'
import { type Benchmark, interleave, peakMemoryMb, rateOf, ratioOf, runtime, spreadOf } from './measure'

const ISSUER = 'did:web:badges.example:organisations:fenshire-libraries'
const ACHIEVEMENT = 'https://badges.example/achievements/regular-library-volunteer'
const VERIFICATION_METHOD = `${ISSUER}#key-1`
const CREATED = new Date('2026-03-02T09:30:00Z')
const ROUNDS = 9
const OURS_A_ROUND = 2_000
const THEIRS_A_ROUND = 60
const SIGNATURES_A_ROUND = 3_000

const slots = {
  id: 'url',
  subjectId: 'uuid-urn',
  validFrom: 'instant',
  start: 'instant',
  end: 'instant',
  hours: 'text',
  index: 'index',
} as const
type Values = SlotValues<keyof typeof slots>

const issuer = buildIssuerProfile({
  id: ISSUER,
  name: 'Fenshire Libraries',
  url: 'https://libraries.fenshire.example/',
  image: { id: 'https://badges.example/logo.png', caption: 'An open book' },
})

const esco = (targetName: string, id: string) => ({
  targetName,
  targetUrl: `http://data.europa.eu/esco/skill/${id}`,
  targetFramework: 'ESCO',
})

const achievement = buildAchievement({
  id: ACHIEVEMENT,
  name: 'Regular Library Volunteer',
  description: 'Gave time to a public library reliably, month after month.',
  criteria: {
    narrative: 'At least 20 approved hours, with sessions in at least three different calendar months.',
  },
  achievementType: 'CommunityService',
  image: { id: `${ACHIEVEMENT}/image.png`, caption: 'A round green badge with a book and a clock' },
  inLanguage: 'en',
  version: '1.0.0',
  tags: ['volunteering', 'libraries', 'reliability'],
  alignments: [
    esco('meet commitments', '113b4428-0a31-4199-8496-070af7854b91'),
    esco('manage time', 'd9013e0e-e937-43d5-ab71-0e917ee882b8'),
  ],
  resultDescriptions: [
    { id: `${ACHIEVEMENT}#hours`, name: 'Volunteering hours', resultType: 'RawScore', valueMin: '0' },
  ],
})

const build = (values: Values) =>
  buildAchievementCredential({
    id: values.id,
    issuer,
    achievement,
    validFrom: new Date(values.validFrom),
    subject: {
      id: values.subjectId,
      activityStart: new Date(values.start),
      activityEnd: new Date(values.end),
      role: 'Home library volunteer',
      results: [{ resultDescription: `${ACHIEVEMENT}#hours`, value: values.hours }],
    },
    status: { statusListCredential: 'https://badges.example/status/1', statusListIndex: values.index },
  })

/** As many different awards as asked for. */
const makeValues = (count: number): Values[] =>
  Array.from({ length: count }, (_, i) => ({
    id: `https://badges.example/credentials/${randomUUID()}`,
    subjectId: `urn:uuid:${randomUUID()}`,
    validFrom: '2026-03-02T09:30:00Z',
    start: `2025-09-${String(1 + (i % 30)).padStart(2, '0')}T09:00:00Z`,
    end: `2026-02-${String(1 + (i % 28)).padStart(2, '0')}T12:00:00Z`,
    hours: String(20 + (i % 400) / 4),
    index: String((i * 7919) % 131_072),
  }))

const createPeer = async ({ privateKeyJwk, publicKeyJwk, publicKeyMultibase }: KeyPair) => {
  const [secret, publicKey] = [base64urlnopad.decode(privateKeyJwk.d), base64urlnopad.decode(publicKeyJwk.x)]
  const key = await ed25519.from({
    '@context': 'https://w3id.org/security/multikey/v1',
    type: 'Multikey',
    id: VERIFICATION_METHOD,
    controller: ISSUER,
    publicKeyMultibase,
    secretKeyMultibase: `z${base58.encode(Uint8Array.of(0x80, 0x26, ...secret, ...publicKey))}`,
  })
  const suite = new DataIntegrityProof({ signer: key.signer(), date: CREATED.toISOString(), cryptosuite })
  return async (values: Values) =>
    JSON.stringify(await vc.issue({ credential: build(values), suite, documentLoader }))
}

const issueAll = async (count: number, one: (values: Values) => unknown): Promise<number> => {
  const values = makeValues(count)
  return rateOf(count, () => {
    for (const value of values) one(value)
  })
}

const proofValueOf = (json: string): unknown => JSON.parse(json)?.proof?.proofValue

/** Issuing on one core: ours from values to the JSON text of the signed credential, theirs the same. */
const run: Benchmark['run'] = async () => {
  const keys = await generateKeyPair('Ed25519')
  const signer = createNodeEd25519Signer({ ...keys, verificationMethod: VERIFICATION_METHOD })
  const ours = await createCredentialIssuer({ slots, build, signer, sha256: nodeSha256 })
  const theirs = await createPeer(keys)
  const [first, ...rest] = makeValues(Math.max(OURS_A_ROUND, THEIRS_A_ROUND) + 1)
  if (ours.notCompiled !== undefined || !first) throw new Error(`not compiled: ${ours.notCompiled}`)
  const issued = await ours.issue(first, CREATED)
  if (proofValueOf(await theirs(first)) !== issued.proofValue) throw new Error('ours and theirs differ')
  const issueAtOnce = (values: Values): void => {
    if (ours.issue(values, CREATED) instanceof Promise) throw new Error('the long way was taken')
  }
  const digest = new Uint8Array(64)
  const rates = await interleave(
    {
      ours: {
        count: OURS_A_ROUND,
        work: () => {
          for (const values of rest.slice(0, OURS_A_ROUND)) issueAtOnce(values)
        },
      },
      theirs: {
        count: THEIRS_A_ROUND,
        work: async () => {
          for (const values of rest.slice(0, THEIRS_A_ROUND)) await theirs(values)
        },
      },
      signatures: {
        count: SIGNATURES_A_ROUND,
        work: () => {
          for (let i = 0; i < SIGNATURES_A_ROUND; i++) signer.sign(digest)
        },
      },
    },
    ROUNDS,
  )
  const growth: { size: number; median: number }[] = []
  for (const size of [2_000, 20_000]) {
    const figures: number[] = []
    for (let i = 0; i < 3; i++) figures.push(await issueAll(size, issueAtOnce))
    growth.push({ size, median: spreadOf(figures).median })
  }
  const spread = spreadOf(rates.ours)
  const limit = spreadOf(rates.signatures).median
  return {
    name: 'issue',
    unit: 'credentials a second, one core',
    ours: spread,
    peer: { name: '@digitalbazaar/vc with eddsa-rdfc-2022', ...spreadOf(rates.theirs) },
    ratio: ratioOf(rates.ours, rates.theirs),
    limit: {
      name: 'raw Ed25519 signatures by node:crypto',
      median: limit,
      fraction: Number((spread.median / limit).toFixed(3)),
    },
    growth,
    peakMemoryMb: peakMemoryMb(),
    runtime: runtime(),
  }
}

export const issue: Benchmark = {
  describe: 'issue signed credentials of one achievement, against the reference library on the same ones',
  run,
}
