import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Organisation } from '../../src/organisations/model'
import { recordOwnConsent } from '../../src/people/consents/actions'
import { changeGuardianConsent, endGuardian, guardiansOf } from '../../src/people/guardians/actions'
import {
  addEvidence,
  changeOwnClaim,
  claimsForExport,
  decideOnClaim,
  getClaim,
  getEvidenceFile,
  recordClaim,
} from '../../src/skills/actions'
import { deleteTakenFiles } from '../../src/skills/photos/actions'
import { openTestDeps, type TestDeps } from '../support/database'
import { startOfTests } from '../support/fakes'
import { makeService } from '../support/organisation'
import { confirmGuardian, guardianOf, makeBorn } from '../support/young'
import { jpegOf } from './rules/pictures'

let opened: TestDeps
let service: Organisation
let made = 0
const coordinator = 'coordinator@example.org'
beforeAll(async () => {
  opened = await openTestDeps()
}, 60_000)
afterAll(() => opened.close())
beforeEach(async () => {
  opened.clock.set(startOfTests)
  service = await makeService(opened.deps)
})

/** Somebody with a claim; what they sign in with. */
const claimOf = async (birth: string | null) => {
  made += 1
  const domain = `p${made}.example.org`
  const [personId = ''] = await makeBorn(opened.deps, service, { Ann: birth }, domain)
  const email = `volunteer-1@${domain}`
  const skill = { title: 'I help people find things' }
  const { claimId } = await recordClaim(opened.deps, service.id, personId, skill, email)
  return { personId, email, claimId }
}
type Own = Awaited<ReturnType<typeof claimOf>>

let taken = 0
const addPhoto = async ({ claimId, email }: Own) => {
  taken += 1
  const photo = { kind: 'photo', words: 'At the stall', fileName: 'a.jpg', peopleAgreed: true } as const
  const file = { ...photo, bytes: jpegOf({ gps: '51.5N', orientation: (taken % 8) + 1 }) }
  const by = { email, as: 'volunteer' } as const
  return (await addEvidence(opened.deps, service.id, claimId, file, by)).evidenceId
}
const shown = async ({ claimId }: Own) =>
  (await getClaim(opened.deps, service.id, claimId)).evidence.map(({ id }) => id)
const open = ({ claimId }: Own, evidenceId: string) =>
  getEvidenceFile(opened.deps, service.id, { claimId, evidenceId }, () => true)
const filesKept = () => [...opened.files.kept.keys()].filter((key) => key.includes(service.id)).length
const say = ({ personId, email }: Own, agrees: boolean) =>
  recordOwnConsent(opened.deps, service.id, personId, {
    ...{ answers: [{ purpose: 'photo', agrees }], how: 'account', actor: email },
  })
const withPhotos = { role: true, photo: true, sharing: true }
const guardianSays = ({ personId }: Own, photo: boolean) =>
  changeGuardianConsent(opened.deps, service.id, personId, {
    ...{ answers: { photo }, email: guardianOf(personId) },
  })

describe('photos behind skills', () => {
  test('of somebody under 16 wait for the guardian; taken back, they are gone at once and the file soon after', async () => {
    const own = await claimOf('2013-01-01')
    const refused = { fields: [{ message: 'photo-consent-missing' }] }
    await expect(addPhoto(own)).rejects.toMatchObject(refused)
    await confirmGuardian(opened.deps, service, own.personId, { role: true, photo: false, sharing: true })
    await expect(addPhoto(own)).rejects.toMatchObject(refused)
    expect(filesKept()).toBe(0)
    await guardianSays(own, true)
    const photo = await addPhoto(own)
    expect(await shown(own)).toEqual([photo])
    await guardianSays(own, false)
    expect(await shown(own)).toEqual([])
    await expect(open(own, photo)).rejects.toMatchObject({ code: 'not-found' })
    const { events, state, sequence } = await getClaim(opened.deps, service.id, own.claimId)
    expect(events.at(-1)).toMatchObject({
      kind: 'evidence-removed',
      sequence,
      actor: guardianOf(own.personId),
    })
    expect(state).toBe('draft')
    expect(filesKept()).toBe(1)
    await deleteTakenFiles(opened.deps)
    await deleteTakenFiles(opened.deps)
    expect(filesKept()).toBe(0)
    await guardianSays(own, true)
    expect(await shown(own)).toEqual([])
  })

  test('of somebody whose guardian was taken off are hidden, and come back with another who agrees', async () => {
    const own = await claimOf('2013-01-01')
    await confirmGuardian(opened.deps, service, own.personId, withPhotos)
    const photo = await addPhoto(own)
    const [guardian] = await guardiansOf(opened.deps, service.id, own.personId)
    await endGuardian(opened.deps, service.id, guardian?.id ?? '', coordinator)
    expect(await shown(own)).toEqual([])
    await expect(open(own, photo)).rejects.toMatchObject({ code: 'not-found' })
    const [all] = await claimsForExport(opened.deps, service.id, own.personId)
    expect(all?.evidence.map(({ id }) => id)).toEqual([photo])
    await confirmGuardian(opened.deps, service, own.personId, withPhotos)
    expect(await shown(own)).toEqual([photo])
    expect((await open(own, photo)).contentType).toBe('image/jpeg')
  })

  test('of somebody of 16 need their own word, from the right birthday on', async () => {
    const own = await claimOf('2010-06-03')
    await confirmGuardian(opened.deps, service, own.personId, withPhotos)
    const photo = await addPhoto(own)
    opened.clock.set(new Date('2026-06-02T22:59:00Z'))
    expect(await shown(own)).toEqual([photo])
    opened.clock.set(new Date('2026-06-02T23:00:00Z'))
    expect(await shown(own)).toEqual([])
    await say(own, true)
    expect(await shown(own)).toEqual([photo])
  })

  test('of an adult are theirs to bring, until they say no; a skill that was confirmed stays confirmed', async () => {
    const own = await claimOf('1980-01-01')
    const [first, second] = [await addPhoto(own), await addPhoto(own)]
    expect((await shown(own)).sort()).toEqual([first, second].sort())
    await changeOwnClaim(opened.deps, service.id, own.claimId, { kind: 'submitted' }, own.email)
    const { sequence } = await getClaim(opened.deps, service.id, own.claimId)
    const decision = { kind: 'confirmed', words: 'Seen.', sequence } as const
    await decideOnClaim(opened.deps, service.id, own.claimId, decision, coordinator)
    await say(own, false)
    expect(await shown(own)).toEqual([])
    const after = await getClaim(opened.deps, service.id, own.claimId)
    expect(after).toMatchObject({ state: 'settled', status: 'confirmed', sequence: sequence + 3 })
    await deleteTakenFiles(opened.deps)
    expect(filesKept()).toBe(0)
  })

  test('that somebody else has brought too keep their file', async () => {
    const [one, other] = [await claimOf(null), await claimOf(null)]
    const photo = { kind: 'photo', words: '', fileName: 'a.jpg', peopleAgreed: true } as const
    const file = { ...photo, bytes: jpegOf({ gps: '51.5N' }) }
    for (const { claimId, email } of [one, other])
      await addEvidence(opened.deps, service.id, claimId, file, { email, as: 'volunteer' })
    await say(one, false)
    await deleteTakenFiles(opened.deps)
    expect(filesKept()).toBe(1)
    expect(await shown(other)).toHaveLength(1)
  })

  test('taken back while they are brought, none stays', async () => {
    for (let round = 0; round < 6; round += 1) {
      const own = await claimOf('2013-01-01')
      await confirmGuardian(opened.deps, service, own.personId, withPhotos)
      await Promise.allSettled([addPhoto(own), guardianSays(own, false), addPhoto(own)])
      expect(await shown(own)).toEqual([])
      const [all] = await claimsForExport(opened.deps, service.id, own.personId)
      expect(all?.evidence).toEqual([])
    }
  })
})
