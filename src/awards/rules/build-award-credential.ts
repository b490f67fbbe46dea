import { hoursResult } from '../../achievements/rules/build-edition'
import {
  type BuiltAchievement,
  type BuiltCredential,
  buildAchievementCredential,
  type IssuerProfile,
} from '../../openbadges/build'
import type { SlotKind, SlotValues } from '../../openbadges/compile'
import type { JsonObject } from '../../openbadges/model/json'
import type { SkillAlignment, StatusPurpose } from '../model'

/** Where the credentials of one badge differ from one person to the next. */
const everySlot = {
  id: 'url',
  subjectId: 'uuid-urn',
  firstDay: 'instant',
  lastDay: 'instant',
  statusIndex: 'index',
  ledger: 'text',
} as const satisfies Record<string, SlotKind>

/** What only some of them have: approved hours, the roles, and words about the person. */
const moreSlots = { hours: 'text', role: 'text', narrative: 'text' } as const satisfies Record<
  string,
  SlotKind
>

export type AwardValues = SlotValues<keyof typeof everySlot> & Partial<SlotValues<keyof typeof moreSlots>>

/** The slots of the shape that some values have: credentials with the same ones are compiled together. */
export const slotsOf = (values: AwardValues): Readonly<Record<keyof typeof everySlot, SlotKind>> => ({
  ...everySlot,
  ...Object.fromEntries(Object.entries(moreSlots).filter(([name]) => name in values)),
})

/** What the credentials of one badge have in common. */
export type AwardTemplate = {
  readonly issuer: IssuerProfile
  readonly achievement: BuiltAchievement
  /** What the record of the hours is called, in the language of the edition. */
  readonly evidenceName: string
  readonly issuedAt: Date
  readonly statusListCredential: string
  readonly statusPurpose: StatusPurpose
  /** What the confirmed skills of one person are aligned to, where the badge names them. */
  readonly skills?: readonly SkillAlignment[] | undefined
  /** What others signed in its support. */
  readonly endorsements?: readonly JsonObject[] | undefined
  /** The last instant of its validity; absent where it does not run out. */
  readonly validUntil?: Date | undefined
}

/**
 * The unsigned credential of an award: the badge, the approved hours as a result, the first and the last day and
 * the roles, words about the person, the skills that were
 * confirmed as a result aligned to frameworks; as evidence, where the record of the hours stood. It names nobody: its subject is an opaque identifier.
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
      narrative: values.narrative,
      results: [
        ...(values.hours === undefined
          ? []
          : [{ resultDescription: template.achievement.id + hoursResult, value: values.hours }]),
        ...(template.skills === undefined ? [] : [{ alignments: template.skills }]),
      ],
    },
    evidence: [{ name: template.evidenceName, narrative: values.ledger }],
    endorsements: template.endorsements,
    validFrom: template.issuedAt,
    validUntil: template.validUntil,
    awardedDate: template.issuedAt,
    status: {
      statusListCredential: template.statusListCredential,
      statusListIndex: values.statusIndex,
      statusPurpose: template.statusPurpose,
    },
  })
