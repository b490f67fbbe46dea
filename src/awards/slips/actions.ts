import { definitionsOf, type FindDefinition } from '../../achievements/definitions'
import { recordAudit } from '../../audit/actions'
import { type Scope, withOrganisation } from '../../database/scope'
import type { Deps } from '../../deps'
import { drawReport } from '../../documents/draw-report'
import type { Organisation } from '../../organisations/model'
import { nameOf } from '../../organisations/rules/name-organisation'
import { path } from '../../paths'
import { type HoldState, holdsOf, lockHolds } from '../../people/holds/actions'
import type { Hold } from '../../people/holds/model'
import { contactLanguageFor, lettersFor } from '../../people/rules/contact-language'
import { ProblemError } from '../../problems'
import { getAward, getIssueBatch } from '../actions'
import { newLink } from '../claims/actions'
import { expireClaims, insertClaims } from '../claims/store'
import { addressFor } from '../rules/address-for'
import { composeSlips, type Slip } from '../rules/compose-slips'
import * as store from './store'

/** Slips in one file at most. */
export const MOST_SLIPS = 100

/** How the holder of an award can be told of it. */
export type Reach = {
  readonly awardId: string
  /** Where mail about it goes; null where only a slip of paper can bring it. */
  readonly address: string | null
  /** Why a slip would have to wait. */
  readonly hold?: Hold
}

/** Throws `not-found` for a batch or an award that the service does not have. */
const findChosen = async (deps: Deps, organisationId: string, choice: store.SlipChoice): Promise<void> => {
  if ('batchId' in choice) await getIssueBatch(deps, organisationId, choice.batchId)
  else await getAward(deps, organisationId, choice.awardId)
}

const reachOf = (holder: store.SlipHolder, states: ReadonlyMap<string, HoldState>): Reach => {
  const state = states.get(holder.personId)
  return {
    awardId: holder.awardId,
    address: addressFor(state?.stage, holder),
    ...(state?.hold === undefined ? {} : { hold: state.hold }),
  }
}

/** How the holders of the valid awards of a batch, or of one award, can be told of them; nobody where there is none. */
export const reachHolders = async (
  deps: Deps,
  organisationId: string,
  choice: store.SlipChoice,
): Promise<Reach[]> => {
  const holders = await withOrganisation(deps.db, organisationId, (scope) =>
    store.selectSlipHolders(scope, choice),
  )
  const personIds = holders.map(({ personId }) => personId)
  const states = await holdsOf(deps, organisationId, personIds, 'role')
  return holders.map((holder) => reachOf(holder, states))
}

/** Those who get a slip: no mail can reach them, nobody's consent is missing, and the award is still valid. */
const lockReady = async (deps: Deps, scope: Scope, choice: store.SlipChoice, from: number) => {
  const holders = await store.selectSlipHolders(scope, choice)
  const personIds = holders.map(({ personId }) => personId)
  const states = await lockHolds(deps, scope, personIds, 'role')
  const without = holders.filter((holder) => {
    const { address, hold } = reachOf(holder, states)
    return address === null && hold === undefined
  })
  const some = without.slice(from, from + MOST_SLIPS)
  const awardIds = some.map(({ awardId }) => awardId)
  const valid = await store.lockValid(scope, awardIds)
  return some.filter(({ awardId }) => valid.has(awardId))
}

const writeSlip = (
  deps: Deps,
  {
    organisation,
    definitionOf,
  }: { readonly organisation: Organisation; readonly definitionOf: FindDefinition },
  { name, wish, code }: store.SlipHolder,
  { token, expiresAt }: ReturnType<typeof newLink>,
): Slip => ({
  ...{ name, expiresAt, badge: definitionOf(code).name, languages: lettersFor(wish, organisation) },
  address: deps.config.origin + path('claim', { token }),
})

/**
 * Makes claim slips for the awards of a batch, or for one, whose holders no mail can reach, as a PDF with a page for each:
 * up to 100 from the place `from` on in the order of the names. The links that an award had before stop working. The
 * file holds the tokens and is kept nowhere. Throws `not-found` for what the service does not have and
 * `conflict` where nobody needs a slip.
 */
export const makeSlips = async (
  deps: Deps,
  organisation: Organisation,
  choice: store.SlipChoice,
  { actor, from = 0 }: { readonly actor: string; readonly from?: number },
): Promise<Uint8Array> => {
  await findChosen(deps, organisation.id, choice)
  const definitionOf = await definitionsOf(deps, organisation.id)
  const slips = await withOrganisation(deps.db, organisation.id, async (scope) => {
    const ready = await lockReady(deps, scope, choice, from)
    const links = ready.map((holder) => ({ holder, link: newLink(deps) }))
    const awardIds = ready.map(({ awardId }) => awardId)
    await expireClaims(scope, awardIds, deps.clock.now())
    await insertClaims(
      scope,
      links.map(({ holder: { awardId, personId }, link: { id, tokenHash, expiresAt } }) => ({
        ...{ id, awardId, personId, email: null, tokenHash, expiresAt },
      })),
    )
    await recordAudit(
      scope,
      ...ready.map(({ awardId, code }) => ({
        ...{ id: deps.random.uuid(), actor, action: 'award.slip-made' as const },
        ...{ subjectType: 'award' as const, subjectId: awardId, detail: { badge: code } },
      })),
    )
    return links.map(({ holder, link }) => writeSlip(deps, { organisation, definitionOf }, holder, link))
  })
  if (slips.length === 0)
    throw new ProblemError('conflict', { detail: 'Nobody here needs a claim slip now.' })
  const language = contactLanguageFor('unknown', organisation)
  const { themeColour } = organisation
  const service = nameOf(organisation, language)
  return drawReport(
    composeSlips({ slips, language, service, themeColour, at: deps.clock.now() }),
    deps.assets,
  )
}
