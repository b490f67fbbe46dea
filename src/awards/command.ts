import type { Deps } from '../deps'
import { getOrganisationBySlug } from '../organisations/actions'
import type { Organisation } from '../organisations/model'
import { describeHold } from '../people/rules/describe-hold'
import { ProblemError } from '../problems'
import { badgeEligibility, findRecipients, getIssueBatch, startIssueBatch } from './actions'
import type { IssueBatch } from './model'
import type { RecipientMatch } from './rules/match-recipients'
import { type ListedPerson, readRecipients } from './rules/read-recipients'

export const issueHelp = `Usage: colophon issue --badge CODE --organisation SLUG (--eligible | --to FILE) [--progress]

Issues a badge to people who have earned it by approved sessions and do not hold it yet.

  --badge CODE          code of the badge, such as LV-02
  --organisation SLUG   the service that issues it
  --eligible            to everyone who has earned it
  --to FILE             to those in a CSV or text file, one a row: a reference, an e-mail address or a name;
                        with more than one column the file needs headings;
                        the words of a column “text” go into that person's badge
  --progress            shows progress also where standard error is not a terminal

Rows that cannot be matched, and people who have not earned the badge, are told by row and reason on standard
error; the others get it. Mails with claim links are sent by the service while it runs.

Exit code: 0 all of them hold the badge now, 1 some rows were refused, 2 the command was not understood.
`

export const exportHelp = `Usage: colophon export --badge ID --organisation SLUG

Prints the signed credentials of a badge that are valid now, one JSON document a line.
`

export type IssueArguments = {
  readonly code: string
  readonly slug: string
  /** The file of --to; everyone who has earned the badge without it. */
  readonly list?: Uint8Array
}

/** Who acts, in the audit trail. */
const actor = 'command line'

/** Issues a badge from the command line; tells on `stderr` what became of it and gives the exit code. */
export const runIssueCommand = async (
  deps: Deps,
  { code, slug, list }: IssueArguments,
  stderr: (text: string) => void,
): Promise<number> => {
  const organisation = await getOrganisationBySlug(deps, slug)
  if (list !== undefined) return issueToList(deps, organisation, { code, list }, stderr)
  const { issued } = await issue(deps, organisation, { code, personIds: 'eligible' })
  stderr(`${issued} issued.\n`)
  return 0
}

const issue = async (
  deps: Deps,
  organisation: Organisation,
  chosen: {
    readonly code: string
    readonly personIds: readonly string[] | 'eligible'
    readonly texts?: Readonly<Record<string, string>>
  },
): Promise<IssueBatch> => {
  const { batchId } = await startIssueBatch(deps, organisation, { ...chosen, actor })
  return getIssueBatch(deps, organisation.id, batchId)
}

const issueToList = async (
  deps: Deps,
  organisation: Organisation,
  { code, list }: { readonly code: string; readonly list: Uint8Array },
  stderr: (text: string) => void,
): Promise<number> => {
  const rows = readList(list)
  const matches = await findRecipients(deps, organisation.id, rows)
  const personIds = matches.flatMap((match) => (match.kind === 'found' ? [match.personId] : []))
  const texts = textsOf(rows, matches)
  const batch = await issue(deps, organisation, { code, personIds, texts })
  const refusalOf = await explainRefusals(deps, organisation, batch)
  let faults = 0
  rows.forEach((row, index) => {
    const match = matches[index] ?? { kind: 'unknown' }
    const reason = match.kind === 'found' ? refusalOf(match.personId) : unmatched[match.kind]
    if (reason === undefined) return
    if (reason !== holdsAlready) faults += 1
    stderr(`Row ${row.rowNumber}: ${row.words}: ${reason}\n`)
  })
  const held = batch.refused.filter(({ reason }) => reason === 'already-holds').length
  stderr(`${batch.issued} issued, ${held} held already, ${faults} refused.\n`)
  return faults === 0 ? 0 : 1
}

/** The words of a list's text column, by person. */
const textsOf = (rows: readonly ListedPerson[], matches: readonly RecipientMatch[]): Record<string, string> =>
  Object.fromEntries(
    rows.flatMap(({ text }, index) => {
      const match = matches[index]
      return match?.kind === 'found' && text !== '' ? [[match.personId, text]] : []
    }),
  )

const holdsAlready = 'holds the badge already.'
const unmatched: Readonly<Record<Exclude<RecipientMatch['kind'], 'found'>, string>> = {
  unknown: 'nobody who volunteers now is known by that.',
  ambiguous: 'more than one person is known by that; give the reference or the e-mail address.',
}

const readList = (bytes: Uint8Array): readonly ListedPerson[] => {
  const rows = readRecipients(bytes)
  if (rows.ok) return rows.value
  const detail = rows.reason === 'file-empty' ? 'The file has no rows.' : 'The file is not text.'
  throw new ProblemError('invalid-file', { detail })
}

/** Why each person of a batch was not given the badge; undefined for those who were. */
const explainRefusals = async (deps: Deps, organisation: Organisation, batch: IssueBatch) => {
  const refusals = new Map(batch.refused.map((refusal) => [refusal.personId, refusal]))
  const short = batch.refused.some(({ reason }) => reason === 'not-eligible')
  const standings = short ? await badgeEligibility(deps, organisation.id, batch.code) : []
  const missing = new Map(standings.map((person) => [person.personId, person.missing?.en]))
  return (personId: string): string | undefined => {
    const refusal = refusals.get(personId)
    if (refusal === undefined) return undefined
    if (refusal.reason === 'already-holds') return holdsAlready
    if (refusal.reason === 'consent-missing') return `${describeHold(refusal.hold, 'en')}.`
    const needed = missing.get(personId)
    return needed === undefined ? 'has not earned the badge.' : `has not earned the badge: ${needed}.`
  }
}
