import { createApp } from '../src/app'
import { getCredentialText } from '../src/awards/actions'
import { buildStatusListCredential } from '../src/openbadges/build'
import { generateKeyPair, signDocument } from '../src/openbadges/proof'
import {
  createStatusBits,
  encodeStatusList,
  MINIMUM_ENTRIES,
  writeStatusBit,
} from '../src/openbadges/status-list'
import { createNodeEd25519Signer } from '../src/platform/ed25519-signer-node'
import { issueBadge } from '../test/support/awards'
import { makePeople, makeService } from '../test/support/organisation'
import { type Benchmark, peakMemoryMb, runtime, type Spread, spreadOf } from './measure'
import { openBenchService } from './service'

const ROUNDS = 25
const SET = Math.round(MINIMUM_ENTRIES / 100)
const ISSUER = 'did:web:badges.example:organisations:fenshire-libraries'
const ADDRESS = 'https://badges.example/status/1'
const CREATED = new Date('2026-03-02T09:30:00Z')
const ANSWERS_A_ROUND = 200
const ANSWER_ROUNDS = 9

/** As many different places as asked for, spread over a list of `size`. */
const choosePlaces = (count: number, size: number): number[] => {
  const places = new Set<number>()
  while (places.size < count) places.add(Math.floor(Math.random() * size))
  return [...places]
}

/** Milliseconds to make a list with 1 % of its places set, from the places to the text of the signed list. */
const timeLists = async (entries: number): Promise<Spread> => {
  const keys = await generateKeyPair('Ed25519')
  const signer = createNodeEd25519Signer({ ...keys, verificationMethod: `${ISSUER}#key-1` })
  const figures: number[] = []
  for (let round = 0; round <= ROUNDS; round++) {
    const places = choosePlaces((entries / MINIMUM_ENTRIES) * SET, entries)
    const start = performance.now()
    const bits = createStatusBits(entries)
    for (const place of places) writeStatusBit(bits, place, true)
    const document = buildStatusListCredential({
      id: ADDRESS,
      issuerId: ISSUER,
      validFrom: CREATED,
      encodedList: encodeStatusList(bits),
      ttl: 60_000,
    })
    const text = JSON.stringify(await signDocument({ document, signer, created: CREATED }))
    if (round > 0) figures.push(performance.now() - start)
    if (!text.includes('proofValue')) throw new Error('The list is not signed.')
  }
  return spreadOf(figures)
}

/** Milliseconds of processor time that the service takes to answer for a list that is signed already. */
const timeAnswers = async (): Promise<Spread> => {
  const { deps, close } = await openBenchService()
  try {
    const service = await makeService(deps)
    const { awardIds } = await issueBadge(deps, service, await makePeople(deps, service, ['Gwen']))
    const credential = JSON.parse(await getCredentialText(deps, service.id, awardIds[0] ?? ''))
    const address: string = credential.credentialStatus.statusListCredential
    const app = createApp(deps, () => '192.0.2.1')
    const figures: number[] = []
    for (let round = 0; round <= ANSWER_ROUNDS; round++) {
      const before = process.cpuUsage()
      for (let i = 0; i < ANSWERS_A_ROUND; i++) {
        const response = await app.request(address)
        if (response.status !== 200) throw new Error(`The list was answered with ${response.status}.`)
        await response.text()
      }
      const { user, system } = process.cpuUsage(before)
      if (round > 0) figures.push((user + system) / 1000 / ANSWERS_A_ROUND)
    }
    return spreadOf(figures)
  } finally {
    await close()
  }
}

const run: Benchmark['run'] = async () => {
  const ours = await timeLists(MINIMUM_ENTRIES)
  const growth = [{ size: MINIMUM_ENTRIES, median: ours.median }]
  const larger = 10 * MINIMUM_ENTRIES
  growth.push({ size: larger, median: (await timeLists(larger)).median })
  return {
    name: 'status',
    unit: `ms to build and sign a list of ${MINIMUM_ENTRIES} with 1 % set`,
    ours,
    growth,
    also: [{ name: 'ms of CPU for the answer with a signed list, whole service', ...(await timeAnswers()) }],
    peakMemoryMb: peakMemoryMb(),
    runtime: runtime(),
  }
}

export const status: Benchmark = {
  describe: 'build and sign a status list, and answer with one that is signed',
  run,
}
