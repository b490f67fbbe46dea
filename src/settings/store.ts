import type { Scope } from '../database/scope'
import { type SettingChange, type SettingKey, settings } from './model'

const columns = [
  'key',
  'value',
  'version',
  'changed_by as changedBy',
  'changed_at as changedAt',
  'reason',
] as const

type Row = Omit<SettingChange, 'key' | 'value'> & { readonly key: string; readonly value: string | null }

const isKnown = (key: string): key is SettingKey => Object.hasOwn(settings, key)

/** Changes of keys that are still in the table of settings. */
const known = (rows: readonly Row[]): SettingChange[] =>
  rows.flatMap((row) => (isKnown(row.key) ? [{ ...row, key: row.key, value: readValue(row.value) }] : []))

/** What was written; the rule over it checks that it still fits its key. */
const readValue = (text: string | null): number | boolean | null => {
  if (text === null) return null
  return text === 'true' || text === 'false' ? text === 'true' : Number(text)
}

/** The last decision about each setting of the organisation. */
export const listLatest = async ({ trx, organisationId }: Scope): Promise<SettingChange[]> =>
  known(
    await trx
      .selectFrom('setting_change')
      .select(columns)
      .distinctOn('key')
      .where('organisation_id', '=', organisationId)
      .orderBy('key')
      .orderBy('version', 'desc')
      .execute(),
  )

/** Every decision about one setting, the newest first. */
export const listChanges = async (
  { trx, organisationId }: Scope,
  key: SettingKey,
): Promise<SettingChange[]> =>
  known(
    await trx
      .selectFrom('setting_change')
      .select(columns)
      .where('organisation_id', '=', organisationId)
      .where('key', '=', key)
      .orderBy('version', 'desc')
      .execute(),
  )

/** Writes a decision; false where another one of that version is there. */
export const insertChange = async (scope: Scope, id: string, change: SettingChange): Promise<boolean> => {
  const row = await scope.trx
    .insertInto('setting_change')
    .values({
      organisation_id: scope.organisationId,
      id,
      key: change.key,
      value: change.value === null ? null : JSON.stringify(change.value),
      version: change.version,
      changed_by: change.changedBy,
      changed_at: change.changedAt,
      reason: change.reason,
    })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'key', 'version']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}
