import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  getImport,
  importFaultsCsv,
  listImportFaults,
  listImports,
  previewImport,
  runImport,
  startImport,
  uploadImport,
} from '../../src/hours/actions'
import { openTestDeps, type TestDeps } from '../support/database'
import {
  bytesOf,
  contentsOf,
  coordinator,
  exampleFile,
  importFile,
  makeServiceWithRoles,
  upload,
} from './service'

describe('an import', () => {
  let opened: TestDeps
  let service: string
  beforeAll(async () => {
    opened = await openTestDeps()
    opened.clock.set(new Date('2026-11-24T12:00:00Z'))
  }, 60_000)
  afterAll(() => opened.close())
  beforeEach(async () => {
    service = await makeServiceWithRoles(opened.deps)
    opened.queued.length = 0
  })

  test.each(['sessions-template', 'better-impact-export', 'teamkinetic-export', 'three-rings-export'])(
    'does what the preview of %s says, and nothing the second time',
    async (name) => {
      const bytes = exampleFile(`${name}.csv`)
      const { importId, preview, finished } = await importFile(opened.deps, service, bytes)
      expect(preview).toMatchObject({ faultCount: 0, duplicates: 0, missing: [], newPeople: 12 })
      expect(preview.sample).toHaveLength(10)
      expect(finished).toBe(true)
      const first = await contentsOf(opened.deps, service)
      expect(first.people).toHaveLength(12)
      expect(first.sessions).toHaveLength(preview.willAdd)
      expect(
        first.sessions.every((session) => session.status === 'submitted' && session.import_id === importId),
      ).toBe(true)
      expect(first.events.map((event) => [event.kind, event.actor])).toEqual(
        first.sessions.map(() => ['submitted', coordinator]),
      )
      const again = await importFile(opened.deps, service, bytes)
      expect(again.preview).toMatchObject({
        willAdd: 0,
        duplicates: preview.willAdd,
        newPeople: 0,
        faultCount: 0,
      })
      expect(await getImport(opened.deps, service, again.importId)).toMatchObject({
        status: 'finished',
        rowsAdded: 0,
        rowsDuplicate: preview.willAdd,
        rowsFaulty: 0,
      })
      const second = await contentsOf(opened.deps, service)
      expect(second.people).toEqual(first.people)
      expect(second.sessions).toEqual(first.sessions)
      expect(second.events).toHaveLength(first.events.length)
    },
  )

  test('keeps names, addresses and instants as the file gives them', async () => {
    const rows = [
      'Name,Email,Date,Start,End,Role,Library',
      'Sia\u0302n  Lewis,Sian@Example.org,03/04/2026,10:00,12:30,amser rhigwm,central library',
    ]
    await importFile(opened.deps, service, bytesOf(rows))
    const { people, members, sessions, audit } = await contentsOf(opened.deps, service)
    expect(people).toMatchObject([
      {
        preferred_name: 'Si\u00e2n Lewis',
        search_name: 'sian lewis',
        email: 'sian@example.org',
        contact_language: 'en',
      },
    ])
    expect(members).toMatchObject([{ email: 'sian@example.org', person_id: people[0]?.id }])
    expect(sessions).toMatchObject([
      {
        local_date: '2026-04-03',
        started_at: new Date('2026-04-03T09:00:00Z'),
        ended_at: new Date('2026-04-03T11:30:00Z'),
        minutes: 150,
        time_zone: 'Europe/London',
        source: 'import',
      },
    ])
    expect(sessions[0]?.branch_id).toMatch(/-/)
    expect(
      audit.filter((event) => event.subject_type === 'import').map((event) => [event.action, event.detail]),
    ).toEqual([
      ['hours.import-started', { rows: 1 }],
      ['hours.imported', { added: 1, duplicate: 0, faulty: 0 }],
    ])
  })

  test('takes the good rows, keeps the faulty ones, and takes the mended file', async () => {
    const { importId, preview } = await importFile(
      opened.deps,
      service,
      exampleFile('sessions-with-faults.csv'),
    )
    expect(preview).toMatchObject({ willAdd: 3, faultCount: 12, newPeople: 3, unknownRoles: ['Astronaut'] })
    expect(preview.faults).toHaveLength(13)
    expect(await getImport(opened.deps, service, importId)).toMatchObject({
      rowsTotal: 15,
      rowsDone: 15,
      rowsAdded: 3,
      rowsFaulty: 12,
    })
    const faults = await listImportFaults(opened.deps, service, importId, 50)
    expect(faults).toEqual(
      preview.faults.toSorted((a, b) => a.rowNumber - b.rowNumber || (a.column < b.column ? -1 : 1)),
    )
    const csv = await importFaultsCsv(opened.deps, service, importId)
    const lines = csv.split('\r\n')
    expect(lines[0]).toBe(
      '\ufeffReference,Name,Email,Date,Start time,End time,Hours,Role,Library,Notes,What to mend',
    )
    expect(lines).toHaveLength(14)
    expect(lines[1]).toContain('Date: “31/02/2026” is not in the calendar.')
    expect(lines[12]).toContain("'-1")
    expect(await importFaultsCsv(opened.deps, service, importId, { language: 'cy' })).toContain(
      'Nid oes gan y gwasanaeth rôl o’r enw “Astronaut”.',
    )

    const mended = csv
      .replace('31/02/2026', '28/02/2026')
      .replace('Astronaut', 'Garden')
      .replace('04/07/26', '04/07/2026')
    const again = await importFile(opened.deps, service, bytesOf(mended))
    expect(again.preview).toMatchObject({ willAdd: 3, faultCount: 9 })
    const third = await importFaultsCsv(opened.deps, service, again.importId)
    expect(third.split('\r\n')[0]).toBe(lines[0])
    expect((await contentsOf(opened.deps, service)).sessions).toHaveLength(6)
    expect((await listImports(opened.deps, service)).map((view) => view.id)).toContain(importId)
  })

  test('refuses to guess between two people of one name', async () => {
    const two = [
      'Reference,Name,Date,Hours,Role',
      'V-1,Sam Jones,03/04/2026,2,Garden',
      'V-2,Sam Jones,04/04/2026,2,Garden',
    ]
    await importFile(opened.deps, service, bytesOf(two))
    const { preview } = await upload(
      opened.deps,
      service,
      bytesOf(['Name,Date,Hours,Role', 'Sam Jones,05/04/2026,2,Garden']),
    )
    expect(preview.faults).toEqual([
      { rowNumber: 2, column: 'Name', value: 'Sam Jones', reason: 'person-ambiguous' },
    ])
    expect(preview.willAdd).toBe(0)
  })

  test('counts a row that is twice in the file once', async () => {
    const row = 'Sam Jones,03/04/2026,2,Garden'
    const { importId, preview } = await importFile(
      opened.deps,
      service,
      bytesOf(['Name,Date,Hours,Role', row, row]),
    )
    expect(preview).toMatchObject({ willAdd: 1, duplicates: 1 })
    expect(await getImport(opened.deps, service, importId)).toMatchObject({ rowsAdded: 1, rowsDuplicate: 1 })
  })

  test('what the columns of a file held is offered again for the next with the same headings', async () => {
    const odd = (first: string) => bytesOf([`${first},Tag,Dauer,Was`, 'Ann,05/10/2026,2,Garden'])
    const { importId } = await upload(opened.deps, service, odd('Wer'))
    const mapping = { name: 0, date: 1, hours: 2, role: 3 }
    expect((await previewImport(opened.deps, service, importId)).missing).not.toEqual([])
    await startImport(opened.deps, service, importId, mapping, coordinator)
    const again = await upload(opened.deps, service, odd('WER'))
    expect(again.preview).toMatchObject({ mapping, missing: [], willAdd: 0, duplicates: 1 })
    const other = await makeServiceWithRoles(opened.deps)
    expect((await upload(opened.deps, other, odd('Wer'))).preview.mapping).not.toEqual(mapping)
  })

  test('a stop in the middle loses nothing and doubles nothing', async () => {
    const rows = Array.from({ length: 1700 }, (_, index) => {
      const day = String((index % 28) + 1).padStart(2, '0')
      return index % 100 === 99
        ? `V-${index},Person ${index},,soon,2,Garden`
        : `V-${index % 400},Person ${index % 400},p${index % 400}@example.org,${day}/0${1 + (index % 9)}/2026,${1 + Math.floor(index / 400)},Garden`
    })
    const bytes = bytesOf(['Reference,Name,Email,Date,Hours,Role', ...rows])
    const { importId, preview, finished } = await importFile(opened.deps, service, bytes)
    expect(finished).toBe(false)
    expect(opened.queued).toEqual([{ kind: 'import-sessions', organisationId: service, importId }])
    expect((await getImport(opened.deps, service, importId)).status).toBe('running')
    const seen: number[] = []
    await expect(
      runImport(opened.deps, service, importId, (done) => {
        seen.push(done)
        if (done === 1000) throw new Error('The power went off')
      }),
    ).rejects.toThrow('The power went off')
    expect(await getImport(opened.deps, service, importId)).toMatchObject({
      status: 'failed',
      rowsDone: 1000,
    })
    await Promise.all([
      runImport(opened.deps, service, importId, (done) => seen.push(done)),
      runImport(opened.deps, service, importId),
    ])
    await runImport(opened.deps, service, importId)
    expect(seen[0]).toBe(1000)
    expect(await getImport(opened.deps, service, importId)).toMatchObject({
      status: 'finished',
      rowsDone: 1700,
      rowsAdded: 1683,
      rowsDuplicate: 0,
      rowsFaulty: 17,
    })
    const contents = await contentsOf(opened.deps, service)
    expect(preview.willAdd).toBe(1683)
    expect(contents.sessions).toHaveLength(1683)
    expect(contents.people).toHaveLength(396)
    expect(contents.members).toHaveLength(396)
    expect(contents.faults).toHaveLength(17)
    expect(contents.audit.filter((event) => event.action === 'hours.imported')).toHaveLength(1)
  })

  test('a file that cannot be read is refused in words', async () => {
    const send = (bytes: Uint8Array, language: 'en' | 'cy' = 'en') =>
      uploadImport(opened.deps, service, { fileName: 'x.csv', bytes, actor: coordinator, language })
    await expect(send(new Uint8Array())).rejects.toMatchObject({
      code: 'invalid-file',
      detail: 'The file is empty.',
    })
    await expect(send(bytesOf('PK\u0003\u0004...'), 'cy')).rejects.toMatchObject({
      detail: expect.stringContaining('Nid ffeil CSV yw hon'),
    })
    await expect(send(new Uint8Array(20 * 1024 * 1024 + 1))).rejects.toMatchObject({ code: 'too-large' })
    expect(await listImports(opened.deps, service)).toEqual([])
  })

  test('a mapping that lacks something, or names a column that is not there, starts nothing', async () => {
    const { importId, preview } = await upload(opened.deps, service, bytesOf(['Who,Date', 'Sam,03/04/2026']))
    expect(preview).toMatchObject({ missing: ['name', 'duration', 'role'], willAdd: 0 })
    await expect(
      startImport(opened.deps, service, importId, preview.mapping, coordinator),
    ).rejects.toMatchObject({
      code: 'invalid-input',
      fields: [{ field: 'name' }, { field: 'duration' }, { field: 'role' }],
    })
    await expect(previewImport(opened.deps, service, importId, { name: 7 })).rejects.toMatchObject({
      code: 'invalid-input',
    })
    await expect(runImport(opened.deps, service, importId)).rejects.toMatchObject({ code: 'conflict' })
  })

  test('belongs to its service alone', async () => {
    const { importId } = await upload(opened.deps, service, exampleFile('sessions-template.csv'))
    const other = await makeServiceWithRoles(opened.deps)
    await expect(getImport(opened.deps, other, importId)).rejects.toMatchObject({ code: 'not-found' })
    await expect(previewImport(opened.deps, service, 'nonsense')).rejects.toMatchObject({ code: 'not-found' })
  })
})
