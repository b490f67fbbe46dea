import { z } from 'zod'
import { getDefinition, isRetired } from '../../achievements/definitions'
import { type BadgeDefinition, claimsTooMuch } from '../../achievements/model'
import { getBadge } from '../../achievements/settings/actions'
import { recordAudit } from '../../audit/actions'
import { asSystem, type Scope, withOrganisation } from '../../database/scope'
import type { Deps } from '../../deps'
import { attachAgreed } from '../../endorsements/attach'
import { agreedWordsFor, keepEmbedded, stillAgreed } from '../../endorsements/signing'
import { getOrganisation } from '../../organisations/actions'
import type { Organisation } from '../../organisations/model'
import { type HoldState, holdsOf, lockHolds } from '../../people/holds/actions'
import { mayHavePage } from '../../people/rules/may-have-page'
import { ProblemError } from '../../problems'
import { queueClaims } from '../claims/actions'
import { candidatesAmong } from '../eligibility'
import { queueForBadge } from '../lists/actions'
import type { Candidate, ChosenSkills, IssueBatch, Recipient, Refusal, SignedAward } from '../model'
import { matchRecipients, type RecipientMatch } from '../rules/match-recipients'
import type { ListedPerson } from '../rules/read-recipients'
import { type AwardSigner, openAwardSigner } from '../sign-awards'
import { insertAwards, selectHolders } from '../store'
import * as store from './store'

/** Batches up to this size are issued at once; larger ones as a job. */
const INLINE_PEOPLE = 100
/** People who get their badges together: what a stop in the middle may lose, and has to do again. */
const CHUNK_PEOPLE = 400
/** After so long without a sign of work a batch is taken up again, for a day after it was begun. */
const STALLED_MS = 5 * 60_000
const TAKEN_UP_FOR_MS = 24 * 60 * 60_000

export type IssueRequest = {
  /** Code of the badge, such as LV-02. */
  readonly code: string
  /** E-mail address of the member who decided. */
  readonly actor: string
  readonly personIds: readonly string[] | 'eligible'
  /** Whether those who get the badge are told by mail, with a link to it; they are unless it is false. */
  readonly notify?: boolean
  /** Words that the credential of somebody carries, by the id of the person; up to 2,000 characters each. */
  readonly texts?: Readonly<Record<string, string>>
  /** For badges that name confirmed skills: which. */
  readonly skills?: ChosenSkills
}

/** The longest words about one person, in characters. */
export const LONGEST_TEXT = 2000

type BatchWatcher = (done: number, total: number) => void

/**
 * Decides to issue a badge to the people named, or to all who have earned it and need nobody's consent first. A small
 * batch is issued when this returns; a large one is put on the queue. Each gets the edition in the language that they are written to in.
 * Throws `not-found` for an unknown badge, `conflict` for one that the service gives no more, and `invalid-input` for an
 * id that is none.
 */
export const startIssueBatch = async (
  deps: Deps,
  organisation: Organisation,
  request: IssueRequest,
): Promise<{ batchId: string }> => {
  const { id: code, issuer } = await getDefinition(deps, organisation.id, request.code)
  if (issuer === 'network' && organisation.kind !== 'network')
    throw new ProblemError('not-permitted', { detail: 'Only the national network gives this award.' })
  if (await isRetired(deps, organisation.id, code))
    throw new ProblemError('conflict', { detail: 'The service gives this badge no more.' })
  const personIds = await chosenPeople(deps, organisation.id, request)
  const batchId = deps.random.uuid()
  await withOrganisation(deps.db, organisation.id, (scope) =>
    store.insertBatch(scope, {
      id: batchId,
      code,
      personIds,
      decidedBy: request.actor,
      notify: request.notify ?? true,
      texts: tidyTexts(request.texts ?? {}),
      skills: request.skills ?? {},
      createdAt: deps.clock.now(),
    }),
  )
  if (personIds.length > INLINE_PEOPLE)
    await deps.jobs.enqueue({ kind: 'issue-badges', organisationId: organisation.id, batchId })
  else await runIssueBatch(deps, organisation.id, batchId)
  return { batchId }
}

/** Throws `invalid-input` for words that are too long or claim what no library service can award. */
const tidyTexts = (texts: Readonly<Record<string, string>>): Record<string, string> => {
  const tidy = Object.entries(texts)
    .map(([personId, text]) => [personId, text.trim().normalize('NFC')] as const)
    .filter(([, text]) => text !== '')
  if (tidy.some(([, text]) => text.length > LONGEST_TEXT || !text.isWellFormed() || claimsTooMuch(text)))
    throw new ProblemError('invalid-input', {
      detail: 'Words about a person have at most 2,000 characters and claim no qualification or youth award.',
    })
  return Object.fromEntries(tidy)
}

const chosenPeople = async (
  deps: Deps,
  organisationId: string,
  { code, personIds }: IssueRequest,
): Promise<string[]> => {
  if (personIds === 'eligible') return [...(await queueForBadge(deps, organisationId, code)).ready]
  const ids = z.array(z.uuid()).safeParse(personIds)
  if (!ids.success) throw new ProblemError('invalid-input', { detail: 'One of the people is not known.' })
  return [...new Set(ids.data)]
}

/**
 * Issues the badges of a batch, some hundred people a transaction: awards, credentials, claims, mails, audit trail
 * and progress go in together or not at all. While one chunk is written the next is signed. The rule is asked again
 * at this moment, and whether a young volunteer's consent is there within the transaction that writes. It goes on where an earlier run stopped, however that ended, and may run twice at once: nobody is
 * given a badge twice. Throws `not-found`.
 */
export const runIssueBatch = async (
  deps: Deps,
  organisationId: string,
  batchId: string,
  onProgress: BatchWatcher = () => {},
): Promise<void> => {
  const batch = await getRecord(deps, organisationId, batchId)
  if (batch.finishedAt !== null) return
  const organisation = await getOrganisation(deps, organisationId)
  const { definition } = await getBadge(deps, organisationId, batch.code)
  const sign = await openAwardSigner(deps, organisation, definition)
  const run = { batch, organisation, definition, sign }
  let { done } = batch
  let chunk = await signChunk(deps, run, done)
  while (done < batch.total) {
    const next = signChunk(deps, run, done + chunk.personIds.length)
    // What stops the writing is what the caller is told of.
    next.catch(() => {})
    const step = await writeChunk(deps, run, done, chunk)
    await attachAgreed(deps, organisation, chunk.personIds)
    const wentOn = step.done === done + chunk.personIds.length
    done = step.done
    chunk = wentOn ? await next : await signChunk(deps, run, done)
    if (step.mails > 0) await deps.jobs.enqueue({ kind: 'send-mail' })
    onProgress(done, batch.total)
  }
}

type Run = {
  readonly batch: store.BatchRecord
  readonly organisation: Organisation
  readonly definition: BadgeDefinition
  readonly sign: AwardSigner
}

/** People who are dealt with together, with the signed awards of those who are to get the badge. */
type Chunk = {
  readonly personIds: readonly string[]
  readonly holders: ReadonlySet<string>
  readonly holds: Holds
  readonly signed: readonly SignedAward[]
}

/** Why a badge has to wait for some people. */
type Holds = ReadonlyMap<string, HoldState>

/** The people after the first `done`, with the awards that they have earned; nothing but status places is written. */
const signChunk = async (deps: Deps, run: Run, done: number): Promise<Chunk> => {
  const { batch, organisation, definition, sign } = run
  const personIds = batch.personIds.slice(done, done + CHUNK_PEOPLE)
  if (personIds.length === 0) return { personIds, holders: new Set(), holds: new Map(), signed: [] }
  const { people, holders } = await withOrganisation(deps.db, organisation.id, async (scope) => ({
    people: await store.selectRecipients(scope, personIds),
    holders: await selectHolders(scope, definition.id, personIds, deps.clock.now()),
  }))
  const holds = await holdsOf(deps, organisation.id, personIds, 'role')
  const mayHave = ({ personId }: Recipient) =>
    !holders.has(personId) && holds.get(personId)?.hold === undefined
  const candidates = await candidatesAmong(deps, organisation.id, definition, {
    people: people.filter(mayHave),
    skills: batch.skills,
  })
  const words = await agreedWordsFor(deps, organisation.id, definition.id, candidates)
  const withWords = candidates.map(withText(batch.texts)).map((candidate): Candidate => {
    const agreed = words.get(candidate.personId)
    return agreed === undefined ? candidate : { ...candidate, words: agreed }
  })
  return { personIds, holders, holds, signed: await sign(withWords) }
}

const withText =
  (texts: Readonly<Record<string, string>>) =>
  (candidate: Candidate): Candidate => {
    const narrative = texts[candidate.personId]
    return narrative === undefined ? candidate : { ...candidate, narrative }
  }

/** Writes a chunk where nobody did so before; gives how many are dealt with then, by whichever run. */
const writeChunk = (
  deps: Deps,
  run: Run,
  done: number,
  { personIds, holders, holds, signed }: Chunk,
): Promise<{ done: number; mails: number }> =>
  withOrganisation(deps.db, run.organisation.id, async (scope) => {
    const before = await store.lockBatch(scope, run.batch.id)
    if (before === undefined) throw new ProblemError('not-found')
    if (before !== done) return { done: before, mails: 0 }
    const recorded = await record(deps, scope, run, signed)
    // Somebody took words back that are in one of the badges: the chunk is signed anew.
    if (recorded === undefined) return { done: before, mails: 0 }
    const { issued, mails, heldNow } = recorded
    const refused = personIds.flatMap((personId): Refusal[] => {
      if (issued.has(personId)) return []
      const hold = (heldNow.get(personId) ?? holds.get(personId))?.hold
      if (hold !== undefined && !holders.has(personId)) return [{ personId, reason: 'consent-missing', hold }]
      const earned = holders.has(personId) || signed.some((award) => award.personId === personId)
      return [{ personId, reason: earned ? 'already-holds' : 'not-eligible' }]
    })
    const progress = { done: done + personIds.length, issued: issued.size, refused, at: deps.clock.now() }
    await store.advanceBatch(scope, run.batch.id, progress)
    return { done: progress.done, mails }
  })

/**
 * Writes signed awards with all that belongs to them, but for those whose consent was taken back since they were signed;
 * gives the people who did not hold the badge yet. The page behind the certificate of somebody young is shut until they
 * and their guardian agree to share. Undefined, and nothing is written, where words in a badge are no longer agreed to.
 */
const record = async (deps: Deps, scope: Scope, run: Run, signed: readonly SignedAward[]) => {
  const { batch, organisation, definition } = run
  const decision = { definitionCode: definition.id, batchId: batch.id, decidedBy: batch.decidedBy }
  const personIds = signed.map(({ personId }) => personId)
  const heldNow = await lockHolds(deps, scope, personIds, 'role')
  const sharing = await lockHolds(deps, scope, personIds, 'sharing')
  const ready = signed.flatMap((award) => {
    if (heldNow.get(award.personId)?.hold !== undefined) return []
    return [{ ...award, certificatePage: mayHavePage(sharing.get(award.personId)) }]
  })
  if (!(await stillAgreed(scope, ready))) return undefined
  const written = await insertAwards(scope, decision, ready)
  const awards = ready.filter(({ id }) => written.has(id))
  await keepEmbedded(scope, awards)
  await recordAudit(
    scope,
    ...awards.map(({ id }) => ({
      id: deps.random.uuid(),
      actor: batch.decidedBy,
      action: 'award.issued' as const,
      subjectType: 'award' as const,
      subjectId: id,
      detail: { badge: definition.id },
    })),
  )
  const toClaim = batch.notify ? awards.map((award) => ({ ...award, awardId: award.id })) : []
  const mails = await queueClaims(deps, scope, { organisation, definition }, toClaim)
  return { issued: new Set(awards.map(({ personId }) => personId)), mails, heldNow }
}

/** A batch with its progress. Throws `not-found`. */
export const getIssueBatch = async (
  deps: Deps,
  organisationId: string,
  batchId: string,
): Promise<IssueBatch> => {
  const {
    personIds: _personIds,
    notify: _notify,
    texts: _texts,
    skills: _skills,
    ...batch
  } = await getRecord(deps, organisationId, batchId)
  return batch
}

const getRecord = async (deps: Deps, organisationId: string, batchId: string): Promise<store.BatchRecord> => {
  const batch = z.uuid().safeParse(batchId).success
    ? await withOrganisation(deps.db, organisationId, (scope) => store.findBatch(scope, batchId))
    : undefined
  if (batch === undefined) throw new ProblemError('not-found')
  return batch
}

/** Whom each row of a list means, out of those who volunteer now. */
export const findRecipients = async (
  deps: Deps,
  organisationId: string,
  rows: readonly ListedPerson[],
): Promise<RecipientMatch[]> =>
  matchRecipients(rows, await withOrganisation(deps.db, organisationId, store.selectVolunteers))

/** Puts the batches back on the queue whose process ended before they were finished. */
export const resumeIssueBatches = async (deps: Deps): Promise<void> => {
  const now = deps.clock.now()
  const before = (milliseconds: number) => new Date(now.getTime() - milliseconds)
  const when = { now, touched: before(STALLED_MS), begun: before(TAKEN_UP_FOR_MS) }
  const stalled = await asSystem(deps.db, (scope) => store.takeStalledBatches(scope, when))
  for (const batch of stalled) await deps.jobs.enqueue({ kind: 'issue-badges', ...batch })
}
