import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { approveSessions, checkLedger, disputeSessions, sessionsToApprove } from '../../src/hours/actions'
import { openTestDeps, type TestDeps } from '../support/database'
import { bytesOf, coordinator, importFile, makeServiceWithRoles } from './service'

const file = bytesOf([
  'Name,Date,Start,End,Hours,Role,Library',
  ...Array.from(
    { length: 20 },
    (_, at) => `Ann ${at % 4},${at + 1}/10/2026,10:00,12:00,,Garden,Central Library`,
  ),
])

describe('the chain of the ledger', () => {
  let opened: TestDeps
  let service: string
  beforeAll(async () => {
    opened = await openTestDeps()
    opened.clock.set(new Date('2026-11-24T12:00:00Z'))
  }, 60_000)
  afterAll(() => opened.close())
  beforeEach(async () => {
    service = await makeServiceWithRoles(opened.deps)
    await importFile(opened.deps, service, file)
  })

  /** What nobody of the service can do: the owner of the database changes what is written. */
  const tamper = async (table: string, set: string, where: string) => {
    await sql.raw(`alter table ${table} disable trigger user`).execute(opened.deps.db)
    await sql
      .raw(`update ${table} set ${set} where organisation_id = '${service}' and ${where}`)
      .execute(opened.deps.db)
    await sql.raw(`alter table ${table} enable trigger user`).execute(opened.deps.db)
  }
  const someSession = async () => {
    const { sessions } = await sessionsToApprove(opened.deps, service, { limit: 1 })
    const [session] = sessions
    if (session === undefined) throw new Error('No session waits.')
    return session
  }

  test('each entry is in it once, and it holds', async () => {
    const { id } = await someSession()
    await disputeSessions(opened.deps, service, [id], {
      reason: 'The “library” was shut\n\u0007',
      actor: 'b@x.org',
    })
    await approveSessions(opened.deps, service, { all: {} }, coordinator)
    await approveSessions(opened.deps, service, { sessionIds: [id] }, coordinator)
    expect(await checkLedger(opened.deps, service)).toMatchObject({ people: 4, entries: 41, broken: [] })
  })

  test('many who approve and dispute the same at once do each thing once', async () => {
    const { id } = await someSession()
    const approvals = await Promise.all(
      Array.from({ length: 8 }, () => approveSessions(opened.deps, service, { all: {} }, coordinator)),
    )
    expect(approvals.reduce((sum, { approved }) => sum + approved, 0)).toBe(20)
    const disputes = Array.from({ length: 4 }, () =>
      disputeSessions(opened.deps, service, [id], { reason: 'Shut', actor: coordinator }),
    )
    const disputed = await Promise.all(disputes)
    expect(disputed.reduce((sum, one) => sum + one.disputed, 0)).toBe(1)
    expect(await checkLedger(opened.deps, service)).toMatchObject({ people: 4, entries: 41, broken: [] })
  })

  test.each([
    ['the minutes of a session', 'volunteering_session', 'minutes = 119'],
    [
      'the role of a session',
      'volunteering_session',
      'role_id = (select id from role r where r.organisation_id = volunteering_session.organisation_id and r.id <> role_id limit 1)',
    ],
    ['how it was delivered', 'volunteering_session', "delivery_mode = 'remote'"],
  ])('who alters %s is found out', async (_, table, set) => {
    const { id, personId } = await someSession()
    await tamper(table, set, `id = '${id}'`)
    const { broken } = await checkLedger(opened.deps, service)
    expect(broken).toEqual([{ personId, sequence: expect.any(Number), fault: 'entry-altered', subject: id }])
  })

  test('who alters an entry, takes one away or moves the head is found out', async () => {
    const { id, personId } = await someSession()
    await tamper('session_event', "actor = 'other@example.org'", `session_id = '${id}'`)
    expect((await checkLedger(opened.deps, service)).broken).toEqual([
      { personId, sequence: expect.any(Number), fault: 'entry-altered', subject: id },
    ])
    await tamper('session_event', `actor = '${coordinator}'`, `session_id = '${id}'`)
    expect((await checkLedger(opened.deps, service)).broken).toEqual([])
    await tamper('session_event', 'sequence = sequence + 100', `person_id = '${personId}' and sequence = 3`)
    expect((await checkLedger(opened.deps, service)).broken).toMatchObject([
      { personId, sequence: 3, fault: 'entry-missing' },
    ])
    await tamper('session_event', 'sequence = 3', `person_id = '${personId}' and sequence = 103`)
    await tamper('ledger_head', `hash = repeat('1', 64)`, `person_id = '${personId}'`)
    expect((await checkLedger(opened.deps, service)).broken).toMatchObject([
      { personId, fault: 'head-differs' },
    ])
  })
})
