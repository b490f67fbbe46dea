import type { Deps } from '../deps'
import { getOrganisationBySlug } from '../organisations/actions'
import { type BrokenLink, checkLedger } from './actions'

export const ledgerHelp = `Usage: colophon ledger check --organisation SLUG

Computes the chain of entries of every volunteer again, and the root that every award states. For each chain that
does not hold, the first broken link is told on standard output.

Exit code: 0 every chain holds, 1 some do not, 2 the command was not understood.
`

const faults: Readonly<Record<BrokenLink['fault'], (subject: string | null) => string>> = {
  'entry-altered': (session) => `the entry or session ${session} is not what was signed for`,
  'entry-missing': () => 'the entry is missing',
  'head-differs': () => 'the chain does not end where it should',
  'erasure-differs': () => 'the hours that stayed when the record was erased are not those written down',
  'award-differs': (award) => `award ${award} states another root`,
}

/** Checks the ledger of a service; gives the exit code. */
export const runLedgerCheck = async (
  deps: Deps,
  slug: string,
  tell: { readonly stdout: (text: string) => void; readonly stderr: (text: string) => void },
): Promise<number> => {
  const organisation = await getOrganisationBySlug(deps, slug)
  const { people, entries, erased, broken } = await checkLedger(deps, organisation.id)
  for (const { personId, sequence, fault, subject } of broken)
    tell.stdout(`Volunteer ${personId}, entry ${sequence}: ${faults[fault](subject)}.\n`)
  if (erased.people > 0)
    tell.stderr(
      `${erased.people} chains of ${erased.entries} entries were erased with the records of their volunteers; their ${erased.minutes} approved minutes stay in the totals.\n`,
    )
  tell.stderr(`${entries} entries of ${people} volunteers checked, ${broken.length} chains do not hold.\n`)
  return broken.length === 0 ? 0 : 1
}
