import { z } from 'zod'
import { listBadges } from '../achievements/settings/actions'
import { recordAudit } from '../audit/actions'
import { openReleaseCheck } from '../awards/release-check'
import { type Scope, withOrganisation } from '../database/scope'
import type { Deps } from '../deps'
import { isJsonObject } from '../openbadges/model/json'
import { signDocument } from '../openbadges/proof'
import { signerOf } from '../organisations/actions'
import type { Organisation, Reach } from '../organisations/model'
import { path } from '../paths'
import { getPerson } from '../people/actions'
import { lockHolds } from '../people/holds/actions'
import { describeHold } from '../people/rules/describe-hold'
import { ProblemError, type Result } from '../problems'
import { attachAgreed } from './attach'
import type { Words, WordsEntry, WordsFieldFault, WordsOfAward, WordsState } from './model'
import { readWords } from './rules/read-words'
import { takeOutEndorsement } from './rules/take-out-endorsement'
import * as signed from './signed-store'
import * as store from './store'

const MOST_LISTED = 200

/**
 * What a member wrote of a volunteer waits for the volunteer; the same `requestId` is kept once. Throws `not-found`, also
 * for somebody who does not come to where the member acts.
 */
export const writeWords = async (
  deps: Deps,
  organisationId: string,
  entry: WordsEntry,
  by: {
    readonly personId: string
    readonly requestId: string
    readonly actor: string
    readonly reach?: Reach
  },
): Promise<Result<{ readonly isNew: boolean }, readonly WordsFieldFault[]>> => {
  const person = await getPerson(deps, organisationId, by.personId)
  const read = readWords(entry, person.preferredName)
  if (!read.ok) return read
  const { about, ...words } = read.value
  const badges = await listBadges(deps, organisationId)
  const isBadge = badges.some(({ definition, hidden }) => !hidden && definition.id === about)
  const id = deps.random.uuid()
  return withOrganisation(deps.db, organisationId, async (scope) => {
    if (!(await store.isPersonWithin(scope, person.id, by.reach ?? 'service')))
      throw new ProblemError('not-found')
    const isRole = !isBadge && z.uuid().safeParse(about).success && (await store.hasRole(scope, about))
    if (!isBadge && !isRole) return { ok: false, reason: [{ field: 'about', reason: 'about-missing' }] }
    const isNew = await store.insertWords(scope, {
      ...words,
      id,
      personId: person.id,
      code: isBadge ? about : null,
      roleId: isRole ? about : null,
      writtenBy: by.actor,
      writtenAt: deps.clock.now(),
      requestId: z.uuid().parse(by.requestId),
    })
    if (isNew) await audit(deps, scope, { id, actor: by.actor, action: 'endorsement.written' })
    return { ok: true, value: { isNew } }
  })
}

const audit = (
  deps: Deps,
  scope: Scope,
  about: {
    readonly id: string
    readonly actor: string
    readonly action: `endorsement.${'written' | 'agreed' | 'declined' | 'withdrawn'}`
  },
) =>
  recordAudit(scope, {
    id: deps.random.uuid(),
    actor: about.actor,
    action: about.action,
    subjectType: 'endorsement',
    subjectId: about.id,
  })

/** Words about one volunteer, or about all whom a member may write about, the newest first. */
export const listWords = (
  deps: Deps,
  organisationId: string,
  personId?: string,
  reach: Reach = 'service',
): Promise<Words[]> =>
  withOrganisation(deps.db, organisationId, (scope) =>
    store.selectWords(scope, { limit: MOST_LISTED, reach, ...(personId === undefined ? {} : { personId }) }),
  )

/** Those whom a member may write about: who volunteer now and come to where the member acts, by name. */
export const peopleToWriteAbout = (deps: Deps, organisationId: string, reach: Reach) =>
  withOrganisation(deps.db, organisationId, (scope) => store.selectPeopleWithin(scope, reach))

/** How many words there are about somebody, and how many wait for their answer. */
export const countWords = (deps: Deps, organisationId: string, personId: string) =>
  withOrganisation(deps.db, organisationId, (scope) => store.countWaiting(scope, personId))

/** Signed words that go with an award, inside its credential or beside it, the oldest first. */
export const wordsOfAward = (
  deps: Deps,
  organisationId: string,
  awardId: string,
): Promise<(WordsOfAward & { readonly signedId: string })[]> =>
  withOrganisation(deps.db, organisationId, (scope) => signed.selectOfAward(scope, awardId))

type Holder = { readonly organisation: Organisation; readonly personId: string; readonly actor: string }

const idOf = (id: string): string => {
  if (!z.uuid().safeParse(id).success) throw new ProblemError('not-found')
  return id
}

/**
 * The volunteer agrees: the words are signed for each badge of theirs that they belong to, and go into those that are
 * issued from now on. Agreeing again changes nothing. Throws `not-found` for words about somebody else, `conflict` for
 * words that were declined or taken back, and `consent-missing` where a young person or their guardian has not agreed
 * that anything is shown to others.
 */
export const agreeToWords = async (deps: Deps, holder: Holder, id: string): Promise<void> => {
  const { organisation, personId, actor } = holder
  idOf(id)
  await withOrganisation(deps.db, organisation.id, async (scope) => {
    const hold = (await lockHolds(deps, scope, [personId], 'sharing')).get(personId)?.hold
    const words = await store.lockWords(scope, id)
    if (words === undefined || words.personId !== personId) throw new ProblemError('not-found')
    if (words.state === 'agreed') return
    if (words.state !== 'waiting') throw new ProblemError('conflict')
    if (hold !== undefined) throw new ProblemError('consent-missing', { detail: describeHold(hold, 'en') })
    await store.updateState(scope, id, { state: 'agreed', at: deps.clock.now() })
    await audit(deps, scope, { id, actor, action: 'endorsement.agreed' })
  })
  await attachAgreed(deps, organisation, [personId])
}

/** Badges with the words in them, as they are signed anew without. Throws `conflict` within the second of signing. */
const signWithout = async (deps: Deps, organisation: Organisation, id: string) => {
  const embedded = await withOrganisation(deps.db, organisation.id, (scope) =>
    signed.selectEmbedded(scope, id),
  )
  if (embedded.length === 0) return []
  const signer = await signerOf(deps, organisation, 'Ed25519')
  const check = await openReleaseCheck(deps, organisation)
  const now = deps.clock.now()
  const sign = async ({ id: endorsementId, awardId, document: before }: (typeof embedded)[number]) => {
    const read: unknown = JSON.parse(before)
    const endorsement = deps.config.origin + path('credentialEndorsement', { id: awardId, endorsementId })
    const unsigned = isJsonObject(read) ? takeOutEndorsement(read, endorsement, now) : undefined
    if (unsigned === undefined)
      throw new ProblemError('conflict', { detail: 'This badge was signed this second. Try again.' })
    const after = JSON.stringify(await signDocument({ document: unsigned, signer, created: now }))
    await check(after)
    return { awardId, before, after }
  }
  return Promise.all(embedded.map(sign))
}

/**
 * Takes words back: by the volunteer, who declines them or no longer agrees, or by staff. They go off the pages and the
 * certificates, and badges that carry them are signed anew without; copies that somebody has stay as they are. Doing it
 * again changes nothing. Throws `not-found`, also where `personId` is somebody else, and `conflict` where a badge
 * changed meanwhile.
 */
export const takeBackWords = async (
  deps: Deps,
  by: {
    readonly organisation: Organisation
    readonly personId?: string
    readonly actor: string
    readonly reach?: Reach
  },
  id: string,
): Promise<void> => {
  const { organisation, personId, actor } = by
  const without = await signWithout(deps, organisation, idOf(id))
  await withOrganisation(deps.db, organisation.id, async (scope) => {
    const words = await store.lockWords(scope, id)
    if (words === undefined || (personId !== undefined && words.personId !== personId))
      throw new ProblemError('not-found')
    if (!(await store.isPersonWithin(scope, words.personId, by.reach ?? 'service')))
      throw new ProblemError('not-found')
    if (words.state === 'declined' || words.state === 'withdrawn') return
    const standing = await signed.selectEmbedded(scope, id)
    const replaced = await Promise.all(
      without.map(({ awardId, ...documents }) => signed.replaceDocument(scope, awardId, documents)),
    )
    if (standing.length !== without.length || replaced.includes(false))
      throw new ProblemError('conflict', { detail: 'A badge with these words changed. Try again.' })
    await signed.deleteSigned(scope, id)
    const state: WordsState = words.state === 'waiting' && personId !== undefined ? 'declined' : 'withdrawn'
    await store.updateState(scope, id, { state, at: deps.clock.now() })
    await audit(deps, scope, { id, actor, action: `endorsement.${state}` })
  })
}
