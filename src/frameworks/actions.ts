import type { Deps } from '../deps'
import { path } from '../paths'
import { ProblemError } from '../problems'
import { alignToItem, itemPath } from './alignments'
import type { FoundItem, Framework } from './model'
import { findFramework, findItem } from './rules/find-item'
import type { FrameworkAddresses } from './rules/write-framework'

/** A framework in the version of its address. Throws `not-found`. */
export const getFramework = async (_deps: Deps, id: string, version: string): Promise<Framework> => {
  const framework = findFramework(id, version)
  if (framework === undefined) throw new ProblemError('not-found')
  return framework
}

/** An entry of a framework in one version. Throws `not-found`. */
export const getFrameworkItem = async (
  deps: Deps,
  at: { readonly framework: string; readonly version: string; readonly code: string },
): Promise<FoundItem> => {
  const framework = await getFramework(deps, at.framework, at.version)
  const item = framework.items.find(({ code }) => code === at.code)
  if (item === undefined) throw new ProblemError('not-found')
  return { framework, item }
}

/** The addresses that documents about frameworks carry. */
export const frameworkAddresses = ({ config }: Deps): FrameworkAddresses => ({
  framework: ({ id, version }) => config.origin + path('framework', { framework: id, version }),
  item: (found) => config.origin + itemPath(found),
  related: (code) => {
    const found = findItem(code)
    return found && alignToItem(found, config.origin).targetUrl
  },
})
