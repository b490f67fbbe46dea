import type { BadgeDefinition } from '../model'
import type { OwnDraft, OwnImage, PublishFault } from '../own/model'

type Look = Pick<OwnImage, 'template' | 'palette' | 'glyph'>

/** Whether two pictures are told apart at a glance: by their symbol, or by both their colours and their shape. */
export const isDistinct = (one: Look, other: { readonly [part in keyof Look]: string }): boolean =>
  one.glyph !== other.glyph || (one.palette !== other.palette && one.template !== other.template)

/** What keeps a draft from being published; `others` are all badges that the service may give beside it. */
export const findPublishFaults = (draft: OwnDraft, others: readonly BadgeDefinition[]): PublishFault[] => {
  const { image, rule } = draft
  return [
    ...(rule.conditions.length === 0 ? (['no-condition'] as const) : []),
    ...(image === null ? (['no-image'] as const) : []),
    ...(image !== null && !others.every((other) => isDistinct(image, other.image))
      ? (['looks-like-another'] as const)
      : []),
  ]
}
