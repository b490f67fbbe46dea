/** One made-up library service of the demonstration. */
export type DemoService = {
  readonly slug: string
  readonly nameEn: string
  readonly nameCy: string | null
  readonly nation: 'England' | 'Wales'
  readonly welshFirst: boolean
  readonly themeColour: string
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
  },
  {
    slug: 'demo-dyffryn-arian',
    nameEn: 'Dyffryn Arian Libraries (demo)',
    nameCy: 'Llyfrgelloedd Dyffryn Arian (demo)',
    nation: 'Wales',
    welshFirst: true,
    themeColour: '#7a1f3d',
  },
  {
    slug: 'demo-harbour-city',
    nameEn: 'Harbour City Libraries (demo)',
    nameCy: null,
    nation: 'England',
    welshFirst: false,
    themeColour: '#33447a',
  },
]

/** Roles of the national catalogue that every demo service has, by their codes. */
export const demoRoles = ['RO-01', 'RO-02', 'RO-03', 'RO-05', 'RO-07', 'RO-08', 'RO-11', 'RO-17'] as const

export const demoBranches = [
  { name: 'Central Library', libraryType: 'LAL' },
  { name: 'Riverside Library', libraryType: 'LAL-' },
  { name: 'Hillside Community Library', libraryType: 'CL' },
] as const

/** Somebody that a visitor of the demonstration may be. */
export type DemoPersona = {
  readonly key: 'coordinator' | 'volunteer' | 'assessor' | 'head' | 'analyst'
  /** What the persona is, as it is printed at the start. */
  readonly label: string
  readonly email: string
}

/** The service where the personas are at home. */
export const homeOfPersonas = 'demo-northmere'

export const demoPersonas: readonly DemoPersona[] = [
  { key: 'coordinator', label: 'Volunteer coordinator', email: 'coordinator@demo-northmere.example' },
  { key: 'volunteer', label: 'Volunteer', email: 'volunteer@demo-northmere.example' },
  { key: 'assessor', label: 'DofE assessor', email: 'assessor@demo-northmere.example' },
  { key: 'head', label: 'Head of service', email: 'head@demo-northmere.example' },
  { key: 'analyst', label: 'National analyst', email: 'analyst@demo-network.example' },
]

export const demoFirstNames = [
  'Amina',
  'Bethan',
  'Callum',
  'Daria',
  'Elin',
  'Farhan',
  'Grace',
  'Hywel',
  'Ifan',
  'Joanna',
  'Kofi',
  'Łucja',
  'Maryam',
  'Nia',
  'Oliver',
  'Priya',
  'Rhys',
  'Siân',
  'Tomos',
  'Zofia',
  'ليلى',
]
export const demoLastNames = [
  'Adeyemi',
  'Bevan',
  'Clarke',
  'Davies',
  'Evans',
  'Fletcher',
  'Griffiths',
  'Hassan',
  'Iqbal',
  'Jones',
  'Kaur',
  'Lewis',
  'Morgan',
  'Nowak',
  'Owen',
  'Parry',
  'Roberts',
  'Singh',
  'Williams',
  'Wójcik',
]
