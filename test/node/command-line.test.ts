import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { revokeAward } from '../../src/awards/actions'
import { withOrganisation } from '../../src/database/scope'
import type { Deps } from '../../src/deps'
import { makeServiceWithRoles } from '../hours/service'
import { earnBadge } from '../support/awards'
import { openTestDeps, type TestDeps } from '../support/database'
import { makePeople, makeService } from '../support/organisation'
import { runProgram, sharedEnvironment } from './support'

let opened: TestDeps
let deps: Deps
let data: string
beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'colophon-command-'))
  opened = await openTestDeps('postgres')
  deps = opened.deps
})
afterAll(async () => {
  await opened.close()
  await rm(data, { recursive: true, force: true })
})

/** Runs a command; a file is given by its text and comes last. */
const colophon = async (args: readonly string[], text?: string) => {
  const file = join(data, 'given.csv')
  if (text !== undefined) await writeFile(file, text)
  const env = sharedEnvironment(opened.pool, data)
  const { ended, output } = runProgram(['dist/cli.js', ...args, ...(text === undefined ? [] : [file])], env)
  return { code: await ended, ...output }
}

const outboxOf = (organisationId: string) =>
  withOrganisation(deps.db, organisationId, ({ trx }) => trx.selectFrom('outbox').selectAll().execute())

test('issue --to takes a list with headings and tells by row and reason who was refused', async () => {
  const service = await makeService(deps)
  const [sian = '', amina = '', twin = ''] = await makePeople(
    deps,
    service,
    ['Siân Wójcik', 'Amina Yusuf', 'Sam Lee'],
    { mail: 'list.example.org' },
  )
  const [other = '', short = ''] = await makePeople(deps, service, ['Sam Lee', 'Too Short'])
  await earnBadge(deps, service, [sian, amina, twin, other])
  await withOrganisation(deps.db, service.id, ({ trx }) =>
    trx.updateTable('person').set({ external_reference: 'V-7' }).where('id', '=', sian).execute(),
  )
  const list = [
    'Volunteer name;E-mail;Volunteer ID',
    'Somebody Else;;V-7',
    'Amina Yusuf;VOLUNTEER-2@list.example.org;',
    'Sam Lee;;',
    'too short;;',
    ';nobody@list.example.org;',
    ';;V-8',
  ].join('\r\n')
  const command = ['issue', '--badge', 'LV-02', '--organisation', service.slug, '--to']
  const first = await colophon(command, list)
  expect(first).toEqual({
    code: 1,
    stdout: '',
    stderr: [
      'Row 4: Sam Lee: more than one person is known by that; give the reference or the e-mail address.',
      'Row 5: too short: has not earned the badge: 20 more hours and sessions in 3 more months.',
      'Row 6: nobody@list.example.org: nobody who volunteers now is known by that.',
      'Row 7: V-8: nobody who volunteers now is known by that.',
      '2 issued, 0 held already, 4 refused.',
      '',
    ].join('\n'),
  })
  const mails = await outboxOf(service.id)
  expect(mails.map(({ recipient }) => recipient).toSorted()).toEqual([
    'volunteer-1@list.example.org',
    'volunteer-2@list.example.org',
  ])
  expect(mails.every(({ sent_at }) => sent_at === null)).toBe(true)

  const again = await colophon(command, 'V-7\n\nvolunteer-2@list.example.org\nvolunteer-3@list.example.org\n')
  expect(again).toEqual({
    code: 0,
    stdout: '',
    stderr: [
      'Row 1: V-7: holds the badge already.',
      'Row 3: volunteer-2@list.example.org: holds the badge already.',
      '1 issued, 2 held already, 0 refused.',
      '',
    ].join('\n'),
  })
  expect(short).not.toBe('')
})

test('import, issue to all who are eligible, and export: progress where it is asked for, JSON on standard output', async () => {
  const organisationId = await makeServiceWithRoles(deps)
  const { slug } = await withOrganisation(deps.db, organisationId, ({ trx }) =>
    trx.selectFrom('organisation').select('slug').where('id', '=', organisationId).executeTakeFirstOrThrow(),
  )
  const lines = Array.from({ length: 1200 }, (_, row) => {
    const person = row % 150
    return `Volunteer ${person},v${person}@bulk.example.org,2026-0${Math.floor(row / 150) + 1}-10,6,Garden`
  })
  const sheet = ['Name,E-mail,Date,Hours,Role', ...lines, 'Nobody,,2026-99-99,1,Garden'].join('\n')
  const imported = await colophon(['import', 'sessions', '--progress', '--organisation', slug], sheet)
  expect(imported.code).toBe(1)
  expect(imported.stderr).toBe(
    '1,000 of 1,201\n1,201 of 1,201\n1200 added, 0 there already, 1 with faults.\n',
  )
  expect(imported.stdout).toContain('2026-99-99')
  expect(imported.stdout.trim().split('\n')).toHaveLength(2)

  const issue = ['issue', '--badge', 'LV-02', '--organisation', slug, '--eligible']
  expect(await colophon(issue)).toEqual({ code: 0, stdout: '', stderr: '0 issued.\n' })
  await withOrganisation(deps.db, organisationId, ({ trx }) =>
    trx.updateTable('volunteering_session').set({ status: 'approved' }).execute(),
  )
  const issued = await colophon([...issue, '--progress'])
  expect(issued).toEqual({ code: 0, stdout: '', stderr: '150 of 150\n150 issued.\n' })
  expect(await outboxOf(organisationId)).toHaveLength(150)

  const exportBadge = ['export', '--badge', 'LV-02', '--organisation', slug]
  const exported = await colophon(exportBadge)
  const ids = exported.stdout
    .trim()
    .split('\n')
    .map((line): string => JSON.parse(line).id)
  expect(new Set(ids).size).toBe(150)
  const awardId = ids[0]?.split('/').pop() ?? ''
  await revokeAward(deps, organisationId, awardId, { reason: 'A mistake', actor: 'head@example.org' })
  expect((await colophon(exportBadge)).stdout.trim().split('\n')).toHaveLength(149)
})

test('every command has help on standard output', async () => {
  for (const args of [
    ['--help'],
    ['import', '--help'],
    ['issue', '--help'],
    ['export', '--help'],
    ['verify', '--help'],
  ]) {
    const { code, stdout, stderr } = await colophon(args)
    expect([args, code, stderr]).toEqual([args, 0, ''])
    expect(stdout).toMatch(/^Usage: colophon/)
  }
})

test('what is not understood ends with 2, what cannot be done with 1, both with a sentence on standard error', async () => {
  const service = ['--organisation', 'nowhere']
  const expected = [
    [[], 2, undefined],
    [['fly'], 2, 'There is no command fly.'],
    [['issue', '--eligible', ...service], 2, '--badge is missing.'],
    [['issue', '--badge', 'LV-02', ...service], 2, 'Say whom to issue to: --eligible or --to FILE.'],
    [
      ['issue', '--badge', 'LV-02', ...service, '--to', join(data, 'no.csv')],
      2,
      /no\.csv could not be read\./,
    ],
    [['issue', '--badge', 'LV-02', '--sideways'], 2, /sideways/],
    [['import', 'people', 'x.csv', ...service], 2, 'Say what to import: sessions.'],
    [['issue', '--badge', 'LV-02', '--eligible', ...service], 1, 'There is no organisation "nowhere".'],
  ] as const
  for (const [args, code, sentence] of expected) {
    const ran = await colophon(args)
    expect([args, ran.code]).toEqual([args, code])
    if (sentence === undefined) continue
    expect(ran.stdout).toBe('')
    expect(ran.stderr.split('\n')[0]).toMatch(sentence)
  }
})
