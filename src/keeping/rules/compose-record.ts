import type { ReportBlock } from '../../documents/model'
import type { ExportRow, ExportSection, ExportValue, RecordExport } from '../export/model'

type Words = {
  readonly intro: string
  readonly nothing: string
  readonly yes: string
  readonly no: string
  readonly parts: Readonly<Record<string, string>>
  readonly columns: Readonly<Record<string, string>>
}

/** Parts with many rows are set as tables of these columns; others as facts. */
const tables: Readonly<Record<string, readonly string[]>> = {
  volunteering_session: ['local_date', 'minutes', 'status', 'activity'],
  session_event: ['at', 'kind', 'actor', 'reason'],
  award: ['definition_code', 'issued_at', 'status', 'minutes'],
  consent: ['at', 'purpose', 'decision', 'actor'],
  trail: ['at', 'action', 'actor', 'subject'],
  mails: ['at', 'subject', 'sent'],
  check_in: ['started_at', 'ended_at'],
  skill_claim: ['title', 'context', 'status', 'created_at'],
  skill_claim_event: ['at', 'kind', 'words'],
  skill_evidence: ['added_at', 'kind', 'words', 'url', 'file_name'],
  skill_alignment: ['framework', 'item_code', 'strength'],
  evidence_record: ['on_day', 'kind', 'count', 'note'],
  placement: ['starts_on', 'ends_on', 'end_reason'],
  induction_tick: ['ticked_at'],
  application: ['sent_at', 'state', 'message'],
  training_record: ['module', 'completed_on', 'expires_on', 'score'],
  person_check: ['kind', 'outcome', 'relation', 'decided_on', 'expires_on'],
  system_access: ['system', 'level', 'granted_on', 'expires_on'],
  dofe_programme: ['level', 'section', 'details', 'created_at'],
  dofe_goal: ['agreed_on', 'words'],
  dofe_activity_change: ['changed_on', 'from_activity', 'to_activity'],
  dofe_session_choice: ['chosen_at', 'counts'],
  dofe_invitation: ['created_at', 'declared_at'],
  dofe_visit: ['expires_at'],
  dofe_report: ['signed_at', 'status', 'words'],
  dofe_leader_link: ['created_at', 'expires_at'],
  record_link: ['created_at', 'linked_at'],
  guardian_invitation: ['created_at', 'used_at'],
  claim: ['expires_at', 'used_at'],
  kept_matter: ['opened_at', 'kind', 'reason'],
  batch_words: ['at', 'words'],
}

/** Parts that only programs can read are left to the file in JSON. */
const forPrograms = new Set(['credential', 'ledger_head', 'membership_branch'])

const plain = (name: string) => {
  const words = name.replaceAll('_', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

const sayValue = (value: ExportValue | undefined, words: Words): string => {
  if (value === null || value === undefined) return ''
  if (typeof value === 'boolean') return value ? words.yes : words.no
  if (typeof value === 'object') {
    return Object.values(value)
      .map((one) => sayValue(one, words))
      .filter((one) => one !== '')
      .join('; ')
  }
  return String(value).replace(/^(\d{4}-\d\d-\d\d)T(\d\d:\d\d).*$/, '$1 $2')
}

const factsOf = (row: ExportRow, words: Words): ReportBlock => ({
  kind: 'facts',
  rows: Object.entries(row)
    .filter(([column, value]) => value !== null && !column.endsWith('id') && sayValue(value, words) !== '')
    .map(([column, value]) => ({
      label: words.columns[column] ?? plain(column),
      value: sayValue(value, words),
    })),
})

const blocksOf = ({ part, rows }: ExportSection, words: Words): ReportBlock[] => {
  const title = words.parts[part] ?? plain(part)
  const heading: ReportBlock = { kind: 'heading', level: 2, text: title }
  if (rows.length === 0) return [heading, { kind: 'paragraph', text: words.nothing }]
  const columns = tables[part]
  if (columns === undefined) return [heading, ...rows.map((row) => factsOf(row, words))]
  return [
    heading,
    {
      kind: 'table',
      caption: title,
      columns: columns.map((column) => ({ text: words.columns[column] ?? plain(column), share: 1 })),
      rows: rows.map((row) => columns.map((column) => sayValue(row[column], words))),
    },
  ]
}

/** A record as the blocks of a document: the same that is in the file for programs, in the order of reading. */
export const composeRecord = (record: RecordExport, words: Words): ReportBlock[] => [
  { kind: 'paragraph', text: words.intro },
  ...record.sections
    .filter(({ part }) => !forPrograms.has(part))
    .flatMap((section) => blocksOf(section, words)),
]
