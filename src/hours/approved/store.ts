import { sql } from 'kysely'
import type { Scope } from '../../database/scope'
import type { SessionFact } from '../model'

/** A person's sessions in one role, each figure as the text of an array: `{1,2,NULL}`. */
type Packed = {
  readonly personId: string
  readonly roleId: string
  /** Days since 2000 times 4096, twice the minutes (at most 1440), and 1 for a piece of micro-volunteering. */
  readonly codes: string
  /** In seconds with a fraction. */
  readonly starts: string
  readonly ends: string
}

/**
 * The approved sessions of some people or of all, from a day on or from the first, by person and in no order (rule
 * HR-06). They come packed as numbers, one row for each person and role: rows and dates are what takes time to read.
 */
export const listApproved = async (
  { trx, organisationId }: Scope,
  which: { readonly personIds?: readonly string[] | undefined; readonly from?: string } = {},
): Promise<Map<string, SessionFact[]>> => {
  const { personIds, from } = which
  const rows = await trx
    .selectFrom('volunteering_session')
    .where('organisation_id', '=', organisationId)
    .where('status', '=', 'approved')
    .$if(personIds !== undefined, (query) =>
      query.where('person_id', '=', sql<string>`any(${personIds ?? []}::uuid[])`),
    )
    .$if(from !== undefined, (query) => query.where('local_date', '>=', from ?? ''))
    .groupBy(['person_id', 'role_id'])
    .select([
      'person_id as personId',
      'role_id as roleId',
      sql<string>`array_agg((local_date - '2000-01-01'::date) * 4096 + minutes * 2 + micro::integer)::text`.as(
        'codes',
      ),
      sql<string>`array_agg(date_part('epoch', started_at))::text`.as('starts'),
      sql<string>`array_agg(date_part('epoch', ended_at))::text`.as('ends'),
    ])
    .execute()
  const days = new Map<number, string>()
  const byPerson = new Map<string, SessionFact[]>()
  for (const row of rows) {
    const sessions = unpack(row, days)
    byPerson.set(row.personId, [...(byPerson.get(row.personId) ?? []), ...sessions])
  }
  return byPerson
}

const SECOND = 1000
const DAY = 24 * 60 * 60 * SECOND
const FIRST_DAY = Date.UTC(2000, 0, 1)

/** `days` keeps the text of each day that occurs. */
const unpack = (
  { personId, roleId, codes, starts, ends }: Packed,
  days: Map<number, string>,
): SessionFact[] => {
  const startOf = partsOf(starts)
  const endOf = partsOf(ends)
  return partsOf(codes).map((text, place) => {
    const code = Number(text)
    const day = Math.floor(code / 4096)
    const rest = code - day * 4096
    const localDate = days.get(day) ?? new Date(FIRST_DAY + day * DAY).toISOString().slice(0, 10)
    days.set(day, localDate)
    return {
      ...{ personId, roleId, localDate, minutes: rest >> 1, micro: (rest & 1) === 1 },
      startedAt: instantOf(startOf[place]),
      endedAt: instantOf(endOf[place]),
    }
  })
}

const partsOf = (array: string): string[] => array.slice(1, -1).split(',')

const instantOf = (seconds: string | undefined): Date | null =>
  seconds === undefined || seconds === 'NULL' ? null : new Date(Math.round(Number(seconds) * SECOND))
