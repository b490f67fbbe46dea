import type { SessionFact } from '../../hours/model'
import { countMinutes } from '../../hours/rules/count-minutes'

type Linked = { readonly framework: string; readonly code: string }

const keyOf = ({ framework, code }: Linked) => `${framework} ${code}`

/**
 * The roles that practise a claim: the one it names, and those that practise an item that the claim is aligned to. The
 * version of a framework plays no part: the hours were given whatever the list was called then.
 */
export const rolesBehind = (
  claim: { readonly roleId: string | null; readonly alignments: readonly Linked[] },
  practised: ReadonlyMap<string, readonly Linked[]>,
): ReadonlySet<string> => {
  const wanted = new Set(claim.alignments.map(keyOf))
  const roles = [...practised].flatMap(([roleId, links]) =>
    links.some((link) => wanted.has(keyOf(link))) ? [roleId] : [],
  )
  return new Set(claim.roleId === null ? roles : [claim.roleId, ...roles])
}

/** The approved sessions in some roles, and their minutes, those at the same time counted once (rule HR-05). */
export const hoursBehind = (
  facts: readonly SessionFact[],
  roles: ReadonlySet<string>,
): { readonly sessions: number; readonly minutes: number } => {
  const counted = facts.filter(({ roleId }) => roles.has(roleId))
  return { sessions: counted.length, minutes: countMinutes(counted) }
}
