import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  getAward,
  getCredentialText,
  getIssueBatch,
  getStatusList,
  revokeAward,
  startIssueBatch,
} from '../../src/awards/actions'
import { withOrganisation } from '../../src/database/scope'
import type { Deps } from '../../src/deps'
import { verifyCredential } from '../../src/openbadges/verify'
import { didDocumentOf } from '../../src/organisations/actions'
import type { Organisation } from '../../src/organisations/model'
import { earnBadge, homeLibraryRole, issueBadge } from '../support/awards'
import { openTestDeps } from '../support/database'
import { makePeople, makeService } from '../support/organisation'

describe('issuing and revoking', () => {
  let deps: Deps
  let close = async () => {}
  beforeAll(async () => {
    const opened = await openTestDeps()
    deps = opened.deps
    close = opened.close
  }, 60_000)
  afterAll(() => close())

  const issue = async (organisation: Organisation, people: readonly string[]) =>
    (await issueBadge(deps, organisation, people)).awardIds

  /** Verifies as a stranger would, with the service's public documents and nothing else. */
  const verify = async (organisation: Organisation, text: string) =>
    verifyCredential(
      { text },
      {
        now: deps.clock.now(),
        fetchDocument: async (url) => ({
          status: 200,
          contentType: 'application/json',
          text: url.endsWith('/did.json')
            ? JSON.stringify(await didDocumentOf(deps, organisation))
            : await getStatusList(deps, url.slice(url.lastIndexOf('/') + 1)),
        }),
      },
    )

  test('an issued badge verifies, and once revoked it does not', async () => {
    const service = await makeService(deps)
    const [personId = ''] = await makePeople(deps, service, ['Siân Wójcik'])
    const [awardId = ''] = await issue(service, [personId])
    const text = await getCredentialText(deps, service.id, awardId)

    const before = await verify(service, text)
    expect(before.checks.filter(({ outcome }) => outcome === 'failed')).toEqual([])
    expect(before.verdict).toBe('verified')
    expect(text).not.toContain('Wójcik')
    expect(JSON.parse(text).credentialSubject).toMatchObject({
      role: homeLibraryRole,
      result: [{ type: ['Result'], value: '21.25' }],
    })

    await revokeAward(deps, service.id, awardId, {
      reason: 'Issued to the wrong person',
      actor: 'coordinator@example.org',
    })
    const after = await verify(service, text)
    expect(after.verdict).toBe('not-verified')
    expect(after.checks.find(({ id }) => id === 'status')?.outcome).toBe('failed')
    expect(await getAward(deps, service.id, awardId)).toMatchObject({
      status: 'revoked',
      statusReason: 'Issued to the wrong person',
    })
  })

  test('revoking needs a reason, and another service cannot revoke', async () => {
    const [service, other] = [await makeService(deps), await makeService(deps)]
    const [awardId = ''] = await issue(service, await makePeople(deps, service, ['Amina']))
    const actor = 'coordinator@example.org'
    await expect(revokeAward(deps, service.id, awardId, { reason: ' ', actor })).rejects.toMatchObject({
      code: 'invalid-input',
    })
    await expect(revokeAward(deps, other.id, awardId, { reason: 'Mine now', actor })).rejects.toMatchObject({
      code: 'not-found',
    })
    expect((await getAward(deps, service.id, awardId)).status).toBe('valid')
  })

  test('issuing again issues nothing twice, and a badge that was taken back can be given again', async () => {
    const service = await makeService(deps)
    const people = await makePeople(deps, service, ['A', 'B', 'C'])
    const first = await issue(service, people)
    expect(first).toHaveLength(3)
    expect(await issue(service, people)).toEqual([])
    await revokeAward(deps, service.id, first[0] ?? '', {
      reason: 'A mistake',
      actor: 'coordinator@example.org',
    })
    expect(await issue(service, people)).toHaveLength(1)
  })

  test('32 coordinators at once: nobody gets a badge twice, no two awards share a place in a status list', async () => {
    const service = await makeService(deps)
    const people = await makePeople(
      deps,
      service,
      Array.from({ length: 40 }, (_, number) => `Volunteer ${number}`),
    )
    await earnBadge(deps, service, people)
    const decision = { code: 'LV-02', actor: 'coordinator@example.org' } as const
    // Each names the people in an order of their own.
    const orders = Array.from({ length: 32 }, (_, turn) => [...people.slice(turn), ...people.slice(0, turn)])
    const batches = await Promise.all(
      orders.map((personIds) => startIssueBatch(deps, service, { ...decision, personIds })),
    )
    const reports = await Promise.all(batches.map(({ batchId }) => getIssueBatch(deps, service.id, batchId)))
    expect(reports.reduce((sum, { issued }) => sum + issued, 0)).toBe(40)
    for (const { total, done, issued, refused, finishedAt } of reports) {
      expect([total, done, issued + refused.length]).toEqual([40, 40, 40])
      expect(finishedAt).not.toBeNull()
      expect(refused.every(({ reason }) => reason === 'already-holds')).toBe(true)
    }

    const rows = await withOrganisation(deps.db, service.id, (scope) =>
      scope.trx.selectFrom('award').select(['id', 'person_id', 'status_list_id', 'status_index']).execute(),
    )
    expect(new Set(rows.map((row) => row.person_id)).size).toBe(40)
    expect(new Set(rows.map((row) => `${row.status_list_id} ${row.status_index}`)).size).toBe(40)
    const lists = await withOrganisation(deps.db, service.id, (scope) =>
      scope.trx.selectFrom('status_list').select(['id', 'allocated']).execute(),
    )
    expect(lists).toHaveLength(1)
    const events = await withOrganisation(deps.db, service.id, (scope) =>
      scope.trx.selectFrom('audit_event').select('subject_id').where('action', '=', 'award.issued').execute(),
    )
    expect(new Set(events.map((event) => event.subject_id))).toEqual(new Set(rows.map((row) => row.id)))
    expect(events).toHaveLength(40)
  }, 60_000)

  test('the next list is opened before the last place of a list is used', async () => {
    const service = await makeService(deps)
    await issue(service, await makePeople(deps, service, ['First']))
    await withOrganisation(deps.db, service.id, (scope) =>
      scope.trx.updateTable('status_list').set({ allocated: 131_070 }).execute(),
    )
    const awards = await issue(service, await makePeople(deps, service, ['X', 'Y', 'Z']))
    expect(awards).toHaveLength(3)
    const lists = await withOrganisation(deps.db, service.id, (scope) =>
      scope.trx.selectFrom('status_list').select('allocated').orderBy('allocated').execute(),
    )
    expect(lists.map((list) => list.allocated)).toEqual([1, 131_072])
  })
})
