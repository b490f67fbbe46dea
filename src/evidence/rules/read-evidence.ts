import { parseDate } from '../../hours/rules/parse-date'
import type { Result } from '../../problems'
import {
  type EvidenceEntry,
  type EvidenceFault,
  helpAreas,
  LONGEST_NOTE,
  type ReadEvidence,
  staffKinds,
  trainingModules,
} from '../model'

export type EvidenceFieldFault = { readonly field: keyof EvidenceEntry; readonly reason: EvidenceFault }

/** A whole number from 0 to 10,000; undefined for anything else. */
const wholeNumber = (text: string): number | undefined => {
  const value = /^\d{1,5}$/.test(text.trim()) ? Number(text) : undefined
  return value === undefined || value > 10_000 ? undefined : value
}

const oneOf = <T extends string>(values: readonly T[], text: string): T | undefined =>
  values.find((value) => value === text)

/** Reads what staff typed about one or more people. `today` is YYYY-MM-DD; every fault is told, by field. */
export const readEvidence = (
  entry: EvidenceEntry,
  today: string,
): Result<ReadEvidence, readonly EvidenceFieldFault[]> => {
  const kind = oneOf(staffKinds, entry.kind)
  if (kind === undefined) return { ok: false, reason: [{ field: 'kind', reason: 'kind-unknown' }] }
  const counted = kind === 'people-helped' || kind === 'items-checked' || kind === 'home-visit'
  const date = parseDate(entry.date, 'day-first')
  const count = counted ? wholeNumber(entry.count) : 1
  const faults = kind === 'items-checked' ? wholeNumber(entry.faults || '0') : 0
  const area = kind === 'people-helped' ? oneOf(helpAreas, entry.area) : null
  const module = kind === 'training' ? oneOf(trainingModules, entry.module) : null
  const scored = kind === 'training' && entry.score.trim() !== ''
  const score = scored ? wholeNumber(entry.score.replace('%', '')) : null
  const note = entry.note.trim().normalize('NFC')
  const found = [
    dateFault(date, today),
    (count ?? 0) < 1 && fault('count', 'count-not-understood'),
    (faults === undefined || faults > (count ?? 0)) && fault('faults', 'faults-not-understood'),
    area === undefined && fault('area', 'area-missing'),
    module === undefined && fault('module', 'module-missing'),
    (score === undefined || (score ?? 0) > 100) && fault('score', 'score-not-understood'),
    note.length > LONGEST_NOTE && fault('note', 'note-too-long'),
  ].filter((one) => one !== false)
  if (
    found.length > 0 ||
    !date.ok ||
    count === undefined ||
    faults === undefined ||
    area === undefined ||
    module === undefined ||
    score === undefined
  )
    return { ok: false, reason: found }
  const value = { kind, onDay: date.value.date, count, faults, area, module, score, note: note || null }
  return { ok: true, value }
}

const fault = (field: keyof EvidenceEntry, reason: EvidenceFault): EvidenceFieldFault => ({ field, reason })

const dateFault = (
  date: Result<{ readonly date: string }, unknown>,
  today: string,
): EvidenceFieldFault | false => {
  if (!date.ok) return fault('date', 'date-not-understood')
  return date.value.date > today && fault('date', 'in-future')
}
