import { sql } from 'kysely'
import type { Scope } from '../../database/scope'

/** Deletes applications from an address; with a name, only those under it, whatever the capitals. */
export const deleteApplicationsFrom = async (
  { trx, organisationId }: Scope,
  email: string,
  name: string | undefined,
): Promise<void> => {
  await trx
    .deleteFrom('application')
    .where('organisation_id', '=', organisationId)
    .where('email', '=', email.toLowerCase())
    .$if(name !== undefined, (found) => found.where(sql<boolean>`lower(name) = lower(${name})`))
    .execute()
}
