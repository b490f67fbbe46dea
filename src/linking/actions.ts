import { recordAudit } from '../audit/actions'
import { hashToken } from '../awards/rules/hash-token'
import { limitUse } from '../database/rate-limit'
import { asSystem, type Scope, withOrganisation } from '../database/scope'
import type { Deps } from '../deps'
import { getOrganisation } from '../organisations/actions'
import { nameOf } from '../organisations/rules/name-organisation'
import { queueMail } from '../outbox/actions'
import { path } from '../paths'
import { consentStateOf, recordOwnConsent, writeConsents } from '../people/consents/actions'
import { ProblemError, type Result } from '../problems'
import { linkMail } from './mail-text'
import type { LinkRefusal, RecordKey, RecordLink } from './model'
import * as store from './store'

const OFFER_MS = 7 * 24 * 60 * 60_000
const offersPerRecord = { most: 5, seconds: 24 * 60 * 60 }

/** The links of a record, and the offers that wait in a mail. */
export const listLinks = (deps: Deps, { organisationId, personId }: RecordKey): Promise<RecordLink[]> =>
  withOrganisation(deps.db, organisationId, (scope) => store.listLinks(scope, personId))

/** A random id that says nothing of when it was made, as a UUID. */
const randomId = (deps: Deps): string => {
  const hex = Array.from(deps.random.bytes(16), (byte) => byte.toString(16).padStart(2, '0')).join('')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`
}

const agree = (deps: Deps, { organisationId, personId }: RecordKey, actor: string) =>
  recordOwnConsent(deps, organisationId, personId, {
    ...{ answers: [{ purpose: 'linking', agrees: true }], how: 'account', actor },
  })

/** Whether the person's own word is enough, at this service. */
const mayLink = async (deps: Deps, { organisationId, personId }: RecordKey): Promise<boolean> =>
  (await consentStateOf(deps, organisationId, personId)).holds.linking === undefined

/** The service's side of a link, where it has one. */
const findLink = async (deps: Deps, record: RecordKey, far: RecordKey): Promise<RecordLink | undefined> =>
  (await listLinks(deps, record)).find(
    ({ otherOrganisationId }) => otherOrganisationId === far.organisationId,
  )

/**
 * Writes the side of a link that a record keeps. Where it has one with that service already, the lower of both ids
 * stays, so that two who write at once end with the same; gives the one that stays. Throws `not-found`.
 */
const writeSide = (
  deps: Deps,
  record: RecordKey,
  far: RecordKey,
  { id, actor }: { readonly id: string; readonly actor: string },
): Promise<string> =>
  withOrganisation(deps.db, record.organisationId, async (scope) => {
    if (!(await store.lockRecord(scope, record.personId))) throw new ProblemError('not-found')
    const known = (await store.listLinks(scope, record.personId)).find(
      ({ otherOrganisationId }) => otherOrganisationId === far.organisationId,
    )
    if (known !== undefined && known.id <= id) return known.id
    if (known !== undefined) await store.deleteSide(scope, known.id)
    const at = deps.clock.now()
    await store.insertSide(scope, {
      ...{ id, personId: record.personId, otherOrganisationId: far.organisationId, at },
    })
    if (known === undefined) await audit(deps, scope, 'record.linked', record.personId, actor)
    return id
  })

const audit = (
  deps: Deps,
  scope: Scope,
  action: 'record.linked' | 'record.unlinked',
  personId: string,
  actor: string,
) => recordAudit(scope, { id: deps.random.uuid(), actor, action, subjectType: 'person', subjectId: personId })

/**
 * Links two records of one person, who is signed in to both or has shown that both mailboxes are theirs. Each service
 * keeps a side that names the other service and nothing of the other record. The side of `one`, where the link or the
 * offer is seen, is written last: what a stopped process left half done is done by linking again. Linking what is
 * linked changes nothing.
 */
export const linkRecords = async (
  deps: Deps,
  one: RecordKey,
  other: RecordKey,
  { actor, id = randomId(deps) }: { readonly actor: string; readonly id?: string },
): Promise<Result<string, LinkRefusal>> => {
  if (one.organisationId === other.organisationId) return { ok: false, reason: 'same-service' }
  const [near, far] = [await findLink(deps, one, other), await findLink(deps, other, one)]
  if (near !== undefined && near.id === far?.id) return { ok: false, reason: 'linked-already' }
  for (const record of [one, other]) await agree(deps, record, actor)
  if (!((await mayLink(deps, one)) && (await mayLink(deps, other))))
    return { ok: false, reason: 'waits-for-guardian' }
  const first = await writeSide(deps, other, one, { id, actor })
  const last = await writeSide(deps, one, other, { id: first, actor })
  if (last !== first) await writeSide(deps, other, one, { id: last, actor })
  if (last !== id)
    await withOrganisation(deps.db, one.organisationId, (scope) => store.deleteOffer(scope, id))
  return { ok: true, value: last }
}

/**
 * Mails an offer to an address of the person's own, where their other record is. Whoever reads that mailbox confirms it
 * within seven days. Throws `too-many-requests`.
 */
export const offerLink = async (
  deps: Deps,
  record: RecordKey,
  email: string,
  language: 'en' | 'cy',
): Promise<void> => {
  await limitUse(deps, 'record-link', record.personId, offersPerRecord)
  const token = Array.from(deps.random.bytes(24), (byte) => byte.toString(16).padStart(2, '0')).join('')
  const organisation = await getOrganisation(deps, record.organisationId)
  const at = deps.clock.now()
  const to = email.trim().toLowerCase()
  const tokenHash = await hashToken(token)
  const address = deps.config.origin + path('myLinkConfirm', { token })
  await withOrganisation(deps.db, record.organisationId, async (scope) => {
    const expiresAt = new Date(at.getTime() + OFFER_MS)
    const offer = { id: randomId(deps), personId: record.personId, tokenHash, to, at, expiresAt }
    await store.insertOffer(scope, offer)
    const words = linkMail[language](nameOf(organisation, language), address)
    await queueMail(scope, { id: deps.random.uuid(), to, queuedAt: at, ...words })
  })
  await deps.jobs.enqueue({ kind: 'send-mail' })
}

/** The record that a link in a mail offers to join. Throws `not-found` for others than its reader, and `link-expired`. */
export const readOffer = async (
  deps: Deps,
  token: string,
  email: string,
): Promise<RecordKey & { readonly id: string }> => {
  const tokenHash = await hashToken(token)
  const offer = await asSystem(deps.db, (scope) => store.findOffer(scope, tokenHash))
  if (offer === undefined || offer.to !== email.toLowerCase()) throw new ProblemError('not-found')
  if (offer.expiresAt <= deps.clock.now()) throw new ProblemError('link-expired')
  return { id: offer.id, organisationId: offer.organisationId, personId: offer.personId }
}

/** Takes one side of a link away; with the last of them, what the person had agreed to ends. */
const endSide = (deps: Deps, organisationId: string, linkId: string, actor: string): Promise<void> =>
  withOrganisation(deps.db, organisationId, async (scope) => {
    const side = await store.deleteSide(scope, linkId)
    if (side === undefined) return
    const { personId, linked } = side
    await audit(deps, scope, 'record.unlinked', personId, actor)
    const left = (await store.listLinks(scope, personId)).some(({ linkedAt }) => linkedAt !== null)
    if (!linked || left) return
    await writeConsents(deps, scope, personId, {
      ...{ answers: [{ purpose: 'linking', agrees: false }], how: 'account', actor, capacity: 'self' },
    })
  })

/**
 * Ends a link or an offer on both sides, the one where it is seen last: what a stopped process left half done is done by
 * ending it again. Ending what has ended changes nothing.
 */
export const unlinkRecord = async (
  deps: Deps,
  record: RecordKey,
  linkId: string,
  actor: string,
): Promise<void> => {
  const link = (await listLinks(deps, record)).find(({ id }) => id === linkId)
  if (link === undefined) return
  if (link.otherOrganisationId !== null) await endSide(deps, link.otherOrganisationId, linkId, actor)
  await endSide(deps, record.organisationId, linkId, actor)
}

/** Ends every link of a record that is erased. */
export const forgetLinks = async (deps: Deps, record: RecordKey): Promise<void> => {
  for (const { id, otherOrganisationId } of await listLinks(deps, record)) {
    if (otherOrganisationId !== null)
      await withOrganisation(deps.db, otherOrganisationId, (scope) => store.deleteSide(scope, id))
    await withOrganisation(deps.db, record.organisationId, (scope) => store.deleteSide(scope, id))
  }
}
