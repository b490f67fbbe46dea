import { z } from 'zod'
import { recordAudit } from '../audit/actions'
import { withOrganisation, withPublicRead } from '../database/scope'
import type { Deps } from '../deps'
import { getOrganisation } from '../organisations/actions'
import { ProblemError } from '../problems'
import type { PublicAddress, PublicAward, Sharing } from './model'
import { findPublic, lockShareKey, updateSharing } from './store'

const newKey = (deps: Deps) =>
  Array.from(deps.random.bytes(16), (byte) => byte.toString(16).padStart(2, '0')).join('')

/**
 * Sets what others may see of a person's own badge. Switching the public page off ends its link for good: a page that
 * is switched on again has a new one. Throws `not-found` for a badge that is not the person's.
 */
export const setSharing = async (
  deps: Deps,
  holder: { readonly organisationId: string; readonly personId: string; readonly actor: string },
  awardId: string,
  sharing: Sharing,
): Promise<void> => {
  if (!z.uuid().safeParse(awardId).success) throw new ProblemError('not-found')
  const award = { id: awardId, personId: holder.personId }
  await withOrganisation(deps.db, holder.organisationId, async (scope) => {
    const locked = await lockShareKey(scope, award)
    if (locked === undefined) throw new ProblemError('not-found')
    const shareKey = sharing.publicPage ? (locked.shareKey ?? newKey(deps)) : null
    await updateSharing(scope, award, { ...sharing, shareKey })
    await recordAudit(scope, {
      id: deps.random.uuid(),
      actor: holder.actor,
      action: 'award.shared',
      subjectType: 'award',
      subjectId: awardId,
      detail: { publicPage: String(sharing.publicPage), showName: String(sharing.showName) },
    })
  })
}

/** The award behind a public address, as far as its holder lets it out; undefined where it is private or unknown. */
export const findPublicAward = async (
  deps: Deps,
  address: PublicAddress,
): Promise<PublicAward | undefined> => {
  if ('credentialId' in address && !z.uuid().safeParse(address.credentialId).success) return undefined
  const found = await withPublicRead(deps.db, (scope) => findPublic(scope, address))
  if (found === undefined) return undefined
  const { organisationId, ...award } = found
  return { ...award, organisation: await getOrganisation(deps, organisationId) }
}
