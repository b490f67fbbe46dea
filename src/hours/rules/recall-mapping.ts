import type { ColumnMapping, ImportField } from '../model'

/** An earlier file of the service, and what its columns were said to hold. */
export type PastMapping = { readonly columns: readonly string[]; readonly mapping: ColumnMapping }

const fold = (heading: string) => heading.trim().toLowerCase()
const setOf = (columns: readonly string[]) => columns.map(fold).sort().join('\n')

/**
 * The mapping of the newest earlier file that had the same headings, in whatever order: what was chosen then is offered
 * again. Undefined where there was none, or where two columns share a heading, so that they cannot be told apart.
 * `past` comes newest first.
 */
export const recallMapping = (
  columns: readonly string[],
  past: readonly PastMapping[],
): ColumnMapping | undefined => {
  const places = new Map(columns.map((heading, place) => [fold(heading), place]))
  if (places.size < columns.length) return undefined
  const same = past.find((one) => setOf(one.columns) === setOf(columns))
  if (same === undefined) return undefined
  const mapping: Partial<Record<ImportField, number>> = {}
  for (const [field, place] of Object.entries(same.mapping)) {
    const here = places.get(fold(same.columns[place] ?? ''))
    // The keys of a mapping are fields; Object.entries widens them to string.
    if (here !== undefined) mapping[field as ImportField] = here
  }
  return mapping
}
