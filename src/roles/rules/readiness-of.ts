import type { BoundaryRecord, Consultation } from '../boundary/model'
import type { DbsDecision } from '../catalogue/model'
import type { RoleDetails } from '../model'

/** What has to be there before a role can be published, in the order in which it is supplied. */
export const readinessSteps = [
  'description',
  'boundary',
  'consultation',
  'check',
  'training',
  'supervisor',
] as const
export type ReadinessStep = (typeof readinessSteps)[number]

export type Readiness = {
  readonly steps: readonly {
    readonly step: ReadinessStep
    readonly state: 'done' | 'missing' | 'not-needed'
  }[]
  /** Work for staff only: it is never published, whatever else is there. */
  readonly staffOnly: boolean
  readonly ready: boolean
}

/** Whether a union has been talked with; one that was only asked for does not count. */
export const isConsulted = (consultations: readonly Pick<Consultation, 'outcome'>[]): boolean =>
  consultations.some(({ outcome }) => outcome !== 'awaited')

/**
 * Whether a role may be published: somebody decided about its boundary, its risk and check, and its training; it has a
 * description and a supervisor; and the union was consulted where it is operational work under supervision. `record` is
 * the decision in force.
 */
export const readinessOf = (
  role: Pick<RoleDetails, 'summaryEn' | 'tasksEn' | 'trainingNeeded' | 'supervisorName'>,
  facts: {
    readonly record: Pick<BoundaryRecord, 'taskClass'> | undefined
    readonly consultations: readonly Pick<Consultation, 'outcome'>[]
    readonly check: DbsDecision | undefined
  },
): Readiness => {
  const { record, consultations, check } = facts
  const needsUnion = record?.taskClass === 'supervised-operational'
  const done: Record<ReadinessStep, boolean> = {
    description: role.summaryEn !== null && role.tasksEn.length > 0,
    boundary: record !== undefined,
    consultation: isConsulted(consultations),
    check: check !== undefined,
    training: role.trainingNeeded !== null,
    supervisor: role.supervisorName !== null,
  }
  const steps = readinessSteps.map((step) => {
    if (step === 'consultation' && !needsUnion) return { step, state: 'not-needed' as const }
    return { step, state: done[step] ? ('done' as const) : ('missing' as const) }
  })
  const staffOnly = record?.taskClass === 'staff-only'
  return { steps, staffOnly, ready: !staffOnly && steps.every(({ state }) => state !== 'missing') }
}
