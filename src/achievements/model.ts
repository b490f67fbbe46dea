import { z } from 'zod'
import { zRecordKind, zSessionFlag, zTrainingModule } from '../evidence/model'

/** The languages every national definition is written in. */
export const zEditionLanguage = z.enum(['en', 'cy'])
export type EditionLanguage = z.infer<typeof zEditionLanguage>

const zText = z.string().trim().min(1)

/** One text in every edition language. */
export const zEditions = z.strictObject({ en: zText, cy: zText })
export type Editions = z.infer<typeof zEditions>

/** A national role code, such as RO-01 for the Summer Reading Challenge volunteer. */
export const zRoleCode = z.string().regex(/^RO-\d{2}$/)

/** How strongly an achievement supports a claim about the thing it is aligned to. */
export const zAlignmentStrength = z.enum(['practised', 'evidenced', 'assessed'])
export type AlignmentStrength = z.infer<typeof zAlignmentStrength>

/** `targetType` terms that Open Badges 3.0 knows; everything else starts with `ext:`. */
const zTargetType = z.union([
  z.enum([
    'ceasn:Competency',
    'ceterms:Credential',
    'CFItem',
    'CFRubric',
    'CFRubricCriterion',
    'CFRubricCriterionLevel',
    'CTDL',
  ]),
  z.string().regex(/^ext:[A-Za-z0-9._/-]+$/),
])

/**
 * A link from the achievement to an entry of a framework.
 * `code` and `strength` are ours and stay out of the signed `alignment`; `checked` says which release of the
 * framework the link was compared with.
 */
export const zBadgeAlignment = z.strictObject({
  code: zText,
  targetName: zText,
  targetUrl: z.url({ protocol: /^https?$/ }),
  targetCode: zText.optional(),
  targetFramework: zText,
  targetType: zTargetType.optional(),
  strength: zAlignmentStrength,
  checked: zText.optional(),
})

/** A part of every year, both days included, as month-day in the library service's own zone. */
export const zSeason = z.strictObject({
  from: z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/),
  to: z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/),
})
export type Season = z.infer<typeof zSeason>

const zAtLeast = z.int().min(1).max(100_000)
/** Absent: sessions in any role count. */
const zCountedRoles = z.array(zRoleCode).min(1).optional()
/** Absent: pieces of micro-volunteering count as sessions too. */
const zExceptMicro = z.literal(true).optional()

/** Over sessions, of which only approved ones are counted. */
const sessionConditions = [
  z.strictObject({
    kind: z.literal('approved-minutes'),
    atLeast: zAtLeast,
    roles: zCountedRoles,
    /** Only what was done through this language counts. */
    language: z.literal('cy').optional(),
  }),
  z.strictObject({ kind: z.literal('months-with-sessions'), atLeast: zAtLeast, roles: zCountedRoles }),
  z.strictObject({
    kind: z.literal('sessions'),
    atLeast: zAtLeast,
    roles: zCountedRoles,
    exceptMicro: zExceptMicro,
  }),
  z.strictObject({ kind: z.literal('role'), anyOf: z.array(zRoleCode).min(1) }),
  z.strictObject({
    kind: z.literal('approved-minutes-in-season'),
    season: zSeason,
    atLeast: zAtLeast,
    roles: zCountedRoles,
  }),
  z.strictObject({
    kind: z.literal('sessions-in-season'),
    season: zSeason,
    atLeast: zAtLeast,
    roles: zCountedRoles,
    exceptMicro: zExceptMicro,
  }),
  z.strictObject({
    kind: z.literal('flagged-sessions'),
    flag: zSessionFlag,
    atLeast: zAtLeast,
    roles: zCountedRoles,
  }),
] as const

/** Over what others have recorded, confirmed or decided. */
const recordConditions = [
  z.strictObject({ kind: z.literal('induction') }),
  z.strictObject({
    kind: z.literal('training'),
    module: zTrainingModule,
    /** Per cent. */
    minScore: z.int().min(1).max(100).optional(),
    /** How old it may be; absent: as long as its own validity lasts. */
    withinMonths: z.int().min(1).max(120).optional(),
  }),
  z.strictObject({ kind: z.literal('claims'), atLeast: zAtLeast, roles: z.int().min(1).max(22) }),
  z.strictObject({
    kind: z.literal('records'),
    record: zRecordKind,
    atLeast: zAtLeast,
    /** In how many different areas at least. */
    areas: z.int().min(1).max(5).optional(),
  }),
  z.strictObject({
    kind: z.literal('error-rate'),
    record: z.literal('items-checked'),
    atLeast: zAtLeast,
    /** Faulty items in every hundred. */
    mostPerHundred: z.int().min(0).max(100),
  }),
  z.strictObject({
    kind: z.literal('age'),
    from: z.int().min(5).max(120),
    to: z.int().min(5).max(120),
  }),
  z.strictObject({ kind: z.literal('boundary'), role: zRoleCode }),
] as const

/** One thing to check. */
export const zRuleCondition = z.discriminatedUnion('kind', [...sessionConditions, ...recordConditions])
export type RuleCondition = z.infer<typeof zRuleCondition>

/** The criteria of an achievement as data: a condition, or several of which all or any must hold. */
export type BadgeRule = RuleCondition | { all: BadgeRule[] } | { any: BadgeRule[] }
export const zBadgeRule: z.ZodType<BadgeRule> = z.lazy(() =>
  z.union([
    zRuleCondition,
    z.strictObject({ all: z.array(zBadgeRule).min(1) }),
    z.strictObject({ any: z.array(zBadgeRule).min(1) }),
  ]),
)

const zFileStem = z.string().regex(/^[a-z]+(-[a-z]+)*$/)

/** How the badge is drawn: files of templates/badge, the lettering, and the text that stands in for it. */
export const zBadgeImage = z.strictObject({
  template: zFileStem,
  glyph: zFileStem,
  palette: zFileStem,
  ringText: zEditions,
  ribbonText: zEditions,
  alt: zEditions,
  /** Where the pictures are, from the origin on; absent where they are part of the release. */
  address: zEditions.optional(),
})

/** A skill the role behind the badge gives practice in, tied to one of the definition's alignments. */
export const zBadgeSkill = z.strictObject({ alignment: zText, name: zEditions })

/** `achievementType` terms of Open Badges 3.0 that the national catalogue uses. */
export const zCatalogueAchievementType = z.enum([
  'Award',
  'Badge',
  'CertificateOfCompletion',
  'CommunityService',
  'Competency',
  'MicroCredential',
])

/** Words that a badge never carries: they would claim what a library service cannot award. */
const forbidden =
  /dofe|duke of edinburgh|dug caeredin|\bqualifi(ed|cation)|\bcymhwyster|\bcymwysedig|\blibrarian|\bllyfrgellydd/i

/** Whether a text claims a qualification, a staff post or a section of a youth award. */
export const claimsTooMuch = (text: string): boolean => forbidden.test(text)

const zCarefulEditions = zEditions.refine((editions) => !Object.values(editions).some(claimsTooMuch), {
  error: 'A badge claims no qualification, staff post or youth award',
})

/** LV and a number for the national catalogue, OWN and a word for what a service designed itself. */
export const zBadgeCode = z.string().regex(/^(LV-\d{2}|OWN-[a-z0-9]{12})$/)

/** Whether a code is of a badge that a service designed itself. */
export const isOwnCode = (code: string): boolean => code.startsWith('OWN-')

/**
 * A badge of the national catalogue, in every language, with its rule and its picture.
 * @see https://www.imsglobal.org/spec/ob/v3p0/#achievement
 */
export const zBadgeDefinition = z
  .strictObject({
    id: zBadgeCode,
    version: z.string().regex(/^\d+\.\d+\.\d+$/),
    achievementType: zCatalogueAchievementType,
    /** Who may issue it and take it back: a library service, or the national network alone. */
    issuer: z.enum(['service', 'network']),
    /** The language that it was written in first; English where absent. */
    primaryLanguage: zEditionLanguage.optional(),
    /** How long an award of it is valid; for ever where absent. */
    validMonths: z.int().min(1).max(120).optional(),
    name: zCarefulEditions,
    description: zCarefulEditions,
    criteria: zCarefulEditions,
    tags: z.array(zText).min(1),
    alignments: z.array(zBadgeAlignment),
    rule: zBadgeRule,
    skills: z.array(zBadgeSkill),
    image: zBadgeImage,
  })
  .refine(
    (definition) => {
      const codes = new Set(definition.alignments.map((alignment) => alignment.code))
      return (
        codes.size === definition.alignments.length &&
        definition.skills.every((skill) => codes.has(skill.alignment))
      )
    },
    { error: 'Alignment codes differ from each other, and every skill names one of them' },
  )
export type BadgeDefinition = z.infer<typeof zBadgeDefinition>

/** One language edition of one version of a badge, as an organisation published it. */
export type PublishedAchievement = {
  readonly id: string
  readonly code: string
  readonly version: string
  readonly language: EditionLanguage
  /** The Achievement of Open Badges 3.0 as JSON text. */
  readonly document: string
}
