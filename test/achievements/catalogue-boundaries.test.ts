import { expect, test } from 'vitest'
import { badgeDefinitions, findNationalBadge } from '../../src/achievements/catalogue'
import { evaluateRule } from '../../src/achievements/rules/evaluate-rule'
import {
  type CountedSession,
  type Facts,
  noFacts,
  type RecordFact,
  type TrainingFact,
} from '../../src/achievements/rules/facts'

const today = '2028-03-01'

/** What one badge asks for, and no more of anything. */
type Least = {
  /** Minutes in roles, by day; whole sessions where the rule counts these. */
  readonly minutes?: readonly (readonly [role: string, day: string, minutes: number])[]
  readonly sessions?: readonly (readonly [role: string, day: string])[]
  readonly flags?: CountedSession['flags']
  readonly records?: Readonly<Partial<Record<RecordFact['kind'], number>>>
  /** How many of the people helped were in each area. */
  readonly areas?: Readonly<Record<string, number>>
  readonly trainings?: readonly (readonly [
    module: TrainingFact['module'],
    score: number | null,
    on: string,
  ])[]
  readonly inducted?: true
  readonly claims?: readonly (readonly [skill: string, role: string])[]
  readonly boundaries?: readonly string[]
  readonly age?: number
}

const [recently, day] = ['2028-02-29', '2028-02-10']
const hours = (role: string, count: number): Pick<Least, 'minutes'> => ({
  minutes: [[role, day, count * 60]],
})
const times = (role: string, count: number, month = '2028-02'): Pick<Least, 'sessions'> => ({
  sessions: Array.from({ length: count }, (_, at) => [role, `${month}-${String(at + 1).padStart(2, '0')}`]),
})
const trained = (module: TrainingFact['module'], score: number | null = null) =>
  [[module, score, recently]] as const

const least: readonly (readonly [code: string, way: string, least: Least])[] = [
  ['LV-01', '3 hours', { ...hours('RO-01', 3), inducted: true, records: { 'supervisor-tick': 1 } }],
  ['LV-01', '3 sessions', { ...times('RO-01', 3), inducted: true, records: { 'supervisor-tick': 1 } }],
  [
    'LV-02',
    '20 hours in 3 months',
    {
      minutes: [
        ['RO-01', '2027-12-31', 400],
        ['RO-01', '2028-01-01', 400],
        ['RO-01', '2028-02-29', 400],
      ],
    },
  ],
  ['LV-03', '50 hours', hours('RO-01', 50)],
  ['LV-04', '100 hours', hours('RO-01', 100)],
  ['LV-05', '10 hours in summer', { minutes: [['RO-01', '2027-06-01', 600]], records: { reflection: 1 } }],
  ['LV-05', '6 sessions in summer', { ...times('RO-01', 6, '2027-09'), records: { reflection: 1 } }],
  ['LV-06', '6 hours', { ...hours('RO-07', 6), records: { 'conversation-observed': 2 } }],
  [
    'LV-07',
    '8 hours',
    { ...hours('RO-05', 8), trainings: trained('safeguarding'), records: { 'segment-observed': 1 } },
  ],
  [
    'LV-08',
    '10 hours',
    {
      ...hours('RO-02', 10),
      trainings: trained('lone-working'),
      records: { 'eligibility-decision': 1, 'reader-feedback': 2 },
    },
  ],
  [
    'LV-08',
    '12 visits',
    {
      ...times('RO-02', 1),
      trainings: trained('lone-working'),
      records: { 'home-visit': 12, 'eligibility-decision': 1, 'reader-feedback': 2 },
    },
  ],
  ['LV-09', '10 hours', { ...hours('RO-07', 10), trainings: trained('listening') }],
  [
    'LV-10',
    '10 hours',
    {
      ...hours('RO-03', 10),
      trainings: trained('digital-safety'),
      areas: { 'EDS-1': 3, 'EDS-2': 1, 'EDS-3': 1 },
    },
  ],
  ['LV-11', 'a quiz', { trainings: trained('digital-safety-quiz', 80), records: { 'help-observed': 2 } }],
  [
    'LV-12',
    '8 sessions',
    { ...times('RO-04', 8), trainings: trained('safeguarding'), records: { 'project-shown': 1 } },
  ],
  ['LV-13', '15 hours', { ...hours('RO-08', 15), records: { 'items-checked': 20 } }],
  ['LV-14', 'a training', { trainings: [['data-protection', 80, '2026-03-01']] }],
  [
    'LV-15',
    '2 interviews',
    { ...times('RO-09', 1), records: { 'interview-completed': 2, 'consent-form': 2, 'summary-record': 2 } },
  ],
  ['LV-16', '10 hours of describing', hours('RO-08', 10)],
  ['LV-16', '10 hours of shelving', { ...hours('RO-10', 10), boundaries: ['RO-10'] }],
  ['LV-17', '12 hours', { ...hours('RO-11', 12), trainings: trained('safety-briefing') }],
  [
    'LV-18',
    '2 events',
    { ...times('RO-17', 2), records: { 'event-helped': 2, 'plan-task': 1, evaluation: 1 } },
  ],
  [
    'LV-19',
    'a led session',
    {
      ...times('RO-15', 1),
      age: 11,
      records: { 'plan-agreed': 1, 'session-led': 1, reflection: 1, 'mentor-sign-off': 1 },
    },
  ],
  [
    'LV-20',
    '2 reflections',
    { ...times('RO-01', 4), flags: ['intergenerational'], records: { reflection: 2 } },
  ],
  [
    'LV-20',
    'both sides',
    {
      ...times('RO-01', 4),
      flags: ['intergenerational'],
      records: { reflection: 1, 'reflection-other-side': 1 },
    },
  ],
  ['LV-21', '10 hours', { ...hours('RO-13', 10), trainings: trained('confidentiality') }],
  ['LV-22', '2 welcomes', { trainings: trained('inclusive-welcome'), records: { 'welcome-observed': 2 } }],
  ['LV-23', '8 sessions', times('RO-14', 8)],
  ['LV-24', '6 hours in Welsh', { ...hours('RO-18', 6), flags: ['welsh'] }],
  ['LV-25', '2 people', { ...times('RO-16', 1), records: { 'mentee-inducted': 2, 'mentee-feedback': 1 } }],
  [
    'LV-26',
    '3 skills from 2 roles',
    {
      claims: [
        ['X01', 'RO-01'],
        ['X02', 'RO-01'],
        ['X03', 'RO-02'],
      ],
      records: { reflection: 1, 'supervisor-conversation': 1 },
    },
  ],
  ['LV-27', 'a decision', { records: { 'award-decision': 1 } }],
]

const toFacts = (of: Least): Facts => {
  const { flags = [], records = {}, areas = {} } = of
  const session = (roleCode: string, localDate: string, minutes: number): CountedSession => ({
    ...{ roleCode, localDate, minutes, micro: false, flags },
  })
  const one = { faults: 0, badgeCode: null }
  return {
    ...noFacts(today),
    sessions: [
      ...(of.minutes ?? []).map(([role, on, minutes]) => session(role, on, minutes)),
      ...(of.sessions ?? []).map(([role, on]) => session(role, on, 30)),
    ],
    records: [
      // Every name of the table is a kind of record.
      ...Object.entries(records).map(([kind, count]) => ({
        ...one,
        kind: kind as RecordFact['kind'],
        count,
        area: null,
      })),
      ...Object.entries(areas).map(([area, count]) => ({
        ...one,
        kind: 'people-helped' as const,
        count,
        area,
      })),
    ].filter(({ count }) => count > 0),
    trainings: (of.trainings ?? []).map(([module, score, on]) => ({ module, score, on, validUntil: null })),
    inducted: of.inducted ?? false,
    claims: (of.claims ?? []).map(([skill, roleCode]) => ({ skill, roleCode })),
    boundaries: of.boundaries ?? [],
    age: of.age === undefined ? undefined : { least: of.age, most: of.age },
  }
}

const without = <T>(all: readonly T[], at: number): readonly T[] => all.toSpliced(at, 1)

/** Everything that is one short of it: a minute, a session, a record, a mark, a training, a day. */
const oneShort = (of: Least): Least[] => [
  ...(of.minutes ?? []).map(([role, on, minutes], at) => ({
    ...of,
    minutes: (of.minutes ?? []).with(at, [role, on, minutes - 1]),
  })),
  ...(of.sessions ?? []).map((_, at) => ({ ...of, sessions: without(of.sessions ?? [], at) })),
  ...(of.flags === undefined ? [] : [{ ...of, flags: [] }]),
  ...Object.entries(of.records ?? {}).map(([kind, count]) => ({
    ...of,
    records: { ...of.records, [kind]: count - 1 },
  })),
  ...Object.entries(of.areas ?? {}).map(([area, count]) => ({
    ...of,
    areas: { ...of.areas, [area]: count - 1 },
  })),
  ...(of.trainings ?? []).map((_, at) => ({ ...of, trainings: without(of.trainings ?? [], at) })),
  ...(of.trainings ?? []).flatMap(([module, score, on], at) =>
    score === null ? [] : [{ ...of, trainings: (of.trainings ?? []).with(at, [module, score - 1, on]) }],
  ),
  ...(of.inducted ? [{ ...of, inducted: undefined }] : []).map(({ inducted: _, ...rest }) => rest),
  ...(of.claims ?? []).map((_, at) => ({ ...of, claims: without(of.claims ?? [], at) })),
  ...(of.boundaries === undefined ? [] : [{ ...of, boundaries: [] }]),
  ...(of.age === undefined ? [] : [{ ...of, age: of.age - 1 }]),
]

const earns = (code: string, of: Least): boolean => {
  const rule = findNationalBadge(code)?.rule
  return rule !== undefined && evaluateRule(rule, toFacts(of)).eligible
}

test('every badge of the catalogue stands in the table', () => {
  expect(new Set(least.map(([code]) => code))).toEqual(new Set(badgeDefinitions.map(({ id }) => id)))
})

test.each(least)(
  '%s by %s: just enough is enough, anything one short is not, one more is',
  (code, _, exactly) => {
    expect(earns(code, exactly)).toBe(true)
    const short = oneShort(exactly)
    expect(short.length).toBeGreaterThan(0)
    expect(short.filter((one) => earns(code, one))).toEqual([])
    const more = (exactly.minutes ?? []).map(([role, on, minutes]) => [role, on, minutes + 1] as const)
    const records = Object.fromEntries(
      Object.entries(exactly.records ?? {}).map(([kind, n]) => [kind, n + 1]),
    )
    expect(earns(code, { ...exactly, minutes: more, records })).toBe(true)
  },
)

test('20 hours in two months are not three months, whichever year they fall in', () => {
  const on = (...days: string[]): Least => ({ minutes: days.map((one) => ['RO-01', one, 400]) })
  expect(earns('LV-02', on('2028-01-31', '2028-02-01', '2028-02-29'))).toBe(false)
  expect(earns('LV-02', on('2028-01-31', '2028-02-29', '2028-03-01'))).toBe(true)
  expect(earns('LV-02', on('2027-12-31', '2028-01-01', '2028-02-01'))).toBe(true)
})

test('a summer is from 1 June to 30 September, and not the day before or after', () => {
  const on = (one: string): Least => ({ minutes: [['RO-01', one, 600]], records: { reflection: 1 } })
  const days = ['2027-05-31', '2027-06-01', '2027-06-02', '2027-09-29', '2027-09-30', '2027-10-01']
  expect(days.map((one) => earns('LV-05', on(one)))).toEqual([false, true, true, true, true, false])
})

test('a data protection training holds for 24 months to the day', () => {
  const on = (one: string): Least => ({ trainings: [['data-protection', 80, one]] })
  expect(['2026-02-28', '2026-03-01', '2026-03-02'].map((one) => earns('LV-14', on(one)))).toEqual([
    false,
    true,
    true,
  ])
})

test('a young leader is from 11 to 25 years old', () => {
  const [, , young] = least.find(([code]) => code === 'LV-19') ?? ['', '', {}]
  expect([10, 11, 12, 24, 25, 26].map((age) => earns('LV-19', { ...young, age }))).toEqual([
    false,
    true,
    true,
    true,
    true,
    false,
  ])
})
