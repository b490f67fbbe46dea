import { nameNationalRole } from '../../roles/rules/name-national-role'
import { demoBranches, demoFirstNames, demoLastNames, demoRoles } from '../model'

/** A small generator of numbers below `limit`: the same seed gives the same demonstration. */
const createDice = (seed: number) => {
  let state = seed >>> 0
  return (limit: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * limit)
  }
}

const DAY_MS = 86_400_000
/** Sessions of the last weeks wait for approval. */
const WAITING_DAYS = 21

export const demoHeading = [
  'Volunteer ID',
  'Name',
  'E-mail',
  'Date',
  'Start time',
  'End time',
  'Hours',
  'Role',
  'Library',
] as const

export type DemoRows = { readonly approved: string[][]; readonly waiting: string[][] }

type DemoPerson = {
  readonly reference: string
  readonly name: string
  readonly email: string
  readonly role: string
  readonly branch: string
  readonly sessions: number
  /** Days from one session to the next, at least. */
  readonly step: number
}

type Options = {
  readonly seed: number
  readonly volunteers: number
  readonly today: Date
  /** The service's part of made-up addresses. */
  readonly domain: string
}

/** The first volunteer is the persona that a visitor can be: somebody who has come all year. */
const makePerson = (options: Options, number: number, roll: (limit: number) => number): DemoPerson => {
  const first = demoFirstNames[number % demoFirstNames.length] ?? ''
  const last = demoLastNames[roll(demoLastNames.length)] ?? ''
  const isPersona = number === 0
  const hasMail = roll(5) > 0
  const role = nameNationalRole(demoRoles[roll(demoRoles.length)] ?? '', 'en')
  return {
    reference: `V${options.seed}-${number + 1}`,
    name: `${first} ${last}`,
    email: isPersona
      ? `volunteer@${options.domain}`
      : hasMail
        ? `volunteer${number + 1}@${options.domain}`
        : '',
    role,
    branch: demoBranches[roll(demoBranches.length)]?.name ?? '',
    sessions: isPersona ? 24 : 2 + roll(20),
    step: isPersona ? 14 : 7 + roll(14),
  }
}

const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

const makeRow = (person: DemoPerson, date: string, roll: (limit: number) => number): string[] => {
  const minutes = 60 + roll(5) * 30
  const start = 9 * 60 + roll(12) * 30
  const timed = roll(4) > 0
  return [
    person.reference,
    person.name,
    person.email,
    date,
    timed ? clock(start) : '',
    timed ? clock(start + minutes) : '',
    timed ? '' : String(minutes / 60),
    person.role,
    person.branch,
  ]
}

/**
 * Rows of a spreadsheet for one made-up service: `volunteers` people with up to a year of sessions before `today`,
 * those to approve now and those of the last three weeks. The same arguments give the same rows.
 */
export const makeDemoRows = (options: Options): DemoRows => {
  const roll = createDice(options.seed)
  const approved: string[][] = []
  const waiting: string[][] = []
  for (let number = 0; number < options.volunteers; number += 1) {
    const person = makePerson(options, number, roll)
    for (let back = person.sessions; back > 0; back -= 1) {
      const days = back * person.step + roll(4)
      const date = new Date(options.today.getTime() - days * DAY_MS).toISOString().slice(0, 10)
      const rows = days <= WAITING_DAYS ? waiting : approved
      rows.push(makeRow(person, date, roll))
    }
  }
  return { approved, waiting }
}
