import type { Organisation, Permission } from '../organisations/model'
import { allows } from '../organisations/rules/permits'
import { path } from '../paths'
import type { Viewer } from './app-env'

export type NavigationKey =
  | 'today'
  | 'volunteers'
  | 'hours'
  | 'imports'
  | 'checkIn'
  | 'badges'
  | 'skills'
  | 'words'
  | 'dofe'
  | 'frameworks'
  | 'roles'
  | 'placements'
  | 'boundary'
  | 'access'
  | 'figures'
  | 'network'
  | 'settings'
  | 'members'
  | 'dataProtection'
  | 'record'
  | 'mySkills'
  | 'myBadges'
  | 'consents'
  | 'verify'

export type NavigationItem = { readonly key: NavigationKey; readonly href: string; readonly current: boolean }

type Place = {
  readonly key: NavigationKey
  readonly permission: Permission
  readonly href: (slug: string) => string
}

/**
 * The places of a service, in the sections that its people think in. A section is named after its first place, and
 * leads to the first that the viewer may open.
 */
const sectionsOfService: readonly (readonly Place[])[] = [
  [{ key: 'today', permission: 'service:read', href: (slug) => path('service', { slug }) }],
  [{ key: 'volunteers', permission: 'people:read', href: (slug) => path('serviceVolunteers', { slug }) }],
  [
    { key: 'hours', permission: 'hours:read', href: (slug) => path('serviceHours', { slug }) },
    { key: 'imports', permission: 'hours:import', href: (slug) => path('serviceImports', { slug }) },
    { key: 'checkIn', permission: 'check-in:manage', href: (slug) => path('serviceCheckIn', { slug }) },
  ],
  [
    { key: 'badges', permission: 'badges:read', href: (slug) => path('serviceBadges', { slug }) },
    { key: 'skills', permission: 'skills:read', href: (slug) => path('serviceSkills', { slug }) },
    { key: 'words', permission: 'endorsements:write', href: (slug) => path('serviceWords', { slug }) },
    { key: 'dofe', permission: 'dofe:manage', href: (slug) => path('serviceDofe', { slug }) },
    { key: 'frameworks', permission: 'frameworks:read', href: (slug) => path('serviceMappings', { slug }) },
  ],
  [
    { key: 'roles', permission: 'roles:read', href: (slug) => path('serviceRoles', { slug }) },
    { key: 'placements', permission: 'placements:read', href: (slug) => path('servicePlacements', { slug }) },
    { key: 'boundary', permission: 'boundary:read', href: (slug) => path('serviceBoundary', { slug }) },
    { key: 'access', permission: 'access:read', href: (slug) => path('serviceAccess', { slug }) },
  ],
  [
    { key: 'figures', permission: 'figures:read', href: (slug) => path('servicePeopleFigures', { slug }) },
    { key: 'network', permission: 'network:read', href: (slug) => path('network', { slug }) },
  ],
  [
    { key: 'settings', permission: 'settings:read', href: (slug) => path('serviceSettings', { slug }) },
    { key: 'members', permission: 'members:read', href: (slug) => path('serviceMembers', { slug }) },
    { key: 'dataProtection', permission: 'privacy:manage', href: (slug) => path('servicePrivacy', { slug }) },
  ],
]

/** A volunteer's own places, those of one service where the page is of one that they volunteer for. */
const ownPlaces = (
  viewer: Viewer,
  organisation: Organisation | undefined,
): { readonly key: NavigationKey; readonly href: string }[] => {
  const may = (permission: Permission) => viewer.memberships.some((one) => allows(one, permission))
  const slug = viewer.memberships.some(
    (one) => one.organisationId === organisation?.id && allows(one, 'skills:record-own'),
  )
    ? organisation?.slug
    : undefined
  return [
    ...(may('record:read-own') ? [{ key: 'record', href: path('my') } as const] : []),
    ...(slug === undefined
      ? []
      : [
          { key: 'mySkills', href: path('mySkills', { slug }) } as const,
          { key: 'myBadges', href: path('myProgress', { slug }) } as const,
        ]),
    ...(may('consents:give') ? [{ key: 'consents', href: path('myConsents') } as const] : []),
  ]
}

/** The sections that a viewer may go to, and the places of the section that the page belongs to. */
export type Navigation = {
  readonly sections: readonly NavigationItem[]
  /** Empty where the section has one place alone. */
  readonly places: readonly NavigationItem[]
}

/** Whether a viewer may look for a volunteer of a service by name. */
export const mayFindPeople = (viewer: Viewer | undefined, organisation: Organisation): boolean =>
  viewer?.memberships.some((one) => one.organisationId === organisation.id && allows(one, 'people:read')) ??
  false

/** The places that a viewer may go to from a page of an organisation, or from a page of nobody's. */
export const navigationOf = (
  viewer: Viewer | undefined,
  organisation: Organisation | undefined,
  current: NavigationKey | undefined,
): Navigation => {
  if (viewer === undefined) return { sections: [], places: [] }
  const memberships = viewer.memberships.filter(({ organisationId }) => organisationId === organisation?.id)
  const open = sectionsOfService
    .map((section) => ({
      name: section[0]?.key,
      places: section
        .filter(({ permission }) => memberships.some((one) => allows(one, permission)))
        .map(({ key, href }) => ({ key, href: href(organisation?.slug ?? ''), current: key === current })),
    }))
    .filter(({ places }) => places.length > 0)
  const sections = open.map(({ name, places }): NavigationItem => {
    const [first] = places
    const only = places.length === 1 ? first?.key : name
    return {
      key: only ?? 'today',
      href: first?.href ?? '',
      current: places.some((place) => place.current),
    }
  })
  const here = open.find(({ places }) => places.some((place) => place.current))?.places ?? []
  const own = ownPlaces(viewer, organisation).map((place) => ({ ...place, current: place.key === current }))
  return { sections: [...sections, ...own], places: here.length > 1 ? here : [] }
}
