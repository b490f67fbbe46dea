import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from './schema'

declare const brand: unique symbol

/**
 * A transaction that has taken on a database role. Stores take one, so a query without a scope does not
 * type-check; row-level security is the floor under it.
 */
type Branded<Kind extends string> = { readonly trx: Transaction<Database>; readonly [brand]: Kind }

/** Sees and writes the rows of one organisation. */
export type Scope = Branded<'organisation'> & { readonly organisationId: string }
/** Reads what is published, of every organisation. */
export type PublicScope = Branded<'public'>
/** Sees the answers of one organisation's volunteers about themselves, and nothing else. */
export type DemographicsScope = Branded<'demographics'> & { readonly organisationId: string }
/** Sees every organisation: sign-in, scheduled work, national totals. */
export type SystemScope = Branded<'system'>

/** Runs `work` in one transaction as one organisation. */
export const withOrganisation = <T>(
  db: Kysely<Database>,
  organisationId: string,
  work: (scope: Scope) => Promise<T>,
): Promise<T> =>
  db.transaction().execute(async (trx) => {
    await sql`select set_config('role', 'colophon_tenant', true), set_config('app.organisation_id', ${organisationId}, true)`.execute(
      trx,
    )
    // The brand exists in the type only: it marks that the role was taken on.
    return work({ trx, organisationId } as Scope)
  })

/** Runs `work` in one transaction that can only read what is published. */
export const withPublicRead = <T>(
  db: Kysely<Database>,
  work: (scope: PublicScope) => Promise<T>,
): Promise<T> =>
  db.transaction().execute(async (trx) => {
    await sql`select set_config('role', 'colophon_public', true)`.execute(trx)
    // As above.
    return work({ trx } as PublicScope)
  })

/** Runs `work` in one transaction across organisations; for work that no tenant asks for. */
export const asSystem = <T>(db: Kysely<Database>, work: (scope: SystemScope) => Promise<T>): Promise<T> =>
  db.transaction().execute(async (trx) => {
    await sql`select set_config('role', 'colophon_system', true)`.execute(trx)
    // As above.
    return work({ trx } as SystemScope)
  })

/** Runs `work` in one transaction that can only read and write demographics, of one organisation. */
export const withDemographics = <T>(
  db: Kysely<Database>,
  organisationId: string,
  work: (scope: DemographicsScope) => Promise<T>,
): Promise<T> =>
  db.transaction().execute(async (trx) => {
    await sql`select set_config('role', 'colophon_demographics', true), set_config('app.organisation_id', ${organisationId}, true)`.execute(
      trx,
    )
    // As above.
    return work({ trx, organisationId } as DemographicsScope)
  })
