import { afterAll, beforeAll, expect, test } from 'vitest'
import { getAward } from '../../src/awards/actions'
import { withOrganisation } from '../../src/database/scope'
import { listWords, writeWords } from '../../src/endorsements/actions'
import { recordSession } from '../../src/hours/actions'
import { readEntryForm } from '../../src/hours/pages/read-entry-form'
import { addBranch, addMembership, listBranches } from '../../src/organisations/actions'
import { listMembers } from '../../src/organisations/members/actions'
import { replaceBranches } from '../../src/organisations/members/store'
import type { Organisation } from '../../src/organisations/model'
import { addRole } from '../../src/roles/actions'
import { setSharing } from '../../src/sharing/actions'
import { issueBadge } from '../support/awards'
import { makePeople, makeService } from '../support/organisation'
import { openTestApp, type TestApp } from '../support/web'

let app: TestApp
let service: Organisation
let personId: string
let volunteer: string
let supervisor: string
beforeAll(async () => {
  app = await openTestApp()
  service = await makeService(app.deps)
  ;[personId = ''] = await makePeople(app.deps, service, ['Mair Thomas'])
  const member = { email: 'mair@words.example.org', role: 'volunteer', personId } as const
  await addMembership(app.deps, service.id, member)
  await addMembership(app.deps, service.id, { email: 'gwen@words.example.org', role: 'supervisor' })
  await bringTogether('gwen@words.example.org')
  volunteer = await app.signIn('mair@words.example.org')
  supervisor = await app.signIn('gwen@words.example.org')
}, 60_000)
afterAll(() => app.close())

/** A session of the volunteer at the one library where a supervisor acts. */
const bringTogether = async (email: string) => {
  const { deps } = app
  await addBranch(deps, service.id, { name: 'Central', libraryType: 'LAL' })
  const [branch] = await listBranches(deps, service.id)
  const branchId = branch?.id ?? ''
  const member = (await listMembers(deps, service.id)).find((one) => one.email === email)
  await withOrganisation(deps.db, service.id, (scope) => replaceBranches(scope, member?.id ?? '', [branchId]))
  const role = {
    nationalCode: 'RO-11',
    titleEn: 'Garden',
    titleCy: null,
    boundaryClass: 'value-added',
  } as const
  const roleId = await addRole(deps, service.id, role)
  const typed = { roleId, branchId, date: '2026-01-05', start: '10:00', end: '11:00' }
  const by = { email, as: 'coordinator', source: 'coordinator' } as const
  const done = await recordSession(deps, service.id, readEntryForm(typed, personId), by)
  expect(done.ok).toBe(true)
}

const form = {
  about: 'LV-02',
  words: 'They listen <b>well</b>.',
  language: 'en',
  writerName: 'Gwen Price',
  writerRole: 'Branch supervisor',
}
const write = (fields: Readonly<Record<string, string>>) =>
  app.post(`/services/${service.slug}/words/write`, { ...form, person: personId, ...fields }, supervisor)
const textOf = async (address: string, cookie?: string) => (await app.get(address, cookie)).text()
const answer = (id: string, said: string) =>
  app.post(`/my/words/${service.slug}/${id}`, { answer: said }, volunteer)

test('a form with something wrong says so at the field and keeps what was typed', async () => {
  const response = await write({ words: 'Mair listens.', writerRole: '' })
  expect(response.status).toBe(422)
  const page = await response.text()
  expect(page).toContain('href="#words"')
  expect(page).toContain('href="#writerRole"')
  expect(page).toContain('Mair listens.')
  expect(page).toContain('value="Gwen Price"')
  const nobody = await write({ person: '' })
  expect(await nobody.text()).toContain('href="#person"')
  expect(await listWords(app.deps, service.id)).toEqual([])
})

test('a supervisor writes about those who come to their libraries, and about no others', async () => {
  const [elsewhere = ''] = await makePeople(app.deps, service, ['Nerys Pugh'])
  expect((await write({ person: elsewhere })).status).toBe(404)
  const page = await textOf(`/services/${service.slug}/words/write`, supervisor)
  expect(page).toContain('Mair Thomas')
  expect(page).not.toContain('Nerys Pugh')
  const by = { personId: elsewhere, requestId: app.deps.random.uuid(), actor: 'head@example.org' }
  await writeWords(app.deps, service.id, form, by)
  const [words] = await listWords(app.deps, service.id, elsewhere)
  expect(await textOf(`/services/${service.slug}/words`, supervisor)).not.toContain('Nerys Pugh')
  const back = await app.post(`/services/${service.slug}/words/${words?.id}/withdraw`, {}, supervisor)
  expect(back.status).toBe(404)
})

test('words go from the supervisor to the volunteer to the page of the badge and its file, and away again', async () => {
  const { awardIds } = await issueBadge(app.deps, service, [personId])
  const award = await getAward(app.deps, service.id, awardIds[0] ?? '')
  expect(await textOf('/my', volunteer)).not.toContain(`/my/words/${service.slug}`)
  expect((await write({})).status).toBe(303)
  const [words] = await listWords(app.deps, service.id, personId)
  const id = words?.id ?? ''
  expect(await textOf(`/services/${service.slug}/words`, supervisor)).toContain('Waits for the volunteer')
  expect(await textOf('/my', volunteer)).toContain('Somebody wrote a few words about you')
  const mine = await textOf(`/my/words/${service.slug}`, volunteer)
  expect(mine).toContain('They listen &lt;b&gt;well&lt;/b&gt;.')

  const paper = `/c/${award.certificateKey}`
  expect(await textOf(paper)).not.toContain('They listen')
  expect((await answer(id, 'agree')).headers.get('location')).toContain('answered=agreed')
  const page = await textOf(paper)
  expect(page).toContain('They listen &lt;b&gt;well&lt;/b&gt;.')
  expect(page).toContain('Words of Gwen Price, Branch supervisor.')
  expect(page).not.toContain('/endorsements/')

  const [signed] = await listWords(app.deps, service.id, personId)
  const own = await app.get(`/my/words/${service.slug}/${id}/files/${signed?.awardIds[0]}`, volunteer)
  const document = await own.json()
  expect(document).toMatchObject({ credentialSubject: { endorsementComment: form.words } })
  const address = new URL(document.id).pathname
  expect((await app.get(address)).status).toBe(404)
  const holder = { organisationId: service.id, personId, actor: 'mair@words.example.org' }
  await setSharing(app.deps, holder, award.id, { publicPage: true, showName: false })
  expect(await (await app.get(address)).json()).toEqual(document)
  expect(await textOf(paper)).toContain(address)

  app.clock.advance(60_000)
  await answer(id, 'decline')
  expect(await textOf(paper)).not.toContain('They listen')
  expect((await app.get(address)).status).toBe(404)
  expect(await textOf(`/my/words/${service.slug}?lang=cy`, volunteer)).toContain(
    'Nid oes neb wedi ysgrifennu',
  )
})

test('staff take words back; those of another service are not found', async () => {
  await write({ words: 'Always early.' })
  const [words] = await listWords(app.deps, service.id, personId)
  const other = await makeService(app.deps)
  await addMembership(app.deps, other.id, { email: 'gwen@words.example.org', role: 'coordinator' })
  const elsewhere = await app.post(`/services/${other.slug}/words/${words?.id}/withdraw`, {}, supervisor)
  expect(elsewhere.status).toBe(404)
  const own = await app.post(`/services/${service.slug}/words/${words?.id}/withdraw`, {}, supervisor)
  expect(own.status).toBe(303)
  expect((await listWords(app.deps, service.id, personId))[0]?.state).toBe('withdrawn')
})
