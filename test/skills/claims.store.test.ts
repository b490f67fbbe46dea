import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { withOrganisation } from '../../src/database/scope'
import type { Organisation } from '../../src/organisations/model'
import { listRoles } from '../../src/roles/actions'
import {
  addEvidence,
  alignClaim,
  changeOwnClaim,
  claimsForExport,
  confirmClaims,
  confirmedClaimsWithin,
  decideOnClaim,
  drawSkillsRecord,
  getClaim,
  getEvidenceFile,
  listClaims,
  recordClaim,
  skillsAsData,
  suggestSkills,
  takeEvidenceAway,
  waitingClaims,
} from '../../src/skills/actions'
import { earnBadge } from '../support/awards'
import { openTestDeps, type TestDeps } from '../support/database'
import { makePeople, makeService } from '../support/organisation'
import { jpegOf } from './rules/pictures'

let opened: TestDeps
let service: Organisation
let ann: string
let places = 0
const coordinator = 'coordinator@example.org'
let mail = ''

beforeAll(async () => {
  opened = await openTestDeps()
  service = await makeService(opened.deps)
})
afterAll(() => opened.close())
beforeEach(async () => {
  places += 1
  const domain = `place-${places}.example.org`
  mail = `volunteer-1@${domain}`
  ;[ann = ''] = await makePeople(opened.deps, service, ['Ann'], { mail: domain })
})

const record = async (title = 'I listen to people') =>
  (await recordClaim(opened.deps, service.id, ann, { title }, mail)).claimId
const submit = async (claimId: string) => {
  await changeOwnClaim(opened.deps, service.id, claimId, { kind: 'submitted' }, mail)
  return (await getClaim(opened.deps, service.id, claimId)).sequence
}
const decide = (claimId: string, decision: Parameters<typeof decideOnClaim>[3], by = coordinator) =>
  decideOnClaim(opened.deps, service.id, claimId, decision, by)
const by = () => ({ email: mail, as: 'volunteer' }) as const

describe('a claim', () => {
  test('recorded twice, or by many clients at once, is one', async () => {
    const all = await Promise.all(Array.from({ length: 8 }, () => record('Rwy’n gwrando')))
    expect(new Set(all).size).toBe(1)
    expect(await record('RWY’N GWRANDO ')).toBe(all[0])
    expect(await record('مرحبا')).not.toBe(all[0])
    expect(await listClaims(opened.deps, service.id, ann)).toHaveLength(2)
  })

  test('goes from words to a question, an answer and a confirmation, each kept', async () => {
    const claimId = await record()
    const first = await submit(claimId)
    await decide(claimId, { kind: 'asked', words: 'Where was that?', sequence: first })
    await expect(
      decide(claimId, { kind: 'confirmed', words: 'Seen.', sequence: first }),
    ).rejects.toMatchObject({
      code: 'conflict',
    })
    await changeOwnClaim(
      opened.deps,
      service.id,
      claimId,
      { kind: 'answered', words: 'At rhyme time.' },
      mail,
    )
    const { sequence } = await getClaim(opened.deps, service.id, claimId)
    const decision = { kind: 'confirmed', words: 'Seen at rhyme time.', sequence } as const
    await decide(claimId, decision)
    await decide(claimId, decision)
    const claim = await getClaim(opened.deps, service.id, claimId)
    expect(claim).toMatchObject({ status: 'confirmed', state: 'settled' })
    expect(claim.events.map(({ kind }) => kind)).toEqual([
      'recorded',
      'submitted',
      'asked',
      'answered',
      'confirmed',
    ])
    const confirmed = await withOrganisation(opened.deps.db, service.id, (scope) =>
      confirmedClaimsWithin(scope, [ann]),
    )
    expect(confirmed).toMatchObject([
      { claimId, personId: ann, status: 'confirmed', by: coordinator, roleCode: null },
    ])
  })

  test('is not confirmed by its own volunteer, nor by who looks after them', async () => {
    const claimId = await record()
    const sequence = await submit(claimId)
    const decision = { kind: 'confirmed', words: 'Seen.', sequence } as const
    await expect(decide(claimId, decision, mail)).rejects.toMatchObject({ code: 'not-permitted' })
    await expect(decide(claimId, decision, mail.toUpperCase())).rejects.toMatchObject({
      code: 'not-permitted',
    })
    expect(await confirmClaims(opened.deps, service.id, [{ claimId, sequence }], 'Seen.', mail)).toEqual({
      ...{ confirmed: 0, own: 1, changed: 0 },
    })
  })

  test('is confirmed once by many clients at once, with others', async () => {
    const ids = [await record('a'), await record('b'), await record('c')]
    const chosen = await Promise.all(
      ids.map(async (claimId) => ({ claimId, sequence: await submit(claimId) })),
    )
    const all = await Promise.all(
      Array.from({ length: 6 }, () =>
        confirmClaims(opened.deps, service.id, chosen, 'Seen on Tuesdays.', coordinator),
      ),
    )
    expect(all.reduce((sum, { confirmed }) => sum + confirmed, 0)).toBe(3)
    for (const claimId of ids) {
      const { events } = await getClaim(opened.deps, service.id, claimId)
      expect(events.filter(({ kind }) => kind === 'confirmed')).toHaveLength(1)
    }
    expect(
      (await waitingClaims(opened.deps, service.id, { limit: 10 })).claims.map(({ id }) => id),
    ).not.toContain(ids[0])
  })

  test('carries the record of an assessment, not of one to come', async () => {
    const claimId = await record()
    const assessment = { assessor: 'A. Tutor', scheme: 'Storytelling course', result: 'Pass' }
    const decision = { ...assessment, kind: 'assessed', words: '', sequence: 1 } as const
    await expect(decide(claimId, { ...decision, assessedOn: '2026-06-02' })).rejects.toMatchObject({
      code: 'invalid-input',
    })
    await decide(claimId, { ...decision, assessedOn: '2026-06-01' })
    const claim = await getClaim(opened.deps, service.id, claimId)
    expect(claim.status).toBe('assessed')
    expect(claim.events.at(-1)).toMatchObject({
      kind: 'assessed',
      detail: { ...assessment, assessedOn: '2026-06-01' },
    })
  })

  test('has a history that can only be added to', async () => {
    const claimId = await record()
    const change = withOrganisation(opened.deps.db, service.id, ({ trx }) =>
      trx.updateTable('skill_claim_event').set({ words: 'x' }).where('claim_id', '=', claimId).execute(),
    )
    await expect(change).rejects.toThrow(/append-only/)
  })

  test('is aligned no more strongly than who stands behind it, with the framework’s version', async () => {
    const claimId = await record()
    const link = { framework: 'esco', version: '1.1-era', code: 'X25' }
    const own = by()
    await alignClaim(opened.deps, service.id, claimId, { ...link, strength: 'practised' }, own)
    await expect(
      alignClaim(opened.deps, service.id, claimId, { ...link, strength: 'evidenced' }, own),
    ).rejects.toMatchObject({ code: 'invalid-input' })
    await decide(claimId, { kind: 'confirmed', words: 'Seen.', sequence: await submit(claimId) })
    const service2 = { email: coordinator, as: 'service' } as const
    await alignClaim(opened.deps, service.id, claimId, { ...link, strength: 'evidenced' }, service2)
    const { alignments } = await getClaim(opened.deps, service.id, claimId)
    expect(alignments).toEqual([{ ...link, strength: 'evidenced' }])
    await alignClaim(opened.deps, service.id, claimId, { ...link, strength: undefined }, service2)
    expect((await getClaim(opened.deps, service.id, claimId)).alignments).toEqual([])
  })

  test('shows the approved hours of the roles that practise it; roles suggest skills', async () => {
    await earnBadge(opened.deps, service, [ann])
    const suggestions = await suggestSkills(opened.deps, service.id, ann)
    // What a home library visitor practises.
    expect(suggestions.map(({ found }) => found.item.code)).toEqual(['LS-25', 'LS-24', 'LS-06', 'LS-17'])
    const [role] = await listRoles(opened.deps, service.id)
    const skill = { title: 'Listening', item: 'LS-24', roleId: role?.id ?? '' }
    const { claimId } = await recordClaim(opened.deps, service.id, ann, skill, mail)
    expect(await getClaim(opened.deps, service.id, claimId)).toMatchObject({ minutes: 1275, sessions: 3 })
    expect(await suggestSkills(opened.deps, service.id, ann)).toHaveLength(3)
    const other = await record('I juggle')
    expect(await getClaim(opened.deps, service.id, other)).toMatchObject({ minutes: 0 })
  })
})

describe('evidence', () => {
  const photo = (
    told: Partial<{ peopleAgreed: boolean; bytes: Uint8Array; kind: 'file' | 'photo' }> = {},
  ) => ({
    ...{ kind: 'photo' as const, words: 'At the stall', fileName: 'beach <home>.jpg', peopleAgreed: true },
    ...{ bytes: jpegOf({ gps: '51.5N' }), ...told },
  })

  test('is kept by its hash, once, without where it was taken', async () => {
    const claimId = await record()
    const { evidenceId } = await addEvidence(opened.deps, service.id, claimId, photo(), by())
    expect((await addEvidence(opened.deps, service.id, claimId, photo(), by())).evidenceId).toBe(evidenceId)
    const [evidence] = (await getClaim(opened.deps, service.id, claimId)).evidence
    const file = opened.files.kept.get(`skills/${service.id}/${evidence?.sha256}`)
    expect(String.fromCharCode(...(file ?? []))).not.toContain('51.5N')
    const read = await getEvidenceFile(opened.deps, service.id, { claimId, evidenceId }, () => true)
    expect(read).toMatchObject({ contentType: 'image/jpeg', bytes: file })
    const stranger = getEvidenceFile(opened.deps, service.id, { claimId, evidenceId }, () => false)
    await expect(stranger).rejects.toMatchObject({ code: 'not-found' })
    await takeEvidenceAway(opened.deps, service.id, claimId, evidenceId, by())
    expect(opened.files.kept.has(`skills/${service.id}/${evidence?.sha256}`)).toBe(false)
  })

  test('of a refused type is named, and a picture needs the word of who is in it', async () => {
    const claimId = await record()
    const reasonOf = (given: Parameters<typeof addEvidence>[3]) =>
      addEvidence(opened.deps, service.id, claimId, given, by()).then(
        () => 'taken',
        (cause) => cause.fields?.[0]?.message,
      )
    const latin = (text: string) => new TextEncoder().encode(text)
    expect(await reasonOf(photo({ bytes: latin('PK\x03\x04') }))).toBe('file-refused ZIP, Word, Excel')
    expect(await reasonOf(photo({ bytes: latin('<html>') }))).toBe('file-refused HTML, SVG')
    expect(await reasonOf(photo({ peopleAgreed: false }))).toBe('people-agreed-missing')
    expect(await reasonOf(photo({ kind: 'file', peopleAgreed: false }))).toBe('people-agreed-missing')
    expect(await reasonOf(photo({ bytes: latin('%PDF-1.7') }))).toBe('file-no-picture')
    expect(await reasonOf(photo({ bytes: Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0xff) }))).toBe('file-damaged')
    expect(await reasonOf(photo({ bytes: new Uint8Array(10 * 1024 * 1024 + 1) }))).toBe('file-too-large')
    expect(await reasonOf({ kind: 'link', words: '', url: 'javascript:alert(1)' })).toBe('url-not-understood')
    expect(await reasonOf({ kind: 'link', words: '', url: 'https://example.org/page' })).toBe('taken')
    expect(await reasonOf({ kind: 'text', words: ' ' })).toBe('needed')
  })

  test('of a young volunteer has no picture before the consent for photos', async () => {
    await withOrganisation(opened.deps.db, service.id, ({ trx }) =>
      trx.updateTable('person').set({ birth_year: 2013 }).where('id', '=', ann).execute(),
    )
    const claimId = await record()
    const given = addEvidence(opened.deps, service.id, claimId, photo(), by())
    await expect(given).rejects.toMatchObject({ fields: [{ message: 'photo-consent-missing' }] })
    expect((await getClaim(opened.deps, service.id, claimId)).evidence).toEqual([])
  })

  test('stays as it was once it is confirmed', async () => {
    const claimId = await record()
    await addEvidence(opened.deps, service.id, claimId, { kind: 'text', words: 'A day in May' }, by())
    await decide(claimId, { kind: 'confirmed', words: 'Seen.', sequence: await submit(claimId) })
    const more = addEvidence(opened.deps, service.id, claimId, { kind: 'text', words: 'More' }, by())
    await expect(more).rejects.toMatchObject({ code: 'conflict' })
  })
})

test('the record is taken along as data and as a PDF; what was taken off is in the copy of everything', async () => {
  const claimId = await record('Siarad â phobl')
  await decide(claimId, { kind: 'confirmed', words: 'Seen.', sequence: await submit(claimId) })
  const gone = await record('Something else')
  await changeOwnClaim(opened.deps, service.id, gone, { kind: 'withdrawn' }, mail)
  const data = await skillsAsData(opened.deps, service, ann, 'en')
  expect(data.skills).toMatchObject([{ title: 'Siarad â phobl', status: 'confirmed' }])
  expect(JSON.stringify(data)).not.toContain(coordinator)
  const pdf = await drawSkillsRecord(opened.deps, service, ann, 'cy')
  expect(String.fromCharCode(...pdf.subarray(0, 5))).toBe('%PDF-')
  expect(await claimsForExport(opened.deps, service.id, ann)).toHaveLength(2)
})
