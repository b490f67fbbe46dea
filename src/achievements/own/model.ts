import { z } from 'zod'
import {
  type BadgeDefinition,
  claimsTooMuch,
  zAlignmentStrength,
  zCatalogueAchievementType,
  zRuleCondition,
} from '../model'

/** The longest texts of an own badge, in characters. */
export const longest = { name: 80, description: 300, criteria: 1200, tag: 40, skill: 80 } as const
/** Conditions, skills and tags of one badge. */
export const MOST_CONDITIONS = 12
export const MOST_SKILLS = 12
export const MOST_TAGS = 8
/** Letters around a badge and on its ribbon: more are set too small to be read at 64 pixels. */
export const LONGEST_RING = 28
export const LONGEST_RIBBON = 14

/** Letters that badges are drawn with: Latin with its accents, digits and plain punctuation. */
export const drawable = /^[\x20-\x7e\u00a0-\u017f\u1e80-\u1e85\u1ef2\u1ef3\u2018\u2019\u2013]*$/

const zWords = (most: number) =>
  z
    .string()
    .trim()
    .normalize('NFC')
    .min(1)
    .max(most)
    .refine((text) => !claimsTooMuch(text))
const zBoth = (most: number) => z.strictObject({ en: zWords(most), cy: zWords(most) })
const zLettering = (most: number) => {
  const zOne = zWords(most).regex(drawable)
  return z.strictObject({ en: zOne, cy: zOne })
}

/** Shapes, colours and symbols that a service may choose from: their lettering stands out by 4.5 to 1 at least. */
export const ownTemplates = [
  'medallion',
  'hexagon',
  'octagon',
  'shield',
  'flower',
  'sunburst',
  'cog',
] as const
export const ownPalettes = [
  'forest',
  'morning',
  'indigo',
  'crimson',
  'teal',
  'plum',
  'brick',
  'rose',
  'lime',
  'sepia',
  'navy',
  'wine',
  'oak',
  'leaf',
  'sunrise',
  'lagoon',
  'slate',
  'marigold',
  'ocean',
  'daffodil',
  'amber',
  'spruce',
  'royal',
] as const
export const ownGlyphs = [
  'book-and-clock',
  'book-and-speech',
  'book-and-sun',
  'bookshelf',
  'brackets',
  'briefcase',
  'calendar',
  'compass',
  'daffodil',
  'fifty',
  'flag',
  'folder',
  'footprints',
  'heart-book',
  'house',
  'hundred',
  'leaf',
  'magnifier',
  'microphone',
  'note',
  'open-door',
  'padlock',
  'rings',
  'screen',
  'shield-check',
  'speech',
  'trophy',
] as const

export const zOwnImage = z.strictObject({
  template: z.enum(ownTemplates),
  palette: z.enum(ownPalettes),
  glyph: z.enum(ownGlyphs),
  ringText: zLettering(LONGEST_RING),
  ribbonText: zLettering(LONGEST_RIBBON),
})
export type OwnImage = z.infer<typeof zOwnImage>

/** A skill that an own badge gives practice in: an entry of a framework, and what the service calls it. */
export const zOwnSkill = z.strictObject({
  framework: z.string().min(1),
  version: z.string().min(1),
  code: z.string().min(1),
  strength: zAlignmentStrength,
  name: zBoth(longest.skill),
})
export type OwnSkill = z.infer<typeof zOwnSkill>

export const zOwnWords = z.strictObject({
  name: zBoth(longest.name),
  description: zBoth(longest.description),
  criteria: zBoth(longest.criteria),
  achievementType: zCatalogueAchievementType,
  /** For ever where null. */
  validMonths: z.int().min(1).max(120).nullable(),
  tags: z.array(zWords(longest.tag)).max(MOST_TAGS),
})
export type OwnWords = z.infer<typeof zOwnWords>

export const zOwnRule = z.strictObject({
  /** Whether all conditions must hold, or any one. */
  match: z.enum(['all', 'any']),
  conditions: z.array(zRuleCondition).max(MOST_CONDITIONS),
})
export type OwnRule = z.infer<typeof zOwnRule>

/** What a service has filled in for a badge of its own; without a condition it cannot be published yet. */
export const zOwnDraft = z.strictObject({
  words: zOwnWords,
  rule: zOwnRule,
  skills: z.array(zOwnSkill).max(MOST_SKILLS),
  /** Null until somebody chose it. */
  image: zOwnImage.nullable(),
})
export type OwnDraft = z.infer<typeof zOwnDraft>

export type OwnVersion = {
  readonly version: number
  readonly revision: number
  readonly draft: OwnDraft
  readonly definition: BadgeDefinition
  readonly publishedAt: Date
  readonly publishedBy: string
}

/** A badge of a service's own with the versions that were published, the newest first. */
export type OwnBadge = {
  readonly code: string
  readonly draft: OwnDraft
  readonly revision: number
  readonly publishedRevision: number | null
  readonly changedAt: Date
  readonly retiredAt: Date | null
  readonly versions: readonly OwnVersion[]
}

/** What keeps a draft from being published. */
export type PublishFault = 'no-condition' | 'no-image' | 'looks-like-another'
