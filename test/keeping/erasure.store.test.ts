import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSessionFor } from '../../src/accounts/actions'
import { getStatusList } from '../../src/awards/actions'
import { asSystem, withOrganisation } from '../../src/database/scope'
import type { Deps } from '../../src/deps'
import { checkLedger, hoursOverview } from '../../src/hours/actions'
import {
  erasePersonRecord,
  listErasures,
  previewErasure,
  resumeErasures,
} from '../../src/keeping/erasure/actions'
import { listMatters, openMatter } from '../../src/keeping/matters/actions'
import { decodeStatusList } from '../../src/openbadges/status-list'
import { addMembership } from '../../src/organisations/actions'
import { recordOwnConsent } from '../../src/people/consents/actions'
import { networkReturn } from '../../src/reporting/actions'
import { importFile } from '../hours/service'
import { issueBadge } from '../support/awards'
import { openTestDeps, type TestDeps } from '../support/database'
import { makePeople, makeService } from '../support/organisation'
import { tablesWith } from './schema'

let opened: TestDeps
let deps: Deps
beforeAll(async () => {
  opened = await openTestDeps()
  deps = opened.deps
})
afterAll(() => opened.close())

const accountsOf = async (email: string) => {
  const { rows } = await sql`select 1 from "user" where email = ${email}`.execute(deps.db)
  return rows.length
}

/** A service with six volunteers who have hours and a badge; the first has traces in every room. */
const makeTraces = async (mail: string) => {
  const service = await makeService(deps)
  const names = ['Zofia Wójcik-Trace', 'B', 'C', 'D', 'E', 'F']
  const people = await makePeople(deps, service, names, { mail })
  const [personId = ''] = people
  const email = `volunteer-1@${mail}`
  await addMembership(deps, service.id, { email, role: 'volunteer', personId })
  const { awardIds } = await issueBadge(deps, service, people)
  const faulty = [
    'Name,Email,Date,Hours,Role',
    `Zofia Wójcik-Trace,${email},31/02/2026,2,Home library service`,
  ]
  const good = `Zofia Wójcik-Trace,${email},30/05/2026,2,Home library service`
  await importFile(deps, service.id, new TextEncoder().encode([...faulty, good].join('\r\n')))
  const consent = { answers: [{ purpose: 'photo', agrees: true }], how: 'account', actor: email } as const
  await recordOwnConsent(deps, service.id, personId, consent)
  await openSessionFor(deps, email)
  return { service, personId, email, awardId: awardIds[0] ?? '' }
}

const figuresOf = async (service: { readonly id: string; readonly parentId: string | null }) => {
  const { waiting: _, ...overview } = await hoursOverview(deps, service.id)
  return { overview, network: await networkReturn(deps, service.parentId ?? '') }
}

test('nothing leads to the person any more, every total stays, the ledger holds, the badge is still answered for', async () => {
  const { service, personId, email, awardId } = await makeTraces('keep.example.org')
  const before = await figuresOf(service)
  const place = await withOrganisation(deps.db, service.id, ({ trx }) =>
    trx
      .selectFrom('award')
      .select(['status_list_id', 'status_index'])
      .where('id', '=', awardId)
      .executeTakeFirstOrThrow(),
  )
  expect(await tablesWith(deps, 'Wójcik-Trace')).toEqual(expect.arrayContaining(['person', 'import_fault']))
  expect(await previewErasure(deps, service.id, personId)).toMatchObject({
    ...{ name: 'Zofia Wójcik-Trace', minutes: 1275, badges: 1 },
    goes: { profile: 1, sessions: 4, awards: 1, consents: 1, memberships: 1, files: 1, skills: 0, visits: 0 },
  })
  const files = opened.files.kept.size
  await erasePersonRecord(deps, service.id, personId, {
    credentials: 'keep',
    askedBy: 'holder',
    actor: email,
  })

  for (const words of ['Wójcik-Trace', 'wojcik', email, personId])
    expect([words, await tablesWith(deps, words)]).toEqual([words, []])
  expect(await accountsOf(email)).toBe(0)
  expect(opened.files.kept.size).toBe(files - 1)
  expect(await figuresOf(service)).toEqual(before)
  const check = await checkLedger(deps, service.id)
  expect(check).toMatchObject({ broken: [], erased: { people: 1, minutes: 1275 } })
  const kept = await withOrganisation(deps.db, service.id, ({ trx }) =>
    trx.selectFrom('erased_award').selectAll().execute(),
  )
  expect(kept).toEqual([expect.objectContaining({ id: awardId, status: 'valid', ...place })])
  expect(opened.mails.filter(({ to }) => to === email).map(({ subject }) => subject)).toEqual([
    expect.stringContaining('is erased'),
  ])
  expect(await listErasures(deps, service.id)).toEqual([
    expect.objectContaining({ personId: null, files: [], finishedAt: expect.any(Date) }),
  ])
}, 60_000)

test('badges that are to be taken back are, and the list says so after the record is gone', async () => {
  const { service, personId, email, awardId } = await makeTraces('revoke.example.org')
  const place = await withOrganisation(deps.db, service.id, ({ trx }) =>
    trx
      .selectFrom('award')
      .select(['status_list_id', 'status_index'])
      .where('id', '=', awardId)
      .executeTakeFirstOrThrow(),
  )
  await erasePersonRecord(deps, service.id, personId, {
    credentials: 'revoke',
    askedBy: 'holder',
    actor: email,
  })
  const list = JSON.parse(await getStatusList(deps, place.status_list_id))
  const { bits } = decodeStatusList(list.credentialSubject.encodedList)
  expect((bits?.[place.status_index >> 3] ?? 0) & (128 >> (place.status_index & 7))).not.toBe(0)
}, 60_000)

test('an open complaint keeps the part it needs, with its reason, and no more', async () => {
  const { service, personId, email } = await makeTraces('matter.example.org')
  await openMatter(
    deps,
    service.id,
    personId,
    {
      ...{ kind: 'accident', reference: 'A-17', reason: 'A fall in the store; the insurer asks.' },
      ...{
        needsName: true,
        needsContact: false,
        needsSessions: true,
        firstDate: '2026-03-01',
        lastDate: '2026-03-31',
      },
    },
    'dpo@example.org',
  )
  await erasePersonRecord(deps, service.id, personId, {
    credentials: 'keep',
    askedBy: 'officer',
    actor: 'dpo@example.org',
  })
  const [matter] = await listMatters(deps, service.id)
  expect(matter?.kept).toEqual(['Zofia Wójcik-Trace', '2026-03-02, 480 min, Home library service'])
  expect(await tablesWith(deps, 'Wójcik-Trace')).toEqual(['kept_matter'])
  expect(await tablesWith(deps, email)).toEqual([])
}, 60_000)

test('asked twice and stopped half way, it ends the same', async () => {
  const { service, personId, email } = await makeTraces('twice.example.org')
  const broken = {
    ...deps,
    files: { ...deps.files, delete: () => Promise.reject(new Error('The store is away.')) },
  }
  const wish = { credentials: 'keep', askedBy: 'holder', actor: email } as const
  await expect(erasePersonRecord(broken, service.id, personId, wish)).rejects.toThrow('The store is away.')
  const [half] = await listErasures(deps, service.id)
  expect(half).toMatchObject({ personId: null, finishedAt: null, files: [expect.any(String)] })
  await resumeErasures(deps)
  await resumeErasures(deps)
  const all = await listErasures(deps, service.id)
  expect(all).toEqual([expect.objectContaining({ files: [], finishedAt: expect.any(Date) })])
  await expect(erasePersonRecord(deps, service.id, personId, wish)).rejects.toMatchObject({
    code: 'not-found',
  })
  expect((await checkLedger(deps, service.id)).erased.people).toBe(1)
}, 60_000)

test('nobody else can take away what can only be added to, and no service another’s', async () => {
  const { service, personId } = await makeTraces('guard.example.org')
  const other = await makeService(deps)
  await expect(
    withOrganisation(deps.db, service.id, ({ trx }) => trx.deleteFrom('session_event').execute()),
  ).rejects.toMatchObject({ code: '42501' })
  await expect(
    withOrganisation(deps.db, other.id, ({ trx }) =>
      sql`select erase_person(${service.id}::uuid, ${personId}::uuid)`.execute(trx),
    ),
  ).rejects.toMatchObject({ code: '42501' })
  await expect(
    asSystem(deps.db, ({ trx }) =>
      sql`select erase_person(${service.id}::uuid, ${personId}::uuid)`.execute(trx),
    ),
  ).rejects.toMatchObject({ code: '42501' })
  await expect(
    withOrganisation(deps.db, service.id, ({ trx }) => trx.deleteFrom('ledger_erasure').execute()),
  ).rejects.toMatchObject({ code: '42501' })
}, 60_000)
