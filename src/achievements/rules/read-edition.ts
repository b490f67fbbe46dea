import { z } from 'zod'
import type { BadgeDefinition, PublishedAchievement } from '../model'
import { type BadgeFacts, readDefinition } from './read-definition'

const zDocument = z.object({
  name: z.string(),
  description: z.string(),
  criteria: z.object({ narrative: z.string() }),
  alignment: z
    .array(z.object({ targetName: z.string(), targetUrl: z.string(), targetFramework: z.string() }))
    .default([]),
})

/**
 * What a published edition stands for. An edition stays as it was published: where the catalogue has moved on to
 * another version, only what the published document itself says is given.
 */
export const readEdition = (
  edition: PublishedAchievement,
  definition: BadgeDefinition | undefined,
): BadgeFacts => {
  if (definition?.version === edition.version) return readDefinition(definition, edition.language)
  const { criteria, alignment, ...words } = zDocument.parse(JSON.parse(edition.document))
  return { ...words, criteria: criteria.narrative, skills: [], alignments: alignment }
}
