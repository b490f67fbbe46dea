import type { Selectable } from 'kysely'
import type { PersonTable } from '../../database/schema/person'
import type { Scope } from '../../database/scope'
import type { KeptRecord, PersonRecord } from './model'

const toRecord = (row: Selectable<PersonTable>): KeptRecord => ({
  id: row.id,
  revision: row.revision,
  preferredName: row.preferred_name,
  legalName: row.legal_name,
  nameLanguage: row.name_language,
  nameScript: row.name_script,
  romanisedName: row.romanised_name,
  externalReference: row.external_reference,
  email: row.email,
  phone: row.phone,
  postalAddress: row.postal_address,
  birth: { date: row.birth_date, year: row.birth_year },
  languageWish: row.language_wish,
  languageAskedBy: row.language_asked_by,
  languageAskedAt: row.language_asked_at,
  emergencyName: row.emergency_name,
  emergencyPhone: row.emergency_phone,
  emergencyRelationship: row.emergency_relationship,
  status: row.status,
  referralSource: row.referral_source,
  pilot: row.pilot,
})

/** What the database keeps beside what people write. */
export type Derived = {
  readonly searchName: string
  readonly searchMore: string | null
  readonly contactLanguage: 'en' | 'cy'
  readonly languageAskedBy: string | null
  readonly languageAskedAt: Date | null
}

const toRow = (record: PersonRecord, derived: Derived) => ({
  preferred_name: record.preferredName,
  legal_name: record.legalName,
  name_language: record.nameLanguage,
  name_script: record.nameScript,
  romanised_name: record.romanisedName,
  external_reference: record.externalReference,
  email: record.email,
  phone: record.phone,
  postal_address: record.postalAddress,
  birth_date: record.birth.date,
  birth_year: record.birth.year,
  language_wish: record.languageWish,
  emergency_name: record.emergencyName,
  emergency_phone: record.emergencyPhone,
  emergency_relationship: record.emergencyRelationship,
  status: record.status,
  referral_source: record.referralSource,
  pilot: record.pilot,
  search_name: derived.searchName,
  search_more: derived.searchMore,
  contact_language: derived.contactLanguage,
  language_asked_by: derived.languageAskedBy,
  language_asked_at: derived.languageAskedAt,
})

/** A record; with `lock` nobody else changes it until the transaction ends. */
export const findRecord = async (
  { trx, organisationId }: Scope,
  personId: string,
  { lock }: { readonly lock: boolean },
): Promise<KeptRecord | undefined> => {
  const row = await trx
    .selectFrom('person')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where('id', '=', personId)
    .$if(lock, (query) => query.forUpdate())
    .executeTakeFirst()
  return row && toRecord(row)
}

/** Adds a record; false where there is one with this id already. */
export const insertRecord = async (
  { trx, organisationId }: Scope,
  id: string,
  record: PersonRecord,
  derived: Derived,
): Promise<boolean> => {
  const added = await trx
    .insertInto('person')
    .values({ organisation_id: organisationId, id, ...toRow(record, derived) })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'id']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return added !== undefined
}

/** Writes a record that `findRecord` holds. */
export const updateRecord = async (
  { trx, organisationId }: Scope,
  { id, revision }: { readonly id: string; readonly revision: number },
  record: PersonRecord,
  derived: Derived,
): Promise<void> => {
  await trx
    .updateTable('person')
    .set({ ...toRow(record, derived), revision: revision + 1 })
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .execute()
}

/** Whether somebody else has that number of the service's own volunteer system. */
export const isReferenceTaken = async (
  { trx, organisationId }: Scope,
  reference: string,
  personId: string,
): Promise<boolean> => {
  const row = await trx
    .selectFrom('person')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .where('external_reference', '=', reference)
    .where('id', '<>', personId)
    .executeTakeFirst()
  return row !== undefined
}

/** People whose folded name is the same, the oldest record first. */
export const selectNamesakes = (
  { trx, organisationId }: Scope,
  searchName: string,
  personId: string,
): Promise<{ id: string; name: string; externalReference: string | null }[]> =>
  trx
    .selectFrom('person')
    .select(['id', 'preferred_name as name', 'external_reference as externalReference'])
    .where('organisation_id', '=', organisationId)
    .where('search_name', '=', searchName)
    .where('id', '<>', personId)
    .orderBy('id')
    .limit(10)
    .execute()

/** Lets a volunteer sign in with an address, and no longer with the one before. */
export const moveMembership = async (
  { trx, organisationId }: Scope,
  membership: {
    readonly id: string
    readonly personId: string
    readonly from: string | null
    readonly to: string | null
  },
): Promise<void> => {
  const { id, personId, from, to } = membership
  if (from !== null) {
    await trx
      .deleteFrom('membership')
      .where('organisation_id', '=', organisationId)
      .where('role', '=', 'volunteer')
      .where('person_id', '=', personId)
      .where('email', '=', from)
      .execute()
  }
  if (to === null) return
  await trx
    .insertInto('membership')
    .values({ organisation_id: organisationId, id, email: to, role: 'volunteer', person_id: personId })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
