import type { BadgeDefinition, BadgeRule, Editions } from '../model'
import { zBadgeDefinition } from '../model'
import type { OwnDraft, OwnRule } from '../own/model'
import { describeBadgeImage } from './describe-badge-image'
import { describeRule } from './describe-rule'

/** An alignment of a badge with the code of its entry. */
type Alignment = BadgeDefinition['alignments'][number]

/** The rule that some conditions make. */
export const ruleOf = ({ match, conditions }: OwnRule): BadgeRule =>
  match === 'any' && conditions.length > 1 ? { any: [...conditions] } : { all: [...conditions] }

const decided = {
  en: (rule: string) =>
    ` The rule of this badge: ${rule}. Only what the library service has approved is counted, and a coordinator decided that the badge is given.`,
  cy: (rule: string) =>
    ` Rheol y bathodyn hwn: ${rule}. Dim ond yr hyn y mae’r gwasanaeth llyfrgell wedi’i gymeradwyo sy’n cyfrif, a chydlynydd a benderfynodd roi’r bathodyn.`,
}

/** What a badge stands for: the words of the service, and its rule as it is counted. */
const criteriaOf = (draft: OwnDraft): Editions => {
  const { criteria } = draft.words
  const rule = ruleOf(draft.rule)
  return {
    en: criteria.en + decided.en(describeRule(rule, 'en')),
    cy: criteria.cy + decided.cy(describeRule(rule, 'cy')),
  }
}

const tagsOfAll = ['volunteering', 'libraries']

/**
 * The definition of a service's own badge: the same as one of the catalogue, so that everything else treats them alike.
 * The alignments are those of the draft's skills, in their order. Throws where the draft is not ready to be published.
 */
export const composeOwnBadge = (
  draft: OwnDraft,
  of: { readonly code: string; readonly version: number; readonly alignments: readonly Alignment[] },
): BadgeDefinition => {
  const { achievementType, validMonths, name, description, tags } = draft.words
  const { image } = draft
  if (image === null) throw new RangeError('The badge has no picture yet.')
  return zBadgeDefinition.parse({
    id: of.code,
    version: `${of.version}.0.0`,
    achievementType,
    issuer: 'service',
    ...(validMonths === null ? {} : { validMonths }),
    name,
    description,
    criteria: criteriaOf(draft),
    tags: [...new Set([...tagsOfAll, ...tags])],
    alignments: of.alignments,
    rule: ruleOf(draft.rule),
    skills: draft.skills.map(({ name: words }, position) => ({
      alignment: of.alignments[position]?.code ?? '',
      name: words,
    })),
    image: { ...image, alt: describeBadgeImage(image) },
  })
}
