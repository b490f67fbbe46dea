import { z } from 'zod'
import { withOrganisation } from '../../database/scope'
import type { Deps } from '../../deps'
import { ProblemError } from '../../problems'
import { type ColumnMapping, zColumnMapping } from '../model'
import * as store from './store'

/** Throws not-found, also for an import of another organisation. */
export const getRecord = async (
  deps: Deps,
  organisationId: string,
  importId: string,
): Promise<store.ImportRecord> => {
  const known = z.uuid().safeParse(importId).success
  const record = known
    ? await withOrganisation(deps.db, organisationId, (scope) => store.findImport(scope, importId))
    : undefined
  if (!record) throw new ProblemError('not-found')
  return record
}

/** A mapping whose columns are in the file. */
export const checkedMapping = (
  mapping: ColumnMapping,
  file: { readonly columns: readonly string[] },
): ColumnMapping => {
  const parsed = zColumnMapping.safeParse(mapping)
  const fits = parsed.success && Object.values(parsed.data).every((index) => index < file.columns.length)
  if (!fits)
    throw new ProblemError('invalid-input', { detail: 'A column that was chosen is not in the file.' })
  return parsed.data
}
