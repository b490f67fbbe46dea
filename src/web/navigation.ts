import type { Organisation, Permission } from '../organisations/model'
import { allows } from '../organisations/rules/permits'
import { path } from '../paths'
import type { Viewer } from './app-env'

export type NavigationKey =
  | 'today'
  | 'hours'
  | 'imports'
  | 'badges'
  | 'volunteers'
  | 'dofe'
  | 'skills'
  | 'frameworks'
  | 'roles'
  | 'boundary'
  | 'record'
  | 'consents'
  | 'network'
  | 'settings'
  | 'dataProtection'
  | 'verify'

export type NavigationItem = { readonly key: NavigationKey; readonly href: string }

const ofService: readonly { key: NavigationKey; permission: Permission; href: (slug: string) => string }[] = [
  { key: 'today', permission: 'service:read', href: (slug) => path('service', { slug }) },
  { key: 'hours', permission: 'hours:read', href: (slug) => path('serviceHours', { slug }) },
  { key: 'imports', permission: 'hours:import', href: (slug) => path('serviceImports', { slug }) },
  { key: 'badges', permission: 'badges:read', href: (slug) => path('serviceBadges', { slug }) },
  { key: 'volunteers', permission: 'people:read', href: (slug) => path('serviceVolunteers', { slug }) },
  { key: 'dofe', permission: 'dofe:manage', href: (slug) => path('serviceDofe', { slug }) },
  { key: 'skills', permission: 'skills:read', href: (slug) => path('serviceSkills', { slug }) },
  { key: 'frameworks', permission: 'frameworks:read', href: (slug) => path('serviceMappings', { slug }) },
  { key: 'roles', permission: 'roles:read', href: (slug) => path('serviceRoles', { slug }) },
  { key: 'boundary', permission: 'boundary:read', href: (slug) => path('serviceBoundary', { slug }) },
  { key: 'dataProtection', permission: 'privacy:manage', href: (slug) => path('servicePrivacy', { slug }) },
  { key: 'settings', permission: 'settings:read', href: (slug) => path('serviceSettings', { slug }) },
  { key: 'network', permission: 'network:read', href: (slug) => path('network', { slug }) },
]

/** The places that a viewer may go to from a page of an organisation, or from a page of nobody's. */
export const navigationOf = (
  viewer: Viewer | undefined,
  organisation: Organisation | undefined,
): NavigationItem[] => {
  if (viewer === undefined) return []
  const memberships = viewer.memberships.filter(({ organisationId }) => organisationId === organisation?.id)
  const here = ofService
    .filter(({ permission }) => memberships.some((one) => allows(one, permission)))
    .map(({ key, href }) => ({ key, href: href(organisation?.slug ?? '') }))
  const may = (permission: Permission) => viewer.memberships.some((one) => allows(one, permission))
  return [
    ...here,
    ...(may('record:read-own') ? [{ key: 'record', href: path('my') } as const] : []),
    ...(may('consents:give') ? [{ key: 'consents', href: path('myConsents') } as const] : []),
  ]
}
