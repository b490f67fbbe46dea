import type { Scope } from '../../database/scope'

/** Puts a later edition of a signed credential in the place of the one before; false where that is no longer it. */
export const replaceCredential = async (
  scope: Scope,
  awardId: string,
  { before, after }: { readonly before: string; readonly after: string },
): Promise<boolean> => {
  const replaced = await scope.trx
    .updateTable('credential')
    .set({ document: after })
    .where('organisation_id', '=', scope.organisationId)
    .where('award_id', '=', awardId)
    .where('document', '=', before)
    .returning('award_id')
    .executeTakeFirst()
  return replaced !== undefined
}
