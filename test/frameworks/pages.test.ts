import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { nationalFrameworks, ownFramework } from '../../src/frameworks/rules/national-frameworks'
import { toDataset } from '../../src/openbadges/canonicalise'
import { openTestApp, type TestApp } from '../support/web'

let app: TestApp
beforeAll(async () => {
  app = await openTestApp()
})
afterAll(() => app.close())

const json = { Accept: 'application/json' }
const read = async (path: string) => {
  const response = await app.get(path, undefined, json)
  expect([path, response.status]).toEqual([path, 200])
  return response.json()
}
const local = (address: string) => address.replace('https://badges.example.org', '')

describe('the pages of frameworks', () => {
  test('list each with its version and publisher', async () => {
    const page = await (await app.get('/frameworks')).text()
    for (const { publisher } of nationalFrameworks) expect(page).toContain(publisher)
    expect(page).toContain('sfl-uk')
    expect(page).toContain('nothing is aligned to it')
  })

  test('say of a local code that it is local, and of a link that it is no qualification', async () => {
    const page = await (await app.get('/frameworks/eds/2018/EDS-1')).text()
    expect(page).toContain('The codes are this service’s own')
    expect(page).toContain('It is not a qualification')
    const welsh = await (await app.get('/frameworks/eds/2018/EDS-1?lang=cy')).text()
    expect(welsh).toContain('lang="en"')
    expect(welsh).toContain('Nid cymhwyster yw.')
  })

  test('are JSON-LD for programs at the same address, which expands without a fetch', async () => {
    const document = await read('/frameworks/library-volunteering/1.0')
    const statements = await toDataset(document)
    const terms = statements.map(({ object }) => object.value)
    for (const { code } of ownFramework.skills) expect(terms).toContain(code)
    expect(await read('/frameworks/esco/1.1-era/X25')).toMatchObject({
      '@id': 'https://badges.example.org/frameworks/esco/1.1-era/X25',
      sameAs: 'http://data.europa.eu/esco/skill/a17286c5-238d-4f0b-bc24-29e9121345de',
    })
  })

  test('are not found where there is no such version or entry', async () => {
    for (const path of ['/frameworks/eds/2017', '/frameworks/eds/2018/EDS-9', '/frameworks/none/1']) {
      expect([path, (await app.get(path)).status]).toEqual([path, 404])
    }
  })
})

describe('the CASE package', () => {
  const base = '/ims/case/v1p0'

  test('is listed, and has each skill and role under its document', async () => {
    const { CFDocuments } = await read(`${base}/CFDocuments`)
    expect(CFDocuments).toHaveLength(1)
    const { CFDocument, CFItems, CFAssociations } = await read(local(CFDocuments[0].CFPackageURI.uri))
    expect(CFDocument).toEqual(CFDocuments[0])
    expect(CFItems).toHaveLength(ownFramework.skills.length + ownFramework.roles.length)
    const children = CFAssociations.filter(
      ({ associationType }: { associationType: string }) => associationType === 'isChildOf',
    )
    expect(children).toHaveLength(CFItems.length)
    const identifiers = [CFDocument, ...CFItems, ...CFAssociations].map(({ identifier }) => identifier)
    expect(new Set(identifiers).size).toBe(identifiers.length)
    for (const id of identifiers)
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  })

  test('has every item and association at its own address, without authentication, for any site', async () => {
    const { CFItems, CFAssociations } = await read(`${base}/CFPackages/${ownFramework.guid}`)
    const [item, role] = [CFItems[0], CFItems.at(-1)]
    expect(await read(local(item.uri))).toEqual(item)
    const { CFItem, CFAssociations: own } = await read(`${base}/CFItemAssociations/${role.identifier}`)
    expect(CFItem).toEqual(role)
    expect(own.length).toBeGreaterThan(2)
    expect(await read(local(CFAssociations[0].uri))).toEqual(CFAssociations[0])
    const response = await app.get(local(item.uri), undefined, json)
    expect(response.headers.get('access-control-allow-origin')).toBe('*')
  })

  test('leads a person from an item to its page', async () => {
    const [skill] = ownFramework.skills
    const response = await app.get(`${base}/CFItems/${skill?.guid}`)
    expect(response.status).toBe(303)
    expect(response.headers.get('location')).toBe(`/frameworks/library-volunteering/1.0/${skill?.code}`)
  })

  test('answers for an unknown identifier as 1EdTech asks', async () => {
    for (const kind of ['CFDocuments', 'CFPackages', 'CFItems', 'CFAssociations', 'CFItemAssociations']) {
      const response = await app.get(`${base}/${kind}/nothing`, undefined, json)
      expect([kind, response.status]).toEqual([kind, 404])
      expect(await response.json()).toMatchObject({ imsx_codeMajor: 'failure', imsx_severity: 'error' })
    }
  })
})
