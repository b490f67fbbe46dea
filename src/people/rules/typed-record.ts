import type { KeptRecord, TypedRecord } from '../record/model'

/** A record as a form shows it; the year of birth only where the day is not kept. */
export const typedRecord = (record: KeptRecord): TypedRecord => ({
  preferredName: record.preferredName,
  legalName: record.legalName ?? '',
  nameLanguage: record.nameLanguage ?? '',
  romanisedName: record.romanisedName ?? '',
  externalReference: record.externalReference ?? '',
  email: record.email ?? '',
  phone: record.phone ?? '',
  postalAddress: record.postalAddress ?? '',
  birthDate: record.birth.date ?? '',
  birthYear: record.birth.date === null && record.birth.year !== null ? String(record.birth.year) : '',
  youthAward: record.birth.date === null ? '' : 'yes',
  languageWish: record.languageWish,
  emergencyName: record.emergencyName ?? '',
  emergencyPhone: record.emergencyPhone ?? '',
  emergencyRelationship: record.emergencyRelationship ?? '',
  status: record.status,
  referralSource: record.referralSource ?? '',
  pilot: record.pilot ?? '',
})
