import { sql } from 'kysely'
import type { Scope } from '../../database/scope'
import type { Reach } from '../../organisations/model'
import { isWithin } from '../sessions/store'

/** People born after a year, as far as that is known, with how many of their sessions wait for approval, by name. */
export const countWaitingOfYoung = (
  { trx, organisationId }: Scope,
  bornAfter: number,
  reach: Reach,
): Promise<{ personId: string; name: string; sessions: number }[]> =>
  trx
    .selectFrom('person')
    .innerJoin('volunteering_session as session', (join) =>
      join
        .onRef('session.organisation_id', '=', 'person.organisation_id')
        .onRef('session.person_id', '=', 'person.id')
        .on('session.status', '=', 'submitted'),
    )
    .where('person.organisation_id', '=', organisationId)
    .where('person.birth_year', '>', bornAfter)
    .where(isWithin(reach))
    .groupBy(['person.id', 'person.preferred_name', 'person.search_name'])
    .select([
      'person.id as personId',
      'person.preferred_name as name',
      sql<number>`count(*)::integer`.as('sessions'),
    ])
    .orderBy('person.search_name')
    .orderBy('person.id')
    .execute()
