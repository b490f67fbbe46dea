import { recordAudit } from '../audit/actions'
import { hashToken } from '../awards/rules/hash-token'
import { limitUse } from '../database/rate-limit'
import { asSystem, withOrganisation } from '../database/scope'
import type { Deps } from '../deps'
import { getOrganisation } from '../organisations/actions'
import { nameOf } from '../organisations/rules/name-organisation'
import { queueMail } from '../outbox/actions'
import { path } from '../paths'
import { consentStateOf, recordOwnConsent } from '../people/consents/actions'
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

const agree = (deps: Deps, { organisationId, personId }: RecordKey, actor: string, agrees: boolean) =>
  recordOwnConsent(deps, organisationId, personId, {
    ...{ answers: [{ purpose: 'linking', agrees }], how: 'account', actor },
  })

/** Whether the person's own word is enough, at this service. */
const mayLink = async (deps: Deps, { organisationId, personId }: RecordKey): Promise<boolean> =>
  (await consentStateOf(deps, organisationId, personId)).holds.linking === undefined

/**
 * Links two records of one person, who is signed in to both or has shown that both mailboxes are theirs. Each service
 * keeps a side that names the other service and nothing of the other record. Linking again changes nothing.
 */
export const linkRecords = async (
  deps: Deps,
  one: RecordKey,
  other: RecordKey,
  { actor, id = randomId(deps) }: { readonly actor: string; readonly id?: string },
): Promise<Result<string, LinkRefusal>> => {
  if (one.organisationId === other.organisationId) return { ok: false, reason: 'same-service' }
  const linked = (await listLinks(deps, one)).find(
    (link) => link.otherOrganisationId === other.organisationId,
  )
  if (linked !== undefined) return { ok: false, reason: 'linked-already' }
  for (const record of [one, other]) await agree(deps, record, actor, true)
  if (!((await mayLink(deps, one)) && (await mayLink(deps, other))))
    return { ok: false, reason: 'waits-for-guardian' }
  const at = deps.clock.now()
  for (const [record, far] of [
    [one, other],
    [other, one],
  ] as const) {
    await withOrganisation(deps.db, record.organisationId, async (scope) => {
      const side = { id, personId: record.personId, otherOrganisationId: far.organisationId, at }
      await store.insertSide(scope, side)
      await recordAudit(scope, {
        ...{ id: deps.random.uuid(), actor, action: 'record.linked' },
        ...{ subjectType: 'person', subjectId: record.personId },
      })
    })
  }
  return { ok: true, value: id }
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

/** Ends a link or an offer on both sides. Ending it again changes nothing. */
export const unlinkRecord = async (
  deps: Deps,
  record: RecordKey,
  linkId: string,
  actor: string,
): Promise<void> => {
  const link = (await listLinks(deps, record)).find(({ id }) => id === linkId)
  if (link === undefined) return
  if (link.otherOrganisationId !== null)
    await withOrganisation(deps.db, link.otherOrganisationId, (scope) => store.deleteSide(scope, linkId))
  await withOrganisation(deps.db, record.organisationId, async (scope) => {
    await store.deleteSide(scope, linkId)
    await recordAudit(scope, {
      ...{ id: deps.random.uuid(), actor, action: 'record.unlinked' },
      ...{ subjectType: 'person', subjectId: record.personId },
    })
  })
  const left = (await listLinks(deps, record)).some(({ linkedAt }) => linkedAt !== null)
  if (link.linkedAt !== null && !left) await agree(deps, record, actor, false)
}

/** Ends every link of a record that is erased. */
export const forgetLinks = async (deps: Deps, record: RecordKey): Promise<void> => {
  for (const { id, otherOrganisationId } of await listLinks(deps, record)) {
    if (otherOrganisationId !== null)
      await withOrganisation(deps.db, otherOrganisationId, (scope) => store.deleteSide(scope, id))
    await withOrganisation(deps.db, record.organisationId, (scope) => store.deleteSide(scope, id))
  }
}
