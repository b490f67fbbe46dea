import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { isPausable, setPausable } from '../../src/achievements/settings/actions'
import {
  getAward,
  getCredentialText,
  getStatusList,
  reinstateAward,
  revokeAward,
  suspendAward,
} from '../../src/awards/actions'
import { withOrganisation } from '../../src/database/scope'
import { decodeStatusList } from '../../src/openbadges/status-list'
import { verifyCredential } from '../../src/openbadges/verify'
import { didDocumentOf, markKeyCompromised } from '../../src/organisations/actions'
import type { Organisation } from '../../src/organisations/model'
import { issueBadge } from '../support/awards'
import { openTestDeps, type TestDeps } from '../support/database'
import { makePeople, makeService } from '../support/organisation'

const actor = 'coordinator@example.org'
const code = 'LV-02'
const day = 24 * 60 * 60_000

describe('suspending and reinstating', () => {
  let opened: TestDeps
  let service: Organisation
  let awardId: string
  beforeAll(async () => {
    opened = await openTestDeps()
  }, 60_000)
  afterAll(() => opened.close())
  beforeEach(async () => {
    const { deps } = opened
    service = await makeService(deps)
    await setPausable(deps, service.id, code, { pausable: true, actor })
    awardId = (await issueBadge(deps, service, await makePeople(deps, service, ['Siân']))).awardIds[0] ?? ''
  })

  const entryOf = async (id = awardId) =>
    JSON.parse(await getCredentialText(opened.deps, service.id, id)).credentialStatus as {
      statusPurpose: string
      statusListIndex: string
      statusListCredential: string
    }
  const listIdOf = async (id = awardId) => (await entryOf(id)).statusListCredential.split('/').at(-1) ?? ''

  /** Verifies as a stranger would; the verdict, and what the status check says. */
  const verify = async (id = awardId) => {
    const { deps } = opened
    const report = await verifyCredential(
      { text: await getCredentialText(deps, service.id, id) },
      {
        now: deps.clock.now(),
        fetchDocument: async (url) => ({
          status: 200,
          contentType: 'application/json',
          text: url.endsWith('/did.json')
            ? JSON.stringify(await didDocumentOf(deps, service))
            : await getStatusList(deps, url.slice(url.lastIndexOf('/') + 1)),
        }),
      },
    )
    return [report.verdict, report.checks.find(({ id: check }) => check === 'status')?.problem?.code]
  }
  const change = (make: typeof suspendAward, reason = 'The hours are being checked', by = actor) =>
    make(opened.deps, service.id, awardId, { reason, actor: by })
  const audited = () =>
    withOrganisation(opened.deps.db, service.id, (scope) =>
      scope.trx
        .selectFrom('audit_event')
        .select(['action', 'actor', 'detail'])
        .where('subject_id', '=', awardId)
        .where('action', '<>', 'award.issued')
        .orderBy('id')
        .execute(),
    )

  test('an award is suspended, valid again, and taken back for good: its verifier is told each time', async () => {
    expect((await entryOf()).statusPurpose).toBe('suspension')
    expect(await verify()).toEqual(['verified', undefined])
    await change(suspendAward)
    expect(await verify()).toEqual(['not-verified', 'suspended'])
    expect(await getAward(opened.deps, service.id, awardId)).toMatchObject({
      status: 'suspended',
      statusReason: 'The hours are being checked',
      statusChangedBy: actor,
      statusChangedAt: opened.clock.now(),
    })
    opened.clock.advance(1000)
    await change(reinstateAward, 'They are right', 'head@example.org')
    expect(await verify()).toEqual(['verified', undefined])
    opened.clock.advance(1000)
    await change(revokeAward, 'Issued to the wrong person')
    expect(await verify()).toEqual(['not-verified', 'suspended'])
    await expect(change(reinstateAward)).rejects.toMatchObject({ code: 'conflict' })
    await expect(change(suspendAward)).rejects.toMatchObject({ code: 'conflict' })
    expect(await getAward(opened.deps, service.id, awardId)).toMatchObject({ status: 'revoked' })
    expect(await audited()).toEqual([
      { action: 'award.suspended', actor, detail: { reason: 'The hours are being checked' } },
      { action: 'award.reinstated', actor: 'head@example.org', detail: { reason: 'They are right' } },
      { action: 'award.revoked', actor, detail: { reason: 'Issued to the wrong person' } },
    ])
  })

  test('a suspended award can be taken back without being valid in between, and is still held until then', async () => {
    const { deps } = opened
    await change(suspendAward)
    const { personId } = await getAward(deps, service.id, awardId)
    expect((await issueBadge(deps, service, [personId])).awardIds).toEqual([])
    await change(revokeAward)
    expect(await verify()).toEqual(['not-verified', 'suspended'])
    expect((await issueBadge(deps, service, [personId])).awardIds).toHaveLength(1)
  })

  test('only the service whose award it is can change it, with a reason, and the same again says nothing', async () => {
    const { deps } = opened
    const other = await makeService(deps)
    for (const make of [suspendAward, reinstateAward, revokeAward]) {
      await expect(make(deps, other.id, awardId, { reason: 'Mine now', actor })).rejects.toMatchObject({
        code: 'not-found',
      })
      await expect(change(make, '  ')).rejects.toMatchObject({ code: 'invalid-input' })
      await expect(make(deps, service.id, 'nothing', { reason: 'Why', actor })).rejects.toMatchObject({
        code: 'not-found',
      })
    }
    await change(reinstateAward)
    await change(suspendAward, 'First')
    await change(suspendAward, 'Second')
    expect((await audited()).map(({ detail }) => detail)).toEqual([{ reason: 'First' }])
  })

  test('what a badge allows counts from then on: each award keeps what its credential says', async () => {
    const { deps } = opened
    await setPausable(deps, service.id, code, { pausable: false, actor })
    expect(await isPausable(deps, service.id, code)).toBe(false)
    const people = await makePeople(deps, service, ['Later'])
    const [later = ''] = (await issueBadge(deps, service, people)).awardIds
    expect((await entryOf(later)).statusPurpose).toBe('revocation')
    expect(await listIdOf(later)).not.toBe(await listIdOf())
    await expect(suspendAward(deps, service.id, later, { reason: 'To see', actor })).rejects.toMatchObject({
      code: 'conflict',
    })
    await change(suspendAward)
    expect([await verify(), await verify(later)]).toEqual([
      ['not-verified', 'suspended'],
      ['verified', undefined],
    ])
    await revokeAward(deps, service.id, later, { reason: 'To see', actor })
    expect(await verify(later)).toEqual(['not-verified', 'revoked'])
    await setPausable(deps, service.id, code, { pausable: false, actor })
    const events = await withOrganisation(deps.db, service.id, (scope) =>
      scope.trx
        .selectFrom('audit_event')
        .select(['subject_type', 'subject_id', 'detail'])
        .where('action', '=', 'badge.pausable-set')
        .orderBy('id')
        .execute(),
    )
    expect(events).toEqual([
      { subject_type: 'badge', subject_id: code, detail: { pausable: 'true' } },
      { subject_type: 'badge', subject_id: code, detail: { pausable: 'false' } },
    ])
  })

  test('a list is signed when something changed and no sooner, and again before its time runs out', async () => {
    const { deps, clock } = opened
    const listId = await listIdOf()
    const list = async () => {
      const text = await getStatusList(deps, listId)
      const { validFrom, validUntil, credentialSubject } = JSON.parse(text)
      return { text, validFrom, validUntil: Date.parse(validUntil), subject: credentialSubject }
    }
    const first = await list()
    expect(first.subject).toMatchObject({
      type: 'BitstringStatusList',
      statusPurpose: 'suspension',
      ttl: 60_000,
    })
    clock.advance(day)
    expect((await list()).text).toBe(first.text)
    await change(suspendAward)
    const second = await list()
    expect(second.text).not.toBe(first.text)
    const decoded = decodeStatusList(second.subject.encodedList)
    const index = Number((await entryOf()).statusListIndex)
    expect(decoded.ok && decoded.bits.reduce((sum, byte) => sum + byte, 0)).toBe(0x80 >> (index % 8))
    expect((await list()).text).toBe(second.text)
    for (let days = 0; days < 30; days += 1) {
      clock.advance(day)
      const now = await list()
      expect(now.validUntil - clock.now().getTime()).toBeGreaterThan(3 * day - 1000)
      expect(now.subject.encodedList).toBe(second.subject.encodedList)
    }
    expect((await list()).validFrom).not.toBe(second.validFrom)
    expect(await verify()).toEqual(['not-verified', 'suspended'])
  })

  test('a list whose key was compromised is signed anew', async () => {
    const { deps } = opened
    const listId = await listIdOf()
    const first = await getStatusList(deps, listId)
    const [, fragment = ''] = /"verificationMethod":"[^"]*#([^"]*)"/.exec(first) ?? []
    const since = opened.clock.now()
    await markKeyCompromised(deps, service, { fragment, since }, 'dpo@example.org')
    opened.clock.advance(1000)
    expect(await getStatusList(deps, listId)).not.toBe(first)
  })

  test('a list that nobody has is not found', async () => {
    for (const id of ['nothing', '00000000-0000-7000-8000-000000000000'])
      await expect(getStatusList(opened.deps, id)).rejects.toMatchObject({ code: 'not-found' })
  })
})
