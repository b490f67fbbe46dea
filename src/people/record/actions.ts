import { z } from 'zod'
import { recordAudit } from '../../audit/actions'
import { type Scope, withOrganisation } from '../../database/scope'
import type { Deps } from '../../deps'
import { localDateOf } from '../../hours/rules/local-date-of'
import type { Organisation } from '../../organisations/model'
import { ProblemError } from '../../problems'
import { alignSharing } from '../../sharing/actions'
import { readAges } from '../holds/actions'
import { contactLanguageFor } from '../rules/contact-language'
import { foldName } from '../rules/fold-name'
import { readRecord } from '../rules/read-record'
import { typedRecord } from '../rules/typed-record'
import type { KeptRecord, PersonRecord, RecordFaults, TypedRecord } from './model'
import * as store from './store'

export type Namesake = Awaited<ReturnType<typeof store.selectNamesakes>>[number]

export type SaveOutcome =
  | { readonly kind: 'saved'; readonly personId: string }
  | { readonly kind: 'faults'; readonly faults: RecordFaults }
  /** Somebody of that name is here already, and nobody said that this is another person. */
  | { readonly kind: 'namesakes'; readonly people: readonly Namesake[] }
  /** The record was changed since the form was shown; it is as given now. */
  | { readonly kind: 'changed'; readonly record: KeptRecord }

/**
 * Adds a volunteer under an id that the form was shown with: the same form sent twice adds one person. Who has an
 * e-mail address can sign in from now on.
 */
export const addPerson = (
  deps: Deps,
  organisation: Organisation,
  request: {
    readonly id: string
    readonly typed: TypedRecord
    readonly isAnother: boolean
    readonly actor: string
  },
): Promise<SaveOutcome> => {
  const { id, typed, isAnother, actor } = request
  if (!z.uuid().safeParse(id).success) throw new ProblemError('bad-request')
  return withOrganisation(deps.db, organisation.id, async (scope) => {
    const read = await readTyped(deps, scope, id, typed)
    if (read.kind === 'faults') return read
    const { record } = read
    const derived = derive(deps, organisation, record, undefined, actor)
    const namesakes = isAnother ? [] : await store.selectNamesakes(scope, derived.searchName, id)
    if (namesakes.length > 0) return { kind: 'namesakes', people: namesakes }
    if (await store.insertRecord(scope, id, record, derived)) {
      const membership = { id: deps.random.uuid(), personId: id, from: null, to: record.email }
      await store.moveMembership(scope, membership)
      await audit(deps, scope, { action: 'person.added', personId: id, actor, detail: {} })
    }
    return { kind: 'saved', personId: id }
  })
}

/**
 * Changes a volunteer's record as a form says, where nobody changed it since the form was shown. The public pages
 * follow: another name is shown, and what a new date of birth forbids is shut. Throws `not-found`.
 */
export const updatePerson = (
  deps: Deps,
  organisation: Organisation,
  personId: string,
  request: { readonly typed: TypedRecord; readonly revision: number; readonly actor: string },
): Promise<SaveOutcome> => change(deps, organisation, personId, { ...request, merge: (_, typed) => typed })

/** What somebody changes in their own record; the rest is for the service to say. */
export const ownFields = [
  'preferredName',
  'legalName',
  'nameLanguage',
  'romanisedName',
  'phone',
  'postalAddress',
  'languageWish',
  'emergencyName',
  'emergencyPhone',
  'emergencyRelationship',
] as const satisfies readonly (keyof TypedRecord)[]

/** Changes what is somebody's own to change in their record. Otherwise as `updatePerson`. */
export const updateOwnRecord = (
  deps: Deps,
  organisation: Organisation,
  personId: string,
  request: { readonly typed: TypedRecord; readonly revision: number; readonly actor: string },
): Promise<SaveOutcome> =>
  change(deps, organisation, personId, {
    ...request,
    merge: (kept, typed) => ({
      ...typedRecord(kept),
      ...Object.fromEntries(ownFields.map((field) => [field, typed[field]])),
    }),
  })

type Changing = {
  readonly typed: TypedRecord
  readonly revision: number
  readonly actor: string
  readonly merge: (kept: KeptRecord, typed: TypedRecord) => TypedRecord
}

const change = (
  deps: Deps,
  organisation: Organisation,
  personId: string,
  { typed, revision, actor, merge }: Changing,
): Promise<SaveOutcome> => {
  if (!z.uuid().safeParse(personId).success) throw new ProblemError('not-found')
  return withOrganisation(deps.db, organisation.id, async (scope) => {
    const kept = await store.findRecord(scope, personId, { lock: true })
    if (kept === undefined) throw new ProblemError('not-found')
    const read = await readTyped(deps, scope, personId, merge(kept, typed))
    if (read.kind === 'faults') return read
    const changed = changedFields(kept, read.record)
    if (changed.length === 0) return { kind: 'saved', personId }
    if (kept.revision !== revision) return { kind: 'changed', record: kept }
    const derived = derive(deps, organisation, read.record, kept, actor)
    await store.updateRecord(scope, { id: personId, revision }, read.record, derived)
    if (kept.email !== read.record.email) {
      const membership = { id: deps.random.uuid(), personId, from: kept.email, to: read.record.email }
      await store.moveMembership(scope, membership)
    }
    await alignSharing(deps, scope, personId)
    const detail = { fields: changed.join(' ') }
    await audit(deps, scope, { action: 'person.changed', personId, actor, detail })
    return { kind: 'saved', personId }
  })
}

/** A record as it is kept. Throws `not-found`. */
export const getRecord = async (
  deps: Deps,
  organisationId: string,
  personId: string,
): Promise<KeptRecord> => {
  const record = z.uuid().safeParse(personId).success
    ? await withOrganisation(deps.db, organisationId, (scope) =>
        store.findRecord(scope, personId, { lock: false }),
      )
    : undefined
  if (record === undefined) throw new ProblemError('not-found')
  return record
}

const readTyped = async (
  deps: Deps,
  scope: Scope,
  personId: string,
  typed: TypedRecord,
): Promise<{ kind: 'read'; record: PersonRecord } | { kind: 'faults'; faults: RecordFaults }> => {
  const today = localDateOf(deps.clock.now())
  const read = readRecord(typed, { today, ages: await readAges(deps, scope) })
  if (!read.ok) return { kind: 'faults', faults: read.reason }
  const { externalReference } = read.value
  if (externalReference !== null && (await store.isReferenceTaken(scope, externalReference, personId))) {
    return { kind: 'faults', faults: { externalReference: 'reference-taken' } }
  }
  return { kind: 'read', record: read.value }
}

const derive = (
  deps: Deps,
  organisation: Organisation,
  record: PersonRecord,
  kept: KeptRecord | undefined,
  actor: string,
): store.Derived => {
  const more = [record.romanisedName, record.legalName].flatMap((name) =>
    name === null ? [] : [foldName(name)],
  )
  const asked =
    kept === undefined ? record.languageWish !== 'unknown' : kept.languageWish !== record.languageWish
  return {
    searchName: foldName(record.preferredName),
    searchMore: more.length === 0 ? null : more.join(' '),
    contactLanguage: contactLanguageFor(record.languageWish, organisation),
    languageAskedBy: asked ? actor : (kept?.languageAskedBy ?? null),
    languageAskedAt: asked ? deps.clock.now() : (kept?.languageAskedAt ?? null),
  }
}

const plainFields = [
  'preferredName',
  'legalName',
  'nameLanguage',
  'romanisedName',
  'externalReference',
  'email',
  'phone',
  'postalAddress',
  'languageWish',
  'emergencyName',
  'emergencyPhone',
  'emergencyRelationship',
  'status',
  'referralSource',
  'pilot',
] as const

const changedFields = (kept: PersonRecord, record: PersonRecord): string[] => [
  ...plainFields.filter((field) => kept[field] !== record[field]),
  ...(kept.birth.date === record.birth.date && kept.birth.year === record.birth.year ? [] : ['birth']),
]

const audit = (
  deps: Deps,
  scope: Scope,
  deed: {
    readonly action: 'person.added' | 'person.changed'
    readonly personId: string
    readonly actor: string
    readonly detail: Readonly<Record<string, string>>
  },
) =>
  recordAudit(scope, {
    ...{ id: deps.random.uuid(), actor: deed.actor, action: deed.action, subjectType: 'person' },
    ...{ subjectId: deed.personId, detail: deed.detail },
  })
