import { insertRows } from '../../database/insert-rows'
import type { Scope } from '../../database/scope'
import { consentColumns } from '../holds/store'
import type { Consent } from './model'

/** Holds a person's record for change until the transaction ends; false where there is no such person. */
export const lockPerson = async (
  { trx, organisationId }: Scope,
  personId: string,
): Promise<{ birthDate: string | null; birthYear: number | null; email: string | null } | undefined> =>
  trx
    .selectFrom('person')
    .select(['birth_date as birthDate', 'birth_year as birthYear', 'email'])
    .where('organisation_id', '=', organisationId)
    .where('id', '=', personId)
    .forUpdate()
    .executeTakeFirst()

/** The consents of a person in the order in which they were written down. */
export const listConsents = ({ trx, organisationId }: Scope, personId: string): Promise<Consent[]> =>
  trx
    .selectFrom('consent')
    .select(consentColumns)
    .where('organisation_id', '=', organisationId)
    .where('person_id', '=', personId)
    .orderBy('sequence')
    .execute()

export const insertConsents = async (scope: Scope, consents: readonly Consent[]): Promise<void> => {
  if (consents.length === 0) return
  const columns = [
    'organisation_id',
    'id',
    'person_id',
    'sequence',
    'purpose',
    'decision',
    'capacity',
    'guardian_id',
    'how',
    'text_version',
    'actor',
    'at',
  ] as const
  const rows = consents.map((one) => ({
    organisation_id: scope.organisationId,
    id: one.id,
    person_id: one.personId,
    sequence: one.sequence,
    purpose: one.purpose,
    decision: one.decision,
    capacity: one.capacity,
    guardian_id: one.guardianId,
    how: one.how,
    text_version: one.textVersion,
    actor: one.actor,
    at: one.at,
  }))
  await insertRows(scope.trx, 'consent', columns, rows).execute()
}
