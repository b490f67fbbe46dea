import { afterAll, beforeAll, expect, test } from 'vitest'
import { addGoal, endProgramme } from '../../src/dofe/actions'
import { removeOwnGoal, writeOwnGoal } from '../../src/dofe/own-goals'
import { mayChangeGoals } from '../../src/dofe/rules/may-change-goals'
import { getProgramme } from '../../src/dofe/view'
import { openTestApp, type TestApp } from '../support/web'
import { coordinator, makeYoung, type Young } from './service'

let app: TestApp
let young: Young
beforeAll(async () => {
  app = await openTestApp()
  app.clock.set(new Date('2026-04-20T09:00:00Z'))
  young = await makeYoung(app)
}, 60_000)
afterAll(() => app.close())

const goals = async () => (await getProgramme(app.deps, young.organisation.id, young.programmeId)).goals
const page = () => `/my/dofe/${young.organisation.slug}/${young.programmeId}/goals`
const send = (form: Readonly<Record<string, string>>) => app.post(page(), form, young.cookies.volunteer)

test('a young person writes their goals, changes one and takes one off; the coordinator sees who wrote it', async () => {
  const before = (await goals()).length
  expect((await send({ do: 'keep', goal: 'Read aloud to a group', goalId: '' })).status).toBe(303)
  expect((await send({ do: 'keep', goal: 'Read aloud to a group', goalId: '' })).status).toBe(303)
  const [first, ...more] = (await goals()).slice(before)
  expect(more).toEqual([])
  expect(first).toMatchObject({ words: 'Read aloud to a group', agreedOn: '2026-04-20' })
  expect(first?.addedBy).toBe(`volunteer-1@${young.organisation.slug}.example.org`)

  app.clock.set(new Date('2026-04-25T09:00:00Z'))
  await send({ do: 'keep', goal: 'Read aloud in Welsh', goalId: first?.id ?? '' })
  const changed = (await goals()).find(({ words }) => words === 'Read aloud in Welsh')
  expect(changed).toMatchObject({ agreedOn: '2026-04-25' })
  const staff = `/services/${young.organisation.slug}/dofe/${young.programmeId}/goals`
  const seen = await (await app.get(staff, young.cookies.coordinator)).text()
  expect(seen).toContain('Read aloud in Welsh')
  expect(seen).toContain('Written by volunteer-1@')

  await send({ do: 'remove', goal: '', goalId: changed?.id ?? '' })
  await send({ do: 'remove', goal: '', goalId: changed?.id ?? '' })
  expect(await goals()).toHaveLength(before)
})

test('an empty or too long goal says so at its field and keeps what was typed', async () => {
  const before = await goals()
  expect(await (await send({ do: 'keep', goal: ' ', goalId: '' })).text()).toContain('href="#goal"')
  const long = 'a'.repeat(501)
  const response = await send({ do: 'keep', goal: long, goalId: '' })
  expect(response.status).toBe(422)
  expect(await response.text()).toContain(long)
  expect((await send({ do: 'keep', goal: 'a'.repeat(500), goalId: '' })).status).toBe(303)
  expect(await goals()).toHaveLength(before.length + 1)
})

test('nobody writes the goals of somebody else, and not after the end', async () => {
  const other = await makeYoung(app)
  await addGoal(
    app.deps,
    other.organisation.id,
    other.programmeId,
    { words: 'Theirs', agreedOn: '2026-01-20' },
    coordinator,
  )
  const own = { programmeId: young.programmeId, personId: other.personId, actor: 'somebody@example.org' }
  const write = writeOwnGoal(app.deps, young.organisation.id, own, { words: 'Mine' })
  await expect(write).rejects.toMatchObject({ code: 'not-found' })
  await expect(removeOwnGoal(app.deps, young.organisation.id, own, 'x')).rejects.toMatchObject({
    code: 'not-found',
  })
  expect((await app.get(page(), other.cookies.volunteer)).status).toBe(403)
  await endProgramme(app.deps, young.organisation.id, young.programmeId, coordinator)
  expect((await send({ do: 'keep', goal: 'Too late', goalId: '' })).status).toBe(409)
  expect(await (await app.get(page(), young.cookies.volunteer)).text()).not.toContain('<textarea')
})

test('goals stay as they are once the assessor has signed', () => {
  const running = { programme: { endedAt: null }, open: undefined, approvedReport: undefined }
  expect(mayChangeGoals(running)).toBe(true)
  expect(mayChangeGoals({ ...running, open: { status: 'draft' } })).toBe(true)
  expect(mayChangeGoals({ ...running, open: { status: 'returned' } })).toBe(true)
  expect(mayChangeGoals({ ...running, open: { status: 'signed' } })).toBe(false)
  expect(mayChangeGoals({ ...running, approvedReport: { status: 'approved' } })).toBe(false)
})
