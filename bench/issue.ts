import { DataIntegrityProof } from '@digitalbazaar/data-integrity'
import * as ed25519 from '@digitalbazaar/ed25519-multikey'
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite'
import * as vc from '@digitalbazaar/vc'
import { base58, base64urlnopad } from '@scure/base'
import { documentLoader } from '../src/openbadges/canonicalise'
import { createCredentialIssuer } from '../src/openbadges/compile'
import { generateKeyPair, type KeyPair } from '../src/openbadges/proof'
import { createNodeEd25519Signer } from '../src/platform/ed25519-signer-node'
import { nodePrimitives } from '../src/platform/primitives-node'
import { type Benchmark, interleave, peakMemoryMb, rateOf, ratioOf, runtime, spreadOf } from './measure'
import {
  build,
  CREATED,
  ISSUER,
  makeValues,
  slots,
  type Values,
  VERIFICATION_METHOD,
} from './sample-credentials'

const ROUNDS = 9
const OURS_A_ROUND = 2_000
const THEIRS_A_ROUND = 60
const SIGNATURES_A_ROUND = 3_000

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
  const sha256 = (text: string) => nodePrimitives.digest('SHA-256', text)
  const ours = await createCredentialIssuer({ slots, build, signer, sha256 })
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
