import type { SettingGroup, SettingKey } from './model'

type Words = { readonly name: string; readonly hint: string }

const en: Readonly<Record<SettingKey, Words>> = {
  'figures.least-count': {
    name: 'Smallest figure that is shown',
    hint: 'Smaller ones are left out. 0 is shown as 0.',
  },
  'figures.rounding-base': { name: 'Figures are rounded to', hint: 'Each figure and each total by itself.' },
  'figures.percentage-base': {
    name: 'Percentages need at least',
    hint: 'Below it no percentage is shown.',
  },
  'figures.least-volunteers': {
    name: 'Breakdowns need at least',
    hint: 'A service with fewer volunteers gives the number of volunteers and of hours only.',
  },
  'figures.dominant-share': {
    name: 'One person may give at most',
    hint: 'Where one person gave more of the hours, the hours are left out.',
  },
  'questions.birth-year': { name: 'Ask for the year of birth', hint: 'Nobody has to answer.' },
  'questions.ethnic-group': { name: 'Ask for the ethnic group', hint: 'Nobody has to answer.' },
  'questions.disability': { name: 'Ask about health and disability', hint: 'Nobody has to answer.' },
  'questions.sex': { name: 'Ask for sex', hint: 'Nobody has to answer.' },
  'questions.gender-identity': {
    name: 'Ask about gender identity',
    hint: 'Only people known to be 16 or over are asked. Nobody has to answer.',
  },
  'questions.employment': {
    name: 'Ask about work and study',
    hint: 'The answers do not follow a confirmed national list.',
  },
  'retention.profile-months': {
    name: 'Records are kept after the last session for',
    hint: 'Then who it was is erased. The hours stay in the totals.',
  },
  'retention.held-months': {
    name: 'Records of complaints and accidents are kept for',
    hint: 'From the day the matter is closed.',
  },
  'retention.import-days': {
    name: 'Uploaded spreadsheets are kept for',
    hint: 'The file itself. The hours in it stay.',
  },
  'retention.automatic': {
    name: 'Erase by itself what is past its time',
    hint: 'Once a day. The list of what will go is always there to read.',
  },
}

const cy: Readonly<Record<SettingKey, Words>> = {
  'figures.least-count': {
    name: 'Y ffigur lleiaf a ddangosir',
    hint: 'Gadewir rhai llai allan. Dangosir 0 fel 0.',
  },
  'figures.rounding-base': {
    name: 'Talgrynnir ffigurau i',
    hint: 'Pob ffigur a phob cyfanswm ar ei ben ei hun.',
  },
  'figures.percentage-base': { name: 'Mae canrannau angen o leiaf', hint: 'O dano ni ddangosir canran.' },
  'figures.least-volunteers': {
    name: 'Mae dadansoddiadau angen o leiaf',
    hint: 'Nifer y gwirfoddolwyr a’r oriau yn unig a rydd gwasanaeth â llai o wirfoddolwyr.',
  },
  'figures.dominant-share': {
    name: 'Gall un person roi hyd at',
    hint: 'Lle rhoddodd un person fwy o’r oriau, gadewir yr oriau allan.',
  },
  'questions.birth-year': { name: 'Gofyn am flwyddyn geni', hint: 'Nid oes rhaid i neb ateb.' },
  'questions.ethnic-group': { name: 'Gofyn am grŵp ethnig', hint: 'Nid oes rhaid i neb ateb.' },
  'questions.disability': { name: 'Gofyn am iechyd ac anabledd', hint: 'Nid oes rhaid i neb ateb.' },
  'questions.sex': { name: 'Gofyn am ryw', hint: 'Nid oes rhaid i neb ateb.' },
  'questions.gender-identity': {
    name: 'Gofyn am hunaniaeth rhywedd',
    hint: 'Dim ond pobl y gwyddys eu bod yn 16 neu’n hŷn a holir. Nid oes rhaid i neb ateb.',
  },
  'questions.employment': {
    name: 'Gofyn am waith ac astudio',
    hint: 'Nid yw’r atebion yn dilyn rhestr genedlaethol a gadarnhawyd.',
  },
  'retention.profile-months': {
    name: 'Cedwir cofnodion ar ôl y sesiwn olaf am',
    hint: 'Yna dilëir pwy ydoedd. Mae’r oriau’n aros yn y cyfansymiau.',
  },
  'retention.held-months': {
    name: 'Cedwir cofnodion cwynion a damweiniau am',
    hint: 'O’r diwrnod y caeir y mater.',
  },
  'retention.import-days': {
    name: 'Cedwir taenlenni a lanlwythwyd am',
    hint: 'Y ffeil ei hun. Mae’r oriau ynddi yn aros.',
  },
  'retention.automatic': {
    name: 'Dileu ohono’i hun yr hyn sydd wedi mynd heibio’i amser',
    hint: 'Unwaith y dydd. Mae’r rhestr o’r hyn a fydd yn mynd yno i’w darllen bob amser.',
  },
}

/** What each setting is called, and what it does. */
export const settingText = { en, cy }

/** What a group of settings is called. */
export const groupText: Readonly<Record<'en' | 'cy', Readonly<Record<SettingGroup, string>>>> = {
  en: {
    figures: 'Figures that leave the service',
    questions: 'Questions about people as a group',
    retention: 'How long data is kept',
  },
  cy: {
    figures: 'Ffigurau sy’n gadael y gwasanaeth',
    questions: 'Cwestiynau am bobl fel grŵp',
    retention: 'Am ba hyd y cedwir data',
  },
}
