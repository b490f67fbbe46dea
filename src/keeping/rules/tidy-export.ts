import type { ExportRow, ExportSection, ExportValue } from '../export/model'

/** Columns that say nothing of the person: keys of tenants, folded names, secrets of links, hashes of chains. */
const unsaid = new Set([
  'organisation_id',
  'search_name',
  'token_hash',
  'code_hash',
  'key_hash',
  'take_hash',
  'certificate_key',
  'share_key',
  'hash',
  'wrapped_private_key',
])

/** Where others' own details stand, by the part of the record: columns, and keys at any depth within them. */
const ofOthers: Readonly<Record<string, ReadonlySet<string>>> = {
  guardian: new Set(['name', 'email', 'phone']),
  placement: new Set(['supervisor_name', 'supervisor_email']),
  person_check: new Set(['decided_by']),
  skill_claim_event: new Set(['assessor']),
  endorsement: new Set(['written_by']),
  dofe_programme: new Set(['leaderName', 'leaderEmail']),
  dofe_invitation: new Set(['email', 'name']),
  dofe_report: new Set(['signed_name', 'name']),
}
/** Columns whose words are signed: changed, they would be worth nothing. They name nobody who has not agreed. */
const signed: Readonly<Record<string, ReadonlySet<string>>> = {
  credential: new Set(['document']),
  dofe_report: new Set(['record', 'endorsement']),
  endorsement_credential: new Set(['document']),
}
/** Titles of office stand in these as well as names: they are withheld where they are, and looked for nowhere else. */
const titles = new Set(['decided_by'])

const isObject = (value: ExportValue): value is { readonly [key: string]: ExportValue } =>
  value !== null && typeof value === 'object' && !Array.isArray(value)

const collect = (value: ExportValue, keys: ReadonlySet<string>): string[] =>
  isObject(value)
    ? Object.entries(value).flatMap(([key, one]) =>
        keys.has(key) && typeof one === 'string' && !titles.has(key) ? [one] : collect(one, keys),
      )
    : []

/** Names, addresses and numbers of guardians, assessors and others in a record, to be looked for in all its words. */
export const detailsOfOthers = (sections: readonly ExportSection[]): string[] => [
  ...new Set(
    sections.flatMap(({ part, rows }) => rows.flatMap((row) => collect(row, ofOthers[part] ?? new Set()))),
  ),
]

type Tidying = {
  readonly redact: (text: string) => string
  readonly withheld: string
  readonly keys: ReadonlySet<string>
}

const tidyField = (key: string, value: ExportValue, how: Tidying): ExportValue =>
  how.keys.has(key) && (typeof value === 'string' || typeof value === 'number')
    ? how.withheld
    : tidyValue(value, how)

const tidyValue = (value: ExportValue, how: Tidying): ExportValue => {
  if (typeof value === 'string') return how.redact(value)
  if (Array.isArray(value)) return value.map((one) => tidyValue(one, how))
  if (!isObject(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, tidyField(key, one, how)]))
}

/**
 * A part of a record as it is handed out: without keys and secrets, and with the names and addresses of others
 * withheld. Signed credentials stay as they were signed: they name nobody.
 */
export const tidyExport = (
  { part, rows }: ExportSection,
  redact: (text: string) => string,
  withheld: string,
): ExportSection => {
  const how = { redact, withheld, keys: ofOthers[part] ?? new Set<string>() }
  return {
    part,
    rows: rows.map(
      (row): ExportRow =>
        Object.fromEntries(
          Object.entries(row)
            .filter(([column]) => !unsaid.has(column))
            .map(([column, value]) => [
              column,
              signed[part]?.has(column) ? value : tidyField(column, value, how),
            ]),
        ),
    ),
  }
}
