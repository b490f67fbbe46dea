import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import {
  getAchievementDocument,
  getPublishedBadge,
  listPublishedBadges,
} from '../../src/achievements/actions'
import { definitionGiven, getDefinition } from '../../src/achievements/definitions'
import { zBadgeDefinition } from '../../src/achievements/model'
import {
  changeDraft,
  draftFromVersion,
  getOwnBadge,
  listOwnBadges,
  publishOwnBadge,
  retireOwnBadge,
  tryRule,
} from '../../src/achievements/own/actions'
import type { OwnDraft } from '../../src/achievements/own/model'
import { chooseRule, getBadge, listBadges } from '../../src/achievements/settings/actions'
import { badgeEligibility, getAward, startIssueBatch } from '../../src/awards/actions'
import { asSystem, withOrganisation } from '../../src/database/scope'
import type { Deps } from '../../src/deps'
import type { Organisation } from '../../src/organisations/model'
import { earnBadge } from '../support/awards'
import { openTestDeps, type TestDeps } from '../support/database'
import { makePeople, makeService } from '../support/organisation'
import { designer, draftOwnBadge, ownImage, publish, twentyHours } from '../support/own-badge'

let opened: TestDeps
let deps: Deps
let service: Organisation
beforeAll(async () => {
  opened = await openTestDeps()
  deps = opened.deps
}, 60_000)
afterAll(() => opened.close())
beforeEach(async () => {
  service = await makeService(deps)
})

const rename = (code: string, en: string) =>
  changeDraft(deps, service.id, code, {
    actor: designer,
    change: (draft: OwnDraft) => ({
      ...draft,
      words: { ...draft.words, name: { ...draft.words.name, en } },
    }),
  })

test('a draft is no badge yet; a published one is found and listed as the national ones are', async () => {
  const code = await draftOwnBadge(deps, service)
  await expect(getDefinition(deps, service.id, code)).rejects.toMatchObject({ code: 'not-found' })
  expect(await publish(deps, service, code)).toBe(1)
  const definition = await getDefinition(deps, service.id, code)
  expect(zBadgeDefinition.parse(definition)).toEqual(definition)
  expect(definition).toMatchObject({ id: code, version: '1.0.0', name: { en: 'Garden Friend' } })
  expect(definition.criteria.en).toContain('The rule of this badge: 20 hours.')
  const badges = await listBadges(deps, service.id)
  expect(badges.at(-1)).toMatchObject({ definition: { id: code }, hidden: false })
  const other = await makeService(deps)
  await expect(getBadge(deps, other.id, code)).rejects.toMatchObject({ code: 'not-found' })
  await expect(getOwnBadge(deps, other.id, code)).rejects.toMatchObject({ code: 'not-found' })
  expect((await listBadges(deps, other.id)).some(({ definition: { id } }) => id === code)).toBe(false)
})

test('of 32 who publish one draft at once, all get the same version, and there is one', async () => {
  const code = await draftOwnBadge(deps, service)
  const { revision } = await getOwnBadge(deps, service.id, code)
  const all = await Promise.all(
    Array.from({ length: 32 }, () => publishOwnBadge(deps, service.id, { code, revision }, designer)),
  )
  expect(new Set(all.map(({ version }) => version))).toEqual(new Set([1]))
  const { versions } = await getOwnBadge(deps, service.id, code)
  expect(versions).toHaveLength(1)
  const audit = await withOrganisation(deps.db, service.id, ({ trx }) =>
    trx.selectFrom('audit_event').select('id').where('action', '=', 'badge.published').execute(),
  )
  expect(audit).toHaveLength(1)
  const editions = await listPublishedBadges(deps, service.id, 'cy')
  expect(editions.map(({ version }) => version)).toEqual(['1.0.0'])
})

test('who publishes what they did not see is refused', async () => {
  const code = await draftOwnBadge(deps, service)
  const { revision } = await getOwnBadge(deps, service.id, code)
  await rename(code, 'Garden Helper')
  await expect(publishOwnBadge(deps, service.id, { code, revision }, designer)).rejects.toMatchObject({
    code: 'conflict',
  })
  expect((await getOwnBadge(deps, service.id, code)).versions).toEqual([])
})

test('nobody changes or takes away a published version, not even the system', async () => {
  const code = await draftOwnBadge(deps, service)
  await publish(deps, service, code)
  const change = sql`update own_badge_version set definition = '{}' where code = ${code}`
  const remove = sql`delete from own_badge_version where code = ${code}`
  for (const statement of [change, remove]) {
    await expect(
      withOrganisation(deps.db, service.id, ({ trx }) => statement.execute(trx)),
    ).rejects.toMatchObject({ code: '42501' })
    await expect(asSystem(deps.db, ({ trx }) => statement.execute(trx))).rejects.toMatchObject({
      code: '42501',
    })
    await expect(statement.execute(deps.db)).rejects.toMatchObject({ code: '42501' })
  }
  expect((await getDefinition(deps, service.id, code)).name.en).toBe('Garden Friend')
})

test('another version leaves the first, its award and its address as they were', async () => {
  const [ann = '', ben = ''] = await makePeople(deps, service, ['Ann', 'Ben'])
  await earnBadge(deps, service, [ann, ben])
  const code = await draftOwnBadge(deps, service)
  await publish(deps, service, code)
  const give = async (personId: string) => {
    await startIssueBatch(deps, service, { code, actor: designer, personIds: [personId] })
    const { id } = await withOrganisation(deps.db, service.id, ({ trx }) =>
      trx.selectFrom('award').select('id').where('person_id', '=', personId).executeTakeFirstOrThrow(),
    )
    return getAward(deps, service.id, id)
  }
  const first = await give(ann)
  const before = await getAchievementDocument(deps, first.achievementId)
  await rename(code, 'Garden Helper')
  expect(await publish(deps, service, code)).toBe(2)
  const second = await give(ben)
  expect(second.achievementId).not.toBe(first.achievementId)
  expect(await getAchievementDocument(deps, first.achievementId)).toBe(before)
  expect((await getPublishedBadge(deps, first.achievementId)).edition.version).toBe('1.0.0')
  expect((await definitionGiven(deps, service.id, first)).name.en).toBe('Garden Friend')
  expect((await definitionGiven(deps, service.id, second)).name.en).toBe('Garden Helper')
  await draftFromVersion(deps, service.id, { code, version: 1 }, designer)
  expect((await getOwnBadge(deps, service.id, code)).draft.words.name.en).toBe('Garden Friend')
  expect(await publish(deps, service, code)).toBe(3)
})

test('a badge that is given no more is hidden and refused, and can be given again', async () => {
  const [ann = ''] = await makePeople(deps, service, ['Ann'])
  await earnBadge(deps, service, [ann])
  const code = await draftOwnBadge(deps, service)
  await publish(deps, service, code)
  await retireOwnBadge(deps, service.id, { code, retired: true }, designer)
  expect(await getBadge(deps, service.id, code)).toMatchObject({ hidden: true })
  const request = { code, actor: designer, personIds: [ann] }
  await expect(startIssueBatch(deps, service, request)).rejects.toMatchObject({ code: 'conflict' })
  await retireOwnBadge(deps, service.id, { code, retired: false }, designer)
  const { batchId } = await startIssueBatch(deps, service, request)
  expect(batchId).not.toBe('')
})

test('the dry run of a draft says the same as the badge when it is published', async () => {
  const people = await makePeople(deps, service, ['Ann', 'Ben', 'Cai'])
  await earnBadge(deps, service, people.slice(0, 2))
  const code = await draftOwnBadge(deps, service)
  const { draft } = await getOwnBadge(deps, service.id, code)
  expect(await tryRule(deps, service.id, draft)).toEqual({ eligible: 2, waiting: 0, people: 3 })
  await publish(deps, service, code)
  const standings = await badgeEligibility(deps, service.id, code)
  expect(standings.filter(({ eligible }) => eligible)).toHaveLength(2)
  expect(standings.find(({ eligible }) => !eligible)?.missing?.en).toContain('20 more hours')
})

test.each<[string, Partial<OwnDraft>]>([
  ['a rule without a condition', { rule: { match: 'all', conditions: [] } }],
  ['no picture', { image: null }],
  ['the symbol and the colours of a national badge', { image: { ...ownImage, palette: 'leaf' } }],
])('%s keeps a draft from being published', async (_, part) => {
  const code = await draftOwnBadge(deps, service, part)
  await expect(publish(deps, service, code)).rejects.toMatchObject({ code: 'invalid-input' })
  expect((await listOwnBadges(deps, service.id))[0]?.versions).toEqual([])
})

test('a national rule cannot be chosen for an own badge, and words that claim too much are refused', async () => {
  const code = await draftOwnBadge(deps, service)
  await publish(deps, service, code)
  const choice = { hidden: false, rule: twentyHours, actor: designer }
  await expect(chooseRule(deps, service.id, code, choice)).rejects.toMatchObject({ code: 'not-found' })
  await expect(rename(code, 'Qualified Gardener')).rejects.toMatchObject({ code: 'invalid-input' })
})
