import { z } from 'zod'
import type { Result } from '../../problems'
import {
  beneficiaryBands,
  deliveryModes,
  type EntryFault,
  type EntryField,
  type ReadEntry,
  type SessionEntry,
  timeCredits,
} from '../sessions/model'
import { isInFuture } from './is-in-future'
import { localDateOf } from './local-date-of'
import { parseDate } from './parse-date'
import { parseDuration } from './parse-duration'
import { parseTime } from './parse-time'
import { placeAsAnswered } from './place-in-time'

const longestActivity = 500
const longestNote = 2000

type EntryTime = Pick<ReadEntry, 'localDate' | 'startedAt' | 'endedAt' | 'minutes' | 'clockRule'>

/**
 * Reads what somebody filled in about one session (rules HR-01 to HR-03), or says everything that is wrong with it.
 * Whether person, role and library exist is not looked up. The text is not trusted.
 */
export const readEntry = (entry: SessionEntry, now: Date): Result<ReadEntry, readonly EntryFault[]> => {
  const time = readTime(entry, now)
  const training = readTraining(entry, time.ok ? time.value.minutes : undefined)
  const faults: EntryFault[] = [
    ...(z.uuid().safeParse(entry.personId).success ? [] : [fault('personId', 'person-unknown')]),
    ...(z.uuid().safeParse(entry.roleId).success ? [] : [fault('roleId', 'role-unknown')]),
    ...(entry.branchId === '' || z.uuid().safeParse(entry.branchId).success
      ? []
      : [fault('branchId', 'branch-unknown')]),
    ...(time.ok ? [] : time.reason),
    ...(training.ok ? [] : training.reason),
    ...(entry.activity.trim().length > longestActivity ? [fault('activity', 'too-long')] : []),
    ...(entry.note.trim().length > longestNote ? [fault('note', 'too-long')] : []),
  ]
  const choices = zChoices.safeParse(entry)
  if (!choices.success) {
    const fields = new Set(choices.error.issues.map(({ path }) => path[0]))
    faults.push(
      ...choiceFields.filter((field) => fields.has(field)).map((field) => fault(field, 'choice-unknown')),
    )
  }
  if (faults.length > 0 || !time.ok || !training.ok || !choices.success) return { ok: false, reason: faults }
  return {
    ok: true,
    value: {
      personId: entry.personId,
      roleId: entry.roleId,
      branchId: entry.branchId === '' ? null : entry.branchId,
      ...time.value,
      activity: tidy(entry.activity),
      note: tidy(entry.note),
      trainingMinutes: training.value,
      deliveryMode: choices.data.deliveryMode,
      timeCredit: choices.data.timeCredit,
      beneficiaries: choices.data.beneficiaries === '' ? null : choices.data.beneficiaries,
      dofeSection: choices.data.dofeSection === '' ? null : choices.data.dofeSection,
    },
  }
}

const choiceFields = ['deliveryMode', 'timeCredit', 'beneficiaries', 'dofeSection'] as const
const zChoices = z.object({
  deliveryMode: z.enum(deliveryModes),
  timeCredit: z.enum(timeCredits),
  beneficiaries: z.enum(['', ...beneficiaryBands]),
  dofeSection: z.enum(['', 'volunteering', 'skills']),
})

const fault = (field: EntryField, reason: EntryFault['reason']): EntryFault => ({ field, reason })
const refuse = (field: EntryField, reason: EntryFault['reason']) =>
  ({ ok: false, reason: [fault(field, reason)] }) as const
const tidy = (text: string) => text.normalize('NFC').trim() || null

const readTime = (entry: SessionEntry, now: Date): Result<EntryTime, readonly EntryFault[]> => {
  if (entry.date.trim() === '') return refuse('date', 'date-missing')
  const day = parseDate(entry.date, 'day-first')
  if (!day.ok) return refuse('date', 'date-not-understood')
  const time =
    entry.start.trim() === '' && entry.end.trim() === ''
      ? readHours(entry, day.value.date)
      : readClock(entry, day.value.date)
  if (!time.ok) return time
  return isInFuture(time.value, now)
    ? refuse(
        time.value.endedAt === null || time.value.localDate > localDateOf(now) ? 'date' : 'end',
        'in-future',
      )
    : time
}

const readHours = (entry: SessionEntry, localDate: string): Result<EntryTime, readonly EntryFault[]> => {
  if (entry.hours.trim() === '') return refuse('hours', 'hours-missing')
  const minutes = parseDuration(entry.hours, 'hours')
  if (!minutes.ok)
    return refuse('hours', minutes.reason === 'over-24-hours' ? 'over-24-hours' : 'hours-not-understood')
  return {
    ok: true,
    value: { localDate, startedAt: null, endedAt: null, minutes: minutes.value, clockRule: null },
  }
}

const readClock = (entry: SessionEntry, date: string): Result<EntryTime, readonly EntryFault[]> => {
  if (entry.start.trim() === '') return refuse('start', 'start-missing')
  if (entry.end.trim() === '') return refuse('end', 'end-missing')
  const start = parseTime(entry.start)
  const end = parseTime(entry.end)
  const faults = [
    ...(start.ok ? [] : [fault('start', 'time-not-understood')]),
    ...(end.ok ? [] : [fault('end', 'time-not-understood')]),
  ]
  if (!start.ok || !end.ok) return { ok: false, reason: faults }
  const answer = entry.reading === 'first' || entry.reading === 'second' ? entry.reading : undefined
  const placed = placeAsAnswered(
    { date, time: start.value, instant: null },
    { date, time: end.value, instant: null },
    answer,
  )
  if (placed.ok) return { ok: true, value: { localDate: date, ...placed.value } }
  return placed.reason.reason === 'time-twice'
    ? refuse('reading', 'time-twice')
    : refuse(placed.reason.at, placed.reason.reason)
}

const readTraining = (
  entry: SessionEntry,
  minutes: number | undefined,
): Result<number, readonly EntryFault[]> => {
  const text = entry.trainingMinutes.trim()
  if (text === '') return { ok: true, value: 0 }
  if (!/^\d{1,4}$/.test(text)) return refuse('trainingMinutes', 'training-not-understood')
  return minutes !== undefined && Number(text) > minutes
    ? refuse('trainingMinutes', 'training-too-long')
    : { ok: true, value: Number(text) }
}
