import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { getIssueBatch, getStatusList, runIssueBatch, startIssueBatch } from '../../src/awards/actions'
import { withOrganisation } from '../../src/database/scope'
import type { Deps, KeyStore } from '../../src/deps'
import { generateKeyPair } from '../../src/openbadges/proof'
import { rotateKeys } from '../../src/organisations/actions'
import type { Organisation } from '../../src/organisations/model'
import { createNodeEd25519Signer } from '../../src/platform/ed25519-signer-node'
import { earnBadge, issueBadge } from '../support/awards'
import { openTestDeps, type TestDeps } from '../support/database'
import { makePeople, makeService } from '../support/organisation'

const actor = 'coordinator@example.org'

/** Signs as the store would, but for the signatures of which `isBroken` says so. */
const breaking = (keys: KeyStore, isBroken: (position: number) => boolean): KeyStore => {
  let position = 0
  return {
    ...keys,
    signer: async (key) => {
      const signer = await keys.signer(key)
      return {
        ...signer,
        sign: async (data) => {
          const signature = Uint8Array.from(await signer.sign(data))
          if (isBroken(position++)) signature[7] = (signature[7] ?? 0) ^ 1
          return signature
        },
      }
    },
  }
}

describe('verifying each credential before it is released', () => {
  let opened: TestDeps
  let deps: Deps
  beforeAll(async () => {
    opened = await openTestDeps()
    deps = opened.deps
  }, 60_000)
  afterAll(() => opened.close())

  const countAwards = async (organisation: Organisation) => {
    const awards = await withOrganisation(deps.db, organisation.id, ({ trx }) =>
      trx.selectFrom('award').select('id').where('organisation_id', '=', organisation.id).execute(),
    )
    return awards.length
  }

  const earn = async (count: number) => {
    const service = await makeService(deps)
    const people = await makePeople(
      deps,
      service,
      Array.from({ length: count }, (_, number) => `Volunteer ${number + 1}`),
    )
    await earnBadge(deps, service, people)
    return { service, request: { code: 'LV-02', actor, personIds: people } }
  }

  test('one wrong signature among five stops them all, is logged without a name, and a later run issues them', async () => {
    const { service, request } = await earn(5)
    const broken = { ...deps, keys: breaking(deps.keys, (position) => position === 3) }
    await expect(startIssueBatch(broken, service, request)).rejects.toMatchObject({ code: 'unexpected' })
    expect(await countAwards(service)).toBe(0)
    const told = opened.logged.filter((line) => line.includes('does not verify'))
    expect(told).toHaveLength(1)
    expect(told[0]).toContain('"check":"proof"')
    expect(told[0]).toContain(service.slug)
    expect(told[0]).not.toContain('Volunteer')

    const { id: batchId } = await withOrganisation(deps.db, service.id, ({ trx }) =>
      trx
        .selectFrom('issue_batch')
        .select('id')
        .where('organisation_id', '=', service.id)
        .executeTakeFirstOrThrow(),
    )
    expect(await getIssueBatch(deps, service.id, batchId)).toMatchObject({ done: 0, issued: 0 })
    await runIssueBatch(deps, service.id, batchId)
    expect(await getIssueBatch(deps, service.id, batchId)).toMatchObject({ done: 5, issued: 5 })
  })

  test('a key that is not the one that is published is found out', async () => {
    const { service, request } = await earn(1)
    const other = await generateKeyPair('Ed25519')
    const keys: KeyStore = {
      ...deps.keys,
      signer: async ({ verificationMethod }) => createNodeEd25519Signer({ ...other, verificationMethod }),
    }
    await expect(startIssueBatch({ ...deps, keys }, service, request)).rejects.toMatchObject({
      code: 'unexpected',
    })
    expect(await countAwards(service)).toBe(0)
  })

  test('with a sample the first is verified; what is outside it is not', async () => {
    const config = { ...deps.config, COLOPHON_RELEASE_CHECK: 0 }
    const first = await earn(3)
    const firstBroken = { ...deps, config, keys: breaking(deps.keys, (position) => position === 0) }
    await expect(startIssueBatch(firstBroken, first.service, first.request)).rejects.toMatchObject({
      code: 'unexpected',
    })
    const second = await earn(3)
    const secondBroken = { ...deps, config, keys: breaking(deps.keys, (position) => position === 1) }
    await startIssueBatch(secondBroken, second.service, second.request)
    expect(await countAwards(second.service)).toBe(3)
  })

  test('a service that is run on this very machine issues too', async () => {
    const { service, request } = await earn(1)
    const local = { ...deps, config: { ...deps.config, origin: 'http://localhost:3000' } }
    await startIssueBatch(local, service, request)
    expect(await countAwards(service)).toBe(1)
  })

  test('a status list is verified too before it is given out', async () => {
    const { service, request } = await earn(1)
    await startIssueBatch(deps, service, request)
    const { id } = await withOrganisation(deps.db, service.id, ({ trx }) =>
      trx
        .selectFrom('status_list')
        .select('id')
        .where('organisation_id', '=', service.id)
        .executeTakeFirstOrThrow(),
    )
    const broken = { ...deps, keys: breaking(deps.keys, () => true) }
    await expect(getStatusList(broken, id)).rejects.toMatchObject({ code: 'unexpected' })
    expect(JSON.parse(await getStatusList(deps, id)).type).toContain('BitstringStatusListCredential')
  })

  test('after a change of keys the new one is the published one', async () => {
    const { service, request } = await earn(1)
    await rotateKeys(deps, service, actor)
    opened.clock.advance(2 * 24 * 60 * 60_000)
    const { awardIds } = await issueBadge(deps, service, request.personIds)
    expect(awardIds).toHaveLength(1)
  })
})
