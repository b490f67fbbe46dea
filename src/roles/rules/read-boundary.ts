import type { Result } from '../../problems'
import {
  type BoundaryEntry,
  type BoundaryFault,
  type BoundaryRecord,
  type Consultation,
  type ConsultationEntry,
  consultationOutcomes,
  type PositionStatement,
  type StatementEntry,
} from '../boundary/model'
import { taskClasses } from '../model'
import { isDay } from './is-day'
import { isWebAddress } from './is-web-address'

export type ReadBoundary = Omit<BoundaryRecord, 'id' | 'roleId' | 'recordedAt'>

const missing = (
  checks: readonly (readonly [field: string, wrong: boolean, reason: BoundaryFault['reason']])[],
): BoundaryFault[] => checks.flatMap(([field, wrong, reason]) => (wrong ? [{ field, reason }] : []))

/**
 * Reads a decision on the boundary of a role, or says what is wrong. It holds from a day that has come (`today` is
 * YYYY-MM-DD), is looked at again later, and conforms to one of the statements.
 */
export const readBoundary = (
  entry: BoundaryEntry,
  statements: readonly PositionStatement[],
  today: string,
): Result<ReadBoundary, readonly BoundaryFault[]> => {
  const taskClass = taskClasses.find((one) => one === entry.taskClass)
  const { inForceFrom, reviewOn, statementVersion } = entry
  const faults = missing([
    ['taskClass', taskClass === undefined, 'class-missing'],
    ['rationale', entry.rationale.trim() === '', 'rationale-missing'],
    ['decidedBy', entry.decidedBy.trim() === '', 'decider-missing'],
    ['inForceFrom', !isDay(inForceFrom), 'day-missing'],
    ['inForceFrom', isDay(inForceFrom) && inForceFrom > today, 'day-in-future'],
    ['reviewOn', !isDay(reviewOn), 'day-missing'],
    ['reviewOn', isDay(reviewOn) && reviewOn <= inForceFrom, 'review-not-later'],
    [
      'statementVersion',
      statementVersion !== '' && !statements.some(({ version }) => version === statementVersion),
      'statement-unknown',
    ],
  ])
  if (taskClass === undefined || faults.length > 0) return { ok: false, reason: faults }
  return {
    ok: true,
    value: {
      ...{ taskClass, inForceFrom, reviewOn, rationale: entry.rationale.trim() },
      ...{ decidedBy: entry.decidedBy.trim(), statementVersion: statementVersion || null },
    },
  }
}

/** Reads a talk with a union, or says what is wrong. A talk that is awaited may lie ahead. */
export const readConsultation = (
  entry: ConsultationEntry,
  today: string,
): Result<Omit<Consultation, 'id' | 'roleId'>, readonly BoundaryFault[]> => {
  const outcome = consultationOutcomes.find((one) => one === entry.outcome)
  const documentUrl = entry.documentUrl.trim()
  const faults = missing([
    ['body', entry.body.trim() === '', 'body-missing'],
    ['heldOn', !isDay(entry.heldOn), 'day-missing'],
    ['heldOn', isDay(entry.heldOn) && entry.heldOn > today && outcome !== 'awaited', 'day-in-future'],
    ['outcome', outcome === undefined, 'outcome-missing'],
    ['documentUrl', documentUrl !== '' && !isWebAddress(documentUrl), 'link-not-valid'],
  ])
  if (outcome === undefined || faults.length > 0) return { ok: false, reason: faults }
  return {
    ok: true,
    value: {
      ...{ outcome, body: entry.body.trim(), heldOn: entry.heldOn },
      ...{ note: entry.note.trim() || null, documentUrl: documentUrl || null },
    },
  }
}

/** Reads a new version of the position statement, or says what is wrong. */
export const readStatement = (entry: StatementEntry): Result<PositionStatement, readonly BoundaryFault[]> => {
  const [version, title, url] = [entry.version.trim(), entry.title.trim(), entry.url.trim()]
  const faults = missing([
    ['version', version === '' || version.length > 40, 'version-missing'],
    ['title', title === '', 'title-missing'],
    ['url', url !== '' && !isWebAddress(url), 'link-not-valid'],
    ['statementFrom', !isDay(entry.inForceFrom), 'day-missing'],
  ])
  if (faults.length > 0) return { ok: false, reason: faults }
  return { ok: true, value: { version, title, url: url || null, inForceFrom: entry.inForceFrom } }
}
