import { afterAll, beforeAll, expect, test } from 'vitest'
import { didDocumentOf, getOrganisationBySlug, membershipsOf } from '../../src/organisations/actions'
import { type AddOptions, runAddCommand } from '../../src/organisations/command'
import { openTestDeps, type TestDeps } from '../support/database'

let opened: TestDeps
beforeAll(async () => {
  opened = await openTestDeps()
})
afterAll(() => opened.close())

const add = (what: string, options: AddOptions) => runAddCommand(opened.deps, what, options)
const refusalOf = async (what: string, options: AddOptions) =>
  add(what, options).then(
    () => 'accepted',
    (error: { fields?: { field: string; message: string }[]; message: string }) =>
      error.fields?.map(({ field, message }) => `${field} ${message}`).join() || error.message,
  )
const essex = { network: 'the-network', name: 'Essex Libraries', nation: 'England', authority: 'E10000012' }

test('a network, a service that can sign, a branch and a coordinator are made one by one', async () => {
  await add('network', { slug: 'the-network', name: 'The Network', nation: 'England' })
  expect(await add('service', { ...essex, slug: 'essex' })).toContain('Essex Libraries is there')
  await add('branch', { organisation: 'essex', name: 'Chelmsford', type: 'LAL' })
  await add('member', { organisation: 'essex', email: 'Pat@Example.org', role: 'coordinator' })

  const service = await getOrganisationBySlug(opened.deps, 'essex')
  expect(service).toMatchObject({ kind: 'service', nation: 'England', nameCy: null, demo: false })
  expect((await didDocumentOf(opened.deps, service)).verificationMethod).toHaveLength(2)
  expect(await membershipsOf(opened.deps, 'pat@example.org')).toMatchObject([
    { organisationId: service.id, role: 'coordinator' },
  ])
  expect(await refusalOf('service', { ...essex, slug: 'essex' })).not.toBe('accepted')
})

test('a council that runs no libraries is refused with the one that does', async () => {
  const refused = (authority: string, nation = 'England') =>
    refusalOf('service', { ...essex, slug: 'other', authority, nation })
  expect(await refused('E07000008')).toBe(
    '--authority Cambridge City Council is a district. Its libraries are run by the county: E10000003 (Cambridgeshire County Council).',
  )
  expect(await refused('E10000006')).toBe(
    '--authority Cumbria County Council ended on 2023-04-01. Libraries there are run by E06000063 (Cumberland Council) or E06000064 (Westmorland and Furness Council).',
  )
  expect(await refused('E10000012', 'Wales')).toBe('--authority Essex County Council is in England.')
  expect(await refused('N09000003', 'Northern Ireland')).toContain('one body')
  expect(await refused('E1')).toBe('--authority no council has this code.')
})

test('each option that is missing or wrong is named', async () => {
  expect(await refusalOf('network', { slug: 'n', nation: 'England' })).toBe('--name is missing.')
  expect(await refusalOf('network', { slug: 'n', name: 'N', nation: 'Cornwall' })).toContain(
    '--nation "Cornwall" is not one of England',
  )
  expect(await refusalOf('network', { slug: 'Not A Slug', name: 'N', nation: 'England' })).toContain('slug')
  expect(await refusalOf('service', { ...essex, network: 'essex', slug: 'x' })).toContain('is a service')
  expect(await refusalOf('branch', { organisation: 'essex', name: 'B', type: 'XL' })).toContain('--type "XL"')
  expect(await refusalOf('member', { organisation: 'essex', email: 'pat', role: 'head' })).toContain(
    '--email',
  )
  expect(await refusalOf('member', { organisation: 'essex', email: 'a@b', role: 'king' })).toContain('--role')
})
