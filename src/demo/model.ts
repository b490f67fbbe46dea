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

export const demoRoles = [
  {
    nationalCode: 'RO-01',
    titleEn: 'Summer Reading Challenge volunteer',
    titleCy: 'Gwirfoddolwr Sialens Ddarllen yr Haf',
    boundaryClass: 'value-added',
  },
  {
    nationalCode: 'RO-02',
    titleEn: 'Home library service',
    titleCy: 'Gwasanaeth llyfrgell cartref',
    boundaryClass: 'value-added',
  },
  {
    nationalCode: 'RO-03',
    titleEn: 'Digital champion',
    titleCy: 'Hyrwyddwr digidol',
    boundaryClass: 'value-added',
  },
  { nationalCode: 'RO-08', titleEn: 'Local history', titleCy: 'Hanes lleol', boundaryClass: 'value-added' },
] as const

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
