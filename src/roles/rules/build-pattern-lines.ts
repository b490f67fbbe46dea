import type { AccessRow, PatternLine } from '../access/model'

const bands = [
  { from: 50, name: '50+' },
  { from: 20, name: '20-49' },
  { from: 10, name: '10-19' },
  { from: 5, name: '5-9' },
  { from: 1, name: '1-4' },
] as const

/**
 * What a service may show others of how it gives access: for each system, kind of data and level, how many people have
 * it, as a band. No name, branch, role or date leaves.
 */
export const buildPatternLines = (
  rows: readonly Pick<AccessRow, 'system' | 'dataClass' | 'level' | 'personId'>[],
): PatternLine[] => {
  const groups = Map.groupBy(rows, ({ system, dataClass, level }) =>
    JSON.stringify([system, dataClass, level]),
  )
  return [...groups.values()]
    .flatMap(([first, ...rest]) => {
      if (first === undefined) return []
      const people = new Set([first, ...rest].map(({ personId }) => personId)).size
      const band = bands.find(({ from }) => people >= from)?.name ?? '1-4'
      return [{ system: first.system, dataClass: first.dataClass, level: first.level, people: band }]
    })
    .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
}
