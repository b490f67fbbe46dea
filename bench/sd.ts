import { randomUUID } from 'node:crypto'
import { DataIntegrityProof } from '@digitalbazaar/data-integrity'
import * as ecdsa from '@digitalbazaar/ecdsa-multikey'
import { createSignCryptosuite } from '@digitalbazaar/ecdsa-sd-2023-cryptosuite'
import * as vc from '@digitalbazaar/vc'
import { buildAchievement, buildAchievementCredential, buildIssuerProfile } from '../src/openbadges/build'
import { documentLoader } from '../src/openbadges/canonicalise'
import { createSignerFromJwk, generateKeyPair, type KeyPair, signSelectively } from '../src/openbadges/proof'
import { type Benchmark, interleave, peakMemoryMb, rateOf, ratioOf, runtime, spreadOf } from './measure'

const CREATED = new Date('2026-03-02T09:30:00Z')
const ROUNDS = 7
const A_ROUND = 25
const mandatoryPointers = ['/issuer', '/validFrom', '/credentialStatus', '/credentialSubject/achievement/id']

const buildBadge = (issuerDid: string) =>
  buildAchievementCredential({
    id: `https://badges.example/credentials/${randomUUID()}`,
    issuer: buildIssuerProfile({
      id: issuerDid,
      name: 'Fenshire Libraries',
      url: 'https://libraries.fenshire.example/',
    }),
    achievement: buildAchievement({
      id: 'https://badges.example/achievements/1',
      name: 'Regular Library Volunteer',
      description: 'Gave time to a public library reliably, month after month.',
      criteria: { narrative: 'At least 20 approved hours in at least three months.' },
      achievementType: 'CommunityService',
      tags: ['volunteering', 'libraries'],
      resultDescriptions: [
        { id: 'https://badges.example/achievements/1#hours', name: 'Hours', resultType: 'RawScore' },
      ],
    }),
    validFrom: CREATED,
    subject: {
      id: `urn:uuid:${randomUUID()}`,
      role: 'Home library volunteer',
      results: [{ resultDescription: 'https://badges.example/achievements/1#hours', value: '21.5' }],
    },
    status: { statusListCredential: 'https://badges.example/status/1', statusListIndex: '4711' },
  })

const createPeer = async (keys: KeyPair, id: string, controller: string) => {
  const pair = await ecdsa.fromJwk({ jwk: keys.privateKeyJwk, secretKey: true })
  Object.assign(pair, { id, controller })
  const suite = new DataIntegrityProof({
    signer: pair.signer(),
    date: CREATED.toISOString(),
    cryptosuite: createSignCryptosuite({ mandatoryPointers }),
  })
  return (credential: object) => vc.issue({ credential, suite, documentLoader })
}

/** Base proofs, one after the other: ours and theirs over the same badges. */
const run: Benchmark['run'] = async () => {
  const keys = await generateKeyPair('ES256')
  const issuerDid = `did:key:${keys.publicKeyMultibase}`
  const verificationMethod = `${issuerDid}#${keys.publicKeyMultibase}`
  const { privateKeyJwk } = keys
  const signer = await createSignerFromJwk({ privateKeyJwk, algorithm: 'ES256', verificationMethod })
  const theirs = await createPeer(keys, verificationMethod, issuerDid)
  const sign = (document: ReturnType<typeof buildBadge>) =>
    signSelectively({ document, signer, created: CREATED, mandatoryPointers })
  const signAll = async (count: number, one: (badge: ReturnType<typeof buildBadge>) => Promise<unknown>) => {
    for (let i = 0; i < count; i++) await one(buildBadge(issuerDid))
  }
  const rates = await interleave(
    {
      ours: { count: A_ROUND, work: () => signAll(A_ROUND, sign) },
      theirs: { count: A_ROUND, work: () => signAll(A_ROUND, theirs) },
    },
    ROUNDS,
  )
  const growth: { size: number; median: number }[] = []
  for (const size of [50, 500])
    growth.push({ size, median: spreadOf([await rateOf(size, () => signAll(size, sign))]).median })
  return {
    name: 'sd',
    unit: 'base proofs of ecdsa-sd-2023 a second',
    ours: spreadOf(rates.ours),
    peer: { name: '@digitalbazaar/ecdsa-sd-2023-cryptosuite', ...spreadOf(rates.theirs) },
    ratio: ratioOf(rates.ours, rates.theirs),
    growth,
    peakMemoryMb: peakMemoryMb(),
    runtime: runtime(),
  }
}

export const sd: Benchmark = {
  describe: 'sign badges to be shown in parts, against the reference suite on the same ones',
  run,
}
