import type { MembershipRole } from '../organisations/model'

/** One made-up library service of the demonstration. */
export type DemoService = {
  readonly slug: string
  readonly nameEn: string
  readonly nameCy: string | null
  readonly nation: 'England' | 'Wales'
  readonly welshFirst: boolean
  readonly themeColour: string
  /** Codes of the national catalogue that this service has besides those of every service. */
  readonly moreRoles: readonly string[]
  readonly branches: readonly string[]
}

/** No real library service is meant; every page of a demo service says that it is made up. */
export const demoServices: readonly DemoService[] = [
  {
    slug: 'demo-northmere',
    nameEn: 'Northmere County Libraries (demo)',
    nameCy: null,
    nation: 'England',
    welshFirst: false,
    themeColour: '#1d4f5c',
    moreRoles: ['RO-04'],
    branches: ['Market Square Library', 'Thornby Library'],
  },
  {
    slug: 'demo-dyffryn-arian',
    nameEn: 'Dyffryn Arian Libraries (demo)',
    nameCy: 'Llyfrgelloedd Dyffryn Arian (demo)',
    nation: 'Wales',
    welshFirst: true,
    themeColour: '#7a1f3d',
    moreRoles: ['RO-14', 'RO-18'],
    branches: ['Llyfrgell Pont-y-felin', 'Llyfrgell Bryn Eithin'],
  },
  {
    slug: 'demo-harbour-city',
    nameEn: 'Harbour City Libraries (demo)',
    nameCy: null,
    nation: 'England',
    welshFirst: false,
    themeColour: '#33447a',
    moreRoles: ['RO-13', 'RO-22'],
    branches: ['Quayside Library', 'Lamp Street Library'],
  },
]

/** Roles of the national catalogue that every demo service has, by their codes. */
export const demoRoles = ['RO-01', 'RO-02', 'RO-03', 'RO-05', 'RO-07', 'RO-08', 'RO-11', 'RO-17'] as const

/** Branches that every demo service has besides its own. */
export const demoBranches = [
  { name: 'Central Library', libraryType: 'LAL' },
  { name: 'Riverside Library', libraryType: 'LAL-' },
  { name: 'Hillside Community Library', libraryType: 'CL' },
] as const

export const demoNetworkSlug = 'demo-network'

/** The service where the personas are at home. */
const home = 'demo-northmere'

/** Somebody that a visitor of the demonstration may be. */
export type DemoPersona = {
  readonly key: 'coordinator' | 'volunteer' | 'guardian' | 'assessor' | 'head' | 'dpo' | 'union' | 'analyst'
  /** What the persona is, as it is printed at the start. */
  readonly label: string
  readonly name: string
  readonly email: string
  readonly organisationSlug: string
  readonly role: MembershipRole
}

const persona = (key: DemoPersona['key'], label: string, name: string, organisationSlug = home) => ({
  key,
  label,
  name,
  email: `${key}@${organisationSlug}.example`,
  organisationSlug,
  role: key,
})

export const demoPersonas: readonly DemoPersona[] = [
  persona('coordinator', 'Volunteer coordinator', 'Ruth Ashworth'),
  persona('volunteer', 'Volunteer', 'Amina Hassan'),
  persona('guardian', 'Parent or guardian', 'Sam Penrose'),
  persona('assessor', 'DofE assessor', 'Martin Quayle'),
  persona('head', 'Head of service', 'Helen Marsh'),
  persona('union', 'Union representative', 'Gareth Pugh'),
  persona('dpo', 'Data protection officer', 'Priya Nair'),
  persona('analyst', 'National analyst', 'Dafydd Rowlands', demoNetworkSlug),
]
