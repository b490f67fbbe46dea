import { randomUUID } from 'node:crypto'
import { buildAchievement, buildAchievementCredential, buildIssuerProfile } from '../src/openbadges/build'
import type { SlotValues } from '../src/openbadges/compile'

/** One badge of one service, and as many different awards of it as asked for. */
export const ISSUER = 'did:web:badges.example:organisations:fenshire-libraries'
const ACHIEVEMENT = 'https://badges.example/achievements/regular-library-volunteer'
export const VERIFICATION_METHOD = `${ISSUER}#key-1`
export const CREATED = new Date('2026-03-02T09:30:00Z')

export const slots = {
  id: 'url',
  subjectId: 'uuid-urn',
  validFrom: 'instant',
  start: 'instant',
  end: 'instant',
  hours: 'text',
  index: 'index',
} as const
export type Values = SlotValues<keyof typeof slots>

export const issuer = buildIssuerProfile({
  id: ISSUER,
  name: 'Fenshire Libraries',
  url: 'https://libraries.fenshire.example/',
  image: { id: 'https://badges.example/logo.png', caption: 'An open book' },
})

const esco = (targetName: string, id: string) => ({
  targetName,
  targetUrl: `http://data.europa.eu/esco/skill/${id}`,
  targetFramework: 'ESCO',
})

export const achievement = buildAchievement({
  id: ACHIEVEMENT,
  name: 'Regular Library Volunteer',
  description: 'Gave time to a public library reliably, month after month.',
  criteria: {
    narrative: 'At least 20 approved hours, with sessions in at least three different calendar months.',
  },
  achievementType: 'CommunityService',
  image: { id: `${ACHIEVEMENT}/image.png`, caption: 'A round green badge with a book and a clock' },
  inLanguage: 'en',
  version: '1.0.0',
  tags: ['volunteering', 'libraries', 'reliability'],
  alignments: [
    esco('meet commitments', '113b4428-0a31-4199-8496-070af7854b91'),
    esco('manage time', 'd9013e0e-e937-43d5-ab71-0e917ee882b8'),
  ],
  resultDescriptions: [
    { id: `${ACHIEVEMENT}#hours`, name: 'Volunteering hours', resultType: 'RawScore', valueMin: '0' },
  ],
})

export const build = (values: Values) =>
  buildAchievementCredential({
    id: values.id,
    issuer,
    achievement,
    validFrom: new Date(values.validFrom),
    subject: {
      id: values.subjectId,
      activityStart: new Date(values.start),
      activityEnd: new Date(values.end),
      role: 'Home library volunteer',
      results: [{ resultDescription: `${ACHIEVEMENT}#hours`, value: values.hours }],
    },
    status: { statusListCredential: 'https://badges.example/status/1', statusListIndex: values.index },
  })

/** As many different awards as asked for. */
export const makeValues = (count: number): Values[] =>
  Array.from({ length: count }, (_, i) => ({
    id: `https://badges.example/credentials/${randomUUID()}`,
    subjectId: `urn:uuid:${randomUUID()}`,
    validFrom: '2026-03-02T09:30:00Z',
    start: `2025-09-${String(1 + (i % 30)).padStart(2, '0')}T09:00:00Z`,
    end: `2026-02-${String(1 + (i % 28)).padStart(2, '0')}T12:00:00Z`,
    hours: String(20 + (i % 400) / 4),
    index: String((i * 7919) % 131_072),
  }))
