import { openReleaseCheck } from '../awards/release-check'
import { withOrganisation } from '../database/scope'
import type { Deps } from '../deps'
import { issuerProfileOf, signerOf } from '../organisations/actions'
import type { Organisation } from '../organisations/model'
import { goesWith } from './rules/goes-with'
import { insertSigned, type SignedRow } from './signed-store'
import { MOST_OF_BADGE, signWords } from './signing'
import { lockAgreed, selectAgreed, selectAwards } from './store'

/** Agreed words and the valid awards that they belong to and do not go with yet. */
const findLoose = (deps: Deps, organisationId: string, personIds: readonly string[]) =>
  withOrganisation(deps.db, organisationId, async (scope) => {
    const agreed = await selectAgreed(scope, personIds)
    if (agreed.length === 0) return []
    const awards = await selectAwards(scope, personIds, deps.clock.now())
    return awards.flatMap((award) =>
      agreed
        .filter((words) => words.personId === award.personId && goesWith(words, award))
        .filter(({ id }) => !award.wordsIds.includes(id))
        .slice(0, Math.max(0, MOST_OF_BADGE - award.wordsIds.length))
        .map((words) => ({ words, awardId: award.id })),
    )
  })

/**
 * Signs the words that some people agreed to for each of their valid badges that they belong to, to go beside it. Each
 * is verified before it is kept, and kept once. What was taken back meanwhile is not.
 */
export const attachAgreed = async (
  deps: Deps,
  organisation: Organisation,
  personIds: readonly string[],
): Promise<void> => {
  const loose = await findLoose(deps, organisation.id, personIds)
  if (loose.length === 0) return
  const issuer = await issuerProfileOf(deps, organisation)
  const signer = await signerOf(deps, organisation, 'Ed25519')
  const check = await openReleaseCheck(deps, organisation)
  const at = deps.clock.now()
  const signed: SignedRow[] = []
  for (const { words, awardId } of loose) {
    const one = await signWords(deps, { issuer, signer, at }, words, awardId)
    await check(one.document)
    signed.push({ ...one, awardId, signedAt: at, embedded: false })
  }
  await withOrganisation(deps.db, organisation.id, async (scope) => {
    const stands = await lockAgreed(
      scope,
      signed.map(({ wordsId }) => wordsId),
    )
    await insertSigned(
      scope,
      signed.filter(({ wordsId }) => stands.has(wordsId)),
    )
  })
}
