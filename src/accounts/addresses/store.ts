import { sql } from 'kysely'
import type { Scope, SystemScope } from '../../database/scope'

/** From which address to which. */
export type AddressChange = { readonly from: string; readonly to: string }

/** Keeps a wish in place of an earlier one of the same account; those that have run out go. */
export const keepWish = async (
  { trx }: SystemScope,
  { from, to }: AddressChange,
  link: { readonly tokenHash: string; readonly expiresAt: Date; readonly now: Date },
): Promise<void> => {
  await trx
    .deleteFrom('address_change')
    .where((eb) => eb.or([eb('from_email', '=', from), eb('expires_at', '<', link.now)]))
    .execute()
  await trx
    .insertInto('address_change')
    .values({
      ...{ from_email: from, to_email: to, token_hash: link.tokenHash, expires_at: link.expiresAt },
      confirmed_at: null,
    })
    .execute()
}

/** The wish behind a link that has not run out, held until the transaction ends. */
export const lockWish = (
  { trx }: SystemScope,
  tokenHash: string,
  now: Date,
): Promise<(AddressChange & { readonly confirmedAt: Date | null }) | undefined> =>
  trx
    .selectFrom('address_change')
    .select(['from_email as from', 'to_email as to', 'confirmed_at as confirmedAt'])
    .where('token_hash', '=', tokenHash)
    .where('expires_at', '>', now)
    .forUpdate()
    .executeTakeFirst()

export const markConfirmed = async ({ trx }: SystemScope, tokenHash: string, at: Date): Promise<void> => {
  await trx
    .updateTable('address_change')
    .set({ confirmed_at: at })
    .where('token_hash', '=', tokenHash)
    .execute()
}

/** Whether an address signs in, or stands in the record of a volunteer or a guardian. */
export const isTaken = async ({ trx }: SystemScope, email: string): Promise<boolean> => {
  const { rows } = await sql<{ taken: boolean }>`
    select exists (select from membership where email = ${email})
      or exists (select from person where email = ${email})
      or exists (select from guardian where email = ${email} and ended_at is null) as taken`.execute(trx)
  return rows[0]?.taken ?? false
}

/** Writes the new address wherever a service has the old one as somebody's own; false where it has it nowhere. */
export const moveAddress = async (
  { trx, organisationId }: Scope,
  { from, to }: AddressChange,
): Promise<boolean> => {
  const moved = await sql`update membership set email = ${to}
    where organisation_id = ${organisationId} and email = ${from} and not exists (select from membership same
      where same.organisation_id = membership.organisation_id and same.email = ${to}
        and same.role = membership.role and same.person_id is not distinct from membership.person_id)`.execute(
    trx,
  )
  await sql`delete from membership where organisation_id = ${organisationId} and email = ${from}`.execute(trx)
  await sql`update person set email = ${to}, revision = revision + 1
    where organisation_id = ${organisationId} and email = ${from}`.execute(trx)
  await sql`update guardian set email = ${to}
    where organisation_id = ${organisationId} and email = ${from} and ended_at is null`.execute(trx)
  await sql`update application set email = ${to}
    where organisation_id = ${organisationId} and email = ${from} and state in ('draft', 'sent')`.execute(trx)
  await sql`update dofe_invitation set email = ${to}
    where organisation_id = ${organisationId} and email = ${from} and ended_at is null`.execute(trx)
  await sql`update placement set supervisor_email = ${to}
    where organisation_id = ${organisationId} and supervisor_email = ${from}`.execute(trx)
  await sql`update role set supervisor_email = ${to}
    where organisation_id = ${organisationId} and supervisor_email = ${from}`.execute(trx)
  return (moved.numAffectedRows ?? 0n) > 0n
}

/** Ends a wish that is carried out; false where that was done before. */
export const endWish = async ({ trx }: SystemScope, tokenHash: string): Promise<boolean> => {
  const ended = await trx
    .deleteFrom('address_change')
    .where('token_hash', '=', tokenHash)
    .returning('to_email')
    .executeTakeFirst()
  return ended !== undefined
}
