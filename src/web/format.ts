import { serviceTimeZone } from '../hours/model'
import type { Language } from './app-env'

const locales = { en: 'en-GB', cy: 'cy' } as const

const noon = (day: string) => new Date(`${day}T12:00:00Z`)

/** A day as words, such as 24 November 2026: of a YYYY-MM-DD, or of an instant as clocks in the UK have it. */
export const formatDate = (date: string | Date, language: Language): string => {
  const instant = typeof date === 'string' ? noon(date) : date
  return new Intl.DateTimeFormat(locales[language], {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: typeof date === 'string' ? 'UTC' : serviceTimeZone,
  }).format(instant)
}

/** A day with its weekday, such as Tuesday 24 November, of a YYYY-MM-DD. */
export const formatWeekday = (day: string, language: Language): string =>
  new Intl.DateTimeFormat(locales[language], {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  }).format(noon(day))

/** A month as words, such as November 2026, of a YYYY-MM. */
export const formatMonth = (month: string, language: Language): string =>
  new Intl.DateTimeFormat(locales[language], { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    noon(`${month}-01`),
  )

/** The time of day in the UK, such as 14:05. */
export const formatTime = (instant: Date, language: Language): string =>
  new Intl.DateTimeFormat(locales[language], {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: serviceTimeZone,
  }).format(instant)

export const formatCount = (count: number, language: Language): string =>
  new Intl.NumberFormat(locales[language]).format(count)

/** Minutes as words, such as 2 hours 15 minutes. */
export const formatDuration = (minutes: number, language: Language): string => {
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  const parts = [
    hours === 0 && rest > 0 ? '' : hoursAsWords(hours, language),
    rest === 0 ? '' : minutesAsWords(rest, language),
  ]
  return parts.filter((part) => part !== '').join(' ')
}

const hoursAsWords = (hours: number, language: Language) => {
  const count = formatCount(hours, language)
  return language === 'cy' ? `${count} awr` : `${count} ${hours === 1 ? 'hour' : 'hours'}`
}

const minutesAsWords = (minutes: number, language: Language) =>
  language === 'cy' ? `${minutes} munud` : `${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`

/** Minutes as hours for a column of figures, such as 2.25; as many places as it needs, two at most. */
export const formatHoursShort = (minutes: number): string => String(Math.round((minutes / 60) * 100) / 100)
