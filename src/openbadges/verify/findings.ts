import type { Bilingual, Finding, JsonObject, Problem } from './report'
import { type ProblemCode, problemTexts, reportTexts } from './text'

/** Puts values into the braces of a sentence in both languages. */
export const fillText = (text: Bilingual, values: Record<string, string | Bilingual>): Bilingual => {
  const fill = (language: 'en' | 'cy') =>
    text[language].replace(/\{(\w+)\}/g, (whole, name: string) => {
      const value = values[name]
      return value === undefined ? whole : typeof value === 'string' ? value : value[language]
    })
  return { en: fill('en'), cy: fill('cy') }
}

/** An instant as a day in words, by the clock of the United Kingdom. */
export const writeDay = (instant: Date): Bilingual => {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Europe/London',
    day: 'numeric',
    month: 'numeric',
    year: 'numeric',
  }).formatToParts(instant)
  const read = (type: string) => Number(parts.find((part) => part.type === type)?.value ?? 0)
  const write = (language: 'en' | 'cy') =>
    `${read('day')} ${reportTexts.months[language][read('month') - 1] ?? ''} ${read('year')}`
  return { en: write('en'), cy: write('cy') }
}

/** Where in the document a problem is, and what fills the blanks of its sentence. */
export type ProblemOptions = { pointer?: string; values?: Record<string, string | Bilingual> }

const limitLength = (value: string | Bilingual) => (typeof value === 'string' ? value.slice(0, 300) : value)

/** A problem by its code, with its type and its sentences filled in; values are cut at 300 characters. */
export const buildProblem = (code: ProblemCode, { pointer, values = {} }: ProblemOptions = {}): Problem => {
  const { type, en, cy } = problemTexts[code]
  const short = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, limitLength(value)]))
  return { type, code, ...(pointer === undefined ? {} : { pointer }), detail: fillText({ en, cy }, short) }
}

/** The finding of a check that found nothing wrong. */
export const passed: Finding = { outcome: 'passed' }

/** The finding of a check that found something wrong. */
export const failed = (code: ProblemCode, options?: ProblemOptions): Finding => ({
  outcome: 'failed',
  problem: buildProblem(code, options),
})

/** The finding of a check that could not be made, and why. */
export const notChecked = (code: ProblemCode, options?: ProblemOptions): Finding => ({
  outcome: 'not-checked',
  problem: buildProblem(code, options),
})

/** Whether a parsed value is a JSON object. */
export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A value as a list: absent is empty, a single value is a list of one. */
export const toList = (value: unknown): readonly unknown[] =>
  value === undefined || value === null ? [] : Array.isArray(value) ? value : [value]

/** A value that is text and not empty; undefined for anything else. */
export const toText = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined

/** Whether an object names a type, alone or among others. */
export const hasType = (value: unknown, type: string): boolean =>
  isObject(value) && toList(value['type']).includes(type)

/** The id of an object, or the string itself where only the id stands. */
export const readId = (value: unknown): string | undefined =>
  toText(value) ?? (isObject(value) ? toText(value['id']) : undefined)

const instantPattern = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)$/

/** The instant that a full date with time and zone names; undefined for anything else. */
export const readInstant = (value: unknown): Date | undefined => {
  if (typeof value !== 'string' || !instantPattern.test(value)) return undefined
  const instant = new Date(value)
  return Number.isNaN(instant.getTime()) ? undefined : instant
}

const dateTimeStampPattern =
  /^-?(?:[1-9]\d{3,}|0\d{3})-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?|24:00:00(?:\.0+)?)(?:Z|[+-](?:0\d|1[0-3]):[0-5]\d|[+-]14:00)$/

/**
 * The instant, in milliseconds, of an XML Schema dateTimeStamp; undefined for anything else.
 *
 * @see XML Schema 1.1 part 2, 3.4.28 dateTimeStamp
 */
export const readDateTimeStamp = (value: unknown): number | undefined => {
  if (typeof value !== 'string' || value.length > 64 || !dateTimeStampPattern.test(value)) return undefined
  const day = /^\d{4}-\d\d-\d\d/.exec(value)?.[0] ?? ''
  const isDay = new Date(`${day}T00:00:00Z`).toJSON()?.startsWith(day) ?? false
  const time = Date.parse(value.replace(/(\.\d{1,9})\d*/, '$1'))
  return !isDay || Number.isNaN(time) ? undefined : time
}

/** The first finding that is not `passed`, failures first; `passed` if there is none. */
export const worstOf = (findings: readonly Finding[]): Finding =>
  findings.find(({ outcome }) => outcome === 'failed') ??
  findings.find(({ outcome }) => outcome === 'not-checked') ??
  passed
