import type { ExportRow, ExportSection, ExportValue } from '../export/model'

/** Columns that say nothing of the person: keys of tenants, folded names, secrets of links, hashes of chains. */
const unsaid = new Set([
  'organisation_id',
  'search_name',
  'token_hash',
  'take_hash',
  'certificate_key',
  'share_key',
  'hash',
  'wrapped_private_key',
])

/** Columns of others' own details, by the part of the record that they stand in. */
const ofOthers: Readonly<Record<string, readonly string[]>> = { guardian: ['name', 'email', 'phone'] }

const tidyValue = (value: ExportValue, redact: (text: string) => string): ExportValue => {
  if (typeof value === 'string') return redact(value)
  if (value === null || typeof value !== 'object') return value
  if (Array.isArray(value)) return value.map((one) => tidyValue(one, redact))
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, tidyValue(one, redact)]))
}

/**
 * A part of a record as it is handed out: without keys and secrets, and with the names and addresses of others
 * withheld. Signed credentials stay as they were signed: they name nobody.
 */
export const tidyExport = (
  { part, rows }: ExportSection,
  redact: (text: string) => string,
  withheld: string,
): ExportSection => ({
  part,
  rows: rows.map(
    (row): ExportRow =>
      Object.fromEntries(
        Object.entries(row)
          .filter(([column]) => !unsaid.has(column))
          .map(([column, value]) => {
            if (part === 'credential' && column === 'document') return [column, value]
            if (ofOthers[part]?.includes(column)) return [column, value === null ? null : withheld]
            return [column, tidyValue(value, redact)]
          }),
      ),
  ),
})
