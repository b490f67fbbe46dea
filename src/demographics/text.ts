import type { QuestionKey } from './model'

type Words = {
  readonly name: string
  readonly ask: string
  readonly hint?: string
  readonly codes: Readonly<Record<string, string>>
}

const en: Readonly<Record<QuestionKey, Words>> = {
  'birth-year': { name: 'Age', ask: 'In which year were you born?', hint: 'Such as 1987.', codes: {} },
  'ethnic-group': {
    name: 'Ethnic group',
    ask: 'What is your ethnic group?',
    codes: {
      '13': 'White: English, Welsh, Scottish, Northern Irish or British',
      '14': 'White: Irish',
      '15': 'White: Gypsy or Irish Traveller',
      '16': 'White: Roma',
      '17': 'White: any other White background',
      '9': 'Mixed or multiple: White and Asian',
      '10': 'Mixed or multiple: White and Black African',
      '11': 'Mixed or multiple: White and Black Caribbean',
      '12': 'Mixed or multiple: any other background',
      '1': 'Asian, Asian British or Asian Welsh: Bangladeshi',
      '2': 'Asian, Asian British or Asian Welsh: Chinese',
      '3': 'Asian, Asian British or Asian Welsh: Indian',
      '4': 'Asian, Asian British or Asian Welsh: Pakistani',
      '5': 'Asian, Asian British or Asian Welsh: any other background',
      '6': 'Black, Black British, Black Welsh, Caribbean or African: African',
      '7': 'Black, Black British, Black Welsh, Caribbean or African: Caribbean',
      '8': 'Black, Black British, Black Welsh, Caribbean or African: any other background',
      '18': 'Arab',
      '19': 'Any other ethnic group',
    },
  },
  'long-term-condition': {
    name: 'Long-term condition',
    ask: 'Do you have any physical or mental health conditions or illnesses lasting or expected to last for 12 months or more?',
    codes: { yes: 'Yes', no: 'No' },
  },
  sex: { name: 'Sex', ask: 'What is your sex?', codes: { female: 'Female', male: 'Male' } },
  'gender-identity': {
    name: 'Gender identity',
    ask: 'Is the gender you identify with the same as your sex registered at birth?',
    codes: { same: 'Yes', different: 'No' },
  },
  employment: {
    name: 'Work and study',
    ask: 'What do you mainly do?',
    codes: {
      '1': 'Working',
      '2': 'Unemployed and looking for work',
      '3': 'Student',
      '4': 'Retired',
      '5': 'Looking after home or family',
      '6': 'Long-term sick or disabled',
      '7': 'Something else',
    },
  },
}

const cy: typeof en = {
  'birth-year': {
    name: 'Oedran',
    ask: 'Ym mha flwyddyn y cawsoch eich geni?',
    hint: 'Megis 1987.',
    codes: {},
  },
  'ethnic-group': {
    name: 'Grŵp ethnig',
    ask: 'Beth yw eich grŵp ethnig?',
    codes: {
      '13': 'Gwyn: Cymreig, Seisnig, Albanaidd, Gogledd Iwerddon neu Brydeinig',
      '14': 'Gwyn: Gwyddelig',
      '15': 'Gwyn: Sipsi neu Deithiwr Gwyddelig',
      '16': 'Gwyn: Roma',
      '17': 'Gwyn: unrhyw gefndir Gwyn arall',
      '9': 'Cymysg neu luosog: Gwyn ac Asiaidd',
      '10': 'Cymysg neu luosog: Gwyn a Du Affricanaidd',
      '11': 'Cymysg neu luosog: Gwyn a Du Caribïaidd',
      '12': 'Cymysg neu luosog: unrhyw gefndir arall',
      '1': 'Asiaidd, Asiaidd Cymreig neu Asiaidd Prydeinig: Bangladeshaidd',
      '2': 'Asiaidd, Asiaidd Cymreig neu Asiaidd Prydeinig: Tsieineaidd',
      '3': 'Asiaidd, Asiaidd Cymreig neu Asiaidd Prydeinig: Indiaidd',
      '4': 'Asiaidd, Asiaidd Cymreig neu Asiaidd Prydeinig: Pacistanaidd',
      '5': 'Asiaidd, Asiaidd Cymreig neu Asiaidd Prydeinig: unrhyw gefndir arall',
      '6': 'Du, Du Cymreig, Du Prydeinig, Caribïaidd neu Affricanaidd: Affricanaidd',
      '7': 'Du, Du Cymreig, Du Prydeinig, Caribïaidd neu Affricanaidd: Caribïaidd',
      '8': 'Du, Du Cymreig, Du Prydeinig, Caribïaidd neu Affricanaidd: unrhyw gefndir arall',
      '18': 'Arabaidd',
      '19': 'Unrhyw grŵp ethnig arall',
    },
  },
  'long-term-condition': {
    name: 'Cyflwr hirdymor',
    ask: 'A oes gennych unrhyw gyflyrau neu salwch corfforol neu feddyliol sydd wedi para neu y disgwylir iddynt bara 12 mis neu fwy?',
    codes: { yes: 'Oes', no: 'Nac oes' },
  },
  sex: { name: 'Rhyw', ask: 'Beth yw eich rhyw?', codes: { female: 'Benyw', male: 'Gwryw' } },
  'gender-identity': {
    name: 'Hunaniaeth rhywedd',
    ask: 'A yw’r rhywedd yr ydych yn uniaethu ag ef yr un fath â’ch rhyw a gofrestrwyd adeg eich geni?',
    codes: { same: 'Ydy', different: 'Nac ydy' },
  },
  employment: {
    name: 'Gwaith ac astudio',
    ask: 'Beth ydych chi’n ei wneud yn bennaf?',
    codes: {
      '1': 'Gweithio',
      '2': 'Yn ddi-waith ac yn chwilio am waith',
      '3': 'Myfyriwr',
      '4': 'Wedi ymddeol',
      '5': 'Gofalu am gartref neu deulu',
      '6': 'Yn sâl neu’n anabl yn hirdymor',
      '7': 'Rhywbeth arall',
    },
  },
}

/** What each question and each answer is called. */
export const questionText = { en, cy }

const pageEn = {
  title: 'About you as part of a group',
  intro:
    'These questions help your service and the national network to see who volunteers, and who does not yet. You do not have to answer any of them.',
  promises: [
    'Nobody at your service sees your answers. They are kept apart from your name.',
    'Only figures about many people are made of them. Small figures are left out.',
    'You can change or withdraw your answers at any time.',
  ],
  start: 'Go through the questions',
  none: 'Your service asks no questions.',
  yours: 'Your answers',
  noAnswer: 'No answer',
  prefer: 'Prefer not to say',
  change: 'Change',
  withdraw: 'Withdraw all answers',
  save: 'Save and go on',
  skip: 'Skip this question',
  back: 'Your data',
  problem: 'Choose an answer, or skip the question',
  yearProblem: 'Enter a year with four digits, or skip the question',
  missing: 'No answer given',
  figures: 'Who volunteers',
  figuresIntro: (quarter: string) =>
    `Figures of the quarter ${quarter}. They stay the same until the quarter ends, so that no change points at a person.`,
  volunteers: (count: string) => `Volunteers: ${count}`,
  withheld: 'withheld',
  tooFew: 'There are too few volunteers for more than that.',
  answer: 'Answer',
  people: 'People',
  share: 'Of those who answered',
  note: 'Figures are rounded, each by itself. A figure that could point at a person is withheld, and with it another one from which it could be worked out.',
}

const pageCy: typeof pageEn = {
  title: 'Amdanoch chi fel rhan o grŵp',
  intro:
    'Mae’r cwestiynau hyn yn helpu eich gwasanaeth a’r rhwydwaith cenedlaethol i weld pwy sy’n gwirfoddoli, a phwy nad yw’n gwneud eto. Nid oes rhaid ichi ateb yr un ohonynt.',
  promises: [
    'Nid oes neb yn eich gwasanaeth yn gweld eich atebion. Fe’u cedwir ar wahân i’ch enw.',
    'Dim ond ffigurau am lawer o bobl a wneir ohonynt. Gadewir ffigurau bach allan.',
    'Gallwch newid neu dynnu’ch atebion yn ôl unrhyw bryd.',
  ],
  start: 'Mynd drwy’r cwestiynau',
  none: 'Nid yw eich gwasanaeth yn gofyn cwestiynau.',
  yours: 'Eich atebion',
  noAnswer: 'Dim ateb',
  prefer: 'Mae’n well gennyf beidio â dweud',
  change: 'Newid',
  withdraw: 'Tynnu pob ateb yn ôl',
  save: 'Cadw a mynd ymlaen',
  skip: 'Hepgor y cwestiwn hwn',
  back: 'Eich data',
  problem: 'Dewiswch ateb, neu hepgorwch y cwestiwn',
  yearProblem: 'Rhowch flwyddyn â phedwar digid, neu hepgorwch y cwestiwn',
  missing: 'Ni roddwyd ateb',
  figures: 'Pwy sy’n gwirfoddoli',
  figuresIntro: (quarter) =>
    `Ffigurau’r chwarter ${quarter}. Maent yn aros yr un fath nes i’r chwarter ddod i ben, fel nad oes newid yn pwyntio at berson.`,
  volunteers: (count) => `Gwirfoddolwyr: ${count}`,
  withheld: 'heb ei ddangos',
  tooFew: 'Mae rhy ychydig o wirfoddolwyr ar gyfer mwy na hynny.',
  answer: 'Ateb',
  people: 'Pobl',
  share: 'O’r rhai a atebodd',
  note: 'Mae’r ffigurau wedi’u talgrynnu, bob un ar ei ben ei hun. Ni ddangosir ffigur a allai bwyntio at berson, na’r un y gellid ei gyfrifo ohono.',
}

export const demographicsText = { en: pageEn, cy: pageCy }
