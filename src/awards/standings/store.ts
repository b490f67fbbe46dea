import { sql } from 'kysely'
import { insertRows } from '../../database/insert-rows'
import type { Scope, SystemScope } from '../../database/scope'

/** By code of a badge, how far off it is: 0 is earned. */
export type Distances = Readonly<Record<string, number>>

/** What was reckoned last of a person. */
export type StandingRow = {
  readonly personId: string
  /** YYYY-MM-DD. */
  readonly computedOn: string
  readonly catalogue: string
  readonly distances: Distances
  readonly version: number
}

/** That the record of a person changed since, or of everybody. */
export type Change = { readonly number: number; readonly personId: string | null }

/** The changes first: what is reckoned after this has seen all of them. */
export const selectChanges = ({ trx, organisationId }: Scope): Promise<Change[]> =>
  trx
    .selectFrom('standing_change')
    .where('organisation_id', '=', organisationId)
    .select(['number', 'person_id as personId'])
    .execute()

export const selectStandings = ({ trx, organisationId }: Scope): Promise<StandingRow[]> =>
  trx
    .selectFrom('badge_standing')
    .where('organisation_id', '=', organisationId)
    .select(['person_id as personId', 'computed_on as computedOn', 'catalogue', 'distances', 'version'])
    .execute()

/** Those of some people whose record is there, and stays there until the transaction ends. */
export const lockPeople = async (
  { trx, organisationId }: Scope,
  personIds: readonly string[],
): Promise<Set<string>> => {
  const rows = await trx
    .selectFrom('person')
    .where('organisation_id', '=', organisationId)
    .where('id', '=', sql<string>`any(${personIds}::uuid[])`)
    .select('id')
    .orderBy('id')
    .forKeyShare()
    .execute()
  return new Set(rows.map(({ id }) => id))
}

/**
 * Keeps what was reckoned, of those of whom nobody else wrote anything since theirs was read; gives the people it was
 * written of. `version` is the number of what is written, one more than of what was read.
 */
export const upsertStandings = async (
  { trx, organisationId }: Scope,
  rows: readonly StandingRow[],
): Promise<Set<string>> => {
  if (rows.length === 0) return new Set()
  const written = await insertRows(
    trx,
    'badge_standing',
    ['organisation_id', 'person_id', 'computed_on', 'catalogue', 'distances', 'version'],
    rows.map((row) => ({
      ...{ organisation_id: organisationId, person_id: row.personId, computed_on: row.computedOn },
      ...{ catalogue: row.catalogue, distances: row.distances, version: row.version },
    })),
  )
    .onConflict((conflict) =>
      conflict
        .columns(['organisation_id', 'person_id'])
        .doUpdateSet((eb) => ({
          computed_on: eb.ref('excluded.computed_on'),
          catalogue: eb.ref('excluded.catalogue'),
          distances: sql`excluded.distances`,
          version: eb.ref('excluded.version'),
        }))
        .where(sql<boolean>`badge_standing.version = excluded.version - 1`),
    )
    .returning('person_id as personId')
    .execute()
  return new Set(written.map(({ personId }) => personId))
}

export const deleteChanges = async (
  { trx, organisationId }: Scope,
  numbers: readonly number[],
): Promise<void> => {
  await trx
    .deleteFrom('standing_change')
    .where('organisation_id', '=', organisationId)
    .where('number', '=', sql<number>`any(${numbers}::bigint[])`)
    .execute()
}

/** Services in which somebody's standing is to be reckoned anew. */
export const selectBehind = async ({ trx }: SystemScope, today: string, limit: number): Promise<string[]> => {
  const rows = await trx
    .selectFrom('standing_change')
    .select('organisation_id as id')
    .union(trx.selectFrom('badge_standing').where('computed_on', '<', today).select('organisation_id as id'))
    .limit(limit)
    .execute()
  return rows.map(({ id }) => id)
}
