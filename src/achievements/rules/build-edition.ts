import { type BuiltAchievement, buildAchievement } from '../../openbadges/build'
import type { BadgeDefinition, EditionLanguage } from '../model'

/** Fragment of the result description that the hours of a credential refer to. */
export const hoursResult = '#hours'

const hoursName = { en: 'Volunteering hours', cy: 'Oriau gwirfoddoli' } as const

/**
 * One language edition of a badge as an Open Badges 3.0 Achievement, paired with the edition in the other language.
 * `id`, `otherId` and `imageUrl` are absolute addresses. How strongly a badge supports an alignment is said in
 * words in its description, for the vocabulary has no term for it.
 * @see Open Badges 3.0, sections B.1.1 (Achievement) and B.5.1 (Related)
 */
export const buildEdition = (options: {
  readonly definition: BadgeDefinition
  readonly language: EditionLanguage
  readonly id: string
  readonly otherId: string
  readonly imageUrl: string
}): BuiltAchievement => {
  const { definition, language, id, otherId, imageUrl } = options
  return buildAchievement({
    id,
    name: definition.name[language],
    description: definition.description[language],
    criteria: { id, narrative: definition.criteria[language] },
    achievementType: definition.achievementType,
    image: { id: imageUrl, caption: definition.image.alt[language] },
    inLanguage: language,
    version: definition.version,
    tags: definition.tags,
    alignments: definition.alignments.map(
      ({ targetName, targetUrl, targetCode, targetFramework, targetType }) => ({
        targetName,
        targetUrl,
        targetCode,
        targetFramework,
        targetType,
      }),
    ),
    resultDescriptions: [
      { id: id + hoursResult, name: hoursName[language], resultType: 'RawScore', valueMin: '0' },
    ],
    related: [{ id: otherId, inLanguage: language === 'en' ? 'cy' : 'en', version: definition.version }],
  })
}
