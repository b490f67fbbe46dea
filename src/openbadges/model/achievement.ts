import { z } from 'zod'

/** A URI by its outer form: a scheme and no white space. */
export const zUri = z.string().regex(/^[A-Za-z][A-Za-z0-9+.-]*:\S+$/)

/** One value or a list of them; JSON-LD does not tell them apart. */
export const zOneOrMany = <T extends z.ZodType>(schema: T) => z.union([schema, z.array(schema)])

/** `type`, which must hold at least one of the given names. */
export const zTypes = (...names: [string, ...string[]]) =>
  zOneOrMany(z.string()).refine((type) => [type].flat().some((name) => names.includes(name)), {
    error: `type must include ${names.join(' or ')}`,
  })

/** An image by its URL; before the final edition of Open Badges 3.0 the bare URL was allowed. */
export const zImage = z.union([
  z.string(),
  z.looseObject({ id: z.string(), type: z.string().optional(), caption: z.string().optional() }),
])
export type Image = z.infer<typeof zImage>

/** @see Open Badges 3.0, section B.1.3 (Alignment) */
export const zAlignment = z.looseObject({
  type: zTypes('Alignment'),
  targetName: z.string(),
  targetUrl: z.string(),
  targetCode: z.string().optional(),
  targetDescription: z.string().optional(),
  targetFramework: z.string().optional(),
  targetType: z.string().optional(),
})
export type Alignment = z.infer<typeof zAlignment>

/** @see Open Badges 3.0, section B.1.14 (Evidence) */
export const zEvidence = z.looseObject({
  id: z.string().optional(),
  type: zTypes('Evidence'),
  name: z.string().optional(),
  description: z.string().optional(),
  narrative: z.string().optional(),
  genre: z.string().optional(),
  audience: z.string().optional(),
})
export type Evidence = z.infer<typeof zEvidence>

/** @see Open Badges 3.0, section B.1.22 (ResultDescription) */
export const zResultDescription = z.looseObject({
  id: zUri,
  type: zTypes('ResultDescription'),
  name: z.string(),
  resultType: z.string(),
  valueMin: z.string().optional(),
  valueMax: z.string().optional(),
  allowedValue: z.array(z.string()).optional(),
})
export type ResultDescription = z.infer<typeof zResultDescription>

/** @see Open Badges 3.0, section B.1.19 (Profile) */
export const zProfile = z.looseObject({
  id: zUri,
  type: zTypes('Profile'),
  name: z.string().optional(),
  url: z.string().optional(),
  description: z.string().optional(),
  email: z.string().optional(),
  image: zImage.optional(),
  official: z.string().optional(),
  parentOrg: z.looseObject({ id: zUri, name: z.string().optional() }).optional(),
})
export type Profile = z.infer<typeof zProfile>

/** @see Open Badges 3.0, section B.1.1 (Achievement) */
export const zAchievement = z.looseObject({
  id: zUri,
  type: zTypes('Achievement'),
  name: z.string(),
  description: z.string(),
  criteria: z.looseObject({ id: z.string().optional(), narrative: z.string().optional() }),
  achievementType: z.string().optional(),
  alignment: zOneOrMany(zAlignment).optional(),
  creator: zProfile.optional(),
  creditsAvailable: z.number().optional(),
  fieldOfStudy: z.string().optional(),
  humanCode: z.string().optional(),
  image: zImage.optional(),
  inLanguage: z.string().optional(),
  resultDescription: zOneOrMany(zResultDescription).optional(),
  specialization: z.string().optional(),
  tag: zOneOrMany(z.string()).optional(),
  version: z.string().optional(),
})
export type Achievement = z.infer<typeof zAchievement>
