import { z } from 'zod'
import { path } from '../../paths'
import { type SessionFilter, zSessionFilter } from '../model'

export const filterNames = ['role', 'branch', 'month', 'person'] as const
const allNames = [...filterNames, 'part', 'until'] as const

/** Whether somebody chose among the sessions that wait; which part of them is shown aside. */
export const isFiltered = (filter: SessionFilter): boolean =>
  filterNames.some((name) => filter[name] !== undefined)

/** The filter of an address or a form; what is empty or cannot be a value is left open. */
export const readFilter = (values: Readonly<Record<string, unknown>>): SessionFilter => {
  const given = allNames.flatMap((name) => {
    const value = zSessionFilter.shape[name].safeParse(values[name])
    return value.success && value.data !== undefined ? [[name, value.data]] : []
  })
  return Object.fromEntries(given)
}

/** The address of the waiting hours behind a filter, with a place in them or with figures for the banner. */
export const hoursHref = (
  slug: string,
  filter: { readonly [Name in keyof SessionFilter]: SessionFilter[Name] | undefined },
  more: Readonly<Record<string, string | number>> = {},
): string => {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries({ ...filter, ...more })) {
    if (value !== undefined) query.set(name, String(value))
  }
  const text = query.toString()
  return path('serviceHours', { slug }) + (text === '' ? '' : `?${text}`)
}

/** What a change came to, as the address of the page after it says. */
export type Outcome = {
  readonly approved?: number
  readonly minutes?: number
  readonly own?: number
  /** Sessions that were left because a consent is missing. */
  readonly held?: number
  /** Sessions that were left because of one at another service at the same time. */
  readonly elsewhere?: number
  readonly disputed?: number
  readonly withdrawn?: number
  /** What `undoApproval` takes. */
  readonly batch?: string
}

export const readOutcome = (query: Readonly<Record<string, string>>): Outcome => {
  const { batch } = query
  const figures = (
    ['approved', 'minutes', 'own', 'held', 'elsewhere', 'disputed', 'withdrawn'] as const
  ).flatMap((name) => {
    const value = query[name]
    return value !== undefined && /^\d{1,9}$/.test(value) ? [[name, Number(value)]] : []
  })
  return {
    ...Object.fromEntries(figures),
    ...(batch !== undefined && z.uuid().safeParse(batch).success ? { batch } : {}),
  }
}
