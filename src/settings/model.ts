import { z } from 'zod'
import type { Permission } from '../organisations/model'

const whole = (least: number, most: number) => z.number().int().min(least).max(most)

/** What a rule is about; pages show the settings of one group together. */
export const settingGroups = ['figures', 'questions', 'retention'] as const
export type SettingGroup = (typeof settingGroups)[number]

type Definition = {
  readonly group: SettingGroup
  readonly schema: z.ZodType<number | boolean>
  /** What holds where neither the network nor the service has said anything. */
  readonly builtIn: number | boolean
  readonly unit: 'days' | 'months' | 'people' | 'per-cent' | 'yes-or-no' | 'count'
  readonly least?: number
  readonly most?: number
  readonly changedBy: Permission
}

const number = (
  group: SettingGroup,
  unit: Definition['unit'],
  [least, most]: readonly [number, number],
  builtIn: number,
  changedBy: Permission,
) => ({ group, unit, least, most, builtIn, changedBy, schema: whole(least, most) }) as const

const choice = (group: SettingGroup, builtIn: boolean, changedBy: Permission = 'settings:change') =>
  ({ group, unit: 'yes-or-no', builtIn, changedBy, schema: z.boolean() }) as const

/**
 * Every rule that a network or a service may set, in one table. A value of the service comes before one of the
 * organisations above it, and that before what is built in.
 */
export const settings = {
  'figures.least-count': number('figures', 'count', [3, 50], 5, 'retention:change'),
  'figures.rounding-base': number('figures', 'count', [1, 20], 5, 'retention:change'),
  'figures.percentage-base': number('figures', 'people', [5, 100], 10, 'retention:change'),
  'figures.least-volunteers': number('figures', 'people', [5, 200], 20, 'retention:change'),
  'figures.dominant-share': number('figures', 'per-cent', [50, 100], 60, 'retention:change'),
  'questions.birth-year': choice('questions', true),
  'questions.ethnic-group': choice('questions', true),
  'questions.disability': choice('questions', true),
  'questions.sex': choice('questions', true),
  'questions.gender-identity': choice('questions', true),
  'questions.employment': choice('questions', false),
  'retention.profile-months': number('retention', 'months', [6, 120], 24, 'retention:change'),
  'retention.held-months': number('retention', 'months', [12, 300], 84, 'retention:change'),
  'retention.import-days': number('retention', 'days', [7, 730], 90, 'retention:change'),
  'retention.automatic': choice('retention', true, 'retention:change'),
} as const satisfies Record<string, Definition>

export type SettingKey = keyof typeof settings
export type SettingValue<K extends SettingKey> = z.infer<(typeof settings)[K]['schema']>

// The keys of the table above, which has no others.
export const settingKeys = Object.keys(settings) as SettingKey[]

/** One decision about a setting; `value` is null where the organisation goes back to what holds above it. */
export type SettingChange = {
  readonly key: SettingKey
  readonly value: number | boolean | null
  /** From 1 for each key of an organisation. */
  readonly version: number
  readonly changedBy: string
  readonly changedAt: Date
  readonly reason: string | null
}

/** Whose value holds: the organisation's own, that of one above it, or what is built in. */
export type SettingOrigin = 'own' | 'above' | 'built-in'

/** What holds for an organisation, and where that comes from. */
export type ResolvedSetting = {
  readonly key: SettingKey
  readonly value: number | boolean
  readonly origin: SettingOrigin
  /** Who set it and when; null where it is built in. */
  readonly change: SettingChange | null
  /** The organisation that set it; null where it is built in. */
  readonly organisationId: string | null
  /** What would hold without a value of the organisation's own. */
  readonly above: number | boolean
}
