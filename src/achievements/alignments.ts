import type { Deps } from '../deps'
import { alignmentsForBadge, badgeRevision } from '../frameworks/actions'
import type { BadgeDefinition } from './model'

/**
 * A badge as a service gives it: with the items that the service maps it to beside those of its definition. Each change
 * of the mapping makes another version, such as 1.0.0+map.1; editions that were published stay as they were.
 */
export const definitionFor = async (
  deps: Deps,
  organisationId: string,
  definition: BadgeDefinition,
): Promise<BadgeDefinition> => {
  const revision = await badgeRevision(deps, organisationId, definition.id)
  if (revision === 0) return definition
  const known = new Set(definition.alignments.map(({ code }) => code))
  const mapped = await alignmentsForBadge(deps, organisationId, definition.id)
  return {
    ...definition,
    version: `${definition.version}+map.${revision}`,
    alignments: [...definition.alignments, ...mapped.filter(({ code }) => !known.has(code))],
  }
}
