import { rollDice } from './roll-dice'

/** Names as they are met in a library, first and last of one tradition together. */
const traditions = {
  english: {
    first: ['Callum', 'Joanna', 'Oliver', 'Margaret', 'Peter', 'Hannah', 'Derek', 'Chloe', 'Alan', 'Joyce'],
    last: ['Clarke', 'Fletcher', 'Hartnell', 'Barker', 'Winter', 'Cooper', 'Holroyd', 'Bell', 'Tranter'],
  },
  welsh: {
    first: [
      'Bethan',
      'Elin',
      'Hywel',
      'Ifan',
      'Nia',
      'Rhys',
      'Siân',
      'Tomos',
      'Llŷr',
      'Mererid',
      'Gwenllïan',
    ],
    last: ['Bevan', 'Davies', 'Evans', 'Griffiths', 'Jones', 'Owen', 'Parry', 'ap Gwilym', 'Môn', 'Rees'],
  },
  polish: {
    first: ['Łucja', 'Zofia', 'Paweł', 'Wojciech', 'Agata', 'Małgorzata'],
    last: ['Nowak', 'Wójcik', 'Kaczmarek', 'Żak', 'Lewandowska', 'Szczęsna'],
  },
  southAsian: {
    first: ['Priya', 'Farhan', 'Amrit', 'Nasreen', 'Dev', 'Sunita', 'Imran'],
    last: ['Kaur', 'Singh', 'Iqbal', 'Patel', 'Begum', 'Chowdhury'],
  },
  african: {
    first: ['Kofi', 'Abena', 'Chidi', 'Ngozi', 'Yetunde', 'Samira'],
    last: ['Mensah', 'Okafor', 'Adebayo', 'Osei', 'Warsame'],
  },
  arabic: {
    first: ['ليلى', 'مريم', 'يوسف', 'عمر', 'نور'],
    last: ['حسن', 'منصور', 'الخوري', 'سليمان'],
  },
  ukrainian: { first: ['Дарія', 'Олена', 'Андрій'], last: ['Коваленко', 'Бондар', 'Ткаченко'] },
} as const

const mixes = {
  England: [
    'english',
    'english',
    'english',
    'southAsian',
    'african',
    'polish',
    'welsh',
    'arabic',
    'ukrainian',
  ],
  Wales: ['welsh', 'welsh', 'welsh', 'welsh', 'english', 'polish', 'arabic', 'southAsian'],
} as const

/** The name of a made-up volunteer, one of those that are usual in a nation; the same words give the same name. */
export const nameDemoPerson = (
  nation: keyof typeof mixes,
  ...words: readonly (string | number)[]
): string => {
  const pick = <T>(from: readonly T[], what: string) => from[rollDice(from.length, what, ...words)]
  const { first, last } = traditions[pick<keyof typeof traditions>(mixes[nation], 'tradition') ?? 'english']
  return `${pick<string>(first, 'first')} ${pick<string>(last, 'last')}`
}
