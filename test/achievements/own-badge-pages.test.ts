import { afterAll, beforeAll, expect, test } from 'vitest'
import { getOwnBadge, listOwnBadges } from '../../src/achievements/own/actions'
import { addMembership } from '../../src/organisations/actions'
import type { Organisation } from '../../src/organisations/model'
import { path } from '../../src/paths'
import { textOf as wordsOf } from '../certificates/sample'
import { earnBadge } from '../support/awards'
import { makePeople, makeService } from '../support/organisation'
import { draftOwnBadge, ownWords } from '../support/own-badge'
import { openTestApp, type TestApp } from '../support/web'

let site: TestApp
let service: Organisation
let cookie: string
let elsewhere: string
let slug: string

beforeAll(async () => {
  site = await openTestApp()
  service = await makeService(site.deps)
  slug = service.slug
  await earnBadge(site.deps, service, await makePeople(site.deps, service, ['Ann', 'Ben']))
  await makePeople(site.deps, service, ['Cai'])
  await addMembership(site.deps, service.id, { email: 'coordinator@example.org', role: 'coordinator' })
  cookie = await site.signIn('coordinator@example.org')
  const other = await makeService(site.deps)
  await addMembership(site.deps, other.id, { email: 'other@example.org', role: 'coordinator' })
  elsewhere = await site.signIn('other@example.org')
})
afterAll(() => site.close())

const read = async (address: string) => {
  const response = await site.get(address, cookie)
  expect(response.status).toBe(200)
  return response.text()
}
const addressOf = (response: Response) => response.headers.get('Location') ?? ''

const wordsForm = {
  'name-en': ownWords.name.en,
  'name-cy': ownWords.name.cy,
  'description-en': ownWords.description.en,
  'description-cy': ownWords.description.cy,
  'criteria-en': ownWords.criteria.en,
  'criteria-cy': ownWords.criteria.cy,
  achievementType: 'CommunityService',
  validMonths: '24',
  tags: 'garden, outdoors',
}
const pictureForm = {
  ...{ template: 'medallion', palette: 'lagoon', glyph: 'leaf' },
  ...{ 'ringText-en': 'Garden Friend', 'ringText-cy': 'Cyfaill yr Ardd' },
  ...{ 'ribbonText-en': 'Outdoors', 'ribbonText-cy': 'Awyr agored' },
}

test('a badge is designed from its words to its publication without JavaScript', async () => {
  const made = await site.post(path('serviceOwnBadgeNew', { slug }), wordsForm, cookie)
  expect(made.status).toBe(303)
  const here = addressOf(made)
  const page = await read(here)
  expect(page).toContain('Add at least one condition to the rule.')
  expect(page).toContain('Choose a picture.')

  const rule = { kind: 'approved-minutes', hours: '20', do: 'save' }
  const added = await site.post(`${here}/rule`, rule, cookie)
  expect(added.status).toBe(303)
  // Sent twice, it is there once.
  await site.post(`${here}/rule`, rule, cookie)
  const rulePage = await read(addressOf(added))
  expect(rulePage.match(/20 hours<\/th>/g)).toHaveLength(1)
  expect(rulePage).toContain('2 of 3 people who volunteer now would be ready for this badge.')

  const item = `${encodeURIComponent('skills-builder')}/1.0/SB-teamwork`
  const skill = { item, strength: 'practised', 'name-en': 'teamwork', 'name-cy': 'gwaith tîm', do: 'add' }
  expect((await site.post(`${here}/skills`, skill, cookie)).status).toBe(303)
  expect((await site.post(`${here}/picture`, pictureForm, cookie)).status).toBe(303)
  const drawn = await site.get(`${here}/picture/cy`, cookie)
  expect(drawn.headers.get('Content-Type')).toBe('image/svg+xml')
  expect(await drawn.text()).toContain(
    'Bathodyn crwn gwyrddlas golau: deilen, gyda’r geiriau Cyfaill yr Ardd',
  )

  const confirm = await read(`${here}/publish`)
  const revision = /name="revision" value="(\d+)"/.exec(confirm)?.[1] ?? ''
  const published = await site.post(`${here}/publish`, { revision }, cookie)
  expect(addressOf(published)).toContain('published=yes')
  expect(await read(path('serviceBadges', { slug }))).toMatch(/Garden Friend[\s\S]*?numeric">2</)
  const code = here.split('/').at(-1) ?? ''
  expect(await read(path('serviceBadge', { slug, code }))).toContain('Ready for this badge (2)')
  expect(await read(`${here}/publish`)).toContain('the same as the version that was published last')
})

test('the preview shows both public pages, and the sample certificate says what it is', async () => {
  const code = await draftOwnBadge(site.deps, service)
  const here = path('serviceOwnBadge', { slug, ownCode: code })
  const preview = await read(`${here}/preview`)
  expect(preview).toContain('width="64"')
  expect(preview).toContain('Helped to plant, water and weed the garden.')
  expect(preview).toContain('Rheol y bathodyn hwn: 20 awr.')
  for (const [language, word] of [
    ['en', 'SAMPLE'],
    ['cy', 'ENGHRAIFFT'],
  ] as const) {
    const pdf = await site.get(`${here}/certificate?language=${language}`, cookie)
    const bytes = new Uint8Array(await pdf.arrayBuffer())
    const words = await wordsOf(bytes)
    expect(words).toContain(word)
    expect(words).toContain(ownWords.name[language])
    expect(new TextDecoder('latin1').decode(bytes)).not.toContain('credential.json) /AF')
  }
})

test('what is wrong is named beside its field, and what was typed is kept', async () => {
  const code = await draftOwnBadge(site.deps, service)
  const here = path('serviceOwnBadge', { slug, ownCode: code })
  const refused = async (part: string, form: Record<string, string>) => {
    const response = await site.post(`${here}/${part}`, form, cookie)
    expect(response.status).toBe(422)
    return response.text()
  }
  const words = await refused('words', { ...wordsForm, 'name-en': 'Qualified Gardener', validMonths: '0' })
  expect(words).toContain('href="#name-en"')
  expect(words).toContain('href="#validMonths"')
  expect(words).toContain('value="Qualified Gardener"')
  const rule = await refused('rule', { kind: 'sessions', number: 'some', do: 'save' })
  expect(rule).toContain('href="#number"')
  expect(rule).toContain('value="some"')
  const picture = await refused('picture', { ...pictureForm, 'ringText-en': 'Сад', palette: 'violet' })
  expect(picture).toContain('href="#ringText-en"')
  expect(picture).toContain('href="#palette"')
  expect(await refused('skills', { do: 'add', item: '', 'name-en': 'growing' })).toContain('value="growing"')
  expect((await getOwnBadge(site.deps, service.id, code)).revision).toBe(2)
})

test('a condition is changed and removed, but not where somebody else changed it since', async () => {
  const code = await draftOwnBadge(site.deps, service)
  const address = `${path('serviceOwnBadge', { slug, ownCode: code })}/rule`
  const form = await read(`${address}?at=0`)
  expect(form).toContain('value="20"')
  const was = /name="was" value="([^"]*)"/.exec(form)?.[1]?.replaceAll('&quot;', '"') ?? ''
  const change = { kind: 'approved-minutes', hours: '2,5', at: '0', was, do: 'save' }
  expect((await site.post(address, change, cookie)).status).toBe(303)
  await site.post(address, { at: '0', was, do: 'remove' }, cookie)
  const { rule } = (await getOwnBadge(site.deps, service.id, code)).draft
  expect(rule.conditions).toEqual([{ kind: 'approved-minutes', atLeast: 150 }])
  const now = JSON.stringify(rule.conditions[0])
  await site.post(address, { at: '0', was: now, do: 'remove' }, cookie)
  expect((await getOwnBadge(site.deps, service.id, code)).draft.rule.conditions).toEqual([])
})

test('who publishes a draft that has changed since is shown it again', async () => {
  const code = await draftOwnBadge(site.deps, service)
  const here = path('serviceOwnBadge', { slug, ownCode: code })
  await site.post(`${here}/picture`, { ...pictureForm, glyph: 'note', template: 'shield' }, cookie)
  const response = await site.post(`${here}/publish`, { revision: '2' }, cookie)
  expect(response.status).toBe(409)
  expect(await response.text()).toContain('The draft has changed since you looked at it')
})

test('another service does not find it', async () => {
  const [badge] = await listOwnBadges(site.deps, service.id)
  const here = path('serviceOwnBadge', { slug, ownCode: badge?.code ?? '' })
  expect((await site.get(here, elsewhere)).status).toBe(403)
  expect((await site.get(here)).status).toBe(303)
  expect((await site.get(path('badgePicture', { ...unknownPicture, code: badge?.code ?? '' }))).status).toBe(
    404,
  )
})

const unknownPicture = {
  ...{ organisationId: '00000000-0000-7000-8000-000000000000', version: '1', language: 'en' },
}
