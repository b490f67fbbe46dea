import { type SqlBool, sql } from 'kysely'
import type { Scope } from '../../database/scope'
import type { AwardStatus } from '../model'
import { runsAt } from '../store'
import type { AwardFilter, AwardRow } from './model'

/** A page of awards, newest first, after the award with the id `after`. */
export const selectAwardRows = (
  { trx, organisationId }: Scope,
  filter: AwardFilter,
  after: string | undefined,
  limit: number,
): Promise<(AwardRow & { status: AwardStatus })[]> =>
  trx
    .selectFrom('award')
    .innerJoin('person', (join) =>
      join
        .onRef('person.organisation_id', '=', 'award.organisation_id')
        .onRef('person.id', '=', 'award.person_id'),
    )
    .where('award.organisation_id', '=', organisationId)
    .where((award) =>
      award.and([
        ...(filter.code === undefined ? [] : [award('award.definition_code', '=', filter.code)]),
        ...(filter.personId === undefined ? [] : [award('award.person_id', '=', filter.personId)]),
        ...(filter.batchId === undefined ? [] : [award('award.batch_id', '=', filter.batchId)]),
        ...(after === undefined
          ? []
          : [
              sql<SqlBool>`(award.issued_at, award.id) < (select place.issued_at, place.id from award place
                where place.organisation_id = ${organisationId} and place.id = ${after}::uuid)`,
            ]),
      ]),
    )
    .select([
      'award.id',
      'award.person_id as personId',
      'person.preferred_name as personName',
      'award.definition_code as definitionCode',
      'award.achievement_id as achievementId',
      'award.issued_at as issuedAt',
      'award.minutes',
      'award.status',
      'award.valid_until as validUntil',
    ])
    .orderBy('award.issued_at', 'desc')
    .orderBy('award.id', 'desc')
    .limit(limit)
    .execute()

export type HeldBadge = { readonly personId: string; readonly definitionCode: string }

/** Which badges people hold now: some people's, or everyone's. */
export const selectHeld = (
  { trx, organisationId }: Scope,
  now: Date,
  personIds?: readonly string[],
): Promise<HeldBadge[]> =>
  trx
    .selectFrom('award')
    .where('organisation_id', '=', organisationId)
    .where('status', '<>', 'revoked')
    .where(runsAt(now))
    .$if(personIds !== undefined, (awards) =>
      awards.where('person_id', '=', sql<string>`any(${personIds ?? []}::uuid[])`),
    )
    .select(['person_id as personId', 'definition_code as definitionCode'])
    .orderBy('definition_code')
    .execute()
