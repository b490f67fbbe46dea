import { type InsertQueryBuilder, type InsertResult, sql, type Transaction } from 'kysely'
import type { Database } from './schema'

/**
 * An insert of many rows, each with a value for the same `columns`, as one parameter: a list of VALUES has one for
 * each value, and takes the server longer to read than to write. The other columns get their defaults. A value of a
 * jsonb column stands as it is, not as text.
 */
export const insertRows = <T extends keyof Database & string, C extends keyof Database[T] & string>(
  trx: Transaction<Database>,
  table: T,
  columns: readonly C[],
  rows: readonly Readonly<Record<C, unknown>>[],
): InsertQueryBuilder<Database, T, InsertResult> => {
  const names = sql.join(columns.map((column) => sql.ref(column)))
  return trx
    .insertInto(table)
    .columns(columns)
    .expression(
      sql`select ${names} from json_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::json)`,
    )
}
