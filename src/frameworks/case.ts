import type { Deps } from '../deps'
import { path } from '../paths'
import { ProblemError } from '../problems'
import { nameNationalRole } from '../roles/rules/name-national-role'
import { alignToItem, itemPath } from './alignments'
import { findItem } from './rules/find-item'
import { inLanguage } from './rules/name-item'
import { ownFramework } from './rules/national-frameworks'
import { type CaseAssociation, type CaseItem, type CasePackage, writeCasePackage } from './rules/write-case'

/** The CASE package of our roles and skills with the addresses of this service. */
export const getOwnPackage = ({ config: { origin } }: Deps): CasePackage =>
  writeCasePackage(ownFramework, {
    document: (id) => origin + path('caseDocument', { id }),
    package: (id) => origin + path('casePackage', { id }),
    item: (id) => origin + path('caseItem', { id }),
    association: (id) => origin + path('caseAssociation', { id }),
    target: (code) => {
      const found = findItem(code)
      return found && { url: alignToItem(found, origin).targetUrl, title: inLanguage(found.item.name, 'en') }
    },
    source: origin + path('framework', { framework: ownFramework.id, version: ownFramework.version }),
    nameRole: nameNationalRole,
  })

/** An item of the package. Throws `not-found`. */
export const getCaseItem = (deps: Deps, id: string): CaseItem => {
  const item = getOwnPackage(deps).CFItems.find(({ identifier }) => identifier === id)
  if (item === undefined) throw new ProblemError('not-found')
  return item
}

/** An association of the package. Throws `not-found`. */
export const getCaseAssociation = (deps: Deps, id: string): CaseAssociation => {
  const association = getOwnPackage(deps).CFAssociations.find(({ identifier }) => identifier === id)
  if (association === undefined) throw new ProblemError('not-found')
  return association
}

/** An item with every association that starts or ends at it. Throws `not-found`. */
export const getCaseItemAssociations = (deps: Deps, id: string) => {
  const CFItem = getCaseItem(deps, id)
  const CFAssociations = getOwnPackage(deps).CFAssociations.filter(
    ({ originNodeURI, destinationNodeURI }) =>
      originNodeURI.identifier === id || destinationNodeURI.identifier === id,
  )
  return { CFItem, CFAssociations }
}

/** The page of an item of the package, for a person who opens its address; undefined where there is none. */
export const findPageOfItem = (id: string): string | undefined => {
  const own = [...ownFramework.skills, ...ownFramework.roles].find(({ guid }) => guid === id)
  const found = own && findItem(own.code)
  return found && itemPath(found)
}
