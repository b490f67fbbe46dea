import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { withOrganisation } from '../../src/database/scope'
import type { Deps, Mail } from '../../src/deps'
import type { Organisation } from '../../src/organisations/model'
import { forgetOldMail, queueMail, sendDueMail } from '../../src/outbox/actions'
import { openTestDeps, type TestDeps } from '../support/database'
import { makeService } from '../support/organisation'

let opened: TestDeps
let deps: Deps
let service: Organisation
beforeAll(async () => {
  opened = await openTestDeps()
  deps = opened.deps
  service = await makeService(deps)
})
afterAll(() => opened.close())
afterEach(async () => {
  await withOrganisation(deps.db, service.id, ({ trx }) => trx.deleteFrom('outbox').execute())
  opened.mails.length = 0
})

const MINUTE = 60_000
const mailTo = (to: string) => ({
  id: deps.random.uuid(),
  queuedAt: deps.clock.now(),
  to,
  subject: 'A subject',
  text: 'A secret link',
})
const queue = (...addresses: readonly string[]) =>
  withOrganisation(deps.db, service.id, (scope) => queueMail(scope, ...addresses.map(mailTo)))
const rows = () =>
  withOrganisation(deps.db, service.id, ({ trx }) => trx.selectFrom('outbox').selectAll().execute())
const withMailer = (send: (mail: Mail) => Promise<void>): Deps => ({ ...deps, mailer: { send } })

test('a mail is sent once, after the transaction it belongs to, and its words are not kept', async () => {
  await expect(
    withOrganisation(deps.db, service.id, async (scope) => {
      await queueMail(scope, mailTo('undone@example.org'))
      throw new Error('undone')
    }),
  ).rejects.toThrow('undone')
  await queue('a@example.org', 'b@example.org')
  expect(await sendDueMail(deps)).toEqual({ sent: 2, failed: 0 })
  expect(await sendDueMail(deps)).toEqual({ sent: 0, failed: 0 })
  expect(opened.mails.map(({ to }) => to).toSorted()).toEqual(['a@example.org', 'b@example.org'])
  for (const row of await rows()) expect(row).toMatchObject({ body: '', sent_at: deps.clock.now() })
})

test('eight senders at once send every mail once', async () => {
  const addresses = Array.from({ length: 60 }, (_, number) => `v${number}@example.org`)
  await queue(...addresses)
  const counts = await Promise.all(Array.from({ length: 8 }, () => sendDueMail(deps)))
  expect(counts.reduce((sum, { sent }) => sum + sent, 0)).toBe(60)
  expect(opened.mails.map(({ to }) => to).toSorted()).toEqual(addresses.toSorted())
})

test('a mail that fails is tried after longer and longer waits, eight times; the others go out', async () => {
  await queue('gone@example.org', 'well@example.org')
  const tried: Date[] = []
  const failing = withMailer(async (mail) => {
    if (mail.to === 'well@example.org') return
    tried.push(deps.clock.now())
    throw Object.assign(new Error('550 gone@example.org is not here'), { code: 'EENVELOPE' })
  })
  for (let minute = 0; minute < 600; minute += 1) {
    await sendDueMail(failing)
    opened.clock.advance(MINUTE)
  }
  const waits = tried.slice(1).map((at, index) => (at.getTime() - (tried[index]?.getTime() ?? 0)) / MINUTE)
  expect(waits).toEqual([2, 4, 8, 16, 32, 64, 128])
  const [gone] = (await rows()).filter(({ recipient }) => recipient === 'gone@example.org')
  expect(gone).toMatchObject({ attempts: 8, sent_at: null, body: '' })
  const said = opened.logged.join('\n')
  expect(said).toContain('mail given up')
  expect(said).toContain('EENVELOPE')
  expect(said).not.toContain('@example.org')
  expect(said).not.toContain('secret link')
}, 60_000)

test('what a sender took and did not send is sent by another when the lease ends', async () => {
  await queue('late@example.org')
  const stopped = withMailer(() => new Promise(() => {}))
  void sendDueMail(stopped)
  await expect.poll(async () => (await rows())[0]?.attempts).toBe(1)
  expect(await sendDueMail(deps)).toEqual({ sent: 0, failed: 0 })
  opened.clock.advance(10 * MINUTE)
  expect(await sendDueMail(deps)).toEqual({ sent: 1, failed: 0 })
})

test('whom a mail went to is forgotten after 30 days; a mail that still waits is not', async () => {
  const day = 24 * 60 * MINUTE
  await queue('sent@example.org')
  await sendDueMail(deps)
  await queue('waiting@example.org')
  opened.clock.advance(30 * day)
  await forgetOldMail(deps)
  expect(await rows()).toHaveLength(2)
  opened.clock.advance(1)
  await forgetOldMail(deps)
  expect((await rows()).map(({ recipient }) => recipient)).toEqual(['waiting@example.org'])
})
