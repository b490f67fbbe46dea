import { createHash } from 'node:crypto'
import { PDFiumLibrary } from '@hyzyla/pdfium'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findClaim, renewClaim, revokeAward, useClaim } from '../../src/awards/actions'
import { takingUntil, useSlip } from '../../src/awards/claims/actions'
import { newSecret } from '../../src/awards/claims/new-secret'
import { makeSlips, reachHolders } from '../../src/awards/slips/actions'
import { withOrganisation } from '../../src/database/scope'
import type { Deps } from '../../src/deps'
import type { Organisation } from '../../src/organisations/model'
import { sendDueMail } from '../../src/outbox/actions'
import { readCode } from '../certificates/sample'
import { issueBadge } from '../support/awards'
import { openTestDeps, type TestDeps } from '../support/database'
import { makePeople, makeService } from '../support/organisation'
import { confirmGuardian, guardianOf, makeBorn } from '../support/young'

let opened: TestDeps
let deps: Deps
let service: Organisation
const pdfium = await PDFiumLibrary.init()
beforeAll(async () => {
  opened = await openTestDeps()
  deps = opened.deps
  service = await makeService(deps)
})
afterAll(() => opened.close())

const DAY = 24 * 60 * 60_000
const by = { actor: 'coordinator@example.org' }

/** The text of each page, and the token that its code leads to. */
const readSlips = async (pdf: Uint8Array) => {
  const document = await pdfium.loadDocument(pdf)
  const pages = []
  for (let index = 0; index < document.getPageCount(); index++) {
    const page = document.getPage(index)
    const text = page.getText().replace(/\s+/g, ' ')
    const { width, height, data } = await page.render({ scale: 1.5, render: 'bitmap' })
    const address = readCode({ width, height, data: Uint8Array.from(data) })
    const token = /^https:\/\/badges\.example\.org\/claim\/([\w-]{43})$/.exec(address ?? '')?.[1]
    pages.push({ text, token })
  }
  document.destroy()
  return pages
}

const tokenOf = async (awardId: string, organisation = service) =>
  (await readSlips(await makeSlips(deps, organisation, { awardId }, by)))[0]?.token ?? ''

const claimsOf = (awardId: string) =>
  withOrganisation(deps.db, service.id, ({ trx }) =>
    trx.selectFrom('claim').selectAll().where('award_id', '=', awardId).execute(),
  )

const auditOf = (awardId: string) =>
  withOrganisation(deps.db, service.id, ({ trx }) =>
    trx
      .selectFrom('audit_event')
      .select(['action', 'actor'])
      .where('subject_id', '=', awardId)
      .where('action', '=', 'award.slip-made')
      .execute(),
  )

describe('slips for a batch', () => {
  test('are one page for each person without e-mail, by first name, under a sheet that says whose is whose', async () => {
    const without = await makePeople(deps, service, ['Zofia Nowak', 'Amina Yusuf'])
    const withMail = await makePeople(deps, service, ['Tomos Rees'], { mail: 'with.example.org' })
    const { batch, awardIds } = await issueBadge(deps, service, [...without, ...withMail])
    const choice = { batchId: batch.id }
    const reaches = await reachHolders(deps, service.id, choice)
    expect(reaches.filter(({ address }) => address === null)).toHaveLength(2)

    const [cover, first, second, ...more] = await readSlips(await makeSlips(deps, service, choice, by))
    expect(more).toEqual([])
    for (const words of ['Claim slips', 'Amina Yusuf', 'Zofia Nowak']) expect(cover?.text).toContain(words)
    expect(cover?.text).not.toContain('Tomos')
    expect(cover?.token).toBeUndefined()
    for (const words of ['Amina, your badge is ready', 'Slip 1', service.nameEn, 'Regular Library Volunteer'])
      expect(first?.text).toContain(words)
    expect(first?.text).not.toContain('Yusuf')
    expect(first?.text).toMatch(/This slip works once, until \d+ \w+ 20\d\d\./)
    expect(second?.text).toContain('Zofia, your badge is ready')
    const [zofia = '', amina = '', tomos = ''] = awardIds
    expect(await findClaim(deps, first?.token ?? '')).toMatchObject({ awardId: amina, email: null })
    expect(await findClaim(deps, second?.token ?? '')).toMatchObject({ awardId: zofia, email: null })
    expect(await auditOf(zofia)).toEqual([{ action: 'award.slip-made', ...by }])
    expect(await auditOf(tomos)).toEqual([])
    expect(await claimsOf(tomos)).toHaveLength(1)
  })

  test('made again end those before, also when two make them at once', async () => {
    const { batch, awardIds } = await issueBadge(deps, service, await makePeople(deps, service, ['Nest']))
    const made = await Promise.all(
      Array.from({ length: 3 }, () => makeSlips(deps, service, { batchId: batch.id }, by)),
    )
    const tokens = await Promise.all(made.map(async (pdf) => (await readSlips(pdf))[0]?.token ?? ''))
    expect(new Set(tokens).size).toBe(3)
    const used = await Promise.allSettled(tokens.map((token) => useSlip(deps, token)))
    expect(used.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await auditOf(awardIds[0] ?? '')).toHaveLength(3)
  })

  test('are refused where everybody has e-mail, for another service’s awards, and for a badge taken back', async () => {
    const people = await makePeople(deps, service, ['Olwen'], { mail: 'olwen.example.org' })
    const { batch } = await issueBadge(deps, service, people)
    const none = { code: 'conflict' }
    await expect(makeSlips(deps, service, { batchId: batch.id }, by)).rejects.toMatchObject(none)
    const { awardIds } = await issueBadge(deps, service, await makePeople(deps, service, ['Prys']))
    const [awardId = ''] = awardIds
    const other = await makeService(deps)
    const unknown = { code: 'not-found' }
    await expect(makeSlips(deps, other, { awardId }, by)).rejects.toMatchObject(unknown)
    await expect(makeSlips(deps, other, { batchId: batch.id }, by)).rejects.toMatchObject(unknown)
    await expect(makeSlips(deps, service, { awardId: 'none' }, by)).rejects.toMatchObject(unknown)
    await revokeAward(deps, service.id, awardId, { reason: 'A mistake', ...by })
    await expect(makeSlips(deps, service, { awardId }, by)).rejects.toMatchObject(none)
    expect(await claimsOf(awardId)).toEqual([])
  })

  test('are Welsh first, with English, in a Welsh service where nobody said what they wish', async () => {
    const welsh: Organisation = { ...service, nation: 'Wales', nameCy: 'Llyfrgelloedd Cymru' }
    const { awardIds } = await issueBadge(deps, service, await makePeople(deps, service, ['Siân Wójcik']))
    const [page] = await readSlips(await makeSlips(deps, welsh, { awardId: awardIds[0] ?? '' }, by))
    expect(page?.text).toContain('Llyfrgelloedd Cymru')
    const [cy, en] = ['Siân, mae eich bathodyn yn barod', 'Siân, your badge is ready']
    expect(page?.text.indexOf(cy)).toBeGreaterThan(0)
    expect(page?.text.indexOf(en)).toBeGreaterThan(page?.text.indexOf(cy) ?? 0)
    expect(page?.token).toHaveLength(43)
  })
})

describe('a child', () => {
  test('gets a slip only where the guardian has no e-mail, and no consent is missing', async () => {
    const [child = ''] = await makeBorn(deps, service, { 'Young One': '2016-01-01' }, 'young.example.org')
    await confirmGuardian(deps, service, child)
    const { awardIds } = await issueBadge(deps, service, [child])
    const [awardId = ''] = awardIds
    expect(await reachHolders(deps, service.id, { awardId })).toEqual([
      { awardId, address: guardianOf(child) },
    ])
    await expect(makeSlips(deps, service, { awardId }, by)).rejects.toMatchObject({ code: 'conflict' })
    const change = (changes: { email?: null; ended_at?: Date }) =>
      withOrganisation(deps.db, service.id, ({ trx }) =>
        trx.updateTable('guardian').set(changes).where('person_id', '=', child).execute(),
      )
    await change({ email: null })
    expect(await findClaim(deps, await tokenOf(awardId))).toMatchObject({ awardId, email: null })
    await expect(renewClaim(deps, service.id, awardId)).rejects.toMatchObject({ code: 'conflict' })
    await change({ ended_at: deps.clock.now() })
    const [reach] = await reachHolders(deps, service.id, { awardId })
    expect(reach).toMatchObject({ address: null, hold: 'guardian-missing' })
    await expect(makeSlips(deps, service, { awardId }, by)).rejects.toMatchObject({ code: 'conflict' })
  })
})

describe('the link of a slip', () => {
  const issueTo = async (name: string) => {
    const { awardIds } = await issueBadge(deps, service, await makePeople(deps, service, [name]))
    return awardIds[0] ?? ''
  }

  test('is kept as a hash without an address, and works once for whoever is first', async () => {
    const awardId = await issueTo('Gwen')
    const token = await tokenOf(awardId)
    const [kept, ...more] = await claimsOf(awardId)
    expect(more).toEqual([])
    expect(kept).toMatchObject({
      email: null,
      used_at: null,
      take_hash: null,
      token_hash: createHash('sha256').update(token).digest('hex'),
    })
    await expect(useClaim(deps, token)).rejects.toMatchObject({ code: 'not-found' })
    const tries = await Promise.allSettled(Array.from({ length: 8 }, () => useSlip(deps, token)))
    const [won, ...others] = tries.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
    expect(others).toEqual([])
    expect(JSON.stringify(await claimsOf(awardId))).not.toContain(won?.secret)
    const until = new Date(deps.clock.now().getTime() + 60 * 60_000)
    expect(await takingUntil(deps, token, won?.secret)).toEqual(until)
    expect(await takingUntil(deps, token, undefined)).toBeUndefined()
    expect(await takingUntil(deps, token, `${won?.secret}x`)).toBeUndefined()
    opened.clock.advance(60 * 60_000 - 1)
    expect(await takingUntil(deps, token, won?.secret)).toEqual(until)
    opened.clock.advance(1)
    expect(await takingUntil(deps, token, won?.secret)).toBeUndefined()
  })

  test('pressed twice at once from one page, gives the same secret both times; from another page, none', async () => {
    const token = await tokenOf(await issueTo('Nia'))
    const offered = newSecret(deps)
    const both = await Promise.all([useSlip(deps, token, offered), useSlip(deps, token, offered)])
    expect(both.map(({ secret }) => secret)).toEqual([offered, offered])
    expect(await takingUntil(deps, token, offered)).toBeDefined()
    for (const other of [newSecret(deps), 'short', undefined])
      await expect(useSlip(deps, token, other)).rejects.toMatchObject({ code: 'link-expired' })
  })

  test('runs out after 30 days', async () => {
    const token = await tokenOf(await issueTo('Ifan'))
    opened.clock.advance(30 * DAY)
    await expect(useSlip(deps, token)).rejects.toMatchObject({ code: 'link-expired' })
  })

  test('gives nothing more to who used it once a new slip is made', async () => {
    const awardId = await issueTo('Lowri')
    const token = await tokenOf(awardId)
    const { secret } = await useSlip(deps, token)
    expect(await takingUntil(deps, token, secret)).toBeDefined()
    await tokenOf(awardId)
    expect(await takingUntil(deps, token, secret)).toBeUndefined()
    await expect(useSlip(deps, token)).rejects.toMatchObject({ code: 'link-expired' })
  })

  test('of a mail is not used as a slip', async () => {
    const people = await makePeople(deps, service, ['Mair'], { mail: 'mair.example.org' })
    await issueBadge(deps, service, people)
    await sendDueMail(deps)
    const mail = opened.mails.find(({ to }) => to === 'volunteer-1@mair.example.org')
    const token = /\/claim\/([\w-]{43})/.exec(mail?.text ?? '')?.[1] ?? ''
    await expect(useSlip(deps, token)).rejects.toMatchObject({ code: 'link-expired' })
    expect(await useClaim(deps, token)).toMatchObject({ email: 'volunteer-1@mair.example.org' })
  })
})
