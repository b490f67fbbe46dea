import { badgeDefinitions } from './catalogue'
import type { EditionLanguage } from './model'

type Family = Readonly<Record<EditionLanguage, { readonly name: string; readonly atWork: string }>> & {
  /** Codes of what the national badges are aligned to. */
  readonly codes: readonly string[]
}

/** What the skills of the catalogue come to at work, in words for people who take somebody on. */
const families: readonly Family[] = [
  {
    codes: ['X37', 'X25', 'X11', 'X12', 'X44', 'SB-speaking', 'SB-listening', 'FS-E-SLC', 'X41'],
    en: {
      name: 'Talking and listening',
      atWork: 'They have met members of the public face to face, listened, and made themselves understood.',
    },
    cy: {
      name: 'Siarad a gwrando',
      atWork: 'Maent wedi cwrdd ag aelodau o’r cyhoedd wyneb yn wyneb, wedi gwrando, ac wedi egluro’n glir.',
    },
  },
  {
    codes: ['X05', 'X06', 'X42', 'X15', 'X13'],
    en: {
      name: 'Being someone to rely on',
      atWork: 'They came when they said they would, and saw things through. Somebody wrote down each time.',
    },
    cy: {
      name: 'Bod yn rhywun i ddibynnu arno',
      atWork: 'Daethant pan oeddent wedi dweud y byddent, a gorffen y gwaith. Cofnodwyd pob tro.',
    },
  },
  {
    codes: ['X01', 'X03', 'X04', 'X34', 'X35', 'X28', 'SB-teamwork', 'SB-leadership'],
    en: {
      name: 'Working with others',
      atWork: 'They worked beside staff and other volunteers, and know how to share a task.',
    },
    cy: {
      name: 'Gweithio gydag eraill',
      atWork: 'Buont yn gweithio ochr yn ochr â staff a gwirfoddolwyr eraill, a gwyddant sut i rannu tasg.',
    },
  },
  {
    codes: ['X02', 'X27', 'X23', 'X39', 'X33'],
    en: {
      name: 'Helping people to learn',
      atWork:
        'They explained things step by step to children or adults, at the pace of the person in front of them.',
    },
    cy: {
      name: 'Helpu pobl i ddysgu',
      atWork: 'Maent wedi egluro pethau gam wrth gam i blant neu oedolion, wrth bwysau’r sawl o’u blaen.',
    },
  },
  {
    codes: ['X26', 'X36', 'X14', 'X40', 'X38'],
    en: {
      name: 'Looking after people',
      atWork: 'They were there for people of every age and background, and made them welcome.',
    },
    cy: {
      name: 'Gofalu am bobl',
      atWork: 'Buont yno i bobl o bob oed a chefndir, ac yn rhoi croeso iddynt.',
    },
  },
  {
    codes: ['X17', 'X29', 'X30', 'X16'],
    en: {
      name: 'Keeping people and facts safe',
      atWork:
        'They kept to the rules that protect the public: on safety, on children, on what stays private.',
    },
    cy: {
      name: 'Cadw pobl a gwybodaeth yn ddiogel',
      atWork: 'Maent wedi cadw at y rheolau sy’n diogelu’r cyhoedd: diogelwch, plant, a’r hyn sy’n breifat.',
    },
  },
  {
    codes: ['X20', 'X21', 'X31', 'X18'],
    en: {
      name: 'Finding and sorting information',
      atWork: 'They handled records and digital material with care, and solved what got in the way.',
    },
    cy: {
      name: 'Dod o hyd i wybodaeth a’i threfnu',
      atWork: 'Buont yn trin cofnodion a deunydd digidol yn ofalus, ac yn datrys yr hyn oedd yn y ffordd.',
    },
  },
  {
    codes: ['X09', 'X24', 'SB-creativity', 'SB-problem-solving'],
    en: {
      name: 'Thinking of something new',
      atWork: 'They met problems that nobody had a script for, and came up with an answer.',
    },
    cy: {
      name: 'Meddwl am rywbeth newydd',
      atWork: 'Cawsant broblemau heb ateb parod, a meddwl am ateb eu hunain.',
    },
  },
]

const codes: ReadonlyMap<string, string> = new Map(
  badgeDefinitions.flatMap(({ alignments }) =>
    alignments.map(({ targetName, targetUrl, code }) => [`${targetUrl} ${targetName}`, code] as const),
  ),
)

/** The families that a badge is about, from what it is aligned to as it was signed, in the order of the table. */
export const familiesOf = (
  alignments: readonly { readonly name: string; readonly url: string }[],
  language: EditionLanguage,
): readonly { readonly name: string; readonly atWork: string }[] => {
  const held = new Set(alignments.map(({ name, url }) => codes.get(`${url} ${name}`)))
  return families.filter((family) => family.codes.some((code) => held.has(code))).map((one) => one[language])
}
