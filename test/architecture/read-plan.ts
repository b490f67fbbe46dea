/** A node of a plan, as `explain (verbose, format json)` gives it. */
export type PlanNode = {
  readonly 'Node Type': string
  readonly 'Parent Relationship'?: string
  readonly 'Relation Name'?: string
  readonly Alias?: string
  readonly Plans?: readonly PlanNode[]
  readonly [name: string]: unknown
}

/** A table of tenants in a plan, by the name that the plan has for it. */
type Scan = { readonly table: string; readonly alias: string }

const joins = new Set(['Nested Loop', 'Hash Join', 'Merge Join'])
const conditions = ['Index Cond', 'Recheck Cond', 'Filter', 'Join Filter', 'Hash Cond', 'Merge Cond']

/** Which expressions a plan holds to be equal, through any number of steps. */
const makeClasses = () => {
  const parents = new Map<string, string>()
  const rootOf = (name: string): string => {
    const parent = parents.get(name) ?? name
    return parent === name ? name : rootOf(parent)
  }
  return { rootOf, equate: (a: string, b: string) => void parents.set(rootOf(a), rootOf(b)) }
}

const operand = String.raw`(\$\d+|'[0-9a-f-]{36}'::uuid|(?:"[^"]+"|\w+)\.(?:"[^"]+"|\w+))`
const equality = new RegExp(`${operand} = (?:ANY \\()?${operand}`, 'g')

const everyNode = function* (node: PlanNode): Generator<PlanNode> {
  yield node
  for (const child of node.Plans ?? []) yield* everyNode(child)
}

const plain = (name: string) => name.replaceAll('"', '')

/**
 * What a plan joins though it does not say that both are of one organisation: pairs of aliases of tenants' tables.
 * A query that is worked out by itself (an InitPlan) is no join; one that is asked for each row (a SubPlan) is.
 */
export const findStrayJoins = (plan: PlanNode, isTenantTable: (name: string) => boolean): string[] => {
  const { rootOf, equate } = makeClasses()
  for (const node of everyNode(plan)) {
    for (const name of conditions) {
      for (const [, left = '', right = ''] of String(node[name] ?? '').matchAll(equality)) {
        if (
          /\.organisation_id$|^organisation\.id$/.test(plain(left)) ||
          /\.organisation_id$/.test(plain(right))
        )
          equate(plain(left), plain(right))
      }
    }
  }
  for (const { Alias: alias, 'Relation Name': table, ...node } of everyNode(plan)) {
    if (alias === undefined || table !== undefined) continue
    // What a query within the query, or one named by `with`, gives out as organisation_id is that of its tables.
    const cte = [...everyNode(plan)].find((one) => one['Subplan Name'] === `CTE ${node['CTE Name']}`)
    for (const inner of everyNode(cte ?? { ...node }))
      if (inner.Alias !== undefined && isTenantTable(inner['Relation Name'] ?? ''))
        equate(`${plain(alias)}.organisation_id`, `${inner.Alias}.organisation_id`)
  }
  for (const node of everyNode(plan)) {
    // A plan names the columns of a union after those of its first part; a condition on one is on each.
    const parts = /^(Merge )?Append$/.test(node['Node Type']) ? (node.Plans ?? []) : []
    const [first, ...others] = parts.flatMap(({ Alias: alias }) =>
      alias === undefined ? [] : [plain(alias)],
    )
    for (const other of others) equate(`${first}.organisation_id`, `${other}.organisation_id`)
  }
  const stray: string[] = []
  const visit = (node: PlanNode): Scan[] => {
    const table = node['Relation Name'] ?? ''
    const own = node.Alias !== undefined && isTenantTable(table) ? [{ table, alias: node.Alias }] : []
    const children = (node.Plans ?? []).map((child) => ({
      apart: child['Parent Relationship'] === 'InitPlan',
      perRow: child['Parent Relationship'] === 'SubPlan',
      scans: visit(child),
    }))
    const within = children.filter(({ apart }) => !apart)
    const here = [...own, ...within.flatMap(({ scans }) => scans)]
    if (joins.has(node['Node Type']) || within.some(({ perRow }) => perRow)) {
      const [first] = here
      for (const scan of here) {
        if (first === undefined) continue
        const [a, b] = [first, scan].map(({ alias }) => rootOf(`${alias}.organisation_id`))
        if (a !== b) stray.push(`${first.alias} (${first.table}) with ${scan.alias} (${scan.table})`)
      }
    }
    return here
  }
  visit(plan)
  return [...new Set(stray)]
}
