import { verifyCredential } from '@digitalcredentials/verifier-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { badgeDefinitions } from '../../src/achievements/catalogue'
import { getAward, getCredentialText, startIssueBatch } from '../../src/awards/actions'
import { openAwardSigner } from '../../src/awards/sign-awards'
import { makeCertificate } from '../../src/certificates/actions'
import { withOrganisation } from '../../src/database/scope'
import { evidenceFor, recordEvidence, writeReflection } from '../../src/evidence/actions'
import { recordKinds, trainingModules } from '../../src/evidence/model'
import { approveSessions, recordSession } from '../../src/hours/actions'
import { readEntryForm } from '../../src/hours/pages/read-entry-form'
import { readPng } from '../../src/openbadges/bake/png-chunks'
import { verifyCredential as verifyOurs } from '../../src/openbadges/verify'
import { getOrganisation } from '../../src/organisations/actions'
import type { Organisation } from '../../src/organisations/model'
import { addRole, listRoles } from '../../src/roles/actions'
import { credentialFile } from '../../src/sharing/files'
import { changeOwnClaim, confirmClaims, getClaim, recordClaim } from '../../src/skills/actions'
import { textOf } from '../certificates/sample'
import { makePeople, makeService } from '../support/organisation'
import { draftOwnBadge, ownWords, publish } from '../support/own-badge'
import { openTestApp, type TestApp } from '../support/web'

const coordinator = 'coordinator@example.org'
const roleCodes = Array.from({ length: 18 }, (_, index) => `RO-${String(index + 1).padStart(2, '0')}`)

let app: TestApp
let service: Organisation
let network: Organisation
let personId: string
const claimIds: string[] = []

/** Eight sessions of two hours in each role, approved. */
const giveHours = async () => {
  const { deps } = app
  const sessionIds: string[] = []
  for (const [index, code] of roleCodes.entries()) {
    const role = { nationalCode: code, titleEn: `Role ${code}`, titleCy: `Rôl ${code}` }
    const roleId = await addRole(deps, service.id, { ...role, boundaryClass: 'value-added' })
    for (let week = 0; week < 8; week++) {
      const day = new Date(Date.UTC(2026, 5 + (week % 4), 1 + index + (week >= 4 ? 5 : 0)))
      const date = day.toISOString().slice(0, 10)
      const [hour, minute] = [String(8 + (week >= 4 ? 6 : 0)).padStart(2, '0'), '00']
      const typed = { roleId, date, start: `${hour}:${minute}`, end: `${Number(hour) + 2}:00` }
      const by = { email: coordinator, as: 'coordinator', source: 'coordinator' } as const
      const done = await recordSession(deps, service.id, readEntryForm(typed, personId), by)
      if (!done.ok) throw new Error(JSON.stringify(done.reason))
      sessionIds.push(done.value.sessionId)
    }
  }
  await approveSessions(deps, service.id, { sessionIds }, coordinator)
}

const giveRecords = async () => {
  const { deps } = app
  const record = async (kind: string, more: Record<string, string> = {}) => {
    const typed = {
      kind,
      date: '2026-06-01',
      count: '25',
      faults: '',
      area: 'EDS-1',
      module: '',
      score: '',
      note: '',
    }
    const to = { personIds: [personId], requestId: deps.random.uuid(), actor: coordinator }
    const done = await recordEvidence(deps, service.id, { ...typed, ...more }, to)
    if (!done.ok) throw new Error(JSON.stringify(done.reason))
  }
  for (const kind of recordKinds) {
    if (kind === 'reflection') continue
    await record(kind)
    await record(kind, { area: 'EDS-2' })
    await record(kind, { area: 'EDS-3' })
  }
  await record('induction')
  for (const module of trainingModules) await record('training', { module, score: '90', date: '2026-07-01' })
  for (const date of ['2026-06-01', '2026-06-02', '2026-07-01', '2026-08-01'])
    await record('session-intergenerational', { date })
  for (const text of ['What I learned.', 'What I learned later.'])
    await writeReflection(deps, service.id, {
      ...{ personId, badgeCode: null, text, requestId: deps.random.uuid(), actor: 'volunteer@example.org' },
    })
}

/** Three skills from two roles that a coordinator confirmed, two of them matched to a framework. */
const giveSkills = async () => {
  const { deps } = app
  const mail = 'gwen@example.org'
  await withOrganisation(deps.db, service.id, ({ trx }) =>
    trx.updateTable('person').set({ email: mail }).where('id', '=', personId).execute(),
  )
  const [first, second] = (await listRoles(deps, service.id)).map(({ id }) => id)
  const said = [
    { title: 'I listen', roleId: first, item: 'SB-listening' },
    { title: 'I explain', roleId: second, item: 'X02' },
    { title: 'I bake', roleId: second },
  ]
  for (const { title, roleId = '', item } of said) {
    const skill = { title, roleId, ...(item === undefined ? {} : { item }) }
    const { claimId } = await recordClaim(deps, service.id, personId, skill, mail)
    await changeOwnClaim(deps, service.id, claimId, { kind: 'submitted' }, mail)
    const { sequence } = await getClaim(deps, service.id, claimId)
    await confirmClaims(deps, service.id, [{ claimId, sequence }], 'Seen.', coordinator)
    claimIds.push(claimId)
  }
}

beforeAll(async () => {
  app = await openTestApp()
  app.clock.set(new Date(Date.now() - 2 * 60_000))
  service = await makeService(app.deps)
  network = await getOrganisation(app.deps, service.parentId ?? '')
  ;[personId = ''] = await makePeople(app.deps, service, ['Gwen ap Rhys'])
  await withOrganisation(app.deps.db, service.id, ({ trx }) =>
    trx.updateTable('person').set({ birth_year: 2005, birth_date: '2005-03-01' }).execute(),
  )
  await giveHours()
  await giveRecords()
  await giveSkills()
  const { origin } = app.deps.config
  vi.stubGlobal('fetch', async (input: string | URL | Request) => {
    const url = input instanceof Request ? input.url : String(input)
    return url.startsWith(`${origin}/`) ? app.request(url.slice(origin.length)) : Response.error()
  })
}, 240_000)
afterAll(async () => {
  vi.unstubAllGlobals()
  await app.close()
})

/** Our verdict, and that of the Digital Credentials Consortium's verifier. */
const verdicts = async (text: string) => {
  const ours = await verifyOurs(
    { text },
    {
      now: app.deps.clock.now(),
      fetchDocument: async (url) => {
        const response = await app.request(url.replace(app.deps.config.origin, ''))
        return { status: response.status, contentType: 'application/json', text: await response.text() }
      },
    },
  )
  const { log = [], errors = [] } = await verifyCredential({
    credential: JSON.parse(text),
    knownDIDRegistries: [],
  })
  const theirs = Object.fromEntries(log.map(({ id, valid }) => [id, valid]))
  return { ours: ours.verdict, signature: theirs['valid_signature'], errors: errors.map(({ name }) => name) }
}
const sound = { ours: 'verified', signature: true, errors: [] }

/** What only the network gives. */
const signedHere = ['LV-27']

test.each(badgeDefinitions.filter(({ id }) => !signedHere.includes(id)))(
  '$id: an eligible volunteer gets it, it verifies by two verifiers, and its certificate is there in both languages',
  async ({ id: code, name, validMonths }) => {
    const { deps } = app
    const texts = { [personId]: 'Always there when it rained.' }
    const { batchId } = await startIssueBatch(deps, service, {
      ...{ code, actor: coordinator, personIds: [personId], texts },
    })
    const award = await withOrganisation(deps.db, service.id, ({ trx }) =>
      trx.selectFrom('award').select('id').where('batch_id', '=', batchId).executeTakeFirst(),
    )
    const text = await getCredentialText(deps, service.id, award?.id ?? '')
    expect(await verdicts(text)).toEqual(sound)
    const credential = JSON.parse(text)
    expect(credential.credentialSubject.narrative).toBe('Always there when it rained.')
    expect(credential.validUntil !== undefined).toBe(validMonths !== undefined)
    for (const language of ['en', 'cy'] as const) {
      const pdf = await makeCertificate(deps, service, await getAward(deps, service.id, award?.id ?? ''), {
        language,
      })
      expect((await textOf(pdf)).replace(/[’']/g, '')).toContain(name[language].replace(/[’']/g, ''))
    }
  },
  120_000,
)

test.each(badgeDefinitions.filter(({ id }) => signedHere.includes(id)))(
  '$id is signed by whoever may give it, and verifies',
  async (definition) => {
    const organisation = definition.issuer === 'network' ? network : service
    const sign = await openAwardSigner(app.deps, organisation, definition)
    const [signed] = await sign([
      {
        ...{ personId, name: 'Gwen', email: null, language: 'cy', minutes: 0, roleTitle: null },
        ...{ firstDate: '2026-06-01', lastDate: '2026-06-01', ledger: { sequence: 0, root: '0'.repeat(64) } },
      },
    ])
    expect(await verdicts(signed?.document ?? '')).toEqual(sound)
  },
  120_000,
)

test('a service’s own badge goes the same way: two verifiers, both languages, pictures, page and data', async () => {
  const { deps } = app
  const code = await draftOwnBadge(deps, service)
  await publish(deps, service, code)
  const request = { code, actor: coordinator, personIds: [personId] }
  const { batchId } = await startIssueBatch(deps, service, request)
  const { id, achievement_id: achievementId } = await withOrganisation(deps.db, service.id, ({ trx }) =>
    trx
      .selectFrom('award')
      .select(['id', 'achievement_id'])
      .where('batch_id', '=', batchId)
      .executeTakeFirstOrThrow(),
  )
  const text = await getCredentialText(deps, service.id, id)
  expect(await verdicts(text)).toEqual(sound)
  const { achievement } = JSON.parse(text).credentialSubject
  expect(achievement).toMatchObject({
    ...{ name: ownWords.name.en, achievementType: 'CommunityService', version: '1.0.0' },
    alignment: [{ targetName: 'Teamwork', targetFramework: 'Skills Builder Universal Framework 1.0' }],
  })
  expect(JSON.parse(text).validUntil).toBeDefined()
  const award = await getAward(deps, service.id, id)
  for (const language of ['en', 'cy'] as const) {
    const words = await textOf(await makeCertificate(deps, service, award, { language }))
    expect(words.replace(/[’']/g, '')).toContain(ownWords.name[language].replace(/[’']/g, ''))
    expect(words).toContain(language === 'en' ? 'working with others' : 'gweithio gydag eraill')
  }
  const here = `/achievements/${achievementId}`
  const page = await (await app.get(here)).text()
  expect(page).toContain('This library service designed this badge')
  const picture = /src="(\/badge-pictures\/[^"]*)"/.exec(page)?.[1] ?? ''
  expect(await (await app.get(picture)).text()).toContain('A round turquoise badge: a leaf')
  const data = await app.request(here, { headers: { Accept: 'application/ld+json' } })
  expect(await data.json()).toMatchObject({ id: achievement.id, name: ownWords.name.en })
  const png = new Uint8Array(await (await app.request(`${here}/image.png`)).arrayBuffer())
  expect(readPng(png)).toMatchObject({ ok: true, png: { width: 600, height: 600 } })
  const baked = await credentialFile(deps, service, award, 'svg')
  expect(new TextDecoder().decode(baked.bytes)).toContain('openbadges:credential')
}, 120_000)

test('a library service cannot give the award of the network', async () => {
  const request = { code: 'LV-27', actor: coordinator, personIds: [personId] }
  await expect(startIssueBatch(app.deps, service, request)).rejects.toMatchObject({ code: 'not-permitted' })
  expect((await evidenceFor(app.deps, service.id, [personId])).get(personId)?.length).toBeGreaterThan(70)
})

test('the portfolio names the confirmed skills that were chosen, as far as a framework has them', async () => {
  const { deps } = app
  const change = { status_changed_at: deps.clock.now(), status_changed_by: coordinator }
  const takenBack = { status: 'revoked' as const, status_reason: 'Chosen anew.', ...change }
  const nameIn = async (skills?: Readonly<Record<string, readonly string[]>>) => {
    await withOrganisation(deps.db, service.id, ({ trx }) =>
      trx.updateTable('award').set(takenBack).where('definition_code', '=', 'LV-26').execute(),
    )
    const request = { code: 'LV-26', actor: coordinator, personIds: [personId] }
    const { batchId } = await startIssueBatch(
      deps,
      service,
      skills === undefined ? request : { ...request, skills },
    )
    const award = await withOrganisation(deps.db, service.id, ({ trx }) =>
      trx.selectFrom('award').select('id').where('batch_id', '=', batchId).executeTakeFirstOrThrow(),
    )
    const text = await getCredentialText(deps, service.id, award.id)
    expect(await verdicts(text)).toEqual(sound)
    const results: { alignment?: { targetName: string; targetDescription: string }[] }[] =
      JSON.parse(text).credentialSubject.result
    return results.flatMap(({ alignment = [] }) => alignment)
  }
  const all = await nameIn()
  expect(all.map(({ targetName }) => targetName).sort()).toEqual(['Listening', 'instruct others'])
  expect(all.every(({ targetDescription }) => targetDescription.includes('not a qualification'))).toBe(true)
  const [listening = '', , baking = ''] = claimIds
  expect(await nameIn({ [personId]: [listening, baking] })).toMatchObject([{ targetName: 'Listening' }])
  expect(await nameIn({ [personId]: [] })).toEqual([])
}, 120_000)
