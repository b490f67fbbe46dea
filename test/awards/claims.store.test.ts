import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findClaim, renewClaim, revokeAward, useClaim } from '../../src/awards/actions'
import { withOrganisation } from '../../src/database/scope'
import type { Deps } from '../../src/deps'
import type { Organisation } from '../../src/organisations/model'
import { sendDueMail } from '../../src/outbox/actions'
import { issueBadge } from '../support/awards'
import { openTestDeps, type TestDeps } from '../support/database'
import { makePeople, makeService } from '../support/organisation'

let opened: TestDeps
let deps: Deps
let service: Organisation
beforeAll(async () => {
  opened = await openTestDeps()
  deps = opened.deps
  service = await makeService(deps)
})
afterAll(() => opened.close())

const DAY = 24 * 60 * 60_000

/** Issues a badge to one person and gives the token of the link in the mail about it. */
const issueTo = async (name: string, options: { mail: string; language?: 'en' | 'cy' }) => {
  const [personId = ''] = await makePeople(deps, service, [name], options)
  const [awardId = ''] = (await issueBadge(deps, service, [personId])).awardIds
  return { personId, awardId, ...(await newestMail()) }
}
const newestMail = async () => {
  await sendDueMail(deps)
  const [mail] = opened.mails
  if (mail === undefined) throw new Error('There is no mail.')
  const [, token = ''] = /https:\/\/badges\.example\.org\/claim\/([A-Za-z0-9_-]{43})\n/.exec(mail.text) ?? []
  return { mail, token }
}

test('a badge comes with a mail in the language of the person, who is named by the first name alone', async () => {
  const english = await issueTo('Amina Yusuf-Jones', { mail: 'one.example.org' })
  expect(english.mail).toMatchObject({
    to: 'volunteer-1@one.example.org',
    subject: 'Your badge: Regular Library Volunteer',
  })
  expect(english.mail.text).toContain('Hello Amina,')
  expect(english.mail.text).not.toContain('Yusuf')
  const welsh = await issueTo('Siân Wójcik', { mail: 'two.example.org', language: 'cy' })
  expect(welsh.mail.subject).toBe('Eich bathodyn: Gwirfoddolwr Llyfrgell Rheolaidd')
  expect(welsh.mail.text).toContain('Helo Siân,')
  expect(welsh.mail.text).not.toContain('Wójcik')
})

test('the token is kept as a hash alone, and opens its award once', async () => {
  const { awardId, personId, token } = await issueTo('Tomos', { mail: 'three.example.org' })
  const kept = await withOrganisation(deps.db, service.id, ({ trx }) =>
    trx.selectFrom('claim').selectAll().where('award_id', '=', awardId).execute(),
  )
  expect(kept).toHaveLength(1)
  expect(kept[0]?.token_hash).toBe(createHash('sha256').update(token).digest('hex'))
  expect(JSON.stringify(kept)).not.toContain(token)

  const claim = {
    organisationId: service.id,
    awardId,
    personId,
    email: 'volunteer-1@three.example.org',
    expiresAt: new Date(deps.clock.now().getTime() + 30 * DAY),
    usedAt: null,
    toGuardian: false,
    badgeName: 'Regular Library Volunteer',
  }
  expect(await findClaim(deps, token)).toEqual(claim)
  const tries = await Promise.allSettled(Array.from({ length: 8 }, () => useClaim(deps, token)))
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  await expect(useClaim(deps, token)).rejects.toMatchObject({ code: 'link-expired' })
  expect(await findClaim(deps, token)).toEqual({ ...claim, usedAt: deps.clock.now() })
  expect(await findClaim(deps, `${token}x`)).toBeUndefined()
  await expect(useClaim(deps, 'nothing')).rejects.toMatchObject({ code: 'not-found' })
})

test('a link runs out after 30 days, and a new one ends those before it', async () => {
  const { awardId, token } = await issueTo('Zofia', { mail: 'four.example.org' })
  await renewClaim(deps, service.id, awardId)
  const second = await newestMail()
  expect(second.token).not.toBe(token)
  await expect(useClaim(deps, token)).rejects.toMatchObject({ code: 'link-expired' })
  opened.clock.advance(30 * DAY)
  await expect(useClaim(deps, second.token)).rejects.toMatchObject({ code: 'link-expired' })
  await renewClaim(deps, service.id, awardId)
  expect(await useClaim(deps, (await newestMail()).token)).toMatchObject({ awardId })
})

test('new links are limited, and there are none for others’ awards, awards taken back and people without mail', async () => {
  const { awardId } = await issueTo('Priya', { mail: 'five.example.org' })
  const other = await makeService(deps)
  const code = 'not-found'
  await expect(renewClaim(deps, other.id, awardId)).rejects.toMatchObject({ code })
  await expect(renewClaim(deps, service.id, 'nothing')).rejects.toMatchObject({ code })
  for (let count = 0; count < 2; count += 1) await renewClaim(deps, service.id, awardId)
  await expect(renewClaim(deps, service.id, awardId)).rejects.toMatchObject({ code: 'too-many-requests' })
  opened.clock.advance(DAY)
  await revokeAward(deps, service.id, awardId, { reason: 'A mistake', actor: 'coordinator@example.org' })
  await expect(renewClaim(deps, service.id, awardId)).rejects.toMatchObject({ code })

  const without = await issueBadge(deps, service, await makePeople(deps, service, ['No Mail']))
  expect(without.batch.issued).toBe(1)
  await expect(renewClaim(deps, service.id, without.awardIds[0] ?? '')).rejects.toMatchObject({
    code: 'conflict',
  })
})

test('a link opens nothing once the person has another address', async () => {
  const { personId, token } = await issueTo('Meera', { mail: 'six.example.org' })
  await withOrganisation(deps.db, service.id, ({ trx }) =>
    trx.updateTable('person').set({ email: 'new@six.example.org' }).where('id', '=', personId).execute(),
  )
  expect(await findClaim(deps, token)).toBeUndefined()
  await expect(useClaim(deps, token)).rejects.toMatchObject({ code: 'not-found' })
})
