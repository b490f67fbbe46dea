import { afterAll, beforeAll, expect, test } from 'vitest'
import { withOrganisation } from '../../src/database/scope'
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
