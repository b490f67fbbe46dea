import { z } from 'zod'

const zText = z.string().trim().min(1)
const zEditions = z.strictObject({ en: zText, cy: zText })
/** In the publisher's own language, or in both of ours. */
const zWords = z.union([zText, zEditions])
export type Words = z.infer<typeof zWords>

export const nations = ['England', 'Wales', 'Scotland', 'Northern Ireland'] as const

/** How strongly a role, a badge or a claim supports what it says about an item. */
export const strengths = ['practised', 'evidenced', 'assessed'] as const
export type Strength = (typeof strengths)[number]

export const itemKinds = [
  'heading',
  'knowledge',
  'level',
  'offer',
  'outcome',
  'role',
  'section',
  'skill',
  'stage',
  'step',
  'timescale',
] as const

/** `targetType` of Open Badges 3.0: a term of the vocabulary only where the item truly is one. */
const zTargetType = z.union([z.literal('CFItem'), z.string().regex(/^ext:[A-Za-z0-9]+$/)])

/** One entry of a framework. `url` is its publisher's own address; without one it is shown at ours. */
export const zFrameworkItem = z.strictObject({
  code: zText,
  name: zWords,
  description: zWords.optional(),
  kind: z.enum(itemKinds),
  url: z.url({ protocol: /^https?$/ }).optional(),
  targetType: zTargetType.optional(),
  /** The code of the item that it is part of. */
  parent: zText.optional(),
  /** A: the same in two generations of the publisher's list. B: in the later one only. */
  grade: z.enum(['A', 'B']).optional(),
  /** Which edition of the publisher's list or page it was compared with. */
  checked: zText.optional(),
  /** Codes of items, of this framework or another, that it is about. */
  related: z.array(zText).optional(),
  /** Identifier of the item in the CASE package. */
  guid: z.uuid().optional(),
})
export type FrameworkItem = z.infer<typeof zFrameworkItem>

/** A framework in one version, as a file of frameworks/ has it. A file never changes; a new version is a new file. */
export const zFramework = z.strictObject({
  id: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
  version: zText,
  name: zWords,
  /** What credentials call it; the name and the version where absent. */
  title: zText.optional(),
  publisher: zText,
  sourceUrl: z.url(),
  /** A year, a month or a day. */
  published: z
    .string()
    .regex(/^\d{4}(-\d\d){0,2}$/)
    .optional(),
  /** The day on which the source was read. */
  checked: z.iso.date(),
  /** Of the names. */
  language: zText,
  /** Where it applies; everywhere where empty. */
  nations: z.array(z.enum(nations)),
  licence: z.strictObject({ text: zEditions, url: z.url().optional() }),
  /** Whose codes they are. */
  ids: z.strictObject({ scheme: z.enum(['publisher', 'local']), text: zEditions }),
  note: zEditions,
  items: z.array(zFrameworkItem).min(1),
})
export type Framework = z.infer<typeof zFramework>

/** Frameworks that are spoken of together, and where else somebody can turn, by nation. */
export const zBundle = z.strictObject({
  id: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
  version: zText,
  name: zEditions,
  note: zEditions,
  members: z.array(z.strictObject({ framework: zText, version: zText })).min(1),
  signposts: z.array(
    z.strictObject({ nation: z.enum(nations), name: zText, publisher: zText, text: zEditions }),
  ),
})
export type Bundle = z.infer<typeof zBundle>

/** The roles and skills that this service publishes itself, with the identifiers of its CASE package. */
export const zOwnFramework = z.strictObject({
  id: z.string(),
  version: zText,
  guid: z.uuid(),
  changed: z.iso.datetime(),
  publisher: zText,
  licence: z.strictObject({ name: zText, url: z.url() }),
  name: zEditions,
  description: zEditions,
  skills: z.array(
    z.strictObject({
      code: z.string().regex(/^LS-\d\d$/),
      guid: z.uuid(),
      name: zEditions,
      description: zEditions,
      related: z.array(zText).min(1),
    }),
  ),
  roles: z.array(
    z.strictObject({
      code: z.string().regex(/^RO-\d\d$/),
      guid: z.uuid(),
      skills: z.array(z.string().regex(/^LS-\d\d$/)).min(1),
    }),
  ),
})
export type OwnFramework = z.infer<typeof zOwnFramework>

/** An item with the framework that it is an entry of. */
export type FoundItem = { readonly framework: Framework; readonly item: FrameworkItem }

/** An Alignment of Open Badges 3.0. */
export type ItemAlignment = {
  readonly targetName: string
  readonly targetUrl: string
  readonly targetCode?: string
  readonly targetFramework: string
  readonly targetType?: string
}
