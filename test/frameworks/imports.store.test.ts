import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  addMapping,
  alignmentsForBadge,
  getFramework,
  importFramework,
  listMappings,
  practisedByRoles,
  previewFramework,
  removeMapping,
} from '../../src/frameworks/actions'
import { getOwnPackage } from '../../src/frameworks/case'
import type { Organisation } from '../../src/organisations/model'
import { addRole, listRoles } from '../../src/roles/actions'
import { openTestDeps, type TestDeps } from '../support/database'
import { makeService } from '../support/organisation'

let opened: TestDeps
let service: Organisation
const coordinator = 'coordinator@example.org'
beforeAll(async () => {
  opened = await openTestDeps()
  service = await makeService(opened.deps)
})
afterAll(() => opened.close())

const none = { identifier: '', title: '', version: '', publisher: '', language: 'en' }
const encode = (text: string) => new TextEncoder().encode(text)

describe('a CASE package', () => {
  test('that we publish can be brought in, with every entry at its publisher’s address', async () => {
    const whole = getOwnPackage(opened.deps)
    const bytes = encode(JSON.stringify(whole))
    const { fileHash, read } = await previewFramework(opened.deps, service.id, bytes, none)
    expect(read.ok && read.value.faults).toEqual([])
    const file = { fileHash, document: none }
    const first = await importFramework(opened.deps, service.id, file, coordinator)
    expect(first).toMatchObject({ already: false, items: whole.CFItems.length, version: '1.0' })
    expect(await importFramework(opened.deps, service.id, file, coordinator)).toEqual({
      ...first,
      already: true,
    })
    const framework = await getFramework(opened.deps, first.frameworkId, '1.0')
    expect(framework.items.find(({ code }) => code === 'LS-24')).toMatchObject({
      ...{ name: 'Listening', targetType: 'CFItem', url: expect.stringContaining('/ims/case/v1p0/CFItems/') },
    })
  })

  test('a version never changes: other entries under it are refused, and a new version stands beside the old', async () => {
    const { CFDocument, ...rest } = getOwnPackage(opened.deps)
    const bring = async (version: string, items: number) => {
      const document = { ...CFDocument, identifier: 'a-framework', version }
      const text = JSON.stringify({
        CFDocument: document,
        ...rest,
        CFItems: rest.CFItems.slice(0, items),
        CFAssociations: [],
      })
      const { fileHash } = await previewFramework(opened.deps, service.id, encode(text), none)
      return importFramework(opened.deps, service.id, { fileHash, document: none }, coordinator)
    }
    const old = await bring('1', 3)
    await expect(bring('1', 4)).rejects.toMatchObject({ code: 'duplicate' })
    const next = await bring('2', 4)
    expect((await getFramework(opened.deps, old.frameworkId, '1')).items).toHaveLength(3)
    expect((await getFramework(opened.deps, next.frameworkId, '2')).items).toHaveLength(4)
  })

  test('says item by item what cannot be taken, and takes the rest', async () => {
    const { CFDocument, CFItems } = getOwnPackage(opened.deps)
    const [good] = CFItems
    const bad = { ...good, identifier: 'x', uri: 'javascript:alert(1)' }
    const text = JSON.stringify({ CFDocument, CFItems: [good, bad, good, { identifier: 'y' }] })
    const { read } = await previewFramework(opened.deps, service.id, encode(text), none)
    expect(read.ok && read.value.faults.map(({ row, reason }) => [row, reason])).toEqual([
      [2, 'address-not-understood'],
      [3, 'twice'],
      [4, 'address-not-understood'],
    ])
    for (const broken of ['{', '{"CFDocument":{}}', '[]']) {
      const { read: refused } = await previewFramework(opened.deps, service.id, encode(broken), none)
      expect([broken, refused.ok]).toEqual([broken, false])
    }
  })
})

describe('a CSV', () => {
  const document = {
    ...none,
    identifier: 'ours',
    title: 'Ein sgiliau',
    version: '2026',
    publisher: 'Us',
    language: 'cy',
  }

  test('is brought in with its good rows; the others are named', async () => {
    const csv =
      'code,name,url,parent\nA,Gwrando,,\nB,,,\nA,Eto,,\nC,Siarad,ftp://x,\nD,Darllen,https://example.org/d,A\n'
    const { fileHash, read } = await previewFramework(opened.deps, service.id, encode(csv), document)
    expect(read.ok && read.value.faults.map(({ row, reason }) => [row, reason])).toEqual([
      [3, 'name-missing'],
      [4, 'twice'],
      [5, 'address-not-understood'],
    ])
    const { frameworkId } = await importFramework(
      opened.deps,
      service.id,
      { fileHash, document },
      coordinator,
    )
    const { items, name } = await getFramework(opened.deps, frameworkId, '2026')
    expect(name).toBe('Ein sgiliau')
    expect(items).toMatchObject([{ code: 'A' }, { code: 'D', parent: 'A', url: 'https://example.org/d' }])
    // What came as a table is no item of a CASE package.
    expect(items.every(({ targetType }) => targetType === undefined)).toBe(true)
  })

  test('without a code or a name is refused whole', async () => {
    for (const csv of ['code,description\nA,b\n', 'name,description\nA,b\n', 'code,name\n']) {
      const { read } = await previewFramework(opened.deps, service.id, encode(csv), document)
      expect([csv, read.ok]).toEqual([csv, false])
    }
  })
})

describe('a mapping', () => {
  const link = { framework: 'eds', version: '2018', code: 'EDS-5', strength: 'evidenced' } as const

  test('of a badge gives alignments; made by many at once it is one; ended it stays as history', async () => {
    const all = await Promise.all(
      Array.from({ length: 5 }, () =>
        addMapping(opened.deps, service.id, { badgeCode: 'LV-02' }, link, coordinator),
      ),
    )
    expect(all.filter(({ added }) => added)).toHaveLength(1)
    expect(await alignmentsForBadge(opened.deps, service.id, 'LV-02')).toEqual([
      {
        ...{
          targetName: 'Being safe and legal online',
          targetCode: 'EDS-5',
          code: 'EDS-5',
          strength: 'evidenced',
        },
        targetUrl: 'https://badges.example.org/frameworks/eds/2018/EDS-5',
        targetFramework: 'Essential digital skills framework (2018)',
      },
    ])
    const [mapping] = await listMappings(opened.deps, service.id)
    await removeMapping(opened.deps, service.id, mapping?.id ?? '', coordinator)
    await removeMapping(opened.deps, service.id, mapping?.id ?? '', coordinator)
    expect(await alignmentsForBadge(opened.deps, service.id, 'LV-02')).toEqual([])
    expect((await addMapping(opened.deps, service.id, { badgeCode: 'LV-02' }, link, coordinator)).added).toBe(
      true,
    )
  })

  test('of a role is practised by it, beside what its national role practises', async () => {
    const role = {
      nationalCode: 'RO-03',
      titleEn: 'Tablet helper',
      titleCy: null,
      boundaryClass: 'value-added',
    } as const
    await addRole(opened.deps, service.id, role)
    const [own] = await listRoles(opened.deps, service.id)
    const roleId = own?.id ?? ''
    await addMapping(opened.deps, service.id, { roleId }, { ...link, code: 'EDS-3' }, coordinator)
    const codes = (await practisedByRoles(opened.deps, service.id)).get(roleId)?.map(({ code }) => code)
    expect(codes).toEqual(expect.arrayContaining(['LS-26', 'X27', 'EDS-3']))
  })

  test('is not made to what is not there', async () => {
    const wrong = { ...link, code: 'EDS-9' }
    await expect(
      addMapping(opened.deps, service.id, { badgeCode: 'LV-02' }, wrong, coordinator),
    ).rejects.toMatchObject({ code: 'not-found' })
    const role = { roleId: '0197d0f0-0000-7000-8000-000000000000' }
    await expect(addMapping(opened.deps, service.id, role, link, coordinator)).rejects.toMatchObject({
      code: 'not-found',
    })
  })
})
