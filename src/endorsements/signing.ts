import { type Scope, withOrganisation } from '../database/scope'
import type { Deps } from '../deps'
import type { IssuerProfile } from '../openbadges/build'
import { type Signer, signDocument } from '../openbadges/proof'
import { path } from '../paths'
import type { AgreedWords, SignedWords } from './model'
import { buildWords } from './rules/build-words'
import { goesWith } from './rules/goes-with'
import { insertSigned } from './signed-store'
import { lockAgreed, selectAgreed } from './store'

/** As many as one badge carries. */
export const MOST_OF_BADGE = 5

export type WordsSigner = { readonly issuer: IssuerProfile; readonly signer: Signer; readonly at: Date }

/** Signs words for one award with the service's key, on behalf of who wrote them. */
export const signWords = async (
  deps: Deps,
  { issuer, signer, at }: WordsSigner,
  words: AgreedWords,
  awardId: string,
): Promise<SignedWords> => {
  const id = deps.random.uuid()
  const { origin } = deps.config
  const document = buildWords(words, {
    id: origin + path('credentialEndorsement', { id: awardId, endorsementId: id }),
    endorsedId: origin + path('credential', { id: awardId }),
    issuer,
    service: issuer.name,
    at,
  })
  return {
    id,
    wordsId: words.id,
    document: JSON.stringify(await signDocument({ document, signer, created: at })),
  }
}

/** The words that badges which are about to be issued shall carry, by person: those that were agreed to. */
export const agreedWordsFor = async (
  deps: Deps,
  organisationId: string,
  code: string,
  people: readonly { readonly personId: string; readonly roleTitle: string | null }[],
): Promise<Map<string, AgreedWords[]>> => {
  const ids = people.map(({ personId }) => personId)
  if (ids.length === 0) return new Map()
  const agreed = await withOrganisation(deps.db, organisationId, (scope) => selectAgreed(scope, ids))
  const byPerson = Map.groupBy(agreed, ({ personId }) => personId)
  return new Map(
    people.flatMap(({ personId, roleTitle }) => {
      const own = (byPerson.get(personId) ?? []).filter((one) => goesWith(one, { code, roleTitle }))
      return own.length === 0 ? [] : [[personId, own.slice(0, MOST_OF_BADGE)] as const]
    }),
  )
}

/**
 * Whether all words in some badges still stand agreed, within the transaction that writes these: nobody takes their
 * word back until it ends.
 */
export const stillAgreed = async (
  scope: Scope,
  awards: readonly { readonly endorsements: readonly SignedWords[] }[],
): Promise<boolean> => {
  const ids = [...new Set(awards.flatMap(({ endorsements }) => endorsements.map(({ wordsId }) => wordsId)))]
  return ids.length === 0 || (await lockAgreed(scope, ids)).size === ids.length
}

/** Keeps which words are inside which badge, within the transaction that writes the badges. */
export const keepEmbedded = (
  scope: Scope,
  awards: readonly {
    readonly id: string
    readonly issuedAt: Date
    readonly endorsements: readonly SignedWords[]
  }[],
): Promise<void> =>
  insertSigned(
    scope,
    awards.flatMap(({ id: awardId, issuedAt: signedAt, endorsements }) =>
      endorsements.map((one) => ({ ...one, awardId, signedAt, embedded: true })),
    ),
  )
