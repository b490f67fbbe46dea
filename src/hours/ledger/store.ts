import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { sql } from 'kysely'
import type { Scope } from '../../database/scope'
import { type ChainedEntry, type ChainedFacts, chainStart, linkEntry } from '../rules/link-entry'
import type { EntryKind } from '../sessions/model'

/** SHA-256 of a text's UTF-8 in hexadecimal. */
export type HashText = (text: string) => string

const hashText: HashText = (text) => bytesToHex(sha256(utf8ToBytes(text)))

export const hashEntry = (previousHash: string, entry: ChainedEntry, hash: HashText = hashText): string =>
  hash(linkEntry(previousHash, entry))

/** Where a person's chain stands. */
export type Head = { readonly sequence: number; readonly hash: string }
export type Heads = Map<string, Head>

/**
 * Takes hold of people's chains until the transaction ends, always in the order of their ids, so that nobody else adds
 * to them and two writers wait in one direction. To be called before a session of theirs is written or locked.
 */
export const lockHeads = async (
  { trx, organisationId }: Scope,
  personIds: Iterable<string>,
): Promise<Heads> => {
  const ids = [...new Set(personIds)].sort()
  if (ids.length === 0) return new Map()
  await sql`
    insert into ledger_head (organisation_id, person_id, hash)
    select ${organisationId}::uuid, person_id, ${chainStart} from unnest(${ids}::uuid[]) as given (person_id)
    order by person_id on conflict do nothing`.execute(trx)
  const rows = await trx
    .selectFrom('ledger_head')
    .select(['person_id as personId', 'sequence', 'hash'])
    .where('organisation_id', '=', organisationId)
    .where('person_id', '=', sql<string>`any(${ids}::uuid[])`)
    .orderBy('person_id')
    .forUpdate()
    .execute()
  return new Map(rows.map(({ personId, sequence, hash }) => [personId, { sequence, hash }]))
}

export type NewEntry = {
  readonly id: string
  readonly sessionId: string
  readonly personId: string
  readonly facts: ChainedFacts
}

export type Deed = {
  readonly kind: EntryKind
  readonly actor: string
  readonly reason: string | null
  readonly at: Date
  readonly batchId?: string
  /** The hash by the runtime itself, for many entries. */
  readonly hash?: HashText | undefined
}

/** Adds entries to chains that `lockHeads` holds, in the order given; `heads` then says where they stand. */
export const appendEntries = async (
  { trx, organisationId }: Scope,
  heads: Heads,
  entries: readonly NewEntry[],
  { batchId = null, hash: hashBy, ...deed }: Omit<Deed, 'batchId'> & { readonly batchId?: string | null },
): Promise<void> => {
  if (entries.length === 0) return
  const links = entries.map((entry) => {
    const { sequence: last, hash: before } = heads.get(entry.personId) ?? { sequence: 0, hash: chainStart }
    const sequence = last + 1
    const { sessionId, personId, facts } = entry
    const link = { ...deed, organisationId, personId, sessionId, sequence, facts }
    const hash = hashEntry(before, link, hashBy)
    heads.set(entry.personId, { sequence, hash })
    return { ...entry, sequence, hash }
  })
  await sql`
    insert into session_event
      (organisation_id, id, session_id, person_id, sequence, hash, at, kind, actor, reason, batch_id)
    select ${organisationId}::uuid, link.*, ${deed.at}::timestamptz, ${deed.kind}, ${deed.actor}, ${deed.reason},
      ${batchId}::uuid
    from unnest(${links.map(({ id }) => id)}::uuid[], ${links.map(({ sessionId }) => sessionId)}::uuid[],
      ${links.map(({ personId }) => personId)}::uuid[], ${links.map(({ sequence }) => sequence)}::integer[],
      ${links.map(({ hash }) => hash)}::text[]) as link`.execute(trx)
  const changed = [...new Set(entries.map(({ personId }) => personId))]
  await sql`
    update ledger_head set sequence = moved.sequence, hash = moved.hash
    from unnest(${changed}::uuid[], ${changed.map((id) => heads.get(id)?.sequence ?? 0)}::integer[],
      ${changed.map((id) => heads.get(id)?.hash ?? '')}::text[]) as moved (person_id, sequence, hash)
    where ledger_head.organisation_id = ${organisationId}::uuid
      and ledger_head.person_id = moved.person_id`.execute(trx)
}

/** The facts of a session as its entries vouch for them; `session` is the table's name in the query. */
export const chainedFactColumns = [
  'session.role_id as roleId',
  'session.branch_id as branchId',
  'session.local_date as localDate',
  'session.started_at as startedAt',
  'session.ended_at as endedAt',
  'session.time_zone as timeZone',
  'session.minutes',
  'session.activity',
  'session.delivery_mode as deliveryMode',
  'session.training_minutes as trainingMinutes',
  'session.time_credit as timeCredit',
  'session.beneficiaries',
  'session.source',
  'session.dofe_section as dofeSection',
  'session.micro',
  'session.clock_rule as clockRule',
  'session.corrects_id as correctsId',
] as const

/** The chains of the people after one in the order of their ids, with where each should stand. */
export const listHeadsAfter = (
  { trx, organisationId }: Scope,
  after: string | undefined,
  limit: number,
): Promise<(Head & { personId: string })[]> =>
  trx
    .selectFrom('ledger_head')
    .select(['person_id as personId', 'sequence', 'hash'])
    .where('organisation_id', '=', organisationId)
    .$if(after !== undefined, (query) => query.where('person_id', '>', after ?? ''))
    .orderBy('person_id')
    .limit(limit)
    .execute()

/** Where the chains of some people stand; who has no entry is not in it. */
export const listHeads = async (
  { trx, organisationId }: Scope,
  personIds: readonly string[],
): Promise<Heads> => {
  const rows = await trx
    .selectFrom('ledger_head')
    .select(['person_id as personId', 'sequence', 'hash'])
    .where('organisation_id', '=', organisationId)
    .where('person_id', '=', sql<string>`any(${personIds}::uuid[])`)
    .execute()
  return new Map(rows.map(({ personId, ...head }) => [personId, head]))
}

/** The entries of some people in the order of their chains, with the facts of their sessions as they are now. */
export const listEntries = async (
  { trx, organisationId }: Scope,
  personIds: readonly string[],
): Promise<(ChainedEntry & { readonly hash: string })[]> => {
  const rows = await trx
    .selectFrom('session_event as event')
    .innerJoin('volunteering_session as session', (join) =>
      join
        .onRef('session.organisation_id', '=', 'event.organisation_id')
        .onRef('session.id', '=', 'event.session_id'),
    )
    .select([
      'event.person_id as personId',
      'event.session_id as sessionId',
      'event.sequence',
      'event.hash',
      'event.kind',
      'event.actor',
      'event.at',
      'event.reason',
      ...chainedFactColumns,
    ])
    .where('event.organisation_id', '=', organisationId)
    .where('event.person_id', '=', sql<string>`any(${personIds}::uuid[])`)
    .orderBy('event.person_id')
    .orderBy('event.sequence')
    .execute()
  return rows.map(({ personId, sessionId, sequence, hash, kind, actor, at, reason, ...facts }) => ({
    ...{ organisationId, personId, sessionId, sequence, hash, kind, actor, at, reason },
    facts,
  }))
}

/** Where the chains of people stood when each of their awards was issued. */
export const listAwardRoots = async (
  { trx, organisationId }: Scope,
  personIds: readonly string[],
): Promise<{ awardId: string; personId: string; sequence: number; root: string }[]> => {
  const rows = await trx
    .selectFrom('award')
    .select(['id as awardId', 'person_id as personId', 'ledger_sequence as sequence', 'ledger_root as root'])
    .where('organisation_id', '=', organisationId)
    .where('person_id', '=', sql<string>`any(${personIds}::uuid[])`)
    .where('ledger_root', 'is not', null)
    .execute()
  return rows.map(({ sequence, root, ...award }) => ({ ...award, sequence: sequence ?? 0, root: root ?? '' }))
}
