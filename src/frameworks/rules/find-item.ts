import type { FoundItem, Framework } from '../model'
import { nationalFrameworks } from './national-frameworks'

/** A framework that comes with the service, in the version that is named or else the newest. */
export const findFramework = (id: string, version?: string): Framework | undefined =>
  nationalFrameworks.find(
    (framework) => framework.id === id && (version === undefined || framework.version === version),
  )

const byCode: ReadonlyMap<string, FoundItem> = new Map(
  nationalFrameworks
    .toReversed()
    .flatMap((framework) => framework.items.map((item) => [item.code, { framework, item }] as const)),
)

/**
 * The entry with a code, such as X25, SB-listening, EDS-1, ULO-R, LS-24 or RO-01, in the newest version of the
 * framework that has it. Only frameworks that come with the service are looked in.
 */
export const findItem = (code: string): FoundItem | undefined => byCode.get(code)
