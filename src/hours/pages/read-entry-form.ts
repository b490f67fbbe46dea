import { z } from 'zod'
import type { SessionEntry } from '../sessions/model'

const text = z.string().max(5000).catch('')

const zEntryForm = z.object({
  roleId: text,
  branchId: text,
  date: text,
  start: text,
  end: text,
  hours: text,
  reading: text,
  activity: text,
  note: text,
  deliveryMode: z.string().catch('on-site'),
  trainingMinutes: text,
  timeCredit: z.string().catch('none'),
  beneficiaries: text,
  dofeSection: text,
})

/** The fields of a session as a form or a program sent them; what is missing is empty. */
export const readEntryForm = (form: Readonly<Record<string, unknown>>, personId: string): SessionEntry => ({
  ...zEntryForm.parse(form),
  personId,
})

export const emptyEntry = (personId: string): SessionEntry => readEntryForm({}, personId)
