import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { membershipsOf } from '../../src/organisations/actions'
import type { Organisation } from '../../src/organisations/model'
import { sendDueMail } from '../../src/outbox/actions'
import { consentStateOf, consentsOf, recordOwnConsent } from '../../src/people/consents/actions'
import {
  answerInvitation,
  changeGuardianConsent,
  endGuardian,
  findInvitation,
  guardiansOf,
  inviteGuardian,
  renewInvitation,
} from '../../src/people/guardians/actions'
import { openTestDeps, type TestDeps } from '../support/database'
import { startOfTests } from '../support/fakes'
import { makeService } from '../support/organisation'
import { askGuardian, confirmGuardian, guardianOf, makeBorn } from '../support/young'

const actor = 'coordinator@example.org'
const all = { role: true, photo: true, sharing: true }
const gwen = { name: ' Gwen  Hill ', relationship: 'Mother', email: 'Gwen@Example.org', phone: '' }
const day = 24 * 60 * 60_000

let opened: TestDeps
let service: Organisation
let young: string
beforeAll(async () => {
  opened = await openTestDeps()
}, 60_000)
afterAll(() => opened.close())
beforeEach(async () => {
  opened.clock.set(startOfTests)
  service = await makeService(opened.deps)
  const [first = ''] = await makeBorn(opened.deps, service, { 'Amina Hassan': '2012-01-01' })
  young = first
})

const stateOf = async (personId = young) =>
  (await consentStateOf(opened.deps, service.id, personId)).holds.role
const answer = (token: string, answers = all, more = { name: 'Gwen Hill', email: '' }) =>
  answerInvitation(opened.deps, token, { answers, ...more })

test('a guardian is mailed a link that says no more than a first name, and answers once', async () => {
  const invited = await inviteGuardian(opened.deps, service, young, { guardian: gwen, sentBy: 'mail', actor })
  expect(invited).toMatchObject({
    ok: true,
    value: { expiresAt: new Date(startOfTests.getTime() + 7 * day) },
  })
  expect(invited.ok && invited.value.token).toBeUndefined()
  await sendDueMail(opened.deps)
  const mail = opened.mails[0]
  expect(mail?.to).toBe('gwen@example.org')
  expect(`${mail?.subject} ${mail?.text}`).not.toContain('Hassan')
  const token = /\/guardian\/([\w-]+)/.exec(mail?.text ?? '')?.[1] ?? ''
  expect(await findInvitation(opened.deps, token)).toMatchObject({
    personName: 'Amina Hassan',
    state: 'open',
  })
  expect(await stateOf()).toBe('guardian-waiting')
  expect(await answer(token)).toEqual({ ok: true, value: { confirmed: true } })
  expect(await stateOf()).toBeUndefined()
  await expect(answer(token)).rejects.toMatchObject({ code: 'link-expired' })
  expect(await findInvitation(opened.deps, token)).toMatchObject({ state: 'used' })
  expect(await membershipsOf(opened.deps, 'gwen@example.org')).toMatchObject([
    { role: 'guardian', personId: young },
  ])
  const consents = await consentsOf(opened.deps, service.id, young)
  expect(consents.map(({ purpose, decision, capacity, how }) => [purpose, decision, capacity, how])).toEqual([
    ['role', 'given', 'guardian', 'link'],
    ['photo', 'given', 'guardian', 'link'],
    ['sharing', 'given', 'guardian', 'link'],
  ])
})

test('a link works until its seventh day is over', async () => {
  const first = await askGuardian(opened.deps, service, young)
  opened.clock.advance(7 * day)
  await expect(answer(first)).rejects.toMatchObject({ code: 'link-expired' })
  expect(await stateOf()).toBe('guardian-late')
  const [guardian] = await guardiansOf(opened.deps, service.id, young)
  const renewed = await renewInvitation(opened.deps, service, guardian?.id ?? '', { sentBy: 'paper', actor })
  opened.clock.advance(7 * day - 1)
  expect(await answer(renewed.token ?? '')).toMatchObject({ ok: true })
})

test('a newer link ends the older one', async () => {
  const first = await askGuardian(opened.deps, service, young)
  const [guardian] = await guardiansOf(opened.deps, service.id, young)
  const again = await renewInvitation(opened.deps, service, guardian?.id ?? '', { sentBy: 'paper', actor })
  await expect(answer(first)).rejects.toMatchObject({ code: 'link-expired' })
  expect(await answer(again.token ?? '')).toMatchObject({ ok: true })
})

test('of two answers at once one counts', async () => {
  const token = await askGuardian(opened.deps, service, young)
  const outcomes = await Promise.allSettled([answer(token), answer(token, { ...all, role: false })])
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(await consentsOf(opened.deps, service.id, young)).toHaveLength(3)
})

test('a no to volunteering is a no to everything, opens no account, and stands until the guardian is taken off', async () => {
  const token = await askGuardian(opened.deps, service, young)
  expect(await answer(token, { ...all, role: false })).toEqual({ ok: true, value: { confirmed: false } })
  expect(await stateOf()).toBe('guardian-refused')
  expect(await membershipsOf(opened.deps, guardianOf(young))).toEqual([])
  await confirmGuardian(opened.deps, service, young)
  expect(await stateOf()).toBe('guardian-refused')
  const [refused] = await guardiansOf(opened.deps, service.id, young)
  await endGuardian(opened.deps, service.id, refused?.id ?? '', actor)
  await endGuardian(opened.deps, service.id, refused?.id ?? '', actor)
  expect(await stateOf()).toBeUndefined()
})

test('a guardian who is taken off has no account, no open link and no say any more', async () => {
  await confirmGuardian(opened.deps, service, young)
  const [guardian] = await guardiansOf(opened.deps, service.id, young)
  await endGuardian(opened.deps, service.id, guardian?.id ?? '', actor)
  expect(await stateOf()).toBe('guardian-missing')
  expect(await membershipsOf(opened.deps, guardianOf(young))).toEqual([])
  const change = { answers: { role: true }, email: guardianOf(young) }
  await expect(changeGuardianConsent(opened.deps, service.id, young, change)).rejects.toMatchObject({
    code: 'not-permitted',
  })
  const token = await askGuardian(opened.deps, service, young)
  const waiting = (await guardiansOf(opened.deps, service.id, young)).find(
    ({ status }) => status === 'waiting',
  )
  await endGuardian(opened.deps, service.id, waiting?.id ?? '', actor)
  await expect(answer(token)).rejects.toMatchObject({ code: 'link-expired' })
})

test('at 16 the guardian’s power ends: no invitation, no answer, no change', async () => {
  const token = await askGuardian(opened.deps, service, young)
  opened.clock.set(new Date('2028-01-01T00:00:00Z'))
  await expect(answer(token)).rejects.toMatchObject({ code: 'link-expired' })
  const request = { guardian: gwen, sentBy: 'paper', actor } as const
  await expect(inviteGuardian(opened.deps, service, young, request)).rejects.toMatchObject({
    code: 'conflict',
  })
})

test('the link does not go to the mailbox of the young person who is to be looked after', async () => {
  const guardian = { ...gwen, email: 'volunteer-1@mail.example.org' }
  expect(await inviteGuardian(opened.deps, service, young, { guardian, sentBy: 'mail', actor })).toEqual({
    ok: false,
    reason: { email: 'email-is-the-childs' },
  })
  const none = { guardian: { ...gwen, name: ' ', email: '' }, sentBy: 'mail', actor } as const
  expect(await inviteGuardian(opened.deps, service, young, none)).toEqual({
    ok: false,
    reason: { name: 'name-missing', email: 'email-missing' },
  })
})

test('the record is added to only where something changes, and tells a change of mind from a no', async () => {
  await confirmGuardian(opened.deps, service, young, all)
  const change = (photo: boolean) =>
    changeGuardianConsent(opened.deps, service.id, young, { answers: { photo }, email: guardianOf(young) })
  await change(true)
  await change(false)
  await change(false)
  await change(true)
  const photos = (await consentsOf(opened.deps, service.id, young)).filter(
    ({ purpose }) => purpose === 'photo',
  )
  expect(photos.map(({ decision }) => decision)).toEqual(['given', 'withdrawn', 'given'])
})

test('a child has no account to agree with, and nobody relays the word of somebody who has one', async () => {
  const [child = ''] = await makeBorn(opened.deps, service, { Child: '2015-01-01' }, 'child.example.org')
  const say = (personId: string, how: 'account' | 'relayed') =>
    recordOwnConsent(opened.deps, service.id, personId, {
      ...{ answers: [{ purpose: 'sharing', agrees: true }], how, actor },
    })
  await expect(say(child, 'account')).rejects.toMatchObject({ code: 'not-permitted' })
  await expect(say(young, 'relayed')).rejects.toMatchObject({ code: 'not-permitted' })
  await say(child, 'relayed')
  await say(young, 'account')
  expect(await consentsOf(opened.deps, service.id, child)).toMatchObject([
    { how: 'relayed', capacity: 'self' },
  ])
})
