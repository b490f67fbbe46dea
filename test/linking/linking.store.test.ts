import { afterAll, beforeAll, expect, test } from 'vitest'
import { withOrganisation } from '../../src/database/scope'
import type { Deps } from '../../src/deps'
import { erasePersonRecord } from '../../src/keeping/erasure/actions'
import { linkRecords, listLinks, offerLink, readOffer, unlinkRecord } from '../../src/linking/actions'
import { consentsOf } from '../../src/people/consents/actions'
import { openTestDeps, type TestDeps } from '../support/database'
import { makePeople, makeService } from '../support/organisation'

let opened: TestDeps
beforeAll(async () => {
  opened = await openTestDeps()
})
afterAll(() => opened.close())

const makeRecord = async (birthYear = 1980) => {
  const { deps } = opened
  const service = await makeService(deps)
  const [personId = ''] = await makePeople(deps, service, ['Ann Lee'], { mail: `${service.slug}.example` })
  await withOrganisation(deps.db, service.id, ({ trx }) =>
    trx.updateTable('person').set({ birth_year: birthYear }).execute(),
  )
  return { organisationId: service.id, personId }
}
const actor = 'ann@example.org'

test('two records are linked by the person, each side knows the other service and nothing of the record', async () => {
  const { deps } = opened
  const [one, other] = [await makeRecord(), await makeRecord()]
  expect(await linkRecords(deps, one, other, { actor })).toMatchObject({ ok: true })
  expect(await linkRecords(deps, one, other, { actor })).toEqual({ ok: false, reason: 'linked-already' })
  expect(await linkRecords(deps, one, one, { actor })).toEqual({ ok: false, reason: 'same-service' })
  const sides = await withOrganisation(deps.db, one.organisationId, ({ trx }) =>
    trx.selectFrom('record_link').selectAll().execute(),
  )
  expect(sides).toEqual([
    expect.objectContaining({ person_id: one.personId, other_organisation_id: other.organisationId }),
  ])
  expect(JSON.stringify(sides)).not.toContain(other.personId)
  expect(
    (await consentsOf(deps, other.organisationId, other.personId)).map(({ purpose, decision }) => [
      purpose,
      decision,
    ]),
  ).toEqual([['linking', 'given']])

  const [link] = await listLinks(deps, other)
  await unlinkRecord(deps, other, link?.id ?? '', actor)
  await unlinkRecord(deps, other, link?.id ?? '', actor)
  expect([await listLinks(deps, one), await listLinks(deps, other)]).toEqual([[], []])
  expect((await consentsOf(deps, other.organisationId, other.personId)).at(-1)?.decision).toBe('withdrawn')
})

test('by mail, only the reader of that mailbox confirms, within seven days', async () => {
  const { deps, clock } = opened
  const [one, other] = [await makeRecord(), await makeRecord()]
  await offerLink(deps, one, 'Other@Example.org', 'en')
  const { body } = await withOrganisation(deps.db, one.organisationId, ({ trx }) =>
    trx.selectFrom('outbox').select('body').executeTakeFirstOrThrow(),
  )
  const token = /links\/([0-9a-f]+)/.exec(body)?.[1] ?? ''
  await expect(readOffer(deps, token, 'thief@example.org')).rejects.toMatchObject({ code: 'not-found' })
  const offer = await readOffer(deps, token, 'other@example.org')
  expect(await linkRecords(deps, offer, other, { actor, id: offer.id })).toMatchObject({ ok: true })
  await expect(readOffer(deps, token, 'other@example.org')).rejects.toMatchObject({ code: 'not-found' })
  expect((await listLinks(deps, one)).map(({ otherOrganisationId }) => otherOrganisationId)).toEqual([
    other.organisationId,
  ])

  await offerLink(deps, other, 'late@example.org', 'cy')
  const late = await withOrganisation(deps.db, other.organisationId, ({ trx }) =>
    trx.selectFrom('outbox').select('body').executeTakeFirstOrThrow(),
  )
  clock.advance(7 * 24 * 60 * 60_000)
  await expect(
    readOffer(deps, /links\/([0-9a-f]+)/.exec(late.body)?.[1] ?? '', 'late@example.org'),
  ).rejects.toMatchObject({ code: 'link-expired' })
})

test('below the age of own consent it waits for the guardian; what is erased is linked to nothing', async () => {
  const { deps } = opened
  const [young, adult, third] = [await makeRecord(2012), await makeRecord(), await makeRecord()]
  expect(await linkRecords(deps, young, adult, { actor })).toEqual({
    ok: false,
    reason: 'waits-for-guardian',
  })
  expect(await listLinks(deps, adult)).toEqual([])
  await linkRecords(deps, third, adult, { actor })
  await erasePersonRecord(deps, third.organisationId, third.personId, {
    credentials: 'keep',
    askedBy: 'holder',
    actor,
  })
  expect(await listLinks(deps, adult)).toEqual([])
})

/** The same service whose process stops before it begins its nth transaction from now. */
const stoppedAfter = (transactions: number): Deps => {
  const { deps } = opened
  let left = transactions
  const db = new Proxy(deps.db, {
    get(target, name) {
      if (name === 'transaction' && left-- <= 0) throw new Error('stopped')
      const value: unknown = Reflect.get(target, name)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
  return { ...deps, db }
}

/** Stops a deed before each of its transactions in turn, and gives what happened until it was not stopped. */
const stopEverywhere = async (deed: (deps: Deps) => Promise<unknown>, settle: () => Promise<void>) => {
  for (let transactions = 0; transactions < 40; transactions += 1) {
    const stopped = await deed(stoppedAfter(transactions)).then(
      () => false,
      (error: unknown) => {
        expect(error).toMatchObject({ message: 'stopped' })
        return true
      },
    )
    await settle()
    if (!stopped) return transactions
  }
  throw new Error('The deed has no end.')
}

type Key = Awaited<ReturnType<typeof makeRecord>>
const wordsOf = async ({ organisationId, personId }: Key) =>
  (await consentsOf(opened.deps, organisationId, personId)).at(-1)?.decision
const idsOf = async (record: Key) => (await listLinks(opened.deps, record)).map(({ id }) => id)

test('stopped anywhere, linking again links both sides and ending again ends both', async () => {
  const { deps } = opened
  let pair = [await makeRecord(), await makeRecord()] as const
  const link = (using: Deps) => linkRecords(using, pair[0], pair[1], { actor })
  const linkStops = await stopEverywhere(link, async () => {
    const again = await link(deps)
    expect(again.ok || again.reason).toSatisfy((said) => said === true || said === 'linked-already')
    const [near, far] = [await idsOf(pair[0]), await idsOf(pair[1])]
    expect([near.length, near]).toEqual([1, far])
    expect([await wordsOf(pair[0]), await wordsOf(pair[1])]).toEqual(['given', 'given'])
    pair = [await makeRecord(), await makeRecord()]
  })
  expect(linkStops).toBeGreaterThan(5)

  await link(deps)
  let [id = ''] = await idsOf(pair[0])
  const unlink = (using: Deps) => unlinkRecord(using, pair[0], id, actor)
  const endStops = await stopEverywhere(unlink, async () => {
    await unlink(deps)
    expect([await idsOf(pair[0]), await idsOf(pair[1])]).toEqual([[], []])
    expect([await wordsOf(pair[0]), await wordsOf(pair[1])]).toEqual(['withdrawn', 'withdrawn'])
    pair = [await makeRecord(), await makeRecord()]
    await link(deps)
    id = (await idsOf(pair[0]))[0] ?? ''
  })
  expect(endStops).toBeGreaterThan(1)
}, 120_000)

test('an offer whose taking was stopped half way is still there to be taken', async () => {
  const { deps } = opened
  let pair = [await makeRecord(), await makeRecord()] as const
  const offered = async () => {
    await offerLink(deps, pair[0], 'other@example.org', 'en')
    const { body } = await withOrganisation(deps.db, pair[0].organisationId, ({ trx }) =>
      trx.selectFrom('outbox').select('body').executeTakeFirstOrThrow(),
    )
    return /links\/([0-9a-f]+)/.exec(body)?.[1] ?? ''
  }
  let token = await offered()
  const take = async (using: Deps) => {
    const offer = await readOffer(using, token, 'other@example.org')
    return linkRecords(using, offer, pair[1], { actor, id: offer.id })
  }
  await stopEverywhere(take, async () => {
    const [near] = await listLinks(deps, pair[0])
    if (near?.linkedAt === null) expect(await take(deps)).toMatchObject({ ok: true })
    expect(await idsOf(pair[0])).toEqual(await idsOf(pair[1]))
    expect(await idsOf(pair[0])).toHaveLength(1)
    pair = [await makeRecord(), await makeRecord()]
    token = await offered()
  })
}, 120_000)

test('linked from both sides at once, there is one link', async () => {
  const { deps } = opened
  const [one, other] = [await makeRecord(), await makeRecord()]
  await Promise.all([linkRecords(deps, one, other, { actor }), linkRecords(deps, other, one, { actor })])
  await linkRecords(deps, one, other, { actor })
  expect([await idsOf(one), (await idsOf(one)).length]).toEqual([await idsOf(other), 1])
})
