import { z } from 'zod'
import { recordAudit } from '../audit/actions'
import { type Scope, withOrganisation } from '../database/scope'
import type { Deps } from '../deps'
import { localDateOf } from '../hours/rules/local-date-of'
import { ProblemError, type Result } from '../problems'
import { type EvidenceEntry, type EvidenceFault, type EvidenceRow, LONGEST_NOTE } from './model'
import { type EvidenceFieldFault, readEvidence } from './rules/read-evidence'
import {
  findEvidence,
  insertEvidence,
  type NewEvidence,
  selectEvidence,
  selectKnown,
  updateWithdrawn,
} from './store'

/** Records that stand, of some people or of all, by person and day. */
export const evidenceFor = (
  deps: Deps,
  organisationId: string,
  personIds?: readonly string[],
): Promise<Map<string, EvidenceRow[]>> =>
  withOrganisation(deps.db, organisationId, (scope) => evidenceWithin(scope, personIds))

export const evidenceWithin = async (
  scope: Scope,
  personIds: readonly string[] | undefined,
): Promise<Map<string, EvidenceRow[]>> =>
  Map.groupBy(await selectEvidence(scope, personIds), ({ personId }) => personId)

type Recorded = { readonly recorded: number; readonly already: number }

/**
 * Records what staff saw, counted or decided of one person or many, in one transaction. The same `requestId` records
 * nothing twice. Throws `invalid-input` where one of the people is not known.
 */
export const recordEvidence = async (
  deps: Deps,
  organisationId: string,
  entry: EvidenceEntry,
  to: { readonly personIds: readonly string[]; readonly requestId: string; readonly actor: string },
): Promise<Result<Recorded, readonly EvidenceFieldFault[]>> => {
  const now = deps.clock.now()
  const read = readEvidence(entry, localDateOf(now))
  if (!read.ok) return read
  const ids = z.array(z.uuid()).safeParse([...new Set(to.personIds)])
  if (!ids.success) throw new ProblemError('invalid-input', { detail: 'One of the people is not known.' })
  const records = ids.data.map(
    (personId): NewEvidence => ({
      ...read.value,
      id: deps.random.uuid(),
      personId,
      badgeCode: null,
      source: 'staff',
      recordedBy: to.actor,
      recordedAt: now,
      requestId: z.uuid().parse(to.requestId),
    }),
  )
  return { ok: true, value: await write(deps, organisationId, records) }
}

/**
 * Keeps what a volunteer wrote of their volunteering, for a badge or for none. Sent again it is kept once.
 * Gives the fault of a text that is none.
 */
export const writeReflection = async (
  deps: Deps,
  organisationId: string,
  reflection: {
    readonly personId: string
    readonly badgeCode: string | null
    readonly text: string
    readonly requestId: string
    readonly actor: string
  },
): Promise<Result<Recorded, EvidenceFault>> => {
  const note = reflection.text.trim().normalize('NFC')
  if (note === '') return { ok: false, reason: 'note-missing' }
  if (note.length > LONGEST_NOTE) return { ok: false, reason: 'note-too-long' }
  const now = deps.clock.now()
  const record: NewEvidence = {
    id: deps.random.uuid(),
    personId: reflection.personId,
    kind: 'reflection',
    badgeCode: reflection.badgeCode,
    onDay: localDateOf(now),
    count: 1,
    faults: 0,
    area: null,
    module: null,
    score: null,
    note,
    source: 'volunteer',
    recordedBy: reflection.actor,
    recordedAt: now,
    requestId: z.uuid().parse(reflection.requestId),
  }
  return { ok: true, value: await write(deps, organisationId, [record]) }
}

const write = (deps: Deps, organisationId: string, records: readonly NewEvidence[]): Promise<Recorded> =>
  withOrganisation(deps.db, organisationId, async (scope) => {
    const known = await selectKnown(
      scope,
      records.map(({ personId }) => personId),
    )
    if (records.some(({ personId }) => !known.has(personId)))
      throw new ProblemError('invalid-input', { detail: 'One of the people is not known.' })
    const written = new Set(await insertEvidence(scope, records))
    await recordAudit(
      scope,
      ...records
        .filter(({ id }) => written.has(id))
        .map(({ id, kind, recordedBy }) => ({
          id: deps.random.uuid(),
          actor: recordedBy,
          action: 'evidence.recorded' as const,
          subjectType: 'evidence' as const,
          subjectId: id,
          detail: { kind },
        })),
    )
    return { recorded: written.size, already: records.length - written.size }
  })

/**
 * Withdraws a record; it no longer counts. Doing it again changes nothing. Gives the id of whom it was about.
 * Throws `not-found` for an id that is none.
 */
export const withdrawEvidence = async (
  deps: Deps,
  organisationId: string,
  id: string,
  { actor }: { readonly actor: string },
): Promise<string> => {
  if (!z.uuid().safeParse(id).success) throw new ProblemError('not-found')
  return withOrganisation(deps.db, organisationId, async (scope) => {
    const found = await findEvidence(scope, id)
    if (found === undefined) throw new ProblemError('not-found')
    const withdrawn = await updateWithdrawn(scope, id, { at: deps.clock.now(), actor })
    if (withdrawn) {
      await recordAudit(scope, {
        id: deps.random.uuid(),
        actor,
        action: 'evidence.withdrawn',
        subjectType: 'evidence',
        subjectId: id,
        detail: { kind: found.kind },
      })
    }
    return found.personId
  })
}
