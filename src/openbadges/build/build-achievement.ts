import type { JsonObject } from '../model/json'
import { buildImage, type ImageInput } from './build-image'
import type { IssuerProfile } from './build-issuer-profile'
import { given } from './given'

export type AlignmentInput = {
  readonly targetName: string
  readonly targetUrl: string
  readonly targetCode?: string | undefined
  readonly targetDescription?: string | undefined
  readonly targetFramework?: string | undefined
  /** A term of the Open Badges vocabulary or `ext:…`. */
  readonly targetType?: string | undefined
}

export type ResultDescriptionInput = {
  /** A URI of its own, which results refer to; usually the achievement's with a fragment. */
  readonly id: string
  readonly name: string
  /** A term of the Open Badges vocabulary or `ext:…`: RawScore for hours. */
  readonly resultType: string
  readonly valueMin?: string | undefined
  readonly valueMax?: string | undefined
}

export type AchievementInput = {
  readonly id: string
  readonly name: string
  readonly description: string
  readonly criteria: { readonly id: string; readonly narrative?: string } | { readonly narrative: string }
  /** A term of the Open Badges vocabulary or `ext:…`: CommunityService for volunteering. */
  readonly achievementType: string
  readonly image?: ImageInput | undefined
  /** BCP 47: en, cy. */
  readonly inLanguage?: string | undefined
  readonly version?: string | undefined
  readonly tags?: readonly string[] | undefined
  readonly alignments?: readonly AlignmentInput[] | undefined
  readonly resultDescriptions?: readonly ResultDescriptionInput[] | undefined
  readonly creator?: IssuerProfile | undefined
  /** Other editions of the same achievement: other languages, older versions. */
  readonly related?: readonly {
    readonly id: string
    readonly inLanguage?: string
    readonly version?: string
  }[]
}

export type BuiltAchievement = JsonObject & {
  readonly id: string
  readonly type: readonly ['Achievement']
  readonly name: string
  readonly description: string
}

/** @see Open Badges 3.0, section B.1.4 (Alignment) */
export const buildAlignment = (alignment: AlignmentInput) => ({
  type: ['Alignment'],
  targetName: alignment.targetName,
  targetUrl: alignment.targetUrl,
  ...given('targetCode', alignment.targetCode),
  ...given('targetDescription', alignment.targetDescription),
  ...given('targetFramework', alignment.targetFramework),
  ...given('targetType', alignment.targetType),
})

/**
 * The definition of an achievement as it stands in a credential and at its own address.
 *
 * @see Open Badges 3.0, section B.1.1 (Achievement)
 */
export const buildAchievement = (input: AchievementInput): BuiltAchievement => ({
  id: input.id,
  type: ['Achievement'],
  achievementType: input.achievementType,
  name: input.name,
  description: input.description,
  criteria: input.criteria,
  ...given('image', input.image && buildImage(input.image)),
  ...given('inLanguage', input.inLanguage),
  ...given('version', input.version),
  ...given('creator', input.creator),
  ...given('tag', input.tags),
  ...given('alignment', input.alignments?.map(buildAlignment)),
  ...given(
    'resultDescription',
    input.resultDescriptions?.map(({ id, name, resultType, valueMin, valueMax }) => ({
      id,
      type: ['ResultDescription'],
      name,
      resultType,
      ...given('valueMin', valueMin),
      ...given('valueMax', valueMax),
    })),
  ),
  ...given(
    'related',
    input.related?.map(({ id, inLanguage, version }) => ({
      id,
      type: ['Related'],
      ...given('inLanguage', inLanguage),
      ...given('version', version),
    })),
  ),
})

/**
 * Minutes as the text of a result in hours, rounded down to hundredths: 2550 is "42.5".
 *
 * @throws RangeError when the minutes are not a whole number of at least 0
 */
export const formatHours = (minutes: number): string => {
  if (!Number.isSafeInteger(minutes) || minutes < 0) throw new RangeError('Minutes are a whole number.')
  return String(Math.floor((minutes * 100) / 60) / 100)
}
