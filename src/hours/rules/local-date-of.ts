import { Temporal } from 'temporal-polyfill'
import { serviceTimeZone } from '../model'

/** The calendar day of an instant where the services are, YYYY-MM-DD. */
export const localDateOf = (instant: Date): string =>
  Temporal.Instant.fromEpochMilliseconds(instant.getTime())
    .toZonedDateTimeISO(serviceTimeZone)
    .toPlainDate()
    .toString()
