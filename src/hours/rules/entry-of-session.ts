import { Temporal } from 'temporal-polyfill'
import { serviceTimeZone } from '../model'
import type { SessionEntry } from '../sessions/model'
import type { ChainedFacts } from './link-entry'

/** A session as the form shows it that changes it. */
export const entryOfSession = (
  session: ChainedFacts & { readonly personId: string; readonly note: string | null },
): SessionEntry => ({
  personId: session.personId,
  roleId: session.roleId,
  branchId: session.branchId ?? '',
  date: session.localDate,
  start: clockOf(session.startedAt),
  end: clockOf(session.endedAt),
  hours: session.startedAt === null ? hoursOf(session.minutes) : '',
  reading: session.clockRule === 'first' || session.clockRule === 'second' ? session.clockRule : '',
  activity: session.activity ?? '',
  note: session.note ?? '',
  deliveryMode: session.deliveryMode,
  trainingMinutes: session.trainingMinutes === 0 ? '' : String(session.trainingMinutes),
  timeCredit: session.timeCredit,
  beneficiaries: session.beneficiaries ?? '',
  dofeSection: session.dofeSection ?? '',
})

const clockOf = (instant: Date | null) =>
  instant === null
    ? ''
    : Temporal.Instant.fromEpochMilliseconds(instant.getTime())
        .toZonedDateTimeISO(serviceTimeZone)
        .toPlainTime()
        .toString({ smallestUnit: 'minute' })

const hoursOf = (minutes: number) => `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`
