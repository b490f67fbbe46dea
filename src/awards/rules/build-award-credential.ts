import { hoursResult } from '../../achievements/rules/build-edition'
import {
  type BuiltAchievement,
  type BuiltCredential,
  buildAchievementCredential,
  type IssuerProfile,
} from '../../openbadges/build'
import type { SlotKind, SlotValues } from '../../openbadges/compile'
import type { StatusPurpose } from '../model'

/** Where the credentials of one badge differ from one person to the next. */
export const awardSlots = {
  id: 'url',
  subjectId: 'uuid-urn',
  firstDay: 'instant',
  lastDay: 'instant',
  hours: 'text',
  statusIndex: 'index',
  ledger: 'text',
} as const satisfies Record<string, SlotKind>

/** The same for people whose hours were all in one role. */
export const awardSlotsWithRole = { ...awardSlots, role: 'text' } as const

export type AwardValues = SlotValues<keyof typeof awardSlots> & { readonly role?: string }

/** What the credentials of one badge have in common. */
export type AwardTemplate = {
  readonly issuer: IssuerProfile
  readonly achievement: BuiltAchievement
  /** What the record of the hours is called, in the language of the edition. */
  readonly evidenceName: string
  readonly issuedAt: Date
  readonly statusListCredential: string
  readonly statusPurpose: StatusPurpose
}

/**
 * The unsigned credential of an award: the badge, the approved hours as a result, the first and the last day and
 * the role; as evidence, where the record of the hours stood. It names nobody: its subject is an opaque identifier.
 * @see Open Badges 3.0, sections B.1.2 (AchievementCredential) and B.1.3 (AchievementSubject)
 */
export const buildAwardCredential = (template: AwardTemplate, values: AwardValues): BuiltCredential =>
  buildAchievementCredential({
    id: values.id,
    issuer: template.issuer,
    achievement: template.achievement,
    subject: {
      id: values.subjectId,
      activityStart: new Date(values.firstDay),
      activityEnd: new Date(values.lastDay),
      role: values.role,
      results: [{ resultDescription: template.achievement.id + hoursResult, value: values.hours }],
    },
    evidence: [{ name: template.evidenceName, narrative: values.ledger }],
    validFrom: template.issuedAt,
    awardedDate: template.issuedAt,
    status: {
      statusListCredential: template.statusListCredential,
      statusListIndex: values.statusIndex,
      statusPurpose: template.statusPurpose,
    },
  })
