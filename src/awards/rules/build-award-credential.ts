import { hoursResult } from '../../achievements/rules/build-edition'
import {
  type BuiltAchievement,
  type BuiltCredential,
  buildAchievementCredential,
  formatHours,
  type IssuerProfile,
  type StatusEntryInput,
} from '../../openbadges/build'
import type { Standing } from '../model'

/**
 * The unsigned credential of an award: the badge, the approved hours as a result, the first and the last day and
 * the role. It names nobody: its subject is an opaque identifier.
 * @see Open Badges 3.0, sections B.1.2 (AchievementCredential) and B.1.3 (AchievementSubject)
 */
export const buildAwardCredential = (award: {
  readonly id: string
  readonly issuer: IssuerProfile
  readonly achievement: BuiltAchievement
  readonly subjectId: string
  readonly standing: Standing
  readonly issuedAt: Date
  readonly status: StatusEntryInput
}): BuiltCredential =>
  buildAchievementCredential({
    id: award.id,
    issuer: award.issuer,
    achievement: award.achievement,
    subject: {
      id: award.subjectId,
      activityStart: new Date(`${award.standing.firstDate}T00:00:00Z`),
      activityEnd: new Date(`${award.standing.lastDate}T00:00:00Z`),
      role: award.standing.roleTitle ?? undefined,
      results: [
        { resultDescription: award.achievement.id + hoursResult, value: formatHours(award.standing.minutes) },
      ],
    },
    validFrom: award.issuedAt,
    awardedDate: award.issuedAt,
    status: award.status,
  })
