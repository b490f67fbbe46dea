import { expect, test } from 'vitest'
import { CLR_URL, CREDENTIALS_V2_URL, OPEN_BADGES_URL } from '../../../contexts'
import {
  buildAchievement,
  buildClrCredential,
  buildEndorsementCredential,
  buildIdentityObject,
  buildIssuerProfile,
  type ClrCredentialInput,
} from '../../../src/openbadges/build'
import { canonicaliseDocument } from '../../../src/openbadges/canonicalise'
import { issuerDid, sign, unsigned, without } from '../verify/sample'

const issuer = buildIssuerProfile({ id: issuerDid, name: 'Ambershire Libraries' })
const validFrom = new Date('2026-05-02T10:00:00.987Z')
const badge = await sign(unsigned)
const badgeAchievement = 'https://badges.example/achievements/1'

const record = (changes: Partial<ClrCredentialInput> = {}) =>
  buildClrCredential({
    id: 'https://badges.example/records/1',
    issuer,
    name: 'What Siân did',
    subject: { id: 'urn:uuid:5f1f0b9e-7f2d-4d7e-9a55-0f4b8a9f0c11' },
    credentials: [badge],
    validFrom,
    ...changes,
  })

const findEmpty = (value: unknown): boolean => {
  if (value === null || value === undefined || value === '') return true
  if (Array.isArray(value)) return value.length === 0 || value.some(findEmpty)
  return typeof value === 'object' && Object.values(value).some(findEmpty)
}

test('an endorsement names what it endorses, in whole seconds, with nothing empty', async () => {
  const endorsement = buildEndorsementCredential({
    id: 'urn:uuid:6f1f0b9e-7f2d-4d7e-9a55-0f4b8a9f0c11',
    issuer,
    name: 'A word for this badge',
    endorsedId: badgeAchievement,
    comment: '',
    validFrom,
    status: { statusListCredential: 'https://badges.example/status/1', statusListIndex: 7 },
  })
  expect(endorsement).toEqual({
    '@context': [CREDENTIALS_V2_URL, OPEN_BADGES_URL],
    id: 'urn:uuid:6f1f0b9e-7f2d-4d7e-9a55-0f4b8a9f0c11',
    type: ['VerifiableCredential', 'EndorsementCredential'],
    name: 'A word for this badge',
    issuer,
    validFrom: '2026-05-02T10:00:00Z',
    credentialSubject: { id: badgeAchievement, type: ['EndorsementSubject'] },
    credentialStatus: {
      type: 'BitstringStatusListEntry',
      statusPurpose: 'revocation',
      statusListIndex: '7',
      statusListCredential: 'https://badges.example/status/1',
    },
  })
  expect(await canonicaliseDocument(endorsement)).toContain('EndorsementSubject')
})

test('a learner record keeps each badge as it was signed', async () => {
  const built = record({ partial: true, achievements: [], associations: [] })
  expect(built).toEqual({
    '@context': [CREDENTIALS_V2_URL, CLR_URL, OPEN_BADGES_URL],
    id: 'https://badges.example/records/1',
    type: ['VerifiableCredential', 'ClrCredential'],
    name: 'What Siân did',
    partial: true,
    issuer,
    validFrom: '2026-05-02T10:00:00Z',
    credentialSubject: {
      id: 'urn:uuid:5f1f0b9e-7f2d-4d7e-9a55-0f4b8a9f0c11',
      type: ['ClrSubject'],
      verifiableCredential: [badge],
    },
  })
})

test('a record with all that it may hold has only defined terms and nothing empty', async () => {
  const hours = buildAchievement({
    id: 'urn:uuid:7f1f0b9e-7f2d-4d7e-9a55-0f4b8a9f0c11',
    name: 'Volunteering hours',
    description: 'All hours together.',
    criteria: { narrative: 'Hours that a coordinator approved.' },
    achievementType: 'CommunityService',
  })
  const built = record({
    description: 'A summer at the library.',
    image: { id: 'https://badges.example/record.png' },
    partial: false,
    subject: {
      id: 'urn:uuid:5f1f0b9e-7f2d-4d7e-9a55-0f4b8a9f0c11',
      identifiers: [
        await buildIdentityObject({ identifier: 'a@example.com', identityType: 'emailAddress', salt: 'x' }),
      ],
    },
    achievements: [hours],
    associations: [{ associationType: 'isPartOf', sourceId: badgeAchievement, targetId: hours.id }],
    validUntil: new Date('2028-05-02T10:00:00Z'),
    awardedDate: validFrom,
  })
  expect(findEmpty(built)).toBe(false)
  expect(built['partial']).toBe(false)
  expect(built['credentialSubject']).toMatchObject({
    association: [
      { type: 'Association', associationType: 'isPartOf', sourceId: badgeAchievement, targetId: hours.id },
    ],
  })
  expect(await canonicaliseDocument(built)).toContain('vocab.html#partial')
})

test('a record without badges, with an unsigned one, or with a loose association is refused', () => {
  expect(() => record({ credentials: [] })).toThrow(RangeError)
  expect(() => record({ credentials: [without(badge, 'proof')] })).toThrow('has its proof')
  const loose = { associationType: 'precedes', sourceId: badgeAchievement, targetId: 'urn:x' } as const
  expect(() => record({ associations: [loose] })).toThrow('urn:x is not the id')
})
