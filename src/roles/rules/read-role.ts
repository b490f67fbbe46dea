import { z } from 'zod'
import type { Result } from '../../problems'
import {
  type DbsDecision,
  type DbsEntry,
  dbsLevels,
  type RoleEntry,
  type RoleFault,
  risks,
} from '../catalogue/model'
import { type InductionItem, libraryOffers, type RoleFacts, roleDeliveryModes } from '../model'
import { findTrainingModule } from './find-training-module'
import { hasCertificateNumber } from './has-certificate-number'
import { isDay } from './is-day'

const longestTitle = 100
const longestText = 2000

const linesOf = (text: string): string[] =>
  text
    .normalize('NFC')
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')

const tidy = (text: string): string | null => text.normalize('NFC').trim() || null

/**
 * The checklist as its lines say: a line that was there keeps its id, so that what is ticked stays ticked; the Welsh of a
 * line is the one in the same place.
 */
const readInduction = (
  entry: RoleEntry,
  before: readonly InductionItem[],
  newId: () => string,
): InductionItem[] => {
  const welsh = linesOf(entry.inductionCy)
  return [...new Set(linesOf(entry.inductionEn))].map((en, at) => ({
    id: before.find((item) => item.en === en)?.id ?? newId(),
    en,
    cy: welsh[at] ?? null,
  }))
}

const readTrainingNeeded = (entry: RoleEntry): string[] | null => {
  if (entry.training === 'none') return []
  if (entry.training !== 'some') return null
  return entry.trainingModules.filter((code) => findTrainingModule(code) !== undefined)
}

const checkRole = (entry: RoleEntry, minimumAge: number | null): RoleFault[] => {
  const faults: RoleFault[] = []
  const wrong = (field: string, reason: RoleFault['reason']) => faults.push({ field, reason })
  if (tidy(entry.titleEn) === null) wrong('titleEn', 'title-missing')
  for (const field of ['titleEn', 'titleCy'] as const)
    if (entry[field].trim().length > longestTitle) wrong(field, 'too-long')
  for (const field of ['summaryEn', 'summaryCy', 'tasksEn', 'tasksCy', 'inductionEn', 'inductionCy'] as const)
    if (entry[field].length > longestText) wrong(field, 'too-long')
  if (entry.minimumAge.trim() !== '' && (minimumAge === null || minimumAge < 5 || minimumAge > 99))
    wrong('minimumAge', 'age-not-understood')
  else if (minimumAge !== null && tidy(entry.ageReasonEn) === null) wrong('ageReasonEn', 'age-reason-missing')
  if (entry.supervisorEmail.trim() !== '') {
    if (!z.email().safeParse(entry.supervisorEmail.trim()).success)
      wrong('supervisorEmail', 'email-not-valid')
    if (tidy(entry.supervisorName) === null) wrong('supervisorName', 'supervisor-missing')
  }
  if (entry.training === 'some' && (readTrainingNeeded(entry) ?? []).length === 0)
    wrong('training', 'training-undecided')
  if (entry.skills.split(/[\s,]+/).some((code) => code !== '' && !/^[A-Za-z0-9][\w.-]{0,39}$/.test(code)))
    wrong('skills', 'skill-not-valid')
  return faults
}

/** Reads what somebody filled in about a role, or says what is wrong. A minimum age needs its reason. */
export const readRole = (
  entry: RoleEntry,
  before: Pick<RoleFacts, 'induction'>,
  newId: () => string,
): Result<RoleFacts, readonly RoleFault[]> => {
  const age = entry.minimumAge.trim()
  const minimumAge = /^\d{1,2}$/.test(age) ? Number(age) : null
  const faults = checkRole(entry, minimumAge)
  if (faults.length > 0) return { ok: false, reason: faults }
  return {
    ok: true,
    value: {
      titleEn: tidy(entry.titleEn) ?? '',
      titleCy: tidy(entry.titleCy),
      summaryEn: tidy(entry.summaryEn),
      summaryCy: tidy(entry.summaryCy),
      tasksEn: linesOf(entry.tasksEn),
      tasksCy: linesOf(entry.tasksCy),
      deliveryModes: roleDeliveryModes.filter((mode) => entry.deliveryModes.includes(mode)),
      offers: libraryOffers.filter((offer) => entry.offers.includes(offer)),
      skills: [...new Set(entry.skills.split(/[\s,]+/).filter((code) => code !== ''))],
      minimumAge,
      ageReasonEn: minimumAge === null ? null : tidy(entry.ageReasonEn),
      ageReasonCy: minimumAge === null ? null : tidy(entry.ageReasonCy),
      supervisorName: tidy(entry.supervisorName),
      supervisorEmail: tidy(entry.supervisorEmail)?.toLowerCase() ?? null,
      trainingNeeded: readTrainingNeeded(entry),
      induction: readInduction(entry, before.induction, newId),
      budgetCode: tidy(entry.budgetCode),
    },
  }
}

/** A role as a form shows it. */
export const entryOfRole = (role: RoleFacts): RoleEntry => ({
  titleEn: role.titleEn,
  titleCy: role.titleCy ?? '',
  summaryEn: role.summaryEn ?? '',
  summaryCy: role.summaryCy ?? '',
  tasksEn: role.tasksEn.join('\n'),
  tasksCy: role.tasksCy.join('\n'),
  deliveryModes: role.deliveryModes,
  offers: role.offers,
  skills: role.skills.join(' '),
  minimumAge: role.minimumAge === null ? '' : String(role.minimumAge),
  ageReasonEn: role.ageReasonEn ?? '',
  ageReasonCy: role.ageReasonCy ?? '',
  supervisorName: role.supervisorName ?? '',
  supervisorEmail: role.supervisorEmail ?? '',
  training: role.trainingNeeded === null ? 'undecided' : role.trainingNeeded.length === 0 ? 'none' : 'some',
  trainingModules: role.trainingNeeded ?? [],
  inductionEn: role.induction.map(({ en }) => en).join('\n'),
  inductionCy: role.induction.map(({ cy }) => cy ?? '').join('\n'),
  budgetCode: role.budgetCode ?? '',
})

/**
 * Reads the decision that somebody made about the risk of a role and the check it may ask for, or says what is wrong.
 * Nothing of it is worked out from the role. `today` is YYYY-MM-DD.
 */
export const readDbsDecision = (
  entry: DbsEntry,
  today: string,
): Result<Omit<DbsDecision, 'id'>, readonly RoleFault[]> => {
  const risk = risks.find((one) => one === entry.risk)
  const level = dbsLevels.find((one) => one === entry.level)
  const [legalBasis, decidedBy] = [entry.legalBasis.trim(), entry.decidedBy.trim()]
  const faults: RoleFault[] = []
  const wrong = (field: string, reason: RoleFault['reason']) => faults.push({ field, reason })
  if (risk === undefined) wrong('risk', 'risk-missing')
  if (level === undefined) wrong('level', 'level-missing')
  if (legalBasis === '') wrong('legalBasis', 'basis-missing')
  if (decidedBy === '') wrong('decidedBy', 'decider-missing')
  for (const field of ['legalBasis', 'decidedBy'] as const)
    if (hasCertificateNumber(entry[field])) wrong(field, 'certificate-number')
  if (!isDay(entry.decidedOn)) wrong('decidedOn', 'day-missing')
  else if (entry.decidedOn > today) wrong('decidedOn', 'day-in-future')
  if (risk === undefined || level === undefined || faults.length > 0) return { ok: false, reason: faults }
  return { ok: true, value: { risk, level, legalBasis, decidedBy, decidedOn: entry.decidedOn } }
}
