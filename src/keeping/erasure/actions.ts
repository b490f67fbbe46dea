import { forgetAccount } from '../../accounts/actions'
import { recordAudit } from '../../audit/actions'
import { keepErasedAwards, revokeAllOf } from '../../awards/erasure/actions'
import { badgesHeldBy } from '../../awards/lists/actions'
import { firstNameOf } from '../../awards/rules/first-name-of'
import { forgetPrintRunsWith, printFilesWith } from '../../certificates/print-runs/actions'
import { asSystem, type Scope, withOrganisation } from '../../database/scope'
import { forgetAnswers } from '../../demographics/actions'
import type { Deps } from '../../deps'
import { revokeRecordsOf } from '../../dofe/erasure/actions'
import { sessionsOf, summariesFor } from '../../hours/actions'
import { anonymiseHours, forgetFaultsNaming, importFilesOf } from '../../hours/erasure/actions'
import type { SessionRow } from '../../hours/model'
import { forgetLinks } from '../../linking/actions'
import { getOrganisation, membershipsOf } from '../../organisations/actions'
import { nameOf } from '../../organisations/rules/name-organisation'
import { forgetRecipient } from '../../outbox/actions'
import { getPerson } from '../../people/actions'
import type { Person } from '../../people/model'
import { ProblemError } from '../../problems'
import { forgetApplications } from '../../roles/erasure/actions'
import { skillFilesOf } from '../../skills/erasure/actions'
import { listMatters, updateKept } from '../matters/store'
import type { AskedBy, CredentialsChoice, Erasure, ErasurePreview } from '../model'
import { linesToKeep } from '../rules/lines-to-keep'
import { erasedMail } from './mail-text'
import * as store from './store'

/** What an erasure would take away and what would stay, without doing it. Throws `not-found`. */
export const previewErasure = async (
  deps: Deps,
  organisationId: string,
  personId: string,
): Promise<ErasurePreview> => {
  const person = await getPerson(deps, organisationId, personId)
  const hours = (await summariesFor(deps, organisationId, [personId])).get(personId)
  const held = (await badgesHeldBy(deps, organisationId, [personId])).get(personId) ?? []
  return withOrganisation(deps.db, organisationId, async (scope) => ({
    name: person.preferredName,
    goes: {
      ...(await store.countRows(scope, personId)),
      files: (await filesOf(scope, person)).length,
    },
    minutes: hours?.approved.minutes ?? 0,
    badges: held.length,
    matters: await listMatters(scope, personId),
  }))
}

export type ErasureWish = {
  readonly credentials: CredentialsChoice
  readonly askedBy: AskedBy
  /** E-mail address of the officer, or `system`; not written where the holder asks for themselves. */
  readonly actor: string
}

/**
 * Erases a person's record at a service. Asking again while one is under way goes on with that. It takes three steps,
 * each of which can be done again: badges are taken back where that was chosen; in one transaction every row that leads
 * to the person goes, and what stays is written without a name; then the files go. Throws `not-found`.
 */
export const erasePersonRecord = async (
  deps: Deps,
  organisationId: string,
  personId: string,
  { credentials, askedBy, actor }: ErasureWish,
): Promise<string> => {
  await getPerson(deps, organisationId, personId)
  const by = askedBy === 'holder' ? 'the holder' : actor
  const id = await withOrganisation(deps.db, organisationId, async (scope) => {
    const wish = { id: deps.random.uuid(), personId, credentials, askedBy, askedAt: deps.clock.now() }
    const made = await store.insertErasure(scope, wish)
    if (made.isNew) await auditErasure(deps, scope, made.id, 'erasure.asked', by)
    return made.id
  })
  await runErasure(deps, organisationId, id)
  return id
}

const auditErasure = (
  deps: Deps,
  scope: Scope,
  id: string,
  action: 'erasure.asked' | 'erasure.finished',
  actor: string,
) => recordAudit(scope, { id: deps.random.uuid(), actor, action, subjectType: 'erasure', subjectId: id })

/** Goes on with an erasure from wherever it is; one that is finished stays as it is. */
export const runErasure = async (deps: Deps, organisationId: string, id: string): Promise<void> => {
  const read = () => withOrganisation(deps.db, organisationId, (scope) => store.lockErasure(scope, id))
  const asked = await read()
  if (asked === undefined) throw new ProblemError('not-found')
  if (asked.finishedAt !== null) return
  if (asked.personId !== null)
    await takeRowsAway(deps, organisationId, { ...asked, personId: asked.personId })
  const gone = await read()
  for (const key of gone?.files ?? []) await deps.files.delete(key)
  await withOrganisation(deps.db, organisationId, async (scope) => {
    const now = await store.lockErasure(scope, id)
    if (now === undefined || now.finishedAt !== null) return
    await store.updateFinished(scope, id, deps.clock.now())
    await auditErasure(deps, scope, id, 'erasure.finished', 'system')
  })
}

/** Work that a stopped process left: erasures that are asked for and not finished. */
export const resumeErasures = async (deps: Deps): Promise<void> => {
  for (const { organisationId, id } of await asSystem(deps.db, store.listUnfinished))
    await runErasure(deps, organisationId, id)
}

const takeRowsAway = async (
  deps: Deps,
  organisationId: string,
  erasure: Erasure & { readonly personId: string },
): Promise<void> => {
  const { personId } = erasure
  if (erasure.credentials === 'revoke') {
    const reason = 'The holder had their record erased and their badges taken back.'
    await revokeAllOf(deps, organisationId, personId, { reason, actor: 'system' })
    await revokeRecordsOf(deps, organisationId, personId, reason)
  }
  const person = await getPerson(deps, organisationId, personId)
  const sessions = await sessionsOf(deps, organisationId, personId)
  await closeAccounts(deps, organisationId, personId)
  await forgetAnswers(deps, organisationId, personId)
  await forgetLinks(deps, { organisationId, personId })
  const done = await withOrganisation(deps.db, organisationId, async (scope) => {
    const now = await store.lockErasure(scope, erasure.id)
    if (now?.personId !== personId) return false
    await writeWhatStays(deps, scope, { erasureId: erasure.id, person, sessions })
    return true
  })
  if (done && person.email !== null) await tellHolder(deps, organisationId, person, person.email)
}

type Leaving = {
  readonly erasureId: string
  readonly person: Person
  readonly sessions: readonly SessionRow[]
}

/** The one transaction in which a person's rows become what stays of them. */
const writeWhatStays = async (
  deps: Deps,
  scope: Scope,
  { erasureId, person, sessions }: Leaving,
): Promise<void> => {
  const hours = await anonymiseHours(deps, scope, person.id, deps.random.uuid())
  for (const matter of await listMatters(scope, person.id))
    await updateKept(scope, matter.id, linesToKeep(matter, person, sessions))
  const files = await filesOf(scope, person)
  await forgetPrintRunsWith(scope, person.id)
  const faults = await forgetFaultsNaming(scope, wordsFor(person))
  const awards = await keepErasedAwards(scope, person.id)
  await forgetLetters(scope, person)
  await store.erasePerson(scope, person.id)
  const counts = { sessions: hours.sessions, minutes: hours.minutes, awards, files: files.length, faults }
  await store.updateRowsGone(scope, erasureId, { at: deps.clock.now(), files, counts })
}

/** By what a row of a file names somebody. */
const wordsFor = ({ preferredName, email, externalReference }: Person) =>
  [preferredName, email, externalReference].filter((one) => one !== null)

/** Every file that holds something of a person; those that hold something of others too can be made anew. */
const filesOf = async (scope: Scope, person: Person): Promise<string[]> => [
  ...(await importFilesOf(scope, person.id, wordsFor(person))),
  ...(await skillFilesOf(scope, person.id)),
  ...(await printFilesWith(scope, person.id)),
]

/** What was written to a person, by them, and about them to their guardians and assessors. */
const forgetLetters = async (scope: Scope, person: Person): Promise<void> => {
  const names = [person.preferredName, firstNameOf(person.preferredName)]
  for (const { address, own, onlyTheirs } of await store.listAddresses(scope, person.id)) {
    await forgetRecipient(scope, address, onlyTheirs ? undefined : names)
    if (own)
      await forgetApplications(scope, {
        email: address,
        ...(onlyTheirs ? {} : { name: person.preferredName }),
      })
  }
}

/** Ends the sign-in of the person, and of guardians and assessors, who have nothing else to sign in to. */
const closeAccounts = async (deps: Deps, organisationId: string, personId: string): Promise<void> => {
  const known = await withOrganisation(deps.db, organisationId, (scope) =>
    store.listAddresses(scope, personId),
  )
  for (const { address } of known.filter(({ onlyTheirs }) => onlyTheirs)) {
    const others = (await membershipsOf(deps, address)).filter(
      (one) => one.organisationId !== organisationId || one.personId !== personId,
    )
    if (others.length === 0) await forgetAccount(deps, address)
  }
}

/** Sent at once and kept nowhere: an outbox would hold the address. Where it cannot be sent, it is not. */
const tellHolder = async (deps: Deps, organisationId: string, person: Person, to: string): Promise<void> => {
  const organisation = await getOrganisation(deps, organisationId)
  const language = person.contactLanguage
  try {
    await deps.mailer.send({ to, ...erasedMail[language](nameOf(organisation, language)) })
  } catch {
    deps.log.warn('the mail about an erasure could not be sent')
  }
}

/** The newest erasures of a service; none says whose it was once the rows are gone. */
export const listErasures = (deps: Deps, organisationId: string): Promise<Erasure[]> =>
  withOrganisation(deps.db, organisationId, (scope) => store.listErasures(scope, 50))
