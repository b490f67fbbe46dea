import { sql } from 'kysely'
import type { Scope } from '../../database/scope'
import type { Reach } from '../../organisations/model'
import { isWithin } from '../sessions/store'

/** A session of somebody whose record is linked with one at another service. */
export type LinkedSession = {
  readonly linkId: string
  readonly otherOrganisationId: string
  readonly id: string
  readonly personName: string
  readonly localDate: string
  readonly startedAt: Date
  readonly endedAt: Date
}

/** The sessions of linked people that wait for approval, or one that stands, with clock times; a row for each link. */
export const listLinked = async (
  { trx, organisationId }: Scope,
  { reach, sessionId }: { readonly reach: Reach; readonly sessionId?: string | undefined },
): Promise<LinkedSession[]> => {
  const { rows } = await sql<LinkedSession>`
    select link.id as "linkId", link.other_organisation_id as "otherOrganisationId", session.id,
      person.preferred_name as "personName", session.local_date as "localDate",
      session.started_at as "startedAt", session.ended_at as "endedAt"
    from record_link link
    join volunteering_session session on session.organisation_id = link.organisation_id
      and session.person_id = link.person_id
    join person on person.organisation_id = link.organisation_id and person.id = link.person_id
    where link.organisation_id = ${organisationId} and link.linked_at is not null and session.started_at is not null
      and ${
        sessionId === undefined
          ? sql`session.status = 'submitted'`
          : sql`session.status <> 'void' and session.id = ${sessionId}::uuid`
      }
      and ${isWithin(reach)}
    order by session.local_date, session.id`.execute(trx)
  return rows
}

/** When people with some links volunteered here, as far as that meets a span of time. */
export const listTimesOfLinks = async (
  { trx, organisationId }: Scope,
  linkIds: readonly string[],
  { from, to }: { readonly from: Date; readonly to: Date },
): Promise<Pick<LinkedSession, 'linkId' | 'startedAt' | 'endedAt'>[]> => {
  const { rows } = await sql<Pick<LinkedSession, 'linkId' | 'startedAt' | 'endedAt'>>`
    select link.id as "linkId", session.started_at as "startedAt", session.ended_at as "endedAt"
    from record_link link
    join volunteering_session session on session.organisation_id = link.organisation_id
      and session.person_id = link.person_id
    where link.organisation_id = ${organisationId} and link.id = any(${linkIds}::uuid[])
      and link.linked_at is not null and session.status <> 'void'
      and session.started_at < ${to} and session.ended_at > ${from}`.execute(trx)
  return rows
}
