import type { Scope } from '../../database/scope'
import type { DbsDecision } from './model'

/** Codes of the national roles that a service does not want to see. */
export const selectHidden = async ({ trx, organisationId }: Scope): Promise<Set<string>> => {
  const rows = await trx
    .selectFrom('hidden_role')
    .select('national_code')
    .where('organisation_id', '=', organisationId)
    .execute()
  return new Set(rows.map((row) => row.national_code))
}

export const insertHidden = async (
  { trx, organisationId }: Scope,
  code: string,
  by: { readonly actor: string; readonly at: Date },
): Promise<void> => {
  await trx
    .insertInto('hidden_role')
    .values({ organisation_id: organisationId, national_code: code, hidden_by: by.actor, hidden_at: by.at })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export const deleteHidden = async ({ trx, organisationId }: Scope, code: string): Promise<void> => {
  await trx
    .deleteFrom('hidden_role')
    .where('organisation_id', '=', organisationId)
    .where('national_code', '=', code)
    .execute()
}

/** The decisions about the check of a role, the newest last. */
export const selectDecisions = ({ trx, organisationId }: Scope, roleId: string): Promise<DbsDecision[]> =>
  trx
    .selectFrom('dbs_decision')
    .select([
      'id',
      'risk',
      'level',
      'legal_basis as legalBasis',
      'decided_by as decidedBy',
      'decided_on as decidedOn',
    ])
    .where('organisation_id', '=', organisationId)
    .where('role_id', '=', roleId)
    .orderBy('decided_on')
    .orderBy('recorded_at')
    .orderBy('id')
    .execute()

export const insertDecision = async (
  { trx, organisationId }: Scope,
  roleId: string,
  decision: DbsDecision,
  by: { readonly actor: string; readonly at: Date },
): Promise<void> => {
  await trx
    .insertInto('dbs_decision')
    .values({
      organisation_id: organisationId,
      id: decision.id,
      role_id: roleId,
      risk: decision.risk,
      level: decision.level,
      legal_basis: decision.legalBasis,
      decided_by: decision.decidedBy,
      decided_on: decision.decidedOn,
      recorded_by: by.actor,
      recorded_at: by.at,
    })
    .execute()
}
