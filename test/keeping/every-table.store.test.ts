import { afterAll, beforeAll, expect, test } from 'vitest'
import { withOrganisation } from '../../src/database/scope'
import { erasePersonRecord } from '../../src/keeping/erasure/actions'
import { addMembership } from '../../src/organisations/actions'
import { queueMail } from '../../src/outbox/actions'
import { addEvidence, recordClaim } from '../../src/skills/actions'
import { openTestDeps, type TestDeps } from '../support/database'
import { makePeople } from '../support/organisation'
import { makeEveryRoom, mark } from './every-room'
import { countRows, leadsToPerson, tablesWith, tenantTables } from './schema'

let opened: TestDeps
beforeAll(async () => {
  opened = await openTestDeps()
})
afterAll(() => opened.close())

/** Tables of a service that lead to no person by a key, and why nobody's words are left in them. */
const others: Readonly<Record<string, string>> = {
  achievement: 'what a badge is',
  anonymous_session: 'minutes, role, branch and month under a random key, so that totals stay',
  audit_event: 'that something was done; its subject and detail are taken out',
  badge_setting: 'choices of the service',
  boundary_record: 'decisions about a role',
  branch: 'libraries',
  check_in_point: 'tablets and posters',
  dbs_decision: 'decisions about a role',
  demographic_release: 'counts that were published',
  erased_award: 'what answers whether a badge holds, without whose it is',
  erasure: 'that somebody was erased; not who',
  framework: 'published frameworks',
  framework_item: 'published frameworks',
  framework_mapping: 'what roles and badges stand for',
  hidden_role: 'choices of the service',
  hours_import: 'the file goes; who uploaded it and how many rows it had stay',
  import_fault: 'rows that name the person are taken out',
  issue_batch: 'the person, and words for them, are taken out',
  kept_matter: 'what an open complaint or accident needs, with its reason',
  ledger_erasure: 'the root of the chain and what it came to, under a random key',
  opportunity: 'what the service offers',
  outbox: 'address, subject and words of mails to or about the person are taken out',
  own_badge: 'what a badge is',
  own_badge_version: 'what a badge is',
  pattern_card: 'published by the service',
  position_statement: 'published by the service',
  print_run: 'the file with certificates goes',
  retention_run: 'counts',
  role: 'what the service offers',
  set_status_place: 'a place in a list that a signed record points at',
  setting_change: 'choices of the service',
  signing_key: 'keys of the service',
  status_list: 'places without names',
  union_consultation: 'what a union said about a role',
}

test('every table of a service either leads to a person or is named with the reason why it needs not', async () => {
  const { deps } = opened
  const own = await leadsToPerson(deps)
  const undecided = (await tenantTables(deps)).filter((table) => !own.has(table) && !(table in others))
  expect(undecided).toEqual([])
  expect(Object.keys(others).filter((table) => own.has(table))).toEqual(['erasure', 'kept_matter'])
})

test('of somebody with something in every room, no table has a row left, and no word or file', async () => {
  const { deps } = opened
  const somebody = await makeEveryRoom(deps, 'erased.example.org')
  const { service, personId, email, guardian, assessor } = somebody
  const own = [...(await leadsToPerson(deps))].filter((table) => !(table in others))
  const filled = await countRows(deps, service.id, own)
  expect(own.filter((table) => filled.get(table) === 0)).toEqual([])

  await erasePersonRecord(deps, service.id, personId, {
    ...{ credentials: 'keep', askedBy: 'holder', actor: email },
  })
  // Somebody else has applied for the same place; that the service's roles changed is noted for everybody.
  const left = [...(await countRows(deps, service.id, own))].filter(([, count]) => count > 0)
  const notes = await withOrganisation(deps.db, service.id, ({ trx }) =>
    trx.selectFrom('standing_change').select('person_id').distinct().execute(),
  )
  expect(notes).toEqual([{ person_id: null }])
  expect(left.filter(([table]) => table !== 'standing_change')).toEqual([['application', 1]])
  for (const words of [mark, 'Ilka', email, personId, guardian, assessor])
    expect([words, await tablesWith(deps, words)]).toEqual([words, words === email ? ['kept_matter'] : []])
  const texts = [...opened.files.kept.values()].map((bytes) => new TextDecoder().decode(bytes))
  expect(texts.filter((text) => text.includes(mark))).toEqual([])
  expect([...opened.files.kept.keys()].filter((key) => key.startsWith('print-runs/'))).toEqual([])
}, 120_000)

test('what others have too stays with them; signed records are taken back where that is chosen', async () => {
  const { deps } = opened
  const leaving = await makeEveryRoom(deps, 'leaving.example.org')
  const { service, email } = leaving
  const [other = ''] = await makePeople(deps, service, ['Bo'], { mail: 'staying.example.org' })
  const by = { email: 'volunteer-1@staying.example.org', as: 'volunteer' } as const
  await addMembership(deps, service.id, { email: by.email, role: 'volunteer', personId: other })
  await addMembership(deps, service.id, { email: leaving.assessor, role: 'supervisor' })
  const { claimId } = await recordClaim(deps, service.id, other, { title: 'I help' }, by.email)
  const bytes = new TextEncoder().encode(`%PDF-1.7 ${mark}`)
  const file = { kind: 'file', words: '', bytes, fileName: 'both.pdf', peopleAgreed: false } as const
  await addEvidence(deps, service.id, claimId, file, by)
  const mail = { subject: 'Your week', text: 'The rota.', queuedAt: deps.clock.now() }
  await withOrganisation(deps.db, service.id, (scope) =>
    queueMail(scope, { ...mail, id: deps.random.uuid(), to: leaving.assessor }),
  )
  await erasePersonRecord(deps, service.id, leaving.personId, {
    ...{ credentials: 'revoke', askedBy: 'holder', actor: email },
  })
  const left = await withOrganisation(deps.db, service.id, async ({ trx }) => ({
    mails: await trx
      .selectFrom('outbox')
      .select('subject')
      .where('recipient', '=', leaving.assessor)
      .execute(),
    places: await trx.selectFrom('set_status_place').select('reason').execute(),
    actors: await trx
      .selectFrom('audit_event')
      .select('action')
      .where('actor', '=', leaving.assessor)
      .execute(),
  }))
  expect(left.mails).toEqual([{ subject: 'Your week' }])
  expect(left.places).toEqual([{ reason: expect.stringContaining('taken back') }])
  expect(left.actors.length).toBeGreaterThan(0)
  const kept = [...opened.files.kept].filter(([key]) => key.startsWith(`skills/${service.id}/`))
  expect(kept).toHaveLength(1)
}, 120_000)
