import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { forgetAccount } from '../../src/accounts/actions'
import { askForAddress, confirmAddress, findWish } from '../../src/accounts/addresses/actions'
import { withOrganisation } from '../../src/database/scope'
import { addMembership, membershipsOf } from '../../src/organisations/actions'
import type { Organisation } from '../../src/organisations/model'
import { sendDueMail } from '../../src/outbox/actions'
import { path } from '../../src/paths'
import { answerInvitation, inviteGuardian } from '../../src/people/guardians/actions'
import { makePeople, makeService } from '../support/organisation'
import { openTestApp, type TestApp } from '../support/web'
import { makeBorn } from '../support/young'

let app: TestApp
let made = 0
let service: Organisation
let old: string
let wanted: string
let cookie: string
let personId: string

beforeAll(async () => {
  app = await openTestApp()
}, 60_000)
afterAll(() => app.close())
beforeEach(async () => {
  made += 1
  app.clock.set(new Date(Date.UTC(2026, 10, 24, 12) + made * 2 * 24 * 60 * 60_000))
  service = await makeService(app.deps)
  ;[personId = ''] = await makePeople(app.deps, service, ['Ann Hill'], { mail: `t${made}.example.org` })
  old = `volunteer-1@t${made}.example.org`
  wanted = `ann@t${made}.example.net`
  await addMembership(app.deps, service.id, { email: old, role: 'volunteer', personId })
  cookie = await app.signIn(old)
})

const ask = (to = wanted) => app.post(path('accountEmail'), { email: to }, cookie)
const mailsTo = (to: string) => app.mails.filter((mail) => mail.to === to)
const tokenTo = (to: string) => /\/account\/e-mail\/(\S+)/.exec(mailsTo(to)[0]?.text ?? '')?.[1] ?? ''
const press = (token: string, by = cookie) => app.post(path('accountEmailConfirm', { token }), {}, by)

describe('the address that somebody signs in with', () => {
  test('changes once the new mailbox has confirmed it, with a notice to the old one each time', async () => {
    const other = await makeService(app.deps)
    await addMembership(app.deps, other.id, { email: old, role: 'coordinator' })
    expect((await ask()).status).toBe(200)
    expect(mailsTo(old)[0]?.text).toContain(wanted)
    const token = tokenTo(wanted)
    expect((await app.get(path('accountEmailConfirm', { token }), cookie)).status).toBe(200)
    expect(await membershipsOf(app.deps, wanted)).toEqual([])
    const done = await press(token)
    expect(done.status).toBe(303)
    const fresh = done.headers
      .getSetCookie()
      .map((one) => one.split(';')[0])
      .join('; ')
    expect(await (await app.get(path('accountEmail'), fresh)).text()).toContain(wanted)
    expect((await app.get(path('my'), cookie)).headers.get('location')).toContain('/sign-in')
    expect(await membershipsOf(app.deps, old)).toEqual([])
    expect((await membershipsOf(app.deps, wanted)).map(({ role }) => role).sort()).toEqual([
      'coordinator',
      'volunteer',
    ])
    const { person, trail } = await withOrganisation(app.deps.db, service.id, async ({ trx }) => ({
      person: await trx.selectFrom('person').select(['email', 'revision']).executeTakeFirstOrThrow(),
      trail: await trx.selectFrom('audit_event').select('action').execute(),
    }))
    expect(person).toEqual({ email: wanted, revision: 2 })
    expect(trail.map(({ action }) => action)).toContain('account.address-changed')
    await sendDueMail(app.deps)
    expect(mailsTo(old)[0]?.subject).toBe('Your e-mail address has changed')
    expect((await press(token, fresh)).status).toBe(410)
  })

  test('is a guardian’s too, and the child’s record follows', async () => {
    const [child = ''] = await makeBorn(app.deps, service, { Child: '2018-01-01' }, `c${made}.example.org`)
    const email = `gwen@t${made}.example.org`
    const guardian = { name: 'Gwen', relationship: '', email, phone: '' }
    const sent = await inviteGuardian(app.deps, service, child, {
      guardian,
      sentBy: 'paper',
      actor: 'x@y.org',
    })
    if (!sent.ok) throw new Error(JSON.stringify(sent.reason))
    const answers = { role: true, photo: true, sharing: true }
    await answerInvitation(app.deps, sent.value.token ?? '', { answers, name: 'Gwen', email: '' })
    cookie = await app.signIn(email)
    await ask()
    const done = await press(tokenTo(wanted))
    const fresh = done.headers.getSetCookie().map((one) => one.split(';')[0])
    const page = await app.get(path('myDetails', { slug: service.slug }), fresh.join('; '))
    expect(page.status).toBe(200)
    expect(await page.text()).toContain('Child')
  })

  test('is never one that is somebody else’s, and who asks cannot tell', async () => {
    const theirs = `theirs@t${made}.example.org`
    await addMembership(app.deps, service.id, { email: theirs, role: 'head' })
    const answer = await ask(theirs.toUpperCase())
    const free = await ask()
    expect(answer.status).toBe(free.status)
    expect((await answer.text()).replaceAll(theirs, '')).toBe((await free.text()).replaceAll(wanted, ''))
    expect(mailsTo(theirs)[0]?.subject).toBe('Your e-mail address is in use already')
    expect(mailsTo(theirs)[0]?.text).not.toContain('/account/')
    expect((await membershipsOf(app.deps, theirs)).map(({ role }) => role)).toEqual(['head'])
    await addMembership(app.deps, service.id, { email: wanted, role: 'dpo' })
    expect((await press(tokenTo(wanted))).status).toBe(409)
    expect((await membershipsOf(app.deps, old)).map(({ role }) => role)).toEqual(['volunteer'])
  })

  test('is confirmed only by who asked, within a day, by the newest link', async () => {
    await ask()
    const first = tokenTo(wanted)
    const stranger = `stranger@t${made}.example.org`
    await addMembership(app.deps, service.id, { email: stranger, role: 'head' })
    expect((await press(first, await app.signIn(stranger))).status).toBe(410)
    expect((await press(first, '')).headers.get('location')).toContain('/sign-in')
    await ask()
    expect((await press(first)).status).toBe(410)
    const second = tokenTo(wanted)
    app.clock.advance(24 * 60 * 60_000)
    await expect(findWish(app.deps, second, old)).rejects.toMatchObject({ code: 'link-expired' })
    expect(await membershipsOf(app.deps, wanted)).toEqual([])
  })

  test('what was stopped between two services is finished by pressing again', async () => {
    const other = await makeService(app.deps)
    await addMembership(app.deps, other.id, { email: old, role: 'head' })
    await ask()
    const token = tokenTo(wanted)
    const { db } = app.deps
    const broken = { ...app.deps, random: { ...app.deps.random, uuid: () => 'no uuid' } }
    await expect(confirmAddress(broken, token, { email: old, language: 'en' })).rejects.toThrow()
    // As if it had been stopped after the first service.
    await withOrganisation(db, other.id, ({ trx }) =>
      trx.updateTable('membership').set({ email: wanted }).where('email', '=', old).execute(),
    )
    await confirmAddress(app.deps, token, { email: old, language: 'cy' })
    expect(await membershipsOf(app.deps, old)).toEqual([])
    expect(await membershipsOf(app.deps, wanted)).toHaveLength(2)
    await sendDueMail(app.deps)
    expect(mailsTo(old)[0]?.subject).toBe('Mae eich cyfeiriad e-bost wedi newid')
  })

  test('cannot be asked for without end, and what is no address is told', async () => {
    for (const [typed, words] of [
      ['nonsense', 'like name@example.org'],
      [` ${old.toUpperCase()} `, 'sign in with now'],
    ] as const) {
      const refused = await ask(typed)
      expect(refused.status).toBe(422)
      expect(await refused.text()).toContain(words)
    }
    const request = (n: number) =>
      askForAddress(
        app.deps,
        { from: old, to: `a${n}@t${made}.example.net`, language: 'en' },
        `198.51.100.${n}`,
      )
    for (let n = 0; n < 5; n += 1) expect((await request(n)).ok).toBe(true)
    await expect(request(5)).rejects.toMatchObject({ code: 'too-many-requests' })
  })

  test('a wish is forgotten with the account', async () => {
    await ask()
    const token = tokenTo(wanted)
    await forgetAccount(app.deps, old)
    await expect(findWish(app.deps, token, old)).rejects.toMatchObject({ code: 'link-expired' })
  })
})
