import type { ColumnMapping, ImportField, NeededOfMapping } from '../model'

/** What a mapping lacks for rows to be read as sessions; empty when it will do. */
export const missingOfMapping = (mapping: ColumnMapping): readonly NeededOfMapping[] => {
  const has = (field: ImportField) => mapping[field] !== undefined
  const missing: NeededOfMapping[] = []
  if (!has('name') && !has('lastName')) missing.push('name')
  if (!has('date') && !has('startTime')) missing.push('date')
  if (!has('hours') && !has('minutes') && !has('startTime') && !has('endTime')) missing.push('duration')
  if (!has('role')) missing.push('role')
  return missing
}
