import { hasType } from './findings'
import type { Bilingual, CredentialKind, JsonObject } from './report'

type Outline = {
  /** The type names of which a document of the kind has at least one. */
  readonly types: readonly string[]
  /** What stands behind the context of verifiable credentials, in this order. */
  readonly contexts: readonly RegExp[]
  readonly expected: Bilingual
}

const openBadgesContext = /^https:\/\/purl\.imsglobal\.org\/spec\/ob\/v3p0\/context(-3\.\d\.\d)*\.json$/
const clrContext = /^https:\/\/purl\.imsglobal\.org\/spec\/clr\/v2p0\/context(-2\.\d\.\d)*\.json$/

/** What the documents of each kind have in common. */
export const kinds: Readonly<Record<CredentialKind, Outline>> = {
  achievement: {
    types: ['OpenBadgeCredential', 'AchievementCredential'],
    contexts: [openBadgesContext],
    expected: { en: 'an Open Badge', cy: 'Bathodyn Agored' },
  },
  clr: {
    types: ['ClrCredential'],
    contexts: [clrContext, openBadgesContext],
    expected: { en: 'a learner record', cy: 'cofnod dysgwr' },
  },
  endorsement: {
    types: ['EndorsementCredential'],
    contexts: [openBadgesContext],
    expected: { en: 'an endorsement', cy: 'cymeradwyaeth' },
  },
}

const order = ['achievement', 'clr', 'endorsement'] as const

/** The kind that a document says it is, a badge before all; undefined where it is none that is known here. */
export const findKind = (document: JsonObject): CredentialKind | undefined =>
  order.find((kind) => kinds[kind].types.some((type) => hasType(document, type)))
