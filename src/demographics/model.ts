import type { SettingKey } from '../settings/model'

/** Says that somebody read the question and does not answer it: not the same as no answer. */
export const preferNotToSay = 'prefer-not-to-say'

type Question = {
  readonly setting: SettingKey
  /** The list of codes and its version, kept with each answer. */
  readonly scheme: string
  readonly version: string
  /** In the order in which they are asked; none for a year. */
  readonly codes: readonly string[]
  /** Not told of a single service. */
  readonly nationalOnly?: true
  /** Only asked from this age on, in years. */
  readonly fromAge?: number
}

const count = (most: number) => Array.from({ length: most }, (_, position) => String(position + 1))

/**
 * What volunteers may be asked about themselves, each switched on or off by a setting.
 * @see ONS, Census 2021, variable ethnic_group_tb; Community Life Survey 2023/24 (sex, gender identity)
 */
export const questions = {
  'birth-year': { setting: 'questions.birth-year', scheme: 'year-of-birth', version: '1', codes: [] },
  'ethnic-group': {
    setting: 'questions.ethnic-group',
    scheme: 'census2021-ew',
    version: 'ethnic_group_tb_20b',
    codes: [
      '13',
      '14',
      '15',
      '16',
      '17',
      '9',
      '10',
      '11',
      '12',
      '1',
      '2',
      '3',
      '4',
      '5',
      '6',
      '7',
      '8',
      '18',
      '19',
    ],
  },
  'long-term-condition': {
    setting: 'questions.disability',
    scheme: 'equality-act-condition',
    version: '1',
    codes: ['yes', 'no'],
  },
  sex: { setting: 'questions.sex', scheme: 'cls-2023-24', version: '1', codes: ['female', 'male'] },
  'gender-identity': {
    setting: 'questions.gender-identity',
    scheme: 'cls-2023-24',
    version: '1',
    codes: ['same', 'different'],
    nationalOnly: true,
    fromAge: 16,
  },
  employment: {
    setting: 'questions.employment',
    scheme: 'colophon-employment',
    version: '1',
    codes: count(7),
  },
} as const satisfies Record<string, Question>

export type QuestionKey = keyof typeof questions
// The keys of the table above, which has no others.
export const questionKeys = Object.keys(questions) as QuestionKey[]

/** Bands of age for figures, first year of each; those of the Community Life Survey are joined to hold more people. */
export const ageBands = [0, 13, 16, 18, 25, 35, 45, 55, 65, 75] as const

/** What somebody answered, by question. */
export type Answers = ReadonlyMap<QuestionKey, string>

/** How many gave each answer; `missing` are those who gave none. */
export type AnswerCounts = Readonly<Record<string, number>>
