import { afterAll, beforeAll, expect, test } from 'vitest'
import { bindAward, getAward, getCredentialText, revokeAward } from '../../src/awards/actions'
import { withOrganisation } from '../../src/database/scope'
import {
  agreeToWords,
  listWords,
  takeBackWords,
  wordsOfAward,
  writeWords,
} from '../../src/endorsements/actions'
import type { Words, WordsEntry } from '../../src/endorsements/model'
import type { Organisation } from '../../src/organisations/model'
import { recordOwnConsent } from '../../src/people/consents/actions'
import { answerInvitation } from '../../src/people/guardians/actions'
import { listRoles } from '../../src/roles/actions'
import { makeLearnerRecord } from '../../src/sharing/learner-record'
import { verifyForPublic } from '../../src/verification/actions'
import { homeLibraryRole, issueBadge } from '../support/awards'
import { openTestDeps, type TestDeps } from '../support/database'
import { makePeople, makeService } from '../support/organisation'
import { askGuardian, makeBorn } from '../support/young'

let opened: TestDeps
let service: Organisation
beforeAll(async () => {
  opened = await openTestDeps()
  service = await makeService(opened.deps)
})
afterAll(() => opened.close())

const actor = 'supervisor@example.org'
const entry: WordsEntry = {
  about: 'LV-02',
  words: 'They listen, and readers come back for them.',
  language: 'en',
  writerName: 'Gwen Price',
  writerRole: 'Branch supervisor',
}

const write = async (personId: string, change: Partial<WordsEntry> = {}): Promise<Words> => {
  const requestId = opened.deps.random.uuid()
  const done = await writeWords(
    opened.deps,
    service.id,
    { ...entry, ...change },
    { personId, requestId, actor },
  )
  if (!done.ok) throw new Error(JSON.stringify(done.reason))
  opened.clock.advance(1000)
  const [words] = await listWords(opened.deps, service.id, personId)
  if (words === undefined) throw new Error('No words.')
  return words
}
const holderOf = (personId: string) => ({ organisation: service, personId, actor: 'volunteer@example.org' })
const agree = (personId: string, words: Words) => agreeToWords(opened.deps, holderOf(personId), words.id)
const makeVolunteer = async (name: string) => (await makePeople(opened.deps, service, [name]))[0] ?? ''
const stateOf = async (personId: string) =>
  (await listWords(opened.deps, service.id, personId)).map(({ state }) => state)
const issue = async (personId: string) =>
  (await issueBadge(opened.deps, service, [personId])).awardIds[0] ?? ''
const verify = (text: string) => verifyForPublic(opened.deps, { text }, 'en')
type Carrier = {
  endorsement?: { credentialSubject: { id: string; endorsementComment: string } }[]
  id: string
}
const read = async (awardId: string): Promise<Carrier> =>
  JSON.parse(await getCredentialText(opened.deps, service.id, awardId))

test('words that were agreed before the badge is issued stand in it, signed, about it, and are verified with it', async () => {
  const personId = await makeVolunteer('Alys')
  await agree(personId, await write(personId))
  const awardId = await issue(personId)
  const credential = await read(awardId)
  expect(credential.endorsement?.map(({ credentialSubject }) => credentialSubject)).toEqual([
    { id: credential.id, type: ['EndorsementSubject'], endorsementComment: entry.words },
  ])
  const [endorsement] = credential.endorsement ?? []
  expect(endorsement).toMatchObject({
    type: ['VerifiableCredential', 'EndorsementCredential'],
    description: expect.stringMatching(/^Words of Gwen Price, Branch supervisor\./),
    issuer: { name: service.nameEn },
    proof: expect.anything(),
  })
  const report = await verify(JSON.stringify(credential))
  expect(report.verdict).toBe('verified')
  expect(report.inner?.map(({ pointer, report: { verdict } }) => [pointer, verdict])).toEqual([
    ['/endorsement/0', 'verified'],
  ])
  const changed = JSON.stringify(credential).replaceAll('They listen', 'They lead')
  expect((await verify(changed)).verdict).toBe('not-verified')
  expect(await wordsOfAward(opened.deps, service.id, awardId)).toMatchObject([{ embedded: true }])
})

test('words that nobody agreed to, or that were declined, are nowhere', async () => {
  const personId = await makeVolunteer('Beca')
  await write(personId)
  const declined = await write(personId, { words: 'Never late.' })
  await takeBackWords(opened.deps, holderOf(personId), declined.id)
  const awardId = await issue(personId)
  expect((await read(awardId)).endorsement).toBeUndefined()
  expect(await wordsOfAward(opened.deps, service.id, awardId)).toEqual([])
  expect(await stateOf(personId)).toEqual(['declined', 'waiting'])
  await expect(agree(personId, declined)).rejects.toMatchObject({ code: 'conflict' })
})

test('words that are agreed afterwards go beside the badge and into the learner record, and verify', async () => {
  const personId = await makeVolunteer('Carys')
  const awardId = await issue(personId)
  const before = await getCredentialText(opened.deps, service.id, awardId)
  const words = await write(personId)
  await agree(personId, words)
  await agree(personId, words)
  expect(await getCredentialText(opened.deps, service.id, awardId)).toBe(before)
  const [beside, ...more] = await wordsOfAward(opened.deps, service.id, awardId)
  expect(more).toEqual([])
  expect(beside).toMatchObject({ embedded: false, words: entry.words })
  expect(await verify(beside?.document ?? '')).toMatchObject({ verdict: 'verified', kind: 'endorsement' })
  const record = await makeLearnerRecord(opened.deps, service, personId, 'Record')
  const report = await verify(new TextDecoder().decode(record.bytes))
  expect(report).toMatchObject({ verdict: 'verified', kind: 'clr' })
  expect(report.inner?.map((one) => one.report.kind)).toEqual(['achievement', 'endorsement'])
})

test('words about a role go with a badge that was earned in it, and with no other', async () => {
  const personId = await makeVolunteer('Delyth')
  await issue(personId)
  const role = (await listRoles(opened.deps, service.id)).find(({ titleEn }) => titleEn === homeLibraryRole)
  const words = await write(personId, { about: role?.id ?? '' })
  await agree(personId, words)
  const [after] = await listWords(opened.deps, service.id, personId)
  expect(after).toMatchObject({ code: null, roleTitleEn: homeLibraryRole, awardIds: [expect.any(String)] })
  const other = await write(personId, { about: 'LV-03' })
  await agree(personId, other)
  expect((await listWords(opened.deps, service.id, personId))[0]?.awardIds).toEqual([])
})

test('words that are taken out leave the badge, which is signed anew, verifies and keeps its id', async () => {
  const personId = await makeVolunteer('Elin')
  const words = await write(personId)
  await agree(personId, words)
  const kept = await write(personId, { words: 'Always kind.' })
  await agree(personId, kept)
  const awardId = await issue(personId)
  expect((await read(awardId)).endorsement).toHaveLength(2)
  await expect(takeBackWords(opened.deps, holderOf(personId), words.id)).rejects.toMatchObject({
    code: 'conflict',
  })
  opened.clock.advance(60_000)
  await takeBackWords(opened.deps, holderOf(personId), words.id)
  await takeBackWords(opened.deps, holderOf(personId), words.id)
  const after = await read(awardId)
  expect(after.endorsement?.map((one) => one.credentialSubject.endorsementComment)).toEqual(['Always kind.'])
  expect((await verify(JSON.stringify(after))).verdict).toBe('verified')
  opened.clock.advance(60_000)
  await bindAward(opened.deps, { organisationId: service.id, personId, actor: 'elin@example.org' }, awardId, {
    byEmail: false,
  })
  expect((await read(awardId)).endorsement).toHaveLength(1)
  opened.clock.advance(60_000)
  await takeBackWords(opened.deps, { organisation: service, actor }, kept.id)
  expect((await read(awardId)).endorsement).toBeUndefined()
  expect(await stateOf(personId)).toEqual(['withdrawn', 'withdrawn'])
})

test('nobody answers for somebody else, and another service does not find the words', async () => {
  const [personId, other] = [await makeVolunteer('Ffion'), await makeVolunteer('Gwenno')]
  const words = await write(personId)
  await expect(agree(other, words)).rejects.toMatchObject({ code: 'not-found' })
  await expect(takeBackWords(opened.deps, holderOf(other), words.id)).rejects.toMatchObject({
    code: 'not-found',
  })
  const elsewhere = await makeService(opened.deps)
  await expect(
    takeBackWords(opened.deps, { organisation: elsewhere, actor }, words.id),
  ).rejects.toMatchObject({ code: 'not-found' })
  expect(await listWords(opened.deps, elsewhere.id)).toEqual([])
  expect(await stateOf(personId)).toEqual(['waiting'])
})

test('a form that is sent twice is kept once; what is about nothing is told so', async () => {
  const personId = await makeVolunteer('Heledd')
  const by = { personId, requestId: opened.deps.random.uuid(), actor }
  expect(await writeWords(opened.deps, service.id, entry, by)).toMatchObject({ value: { isNew: true } })
  expect(await writeWords(opened.deps, service.id, entry, by)).toMatchObject({ value: { isNew: false } })
  const nothing = { ...entry, about: opened.deps.random.uuid() }
  expect(await writeWords(opened.deps, service.id, nothing, by)).toEqual({
    ok: false,
    reason: [{ field: 'about', reason: 'about-missing' }],
  })
})

test('below the age of own consent nothing is agreed before both they and the guardian agree to sharing', async () => {
  const [personId = ''] = await makeBorn(opened.deps, service, { Ianto: '2018-03-01' })
  const token = await askGuardian(opened.deps, service, personId)
  const words = await write(personId)
  await expect(agree(personId, words)).rejects.toMatchObject({ code: 'consent-missing' })
  expect(await stateOf(personId)).toEqual(['waiting'])
  const answers = { role: true, photo: false, sharing: true }
  await answerInvitation(opened.deps, token, { answers, name: 'Gwen Hill', email: '' })
  await expect(agree(personId, words)).rejects.toMatchObject({ code: 'consent-missing' })
  await recordOwnConsent(opened.deps, service.id, personId, {
    ...{ answers: [{ purpose: 'sharing', agrees: true }], how: 'relayed', actor: 'guardian@example.org' },
  })
  await agree(personId, words)
  expect(await stateOf(personId)).toEqual(['agreed'])
})

test('a badge that was taken back gets no words; sixteen who agree at once leave one of each', async () => {
  const personId = await makeVolunteer('Lowri')
  const awardId = await issue(personId)
  const words = await write(personId)
  await Promise.all(Array.from({ length: 16 }, () => agree(personId, words)))
  expect(await wordsOfAward(opened.deps, service.id, awardId)).toHaveLength(1)
  const agreed = await withOrganisation(opened.deps.db, service.id, ({ trx }) =>
    trx
      .selectFrom('audit_event')
      .select('actor')
      .where('action', '=', 'endorsement.agreed')
      .where('subject_id', '=', words.id)
      .execute(),
  )
  expect(agreed).toHaveLength(1)
  await revokeAward(opened.deps, service.id, awardId, { reason: 'By mistake', actor })
  expect((await getAward(opened.deps, service.id, awardId)).status).toBe('revoked')
  await agree(personId, await write(personId, { words: 'Calm and clear.' }))
  expect(await wordsOfAward(opened.deps, service.id, awardId)).toHaveLength(1)
})
