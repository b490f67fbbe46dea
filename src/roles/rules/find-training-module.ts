import data from './training-modules.json'

/** A training module of the national catalogue. */
export type TrainingModule = {
  readonly code: string
  readonly title: { readonly en: string; readonly cy: string }
  /** How long a pass holds, in months; null for ever. */
  readonly validMonths: number | null
  /** Per cent; null for modules without a score. */
  readonly passMark: number | null
}

export const trainingModules: readonly TrainingModule[] = data.modules

export const findTrainingModule = (code: string): TrainingModule | undefined =>
  trainingModules.find((module) => module.code === code)

/** The module that comes before any access to a library system. */
export const accessModule = 'data-protection'
