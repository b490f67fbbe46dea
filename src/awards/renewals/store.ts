import { sql } from 'kysely'
import type { Scope } from '../../database/scope'

/** Awards that ran out or do by an instant, of people who volunteer now, the first to run out first. */
export const selectRunningOut = (
  { trx, organisationId }: Scope,
  { until, code, limit }: { readonly until: Date; readonly code: string; readonly limit: number },
) =>
  trx
    .selectFrom('award')
    .innerJoin('person', (join) =>
      join
        .onRef('person.organisation_id', '=', 'award.organisation_id')
        .onRef('person.id', '=', 'award.person_id'),
    )
    .select([
      'award.id as awardId',
      'award.person_id as personId',
      'person.preferred_name as personName',
      'award.definition_code as code',
      sql<Date>`award.valid_until`.as('validUntil'),
    ])
    .where('award.organisation_id', '=', organisationId)
    .where('award.definition_code', '=', code)
    .where('award.valid_until', '<=', until)
    .where('award.status', '<>', 'revoked')
    .where('award.lapsed', '=', false)
    .where('person.status', '=', 'active')
    .orderBy('award.valid_until')
    .orderBy('award.id')
    .limit(limit)
    .execute()

/** How many awards of each badge run out from one instant to another, of people who volunteer now. */
export const countRunningOut = (
  { trx, organisationId }: Scope,
  { from, until }: { readonly from: Date; readonly until: Date },
) =>
  trx
    .selectFrom('award')
    .innerJoin('person', (join) =>
      join
        .onRef('person.organisation_id', '=', 'award.organisation_id')
        .onRef('person.id', '=', 'award.person_id'),
    )
    .select([
      'award.definition_code as code',
      sql<number>`count(*)::integer`.as('count'),
      sql<Date>`min(award.valid_until)`.as('first'),
    ])
    .where('award.organisation_id', '=', organisationId)
    .where('award.valid_until', '>=', from)
    .where('award.valid_until', '<=', until)
    .where('award.status', '<>', 'revoked')
    .where('award.lapsed', '=', false)
    .where('person.status', '=', 'active')
    .groupBy('award.definition_code')
    .orderBy('award.definition_code')
    .execute()
