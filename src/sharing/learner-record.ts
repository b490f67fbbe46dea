import { getCredentialText, openReleaseCheck } from '../awards/actions'
import { listAwards } from '../awards/lists/actions'
import type { Deps } from '../deps'
import { wordsOfAward } from '../endorsements/actions'
import { buildClrCredential } from '../openbadges/build'
import { isJsonObject } from '../openbadges/model/json'
import { signDocument } from '../openbadges/proof'
import { issuerProfileOf, signerOf } from '../organisations/actions'
import type { Organisation } from '../organisations/model'
import { ProblemError } from '../problems'
import type { CredentialFile } from './files'

/** As many badges and endorsements as a verifier looks into. */
const MOST_CREDENTIALS = 100

/** Badges, each followed by the words that go beside it, as far as one verification looks into them all. */
const withinBounds = async (
  deps: Deps,
  organisation: Organisation,
  awards: readonly { readonly id: string }[],
): Promise<string[]> => {
  const texts: string[] = []
  let inside = 0
  for (const { id } of awards) {
    const badge = await getCredentialText(deps, organisation.id, id)
    const words = await wordsOfAward(deps, organisation.id, id)
    const own = words.filter(({ embedded }) => embedded).length
    if (texts.length + inside + 1 + own > MOST_CREDENTIALS) break
    inside += own
    const beside = words.filter(({ embedded }) => !embedded).map(({ document }) => document)
    texts.push(badge, ...beside.slice(0, MOST_CREDENTIALS - texts.length - inside - 1))
  }
  return texts
}

/**
 * All badges that a person holds from one service as a learner record: each whole, with its own proof, and signed
 * together by the service now, with the words of supervisors that go beside some of them. It names nobody; its subject is an id of its own, so that two records do not tell that
 * they are of one person. Throws `not-found` where there is no badge.
 *
 * @see Comprehensive Learner Record 2.0, ClrCredential
 */
export const makeLearnerRecord = async (
  deps: Deps,
  organisation: Organisation,
  personId: string,
  name: string,
): Promise<CredentialFile> => {
  const { awards } = await listAwards(deps, organisation.id, {
    filter: { personId },
    limit: MOST_CREDENTIALS,
  })
  const held = awards.filter(({ status }) => status === 'valid')
  if (held.length === 0) throw new ProblemError('not-found')
  const credentials = await withinBounds(deps, organisation, held)
  const now = deps.clock.now()
  const document = buildClrCredential({
    id: `urn:uuid:${deps.random.uuid()}`,
    issuer: await issuerProfileOf(deps, organisation),
    name,
    subject: { id: `urn:uuid:${deps.random.uuid()}` },
    credentials: credentials.map((text): unknown => JSON.parse(text)).filter(isJsonObject),
    validFrom: now,
  })
  const signer = await signerOf(deps, organisation, 'Ed25519')
  const text = JSON.stringify(await signDocument({ document, signer, created: now }))
  const check = await openReleaseCheck(deps, organisation)
  await check(text)
  return {
    bytes: new TextEncoder().encode(text),
    contentType: 'application/vc+ld+json',
    fileName: `learner-record-${organisation.slug}.json`,
  }
}
