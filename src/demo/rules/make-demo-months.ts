import type { ColumnMapping } from '../../hours/model'
import { nameNationalRole } from '../../roles/rules/name-national-role'
import { type DemoService, demoBranches, demoPersonas, demoRoles } from '../model'
import { nameDemoPerson } from './name-demo-person'
import { rollDice } from './roll-dice'

const DAY_MS = 86_400_000
const WEEK_MS = 7 * DAY_MS
const WEEKS = 52

const heading = 'Reference,Name,Email,Date,Start time,End time,Hours,Role,Library'

/** What the columns of the files mean. */
export const demoMapping = {
  externalReference: 0,
  name: 1,
  email: 2,
  date: 3,
  startTime: 4,
  endTime: 5,
  hours: 6,
  role: 7,
  branch: 8,
} as const satisfies ColumnMapping

/** The sessions of one calendar month as a volunteer system would export them. */
export type DemoMonth = {
  /** YYYY-MM. */
  readonly month: string
  readonly sessions: number
  readonly csv: string
}

type DemoPerson = {
  readonly reference: string
  readonly name: string
  readonly email: string
  readonly role: string
  readonly otherRole: string
  readonly branch: string
  /** From 0, Monday, to 5, Saturday. */
  readonly weekday: number
  /** In how many weeks of a hundred the person comes. */
  readonly often: number
  /** How many weeks of the year had passed when the person joined. */
  readonly joined: number
  readonly startMinute: number
  readonly minutes: number
}

/** Summer reading takes more hands than anything else. */
const codesOf = (service: DemoService) => [...demoRoles, ...service.moreRoles, 'RO-01', 'RO-01']

const makePerson = (service: DemoService, number: number): DemoPerson => {
  const roll = (limit: number, what: string) => rollDice(limit, service.slug, number, what)
  const pick = <T>(from: readonly T[], fallback: T, what: string) => from[roll(from.length, what)] ?? fallback
  const codes = codesOf(service)
  const branches = [...demoBranches.map(({ name }) => name), ...service.branches]
  return {
    reference: `V${String(number + 1).padStart(4, '0')}`,
    name: nameDemoPerson(service.nation, service.slug, number),
    email: roll(6, 'mail') > 0 ? `volunteer${number + 1}@${service.slug}.example` : '',
    role: pick(codes, 'RO-17', 'role'),
    otherRole: pick(codes, 'RO-17', 'other role'),
    branch: pick<string>(branches, 'Central Library', 'branch'),
    weekday: roll(6, 'weekday'),
    often: pick([14, 20, 30, 45, 65], 14, 'often'),
    joined: roll(3, 'newcomer') > 0 ? 0 : roll(36, 'joined'),
    startMinute: 570 + 30 * roll(12, 'start'),
    minutes: 60 + 30 * roll(4, 'minutes'),
  }
}

/** The persona that a visitor may be: somebody who has come every other week, all year. */
const asPersona = (person: DemoPerson, { slug }: DemoService): DemoPerson => {
  const persona = demoPersonas.find(
    ({ key, organisationSlug }) => key === 'volunteer' && organisationSlug === slug,
  )
  if (persona === undefined) return person
  const { name, email } = persona
  const habits = { role: 'RO-05', otherRole: 'RO-07', branch: 'Central Library', minutes: 120, joined: 0 }
  return { ...person, ...habits, name, email, often: 100 }
}

const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

const inSummer = (date: string) => date.slice(5, 7) >= '06' && date.slice(5, 7) <= '09'

/** The session of a person in a week that began on a Monday `weekMs` after 1970; undefined without one. */
const makeRow = (person: DemoPerson, slug: string, weekMs: number) => {
  const week = Math.round(weekMs / WEEK_MS)
  const roll = (limit: number, what: string) => rollDice(limit, slug, person.reference, week, what)
  const date = new Date(weekMs + person.weekday * DAY_MS).toISOString().slice(0, 10)
  const comes = person.often === 100 ? week % 2 === 0 : roll(100, 'comes') < person.often
  const usual = roll(4, 'which') > 0 ? person.role : person.otherRole
  const code = usual === 'RO-01' && !inSummer(date) ? person.otherRole : usual
  if (!comes || (code === 'RO-01' && !inSummer(date))) return undefined
  const minutes = person.minutes + 15 * roll(3, 'longer')
  const timed = roll(4, 'timed') > 0
  const times = timed
    ? [clock(person.startMinute), clock(person.startMinute + minutes), '']
    : ['', '', `${minutes / 60}`]
  const { reference, name, email, branch } = person
  return { date, cells: [reference, name, email, date, ...times, nameNationalRole(code, 'en'), branch] }
}

/**
 * A year of sessions of one made-up service up to the day before `today`, a file a calendar month, in order. What a
 * week holds follows from the service and the week alone, so that the same month is the same on another day.
 */
export const makeDemoMonths = (service: DemoService, volunteers: number, today: Date): DemoMonth[] => {
  const end = today.toISOString().slice(0, 10)
  // 1970 began on a Thursday.
  const monday = Math.floor((today.getTime() + 3 * DAY_MS) / WEEK_MS) * WEEK_MS - 3 * DAY_MS
  const people = Array.from({ length: volunteers }, (_, number) => makePerson(service, number))
  const first = people[0]
  if (first !== undefined) people[0] = asPersona(first, service)
  const rows = people.flatMap((person) =>
    Array.from({ length: WEEKS - person.joined }, (_, back) =>
      makeRow(person, service.slug, monday - back * WEEK_MS),
    ).filter((row) => row !== undefined && row.date < end),
  )
  const sorted = rows.flatMap((row) => row ?? []).sort((a, b) => a.date.localeCompare(b.date))
  return [...Map.groupBy(sorted, ({ date }) => date.slice(0, 7))].map(([month, all]) => ({
    month,
    sessions: all.length,
    csv: [heading, ...all.map(({ cells }) => cells.join(','))].join('\n'),
  }))
}
