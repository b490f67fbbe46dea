import { sql } from 'kysely'
import type { Scope } from '../../database/scope'
import type { ExportRow, ExportSection } from './model'

type Link = {
  readonly child: string
  readonly parent: string
  readonly childColumn: string
  readonly parentColumn: string
}

/** What is reckoned anew from the other tables at any moment, and the notes about when. */
const reckoned = ['badge_standing', 'standing_change']

/** How tables hang together by two-part keys, as far as the tenant may read them. */
const listLinks = async ({ trx }: Scope): Promise<Link[]> => {
  const { rows } = await sql<Link>`
    select c.relname as child, p.relname as parent, ca.attname as "childColumn", pa.attname as "parentColumn"
    from pg_constraint f
    join pg_class c on c.oid = f.conrelid join pg_class p on p.oid = f.confrelid
    join pg_attribute ca on ca.attrelid = f.conrelid and ca.attnum = f.conkey[2]
    join pg_attribute pa on pa.attrelid = f.confrelid and pa.attnum = f.confkey[2]
    where f.contype = 'f' and array_length(f.conkey, 1) = 2 and c.oid <> p.oid
      and c.relnamespace = 'public'::regnamespace and has_table_privilege(c.oid, 'select')
      and c.relname <> all(${reckoned})
    order by c.relname, ca.attname`.execute(trx)
  return rows
}

const selectRows = async (
  { trx, organisationId }: Scope,
  table: string,
  column: string,
  values: readonly string[],
): Promise<ExportRow[]> => {
  const { rows } = await sql<{ row: ExportRow }>`
    select to_jsonb(t) as row from ${sql.table(table)} t
    where t.organisation_id = ${organisationId} and t.${sql.ref(column)}::text = any(${values}::text[])`.execute(
    trx,
  )
  return rows.map(({ row }) => row)
}

/** Columns whose rows are the person's own, and not only point at something that others share. */
const ownColumns = new Set([
  'person_id',
  'award_id',
  'session_id',
  'membership_id',
  'guardian_id',
  'claim_id',
  'placement_id',
  'programme_id',
  'invitation_id',
  'endorsement_id',
])

/**
 * Every row that hangs on a person, table by table: those that name the person, and what hangs on these. A table that
 * a new part of the service brings is in it by its foreign key alone.
 */
export const selectRecord = async (scope: Scope, personId: string): Promise<ExportSection[]> => {
  const links = await listLinks(scope)
  const found = new Map<string, ExportRow[]>()
  found.set('person', await selectRows(scope, 'person', 'id', [personId]))
  const queue = ['person']
  for (const parent of queue) {
    for (const link of links.filter((one) => one.parent === parent)) {
      if (!ownColumns.has(link.childColumn) || found.has(link.child)) continue
      const ids = (found.get(parent) ?? []).map((row) => String(row[link.parentColumn] ?? ''))
      if (ids.length === 0) continue
      const rows = await selectRows(scope, link.child, link.childColumn, ids)
      if (rows.length === 0) continue
      found.set(link.child, rows)
      queue.push(link.child)
    }
  }
  found.set('kept_matter', await selectRows(scope, 'kept_matter', 'person_id', [personId]))
  return [...found].map(([part, rows]) => ({ part, rows }))
}

/** What somebody sent from an address, under their name, to apply for roles and was not accepted with. */
export const selectApplications = async (
  { trx, organisationId }: Scope,
  { email, name }: { readonly email: string; readonly name: string },
): Promise<ExportRow[]> => {
  const { rows } = await sql<{ row: ExportRow }>`
    select to_jsonb(a) as row from application a where a.organisation_id = ${organisationId}
      and a.email = ${email} and lower(a.name) = lower(${name}) and a.placement_id is null
    order by a.started_at, a.id`.execute(trx)
  return rows.map(({ row }) => row)
}

/** What was written for a person on the badges of a batch, and which of their skills were chosen for it. */
export const selectBatchWords = async (
  { trx, organisationId }: Scope,
  personId: string,
): Promise<ExportRow[]> => {
  const { rows } = await sql<{ row: ExportRow }>`
    select jsonb_build_object('at', created_at, 'words', texts -> ${personId}::text, 'skills',
      (select string_agg(claim.title, '; ' order by claim.title) from skill_claim claim
        where claim.organisation_id = issue_batch.organisation_id
          and jsonb_exists(skills -> ${personId}::text, claim.id::text))) as row
    from issue_batch where organisation_id = ${organisationId}
      and (texts ? ${personId} or skills ? ${personId})
    order by created_at, id`.execute(trx)
  return rows.map(({ row }) => row)
}

/** What the audit trail has by the person or about their rows, the oldest first. */
export const selectTrail = async (
  { trx, organisationId }: Scope,
  of: { readonly email: string | null; readonly subjects: readonly string[] },
): Promise<ExportRow[]> => {
  const { rows } = await sql<{ row: ExportRow }>`
    select jsonb_build_object('at', at, 'action', action, 'actor', actor, 'subject', subject_type, 'detail', detail) as row
    from audit_event where organisation_id = ${organisationId}
      and (actor = ${of.email} or subject_id = any(${of.subjects}::text[]))
    order by at, id`.execute(trx)
  return rows.map(({ row }) => row)
}

export const selectMails = async ({ trx, organisationId }: Scope, email: string): Promise<ExportRow[]> => {
  const { rows } = await sql<{ row: ExportRow }>`
    select jsonb_build_object('at', created_at, 'subject', subject, 'sent', sent_at) as row
    from outbox where organisation_id = ${organisationId} and recipient = ${email} order by created_at, id`.execute(
    trx,
  )
  return rows.map(({ row }) => row)
}

/** The names of everybody else of the service. */
export const selectOtherNames = async (
  { trx, organisationId }: Scope,
  personId: string,
): Promise<string[]> => {
  const rows = await trx
    .selectFrom('person')
    .select('preferred_name')
    .where('organisation_id', '=', organisationId)
    .where('id', '<>', personId)
    .execute()
  return rows.map((row) => row.preferred_name)
}
