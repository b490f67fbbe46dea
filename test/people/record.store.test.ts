import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { membershipsOf } from '../../src/organisations/actions'
import type { Organisation } from '../../src/organisations/model'
import { listPeople } from '../../src/people/actions'
import { addPerson, getRecord, updateOwnRecord, updatePerson } from '../../src/people/record/actions'
import type { TypedRecord } from '../../src/people/record/model'
import { typedRecord } from '../../src/people/rules/typed-record'
import { findPublicAward, setSharing } from '../../src/sharing/actions'
import { issueBadge } from '../support/awards'
import { openTestDeps, type TestDeps } from '../support/database'
import { makeService } from '../support/organisation'

const actor = 'coordinator@example.org'
const plain: TypedRecord = {
  ...{ preferredName: 'Ann Hill', legalName: '', nameLanguage: '', romanisedName: '', externalReference: '' },
  ...{ email: '', phone: '', postalAddress: '', birthDate: '', birthYear: '', youthAward: '' },
  ...{ languageWish: 'unknown', emergencyName: '', emergencyPhone: '', emergencyRelationship: '' },
  ...{ status: 'active', referralSource: '', pilot: '' },
}

let opened: TestDeps
let service: Organisation
beforeAll(async () => {
  opened = await openTestDeps()
}, 60_000)
afterAll(() => opened.close())
beforeEach(async () => {
  service = await makeService(opened.deps)
})

const add = async (typed: Partial<TypedRecord>, more: { id?: string; isAnother?: boolean } = {}) => {
  const { id = opened.deps.random.uuid(), isAnother = false } = more
  const outcome = await addPerson(opened.deps, service, {
    id,
    typed: { ...plain, ...typed },
    isAnother,
    actor,
  })
  return { id, outcome }
}
const recordOf = (id: string) => getRecord(opened.deps, service.id, id)
const change = async (id: string, typed: Partial<TypedRecord>, revision?: number) => {
  const kept = await recordOf(id)
  const request = { typed: { ...typedRecord(kept), ...typed }, revision: revision ?? kept.revision, actor }
  return updatePerson(opened.deps, service, id, request)
}

test('a form that is sent twice adds one person, who can sign in', async () => {
  const { id } = await add({ email: 'Ann@Example.org' })
  const { outcome } = await add({ email: 'ann@example.org' }, { id })
  expect(outcome).toEqual({ kind: 'saved', personId: id })
  expect((await listPeople(opened.deps, service.id, { limit: 9 })).total).toBe(1)
  expect(await membershipsOf(opened.deps, 'ann@example.org')).toMatchObject([
    { role: 'volunteer', personId: id },
  ])
})

test('somebody of the same name is pointed out first; two may share an address', async () => {
  const { id } = await add({ email: 'home@example.org' })
  expect((await add({ preferredName: 'ANN HILL', email: 'home@example.org' })).outcome).toMatchObject({
    kind: 'namesakes',
    people: [{ id, name: 'Ann Hill' }],
  })
  const again = await add({ preferredName: 'ANN HILL', email: 'home@example.org' }, { isAnother: true })
  expect(again.outcome.kind).toBe('saved')
  expect(await membershipsOf(opened.deps, 'home@example.org')).toHaveLength(2)
})

test('a change since the form was shown is told, and nothing is overwritten', async () => {
  const { id } = await add({})
  const { revision } = await recordOf(id)
  expect((await change(id, { phone: '01234 567890' })).kind).toBe('saved')
  expect(await change(id, { phone: '09999' }, revision)).toMatchObject({
    kind: 'changed',
    record: { phone: '01234 567890', revision: revision + 1 },
  })
  expect((await recordOf(id)).phone).toBe('01234 567890')
  // What says the same changes nothing, whatever it was shown with.
  expect((await change(id, {}, revision)).kind).toBe('saved')
})

test('of two changes at once one is told', async () => {
  const { id } = await add({})
  const outcomes = await Promise.all([change(id, { phone: '1' }, 1), change(id, { phone: '2' }, 1)])
  expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['changed', 'saved'])
})

test('another address is the one to sign in with', async () => {
  const { id } = await add({ email: 'old@example.org' })
  await change(id, { email: 'new@example.org' })
  expect(await membershipsOf(opened.deps, 'old@example.org')).toEqual([])
  expect(await membershipsOf(opened.deps, 'new@example.org')).toHaveLength(1)
})

test('who asked for the language, and when, is kept with the wish', async () => {
  const { id } = await add({})
  expect(await recordOf(id)).toMatchObject({ languageAskedBy: null, languageAskedAt: null })
  await change(id, { languageWish: 'cy' })
  expect(await recordOf(id)).toMatchObject({ languageAskedBy: actor, languageAskedAt: opened.clock.now() })
})

test('a person changes their own details, and not what is for the service to say', async () => {
  const { id } = await add({ birthDate: '2012-01-01', externalReference: 'V1' })
  const typed = {
    ...typedRecord(await recordOf(id)),
    phone: '0123',
    birthDate: '2000-01-01',
    status: 'ended',
  }
  const outcome = await updateOwnRecord(opened.deps, service, id, {
    typed,
    revision: 1,
    actor: 'ann@example.org',
  })
  expect(outcome.kind).toBe('saved')
  expect(await recordOf(id)).toMatchObject({
    ...{ phone: '0123', status: 'active', externalReference: 'V1' },
    birth: { date: '2012-01-01', year: 2012 },
  })
})

test('a number of the service’s own system belongs to one person', async () => {
  await add({ externalReference: 'V1' })
  expect((await add({ preferredName: 'Bob', externalReference: 'V1' })).outcome).toEqual({
    kind: 'faults',
    faults: { externalReference: 'reference-taken' },
  })
})

test('people are found by the name in Latin letters and by the legal one', async () => {
  await add({ preferredName: 'ليلى حسن', romanisedName: 'Laylá Ḥasan', legalName: 'Wójcik' })
  const find = async (search: string) =>
    (await listPeople(opened.deps, service.id, { search, limit: 9 })).people.map((one) => one.preferredName)
  expect(await find('layla hasan')).toEqual(['ليلى حسن'])
  expect(await find('wojcik')).toEqual(['ليلى حسن'])
  expect(await find('ليلى')).toEqual(['ليلى حسن'])
  expect(await find('nobody')).toEqual([])
})

test.each(['en', 'cy'] as const)(
  'lists are in the order of %s, and pages visit everyone once',
  async (language) => {
    const names = [
      'Llŷr',
      'Lucy',
      'Łucja',
      'Chris',
      'Cz',
      'Ann',
      'Dd',
      'Dz',
      'Ngozi',
      'Gz',
      'Дарія',
      'Éva',
      'Eve',
      'ann',
    ]
    for (const preferredName of [...names, 'Lucy']) await add({ preferredName }, { isAnother: true })
    const seen: string[] = []
    let after: string | undefined
    do {
      const page = await listPeople(opened.deps, service.id, { language, limit: 2, ...(after && { after }) })
      seen.push(...page.people.map(({ preferredName }) => preferredName))
      after = page.next
    } while (after !== undefined)
    expect(seen).toEqual([...names, 'Lucy'].sort(new Intl.Collator(language).compare))
  },
)

test('a new name is shown where the person shows theirs, and a young one’s page is shut', async () => {
  const { id } = await add({ email: 'ann@example.org' })
  const [awardId = ''] = (await issueBadge(opened.deps, service, [id])).awardIds
  const holder = { organisationId: service.id, personId: id, actor }
  await setSharing(opened.deps, holder, awardId, { publicPage: true, showName: true })
  const shown = () => findPublicAward(opened.deps, { credentialId: awardId })
  await change(id, { preferredName: 'Ann Moor' })
  expect((await shown())?.holderName).toBe('Ann Moor')
  await change(id, { birthDate: '2012-01-01' })
  expect(await shown()).toBeUndefined()
})
