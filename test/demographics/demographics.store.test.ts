import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asSystem, withDemographics, withOrganisation, withPublicRead } from '../../src/database/scope'
import { answerQuestion, myQuestions, peopleFigures, withdrawAnswers } from '../../src/demographics/actions'
import { erasePersonRecord } from '../../src/keeping/erasure/actions'
import { changeSetting } from '../../src/settings/actions'
import { openTestDeps, type TestDeps } from '../support/database'
import { makePeople, makeService } from '../support/organisation'

let opened: TestDeps
beforeAll(async () => {
  opened = await openTestDeps()
})
afterAll(() => opened.close())

const tables = ['demographic_link', 'demographic_answer', 'demographic_release']

/** Adults of a service. */
const makeAdults = async (count: number) => {
  const { deps } = opened
  const service = await makeService(deps)
  const names = Array.from({ length: count }, (_, position) => `Person ${position}`)
  const people = await makePeople(deps, service, names, { mail: `${service.slug}.example` })
  await withOrganisation(deps.db, service.id, ({ trx }) =>
    trx.updateTable('person').set({ birth_year: 1980 }).execute(),
  )
  return { service, people }
}

test('no other role reads the answers, and theirs reads nothing else', async () => {
  const { deps } = opened
  const { service } = await makeAdults(1)
  const denied = { code: '42501' }
  for (const table of tables) {
    const read = sql`select * from ${sql.table(table)}`
    await expect(withOrganisation(deps.db, service.id, ({ trx }) => read.execute(trx))).rejects.toMatchObject(
      denied,
    )
    await expect(asSystem(deps.db, ({ trx }) => read.execute(trx))).rejects.toMatchObject(denied)
    await expect(withPublicRead(deps.db, ({ trx }) => read.execute(trx))).rejects.toMatchObject(denied)
  }
  const { rows } = await sql<{ name: string }>`
    select c.relname as name from pg_class c where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
      and has_table_privilege('colophon_demographics', c.oid, 'select, insert, update, delete') order by 1`.execute(
    deps.db,
  )
  expect(rows.map(({ name }) => name)).toEqual([...tables].sort())
  const names = withDemographics(deps.db, service.id, ({ trx }) =>
    trx.selectFrom('person').selectAll().execute(),
  )
  await expect(names).rejects.toMatchObject(denied)
})

test('one file of queries speaks of the answers, and it names no other table', () => {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.tsx?$/.test(name),
  )
  const speaking = files.filter(
    (name) =>
      !name.startsWith('database/') &&
      /demographic_(link|answer|release)/.test(readFileSync(join('src', name), 'utf8')),
  )
  expect(speaking).toEqual(['demographics/store.ts'])
  const source = readFileSync('src/demographics/store.ts', 'utf8')
  const named = [
    ...source.matchAll(/(?:selectFrom|innerJoin|insertInto|deleteFrom|updateTable)\('([a-z_]+)'/g),
  ].map(([, name]) => name)
  expect(new Set(named)).toEqual(new Set(tables))
})

test('answers are optional, replaced, kept with their list, and withdrawn; the link says nothing of time or person', async () => {
  const { deps } = opened
  const { service, people } = await makeAdults(1)
  const [personId = ''] = people
  const give = (question: 'sex' | 'ethnic-group' | 'employment' | 'gender-identity', answer: string) =>
    answerQuestion(deps, service.id, personId, { question, answer, actor: 'volunteer-1@x.example' })
  await give('ethnic-group', '13')
  await give('ethnic-group', 'prefer-not-to-say')
  await expect(give('sex', 'other')).rejects.toMatchObject({ code: 'invalid-input' })
  await expect(give('employment', '1')).rejects.toMatchObject({ code: 'not-found' })
  await give('gender-identity', 'same')
  const rows = await withDemographics(deps.db, service.id, ({ trx }) =>
    trx.selectFrom('demographic_answer').selectAll().orderBy('question').execute(),
  )
  expect(rows).toEqual([
    expect.objectContaining({
      question: 'ethnic-group',
      scheme: 'census2021-ew',
      answer: 'prefer-not-to-say',
      quarter: '2026-Q2',
    }),
    expect.objectContaining({ question: 'gender-identity', answer: 'same' }),
  ])
  expect(rows[0]?.link).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4/)
  expect(JSON.stringify(rows)).not.toContain(personId)
  await withdrawAnswers(deps, service.id, personId, 'volunteer-1@x.example')
  expect((await myQuestions(deps, service.id, personId)).answers.size).toBe(0)
})

test('gender identity is asked only of those known to be 16, and where the service asks', async () => {
  const { deps } = opened
  const { service, people } = await makeAdults(3)
  const [adult = '', young = '', unknown = ''] = people
  await withOrganisation(deps.db, service.id, async ({ trx }) => {
    await trx.updateTable('person').set({ birth_year: 2012 }).where('id', '=', young).execute()
    await trx.updateTable('person').set({ birth_year: null }).where('id', '=', unknown).execute()
  })
  const asked = async (personId: string) => (await myQuestions(deps, service.id, personId)).asked
  expect(await asked(adult)).toContain('gender-identity')
  expect(await asked(young)).not.toContain('gender-identity')
  expect(await asked(unknown)).not.toContain('gender-identity')
  const off = { key: 'questions.gender-identity', value: false, reason: '' } as const
  await changeSetting(deps, service.id, off, 'head@example.org')
  expect(await asked(adult)).not.toContain('gender-identity')
})

test('only protected figures come out; they stay for the quarter; small services tell their size alone', async () => {
  const { deps, clock } = opened
  const { service, people } = await makeAdults(40)
  const answer = (personId: string, value: string) =>
    answerQuestion(deps, service.id, personId, { question: 'sex', answer: value, actor: 'x@x.example' })
  for (const [position, personId] of people.entries())
    if (position < 33) await answer(personId, position < 30 ? 'female' : 'male')
  const sexOf = async () => {
    const { figures } = await peopleFigures(deps, service)
    expect(figures.map(({ question }) => question)).not.toContain('gender-identity')
    return figures
      .find(({ question }) => question === 'sex')
      ?.lines.map(({ answer: one, people: count }) => [one, count])
  }
  const first = await sexOf()
  expect(first).toEqual([
    ['female', 30],
    ['male', 'withheld'],
    ['prefer-not-to-say', 0],
    ['missing', 'withheld'],
  ])
  await answer(people[34] ?? '', 'female')
  expect(await sexOf()).toEqual(first)
  clock.set(new Date('2026-09-01T09:00:00Z'))
  expect(await sexOf()).toEqual(first)
  const small = await makeAdults(19)
  expect(await peopleFigures(deps, small.service)).toMatchObject({ volunteers: 20, figures: [] })
  clock.set(new Date('2026-06-01T09:00:00Z'))
}, 60_000)

test('answers go with the record', async () => {
  const { deps } = opened
  const { service, people } = await makeAdults(1)
  const [personId = ''] = people
  await answerQuestion(deps, service.id, personId, {
    question: 'sex',
    answer: 'female',
    actor: 'x@x.example',
  })
  await erasePersonRecord(deps, service.id, personId, {
    credentials: 'keep',
    askedBy: 'holder',
    actor: 'x@x.example',
  })
  const left = await withDemographics(deps.db, service.id, ({ trx }) =>
    trx.selectFrom('demographic_answer').selectAll().execute(),
  )
  expect(left).toEqual([])
})
