import { z } from 'zod'
import { recordAudit } from '../audit/actions'
import { asSystem, type Scope, withOrganisation, withPublicRead } from '../database/scope'
import type { Deps } from '../deps'
import { getOrganisation } from '../organisations/actions'
import { type HoldState, lockHolds } from '../people/holds/actions'
import { describeHold } from '../people/rules/describe-hold'
import { mayHavePage } from '../people/rules/may-have-page'
import { shortenName } from '../people/rules/shorten-name'
import { ProblemError } from '../problems'
import type { OwnSharing, PublicAddress, PublicAward, ShareItem, Sharing } from './model'
import { itemsToShow } from './rules/items-to-show'
import {
  countView,
  findName,
  findOwn,
  findPublic,
  findSharing,
  lockShareKey,
  setCertificatePages,
  shutPages,
  updateSharing,
  updateShownName,
} from './store'

const newKey = (deps: Deps) =>
  Array.from(deps.random.bytes(16), (byte) => byte.toString(16).padStart(2, '0')).join('')

/**
 * Sets what others may see of a person's own badge. Switching the public page off ends its link for good: a page that
 * is switched on again has a new one. Somebody under the age of own consent is named by first name and initial. Throws
 * `not-found` for a badge that is not the person's, and `consent-missing` where something is to be shown and a young
 * person or their guardian has not agreed to it.
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
    const state = (await lockHolds(deps, scope, [holder.personId], 'sharing')).get(holder.personId)
    if ((sharing.publicPage || sharing.showName) && state?.hold !== undefined)
      throw new ProblemError('consent-missing', { detail: describeHold(state.hold, 'en') })
    const locked = await lockShareKey(scope, award)
    if (locked === undefined) throw new ProblemError('not-found')
    const shareKey = sharing.publicPage ? (locked.shareKey ?? newKey(deps)) : null
    const shownName = sharing.showName ? await nameToShow(scope, holder.personId, state) : null
    const renewed = shareKey !== locked.shareKey
    await updateSharing(scope, award, { ...sharing, shareKey, shownName, renewed })
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

const nameToShow = async (scope: Scope, personId: string, state: HoldState | undefined): Promise<string> => {
  const name = (await findName(scope, personId)) ?? ''
  return state?.stage === 'child' || state?.stage === 'young' ? shortenName(name) : name
}

/**
 * Brings what others see of a person in line with who they are and who agrees, after their record, a consent or a
 * guardian changed, in the same transaction: what somebody no longer agrees to is shut at once. Nothing is opened but
 * the pages behind the certificates. Gives how many public pages were shut.
 */
export const alignSharing = async (deps: Deps, scope: Scope, personId: string): Promise<{ shut: number }> => {
  const state = (await lockHolds(deps, scope, [personId], 'sharing')).get(personId)
  await setCertificatePages(scope, personId, mayHavePage(state))
  // At the age of own consent, what they themselves agreed to before stays open until they answer.
  const askedAnew = state?.stage === 'youth' && state.hold === 'self-missing'
  if (state?.hold !== undefined) return { shut: askedAnew ? 0 : await shutPages(scope, personId) }
  await updateShownName(scope, personId, await nameToShow(scope, personId, state))
  return { shut: 0 }
}

/** The award behind a public address, as far as its holder lets it out; undefined where it is private or unknown. */
export const findPublicAward = async (
  deps: Deps,
  address: PublicAddress,
): Promise<PublicAward | undefined> => {
  if ('credentialId' in address && !z.uuid().safeParse(address.credentialId).success) return undefined
  const found = await withPublicRead(deps.db, (scope) => findPublic(scope, address, deps.clock.now()))
  if (found === undefined) return undefined
  const { organisationId, ...award } = found
  return { ...award, organisation: await getOrganisation(deps, organisationId) }
}

/** How a person shows a badge of theirs now. Throws `not-found` for one of somebody else. */
export const getSharing = async (
  deps: Deps,
  organisationId: string,
  award: { readonly id: string; readonly personId: string },
): Promise<OwnSharing> => {
  const sharing = await withOrganisation(deps.db, organisationId, (scope) => findSharing(scope, award))
  if (sharing === undefined) throw new ProblemError('not-found')
  return sharing
}

/** Counts one opening of a badge by its link: a number, and nothing of who it was. */
export const countOpening = (deps: Deps, { organisation, awardId }: PublicAward): Promise<void> =>
  asSystem(deps.db, (scope) => countView(scope, organisation.id, awardId))

/**
 * A person's own award as others would see it with these choices; nothing is kept. Undefined where it is not theirs.
 */
export const previewAward = async (
  deps: Deps,
  award: { readonly id: string; readonly organisationId: string; readonly personId: string },
  wish: { readonly showName: boolean; readonly items: readonly ShareItem[] },
): Promise<PublicAward | undefined> => {
  const found = await withOrganisation(deps.db, award.organisationId, async (scope) => {
    const own = await findOwn(scope, award)
    const state = (await lockHolds(deps, scope, [award.personId], 'sharing')).get(award.personId)
    const name = wish.showName ? await nameToShow(scope, award.personId, state) : undefined
    return own && { own, name }
  })
  if (found === undefined) return undefined
  const { organisationId, holderName: _, ...own } = found.own
  return {
    ...own,
    ...(found.name === undefined ? {} : { holderName: found.name }),
    publicPage: true,
    items: itemsToShow(wish.items),
    organisation: await getOrganisation(deps, organisationId),
  }
}
