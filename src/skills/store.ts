import { sql } from 'kysely'
import type { Scope } from '../database/scope'
import type { Claim, ClaimDeedKind, ClaimEvent, ClaimState, ClaimStatus } from './model'

const claimColumns = [
  'claim.id',
  'claim.person_id as personId',
  'claim.title',
  'claim.context',
  'claim.role_id as roleId',
  'claim.status',
  'claim.state',
  'claim.sequence',
  'claim.created_at as createdAt',
  'claim.changed_at as changedAt',
] as const

const selectClaims = ({ trx, organisationId }: Scope) =>
  trx
    .selectFrom('skill_claim as claim')
    .where('claim.organisation_id', '=', organisationId)
    .select(claimColumns)

/** Adds a claim, unless the person has one of the same words; whether it went in. */
export const insertClaim = async (
  { trx, organisationId }: Scope,
  claim: Pick<Claim, 'id' | 'personId' | 'title' | 'roleId' | 'createdAt'>,
): Promise<boolean> => {
  const row = await trx
    .insertInto('skill_claim')
    .values({
      ...{ organisation_id: organisationId, id: claim.id, person_id: claim.personId, title: claim.title },
      ...{ role_id: claim.roleId, created_at: claim.createdAt, changed_at: claim.createdAt },
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

export const findClaim = (scope: Scope, id: string): Promise<Claim | undefined> =>
  selectClaims(scope).where('claim.id', '=', id).executeTakeFirst()

/** The claim that stands of a person with those words, whatever their capitals. */
export const findClaimByTitle = (scope: Scope, personId: string, title: string): Promise<Claim | undefined> =>
  selectClaims(scope)
    .where('claim.person_id', '=', personId)
    .where(sql<boolean>`lower(claim.title) = lower(${title})`)
    .where('claim.state', '<>', 'withdrawn')
    .executeTakeFirst()

/** A claim held until the transaction ends; `own` where it is the actor's, or of somebody whom they look after. */
export const lockClaim = async (
  scope: Scope,
  id: string,
  actor: string,
): Promise<(Claim & { readonly own: boolean }) | undefined> =>
  selectClaims(scope)
    .innerJoin('person', (join) =>
      join
        .onRef('person.organisation_id', '=', 'claim.organisation_id')
        .onRef('person.id', '=', 'claim.person_id'),
    )
    .where('claim.id', '=', id)
    .select(
      sql<boolean>`(person.email is not distinct from ${actor} or exists (select from membership
        where membership.organisation_id = person.organisation_id and membership.person_id = person.id
          and membership.role <> 'assessor' and membership.email = ${actor}))`.as('own'),
    )
    .forUpdate('claim')
    .executeTakeFirst()

/** The claims of a person that are not taken back, newest first. */
export const listClaimsOf = (scope: Scope, personId: string): Promise<Claim[]> =>
  selectClaims(scope)
    .where('claim.person_id', '=', personId)
    .where('claim.state', '<>', 'withdrawn')
    .orderBy('claim.created_at', 'desc')
    .orderBy('claim.id', 'desc')
    .execute()

/** Every claim of a person, also those taken back, oldest first. */
export const listAllClaimsOf = (scope: Scope, personId: string): Promise<Claim[]> =>
  selectClaims(scope).where('claim.person_id', '=', personId).orderBy('claim.id').execute()

export type WaitingClaim = Claim & { readonly personName: string }

/** Claims that somebody of the service has to look at, the longest waiting first. */
export const listWaitingClaims = (
  scope: Scope,
  after: { readonly changedAt: Date; readonly id: string } | undefined,
  limit: number,
): Promise<WaitingClaim[]> =>
  selectClaims(scope)
    .innerJoin('person', (join) =>
      join
        .onRef('person.organisation_id', '=', 'claim.organisation_id')
        .onRef('person.id', '=', 'claim.person_id'),
    )
    .select('person.preferred_name as personName')
    .where('claim.state', '=', 'waiting')
    .$if(after !== undefined, (query) =>
      query.where(
        sql<boolean>`(claim.changed_at, claim.id) > (${after?.changedAt ?? null}::timestamptz, ${after?.id ?? null}::uuid)`,
      ),
    )
    .orderBy('claim.changed_at')
    .orderBy('claim.id')
    .limit(limit)
    .execute()

export const countWaiting = async ({ trx, organisationId }: Scope): Promise<number> => {
  const { count } = await trx
    .selectFrom('skill_claim')
    .where('organisation_id', '=', organisationId)
    .where('state', '=', 'waiting')
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

export type SettledClaim = Claim & { readonly settledAt: Date; readonly settledBy: string }

/** Claims that somebody else confirmed or assessed, of some people or of all, with the last who did. */
export const listSettled = async (
  scope: Scope,
  personIds: readonly string[] | undefined,
): Promise<SettledClaim[]> =>
  selectClaims(scope)
    .innerJoinLateral(
      (eb) =>
        eb
          .selectFrom('skill_claim_event as event')
          .whereRef('event.organisation_id', '=', 'claim.organisation_id')
          .whereRef('event.claim_id', '=', 'claim.id')
          .where('event.kind', 'in', ['confirmed', 'assessed'])
          .orderBy('event.sequence', 'desc')
          .limit(1)
          .select(['event.at as settledAt', 'event.actor as settledBy'])
          .as('settled'),
      (join) => join.onTrue(),
    )
    .select(['settled.settledAt', 'settled.settledBy'])
    .where('claim.state', '=', 'settled')
    .$if(personIds !== undefined, (query) =>
      query.where('claim.person_id', '=', sql<string>`any(${personIds ?? []}::uuid[])`),
    )
    .orderBy('claim.person_id')
    .orderBy('claim.id')
    .execute()

export type NewDeed = {
  readonly kind: ClaimDeedKind
  readonly actor: string
  readonly at: Date
  readonly words: string | null
  readonly detail?: Readonly<Record<string, string>>
}

/** Adds an event at the next place and moves the claim along; the caller holds the claim. */
export const appendDeed = async (
  { trx, organisationId }: Scope,
  claim: Pick<Claim, 'id' | 'sequence'>,
  deed: NewDeed,
  next: {
    readonly state: ClaimState
    readonly status: ClaimStatus
    readonly title?: string
    readonly context?: string
    readonly roleId?: string | null
  },
): Promise<void> => {
  await trx
    .insertInto('skill_claim_event')
    .values({
      ...{
        organisation_id: organisationId,
        claim_id: claim.id,
        sequence: claim.sequence + 1,
        kind: deed.kind,
      },
      ...{ actor: deed.actor, at: deed.at, words: deed.words },
      detail: JSON.stringify(deed.detail ?? {}),
    })
    .execute()
  const { roleId, ...rest } = next
  await trx
    .updateTable('skill_claim')
    .set({ ...rest, sequence: claim.sequence + 1, changed_at: deed.at })
    .$if(roleId !== undefined, (query) => query.set({ role_id: roleId ?? null }))
    .where('organisation_id', '=', organisationId)
    .where('id', '=', claim.id)
    .execute()
}

const sameIds = (ids: readonly string[]) => sql<string>`any(${ids}::uuid[])`

export const listEvents = async (
  { trx, organisationId }: Scope,
  claimIds: readonly string[],
): Promise<(ClaimEvent & { readonly claimId: string })[]> =>
  trx
    .selectFrom('skill_claim_event')
    .where('organisation_id', '=', organisationId)
    .where('claim_id', '=', sameIds(claimIds))
    .select(['claim_id as claimId', 'sequence', 'kind', 'actor', 'at', 'words', 'detail'])
    .orderBy('claim_id')
    .orderBy('sequence')
    .execute()
