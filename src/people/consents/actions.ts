import { z } from 'zod'
import { recordAudit } from '../../audit/actions'
import { type Scope, withOrganisation } from '../../database/scope'
import type { Deps } from '../../deps'
import { localDateOf } from '../../hours/rules/local-date-of'
import { ProblemError } from '../../problems'
import { alignSharing } from '../../sharing/actions'
import { alignPhotos } from '../../skills/photos/actions'
import { momentIn, readStandings } from '../holds/actions'
import type { AgeStage, Hold } from '../holds/model'
import { selectBirths } from '../holds/store'
import { type ConsentAnswer, consentsToAdd } from '../rules/consents-to-add'
import { findHold } from '../rules/find-hold'
import { stageOf } from '../rules/stage-of'
import {
  type Consent,
  type ConsentHow,
  type ConsentPurpose,
  consentPurposes,
  consentTextVersion,
} from './model'
import { insertConsents, listConsents, lockPerson } from './store'

export type ConsentDeed = {
  readonly answers: readonly ConsentAnswer[]
  readonly how: ConsentHow
  /** E-mail address of who writes it down, or `guardian link`. */
  readonly actor: string
} & ({ readonly capacity: 'self' } | { readonly capacity: 'guardian'; readonly guardianId: string })

/**
 * Writes down what somebody agrees to or does not, within the caller's transaction, and shuts at once what they no
 * longer agree to. What the record says already is not written again. Throws `not-found`.
 */
export const writeConsents = async (
  deps: Deps,
  scope: Scope,
  personId: string,
  deed: ConsentDeed,
): Promise<void> => {
  const person = await lockPerson(scope, personId)
  if (person === undefined) throw new ProblemError('not-found')
  const moment = await momentIn(deps, scope)
  const birth = { date: person.birthDate, year: person.birthYear }
  const record = await listConsents(scope, personId)
  const giver = {
    capacity: deed.capacity,
    guardianId: deed.capacity === 'guardian' ? deed.guardianId : null,
    how: deed.how,
  }
  const added = consentsToAdd(record, deed.answers, giver, { birth, moment }).map((entry, position) => ({
    ...{ ...entry, ...giver, id: deps.random.uuid(), personId, textVersion: consentTextVersion },
    ...{ sequence: record.length + position + 1, actor: deed.actor, at: moment.now },
  }))
  await insertConsents(scope, added)
  await recordAudit(
    scope,
    ...added.map(({ id, purpose, decision, capacity, how }) => ({
      id: deps.random.uuid(),
      actor: deed.actor,
      action: `consent.${decision}` as const,
      subjectType: 'person' as const,
      subjectId: personId,
      detail: { consent: id, purpose, capacity, how },
    })),
  )
  await alignSharing(deps, scope, personId)
  await alignPhotos(deps, scope, personId, deed.actor)
}

/**
 * Writes down a person's own word. `account` is theirs, `relayed` a guardian's who says that the child agrees, anything
 * else a coordinator's who asked them. A child below the age of digital consent has no account, and a guardian speaks
 * for nobody above it: throws `not-permitted`.
 */
export const recordOwnConsent = (
  deps: Deps,
  organisationId: string,
  personId: string,
  word: {
    readonly answers: readonly ConsentAnswer[]
    readonly how: Exclude<ConsentHow, 'link'>
    readonly actor: string
  },
): Promise<void> =>
  withOrganisation(deps.db, organisationId, async (scope) => {
    if ((await lockPerson(scope, personId)) === undefined) throw new ProblemError('not-found')
    const { stage } = await readState(deps, scope, personId)
    if (word.how === (stage === 'child' ? 'account' : 'relayed')) throw new ProblemError('not-permitted')
    await writeConsents(deps, scope, personId, { ...word, capacity: 'self' })
  })

/** Everything that a person, or a guardian for them, ever agreed to, refused or took back, oldest first. */
export const consentsOf = (deps: Deps, organisationId: string, personId: string): Promise<Consent[]> =>
  z.uuid().safeParse(personId).success
    ? withOrganisation(deps.db, organisationId, (scope) => listConsents(scope, personId))
    : Promise.resolve([])

export type ConsentState = {
  readonly stage: AgeStage
  /** Why each purpose has to wait; a purpose without an entry may go on. */
  readonly holds: Readonly<Partial<Record<ConsentPurpose, Hold>>>
  readonly consents: readonly Consent[]
}

/** How a person stands for every purpose at this moment. Throws `not-found`. */
export const consentStateOf = (
  deps: Deps,
  organisationId: string,
  personId: string,
): Promise<ConsentState> => {
  if (!z.uuid().safeParse(personId).success) throw new ProblemError('not-found')
  return withOrganisation(deps.db, organisationId, (scope) => readState(deps, scope, personId))
}

const readState = async (deps: Deps, scope: Scope, personId: string): Promise<ConsentState> => {
  const [person] = await selectBirths(scope, [personId], { lock: false })
  const moment = await momentIn(deps, scope)
  const standing = (await readStandings(scope, person === undefined ? [] : [person])).get(personId)
  if (standing === undefined) throw new ProblemError('not-found')
  const holds = consentPurposes.flatMap((purpose) => {
    const hold = findHold(standing, purpose, moment)
    return hold === undefined ? [] : [[purpose, hold] as const]
  })
  return {
    stage: stageOf(standing.birth, localDateOf(moment.now), moment.ages),
    holds: Object.fromEntries(holds),
    consents: standing.consents,
  }
}
