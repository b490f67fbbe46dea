import { z } from 'zod'
import { withPublicRead } from '../database/scope'
import type { Deps } from '../deps'
import { path } from '../paths'
import { ProblemError } from '../problems'
import { alignToItem, itemPath } from './alignments'
import type { FoundItem, Framework } from './model'
import { findFramework, findItem } from './rules/find-item'
import { nationalFrameworks } from './rules/national-frameworks'
import { toFramework } from './rules/to-framework'
import type { FrameworkAddresses } from './rules/write-framework'
import { type FrameworkRow, findFrameworkRow, selectFrameworks, selectItems } from './store'

/** A framework in the version of its address: one that comes with the service, or was brought in. Throws `not-found`. */
export const getFramework = async (deps: Deps, id: string, version: string): Promise<Framework> => {
  const national = findFramework(id, version)
  if (national !== undefined) return national
  const found = z.uuid().safeParse(id).success
    ? await withPublicRead(deps.db, async (scope) => {
        const row = await findFrameworkRow(scope, id, version)
        return row && toFramework(row, await selectItems(scope, row.organisationId, row.id))
      })
    : undefined
  if (found === undefined) throw new ProblemError('not-found')
  return found
}

/** The frameworks that services brought in, without their items; of one service, where it is named. */
export const listImported = (deps: Deps, organisationId?: string): Promise<FrameworkRow[]> =>
  withPublicRead(deps.db, (scope) => selectFrameworks(scope, organisationId))

/** Every framework that a service may map its roles and badges to. */
export const listChoices = async (deps: Deps, organisationId: string): Promise<Framework[]> => {
  const imported = await withPublicRead(deps.db, async (scope) => {
    const rows = await selectFrameworks(scope, organisationId)
    return Promise.all(
      rows.map(async (row) => toFramework(row, await selectItems(scope, organisationId, row.id))),
    )
  })
  return [...nationalFrameworks, ...imported]
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
