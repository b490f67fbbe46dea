import { withOrganisation } from '../../database/scope'
import type { Deps } from '../../deps'
import { listChainErasures } from '../erasure/store'
import { type ChainedEntry, chainStart } from '../rules/link-entry'
import * as store from './store'

const peopleAtOnce = 100

/** What is wrong with one person's chain: the first entry that does not follow from those before it. */
export type BrokenLink = {
  readonly personId: string
  readonly sequence: number
  readonly fault: 'entry-altered' | 'entry-missing' | 'head-differs' | 'award-differs' | 'erasure-differs'
  /** The session of the entry, or the award whose root is not in the chain. */
  readonly subject: string | null
}

export type LedgerCheck = {
  readonly people: number
  readonly entries: number
  /** Chains that went with the record of their person, and what they came to. */
  readonly erased: { readonly people: number; readonly entries: number; readonly minutes: number }
  readonly broken: readonly BrokenLink[]
}

/**
 * Computes every chain of a service again, and every root that an award states, and tells each first broken link. Of
 * chains that were erased with the record of their person, the hours that stay must come to what was written down.
 */
export const checkLedger = async (deps: Deps, organisationId: string): Promise<LedgerCheck> => {
  const broken: BrokenLink[] = []
  let people = 0
  let entries = 0
  let after: string | undefined
  do {
    const from = after
    const found = await withOrganisation(deps.db, organisationId, async (scope) => {
      const heads = await store.listHeadsAfter(scope, from, peopleAtOnce)
      const ids = heads.map(({ personId }) => personId)
      return {
        heads,
        entries: await store.listEntries(scope, ids),
        awards: await store.listAwardRoots(scope, ids),
      }
    })
    const entriesOf = Map.groupBy(found.entries, (entry) => entry.personId)
    const awardsOf = Map.groupBy(found.awards, (award) => award.personId)
    for (const head of found.heads) {
      const fault = checkChain(head, entriesOf.get(head.personId) ?? [], awardsOf.get(head.personId) ?? [])
      if (fault !== undefined) broken.push({ personId: head.personId, ...fault })
    }
    people += found.heads.length
    entries += found.entries.length
    after = found.heads.length < peopleAtOnce ? undefined : found.heads.at(-1)?.personId
  } while (after !== undefined)
  const erasures = await withOrganisation(deps.db, organisationId, listChainErasures)
  for (const { giver, entries: sequence, minutes, keptMinutes } of erasures) {
    if (minutes === keptMinutes) continue
    broken.push({ personId: giver, sequence, fault: 'erasure-differs', subject: null })
  }
  const sum = (of: (one: (typeof erasures)[number]) => number) =>
    erasures.reduce((all, one) => all + of(one), 0)
  const erased = {
    people: erasures.length,
    entries: sum((one) => one.entries),
    minutes: sum((one) => one.minutes),
  }
  return { people, entries, erased, broken }
}

type Linked = ChainedEntry & { readonly hash: string }
type Fault = Omit<BrokenLink, 'personId'>

const checkChain = (
  head: store.Head,
  entries: readonly Linked[],
  awards: readonly { readonly awardId: string; readonly sequence: number; readonly root: string }[],
): Fault | undefined => {
  let before = chainStart
  for (const [position, entry] of entries.entries()) {
    const sequence = position + 1
    if (entry.sequence !== sequence) return { sequence, fault: 'entry-missing', subject: null }
    if (store.hashEntry(before, entry) !== entry.hash)
      return { sequence, fault: 'entry-altered', subject: entry.sessionId }
    before = entry.hash
  }
  if (head.sequence > entries.length)
    return { sequence: entries.length + 1, fault: 'entry-missing', subject: null }
  // A head that was read before an entry was added is behind the entries, not at odds with them.
  if (head.sequence > 0 && entries[head.sequence - 1]?.hash !== head.hash)
    return { sequence: head.sequence, fault: 'head-differs', subject: null }
  const award = awards.find(({ sequence, root }) => sequence > 0 && entries[sequence - 1]?.hash !== root)
  return award && { sequence: award.sequence, fault: 'award-differs', subject: award.awardId }
}

/** Where the chain of each of some people stands now, and its root; before the first entry, the start of chains. */
export const ledgerHeads = async (
  deps: Deps,
  organisationId: string,
  personIds: readonly string[],
): Promise<(personId: string) => { readonly sequence: number; readonly root: string }> => {
  const heads = await withOrganisation(deps.db, organisationId, (scope) => store.listHeads(scope, personIds))
  return (personId) => {
    const { sequence = 0, hash = chainStart } = heads.get(personId) ?? {}
    return { sequence, root: hash }
  }
}
