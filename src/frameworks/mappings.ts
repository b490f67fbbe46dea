import { z } from 'zod'
import { recordAudit } from '../audit/actions'
import { withOrganisation } from '../database/scope'
import type { Deps } from '../deps'
import { ProblemError } from '../problems'
import { listRoles } from '../roles/actions'
import { alignToItem } from './alignments'
import { getFrameworkItem } from './lookup'
import type { FoundItem, ItemAlignment, Strength } from './model'
import { findItem } from './rules/find-item'
import { ownFramework } from './rules/national-frameworks'
import { countBadgeChanges, endMapping, insertMapping, type MappingRow, selectMappings } from './store'

/** What a mapping is of: a role of the service, or a badge by its code. */
export type MappingSubject = { readonly roleId: string } | { readonly badgeCode: string }

export type MappedItem = MappingRow & { readonly found: FoundItem }

const withItems = async (deps: Deps, rows: readonly MappingRow[]): Promise<MappedItem[]> => {
  const all = await Promise.all(
    rows.map(async (row) => {
      const { framework, version, code } = row
      const found = await getFrameworkItem(deps, { framework, version, code })
      return { ...row, found }
    }),
  )
  return all
}

/** What the roles and badges of a service are mapped to, beside what comes with the service. */
export const listMappings = async (deps: Deps, organisationId: string): Promise<MappedItem[]> =>
  withItems(deps, await withOrganisation(deps.db, organisationId, selectMappings))

/**
 * Maps a role or a badge to an item in one version of its framework. The same mapping again changes nothing.
 * Throws `not-found` for an unknown role or item.
 */
export const addMapping = async (
  deps: Deps,
  organisationId: string,
  subject: MappingSubject,
  link: {
    readonly framework: string
    readonly version: string
    readonly code: string
    readonly strength: Strength
  },
  actorEmail: string,
): Promise<{ added: boolean }> => {
  await getFrameworkItem(deps, link)
  const roleId = 'roleId' in subject ? subject.roleId : null
  const roles = roleId === null ? [] : await listRoles(deps, organisationId)
  if (roleId !== null && !roles.some(({ id }) => id === roleId)) throw new ProblemError('not-found')
  const badgeCode = 'badgeCode' in subject ? subject.badgeCode : null
  const actor = actorEmail.toLowerCase()
  const id = deps.random.uuid()
  const { framework, version, code, strength } = link
  return withOrganisation(deps.db, organisationId, async (scope) => {
    const mapping = { id, roleId, badgeCode, framework, version, code, strength }
    const added = await insertMapping(scope, { ...mapping, actor, at: deps.clock.now() })
    if (added) {
      await recordAudit(scope, {
        ...{
          id: deps.random.uuid(),
          actor,
          action: 'framework.mapped',
          subjectType: 'framework',
          subjectId: id,
        },
        detail: { of: roleId ?? badgeCode ?? '', framework, version, code, strength },
      })
    }
    return { added }
  })
}

/** Ends a mapping; what was issued while it stood stays as it was. Ending it again changes nothing. */
export const removeMapping = async (
  deps: Deps,
  organisationId: string,
  mappingId: string,
  actorEmail: string,
): Promise<void> => {
  if (!z.uuid().safeParse(mappingId).success) throw new ProblemError('not-found')
  const actor = actorEmail.toLowerCase()
  await withOrganisation(deps.db, organisationId, async (scope) => {
    if (!(await endMapping(scope, mappingId, { actor, at: deps.clock.now() }))) return
    await recordAudit(scope, {
      ...{ id: deps.random.uuid(), actor, action: 'framework.unmapped', subjectType: 'framework' },
      subjectId: mappingId,
    })
  })
}

/** The items that a service aligns a badge to, beside those of its definition, as credentials and pages need them. */
export const alignmentsForBadge = async (
  deps: Deps,
  organisationId: string,
  badgeCode: string,
  language: 'en' | 'cy' = 'en',
): Promise<(ItemAlignment & { readonly strength: Strength; readonly code: string })[]> => {
  const rows = await withOrganisation(deps.db, organisationId, selectMappings)
  const own = await withItems(
    deps,
    rows.filter((row) => row.badgeCode === badgeCode),
  )
  return own.map(({ found, strength, code }) => ({
    ...{ ...alignToItem(found, deps.config.origin, language), strength, code },
  }))
}

/** How often a service changed what a badge is mapped to: 0 where it never did. */
export const badgeRevision = (deps: Deps, organisationId: string, badgeCode: string): Promise<number> =>
  withOrganisation(deps.db, organisationId, (scope) => countBadgeChanges(scope, badgeCode))

type Practised = { readonly framework: string; readonly version: string; readonly code: string }

const linkOf = ({ framework, item }: FoundItem): Practised => ({
  ...{ framework: framework.id, version: framework.version, code: item.code },
})

/**
 * What each role of a service gives practice in: the skills of its national role and the items related to them, and
 * what the service mapped it to.
 */
export const practisedByRoles = async (
  deps: Deps,
  organisationId: string,
): Promise<Map<string, readonly Practised[]>> => {
  const rows = await withOrganisation(deps.db, organisationId, selectMappings)
  const roles = await listRoles(deps, organisationId)
  return new Map(
    roles.map(({ id, nationalCode }) => {
      const national = ownFramework.roles.find(({ code }) => code === nationalCode)?.skills ?? []
      const related = national.flatMap((code) => findItem(code)?.item.related ?? [])
      const known = [...national, ...related].flatMap((code) => findItem(code) ?? []).map(linkOf)
      const mapped = rows.filter(({ roleId }) => roleId === id)
      return [id, [...known, ...mapped.map(({ framework, version, code }) => ({ framework, version, code }))]]
    }),
  )
}
