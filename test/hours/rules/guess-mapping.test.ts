import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { guessMapping } from '../../../src/hours/rules/guess-mapping'
import { missingOfMapping } from '../../../src/hours/rules/missing-of-mapping'
import { readSessions } from '../../../src/hours/rules/read-sessions'
import { readTable } from '../../../src/hours/rules/read-table'

const read = (name: string) => {
  const table = readTable(readFileSync(`examples/${name}`))
  if (!table.ok) throw new Error(table.reason)
  return table.value
}
const guess = (name: string) => {
  const { columns, rows } = read(name)
  const mapping = guessMapping(
    columns,
    rows.map((row) => row.cells),
  )
  return Object.fromEntries(Object.entries(mapping).map(([field, index]) => [field, columns[index]]))
}

const own = {
  externalReference: 'Reference',
  name: 'Name',
  email: 'Email',
  date: 'Date',
  startTime: 'Start time',
  endTime: 'End time',
  hours: 'Hours',
  role: 'Role',
  branch: 'Library',
  note: 'Notes',
}

test.each([
  ['sessions-template.csv', own],
  ['sessions-with-faults.csv', own],
  [
    'better-impact-export.csv',
    {
      externalReference: 'Username',
      firstName: 'First Name',
      lastName: 'Last Name',
      email: 'Email Address',
      role: 'Activity',
      date: 'Date Volunteered',
      hours: 'Hours Worked',
      note: 'Comments',
    },
  ],
  [
    'teamkinetic-export.csv',
    {
      externalReference: 'Volunteer ID',
      name: 'Volunteer Name',
      email: 'Volunteer Email',
      role: 'Opportunity Title',
      date: 'Session Date',
      startTime: 'Start Time',
      endTime: 'End Time',
      hours: 'Hours Logged',
      status: 'Log Status',
    },
  ],
  [
    'three-rings-export.csv',
    { date: 'Date', startTime: 'Time', role: 'Rota', name: 'Volunteer', note: 'Comments' },
  ],
])('the columns of %s are guessed right', (name, expected) => {
  expect(guess(name)).toEqual(expected)
})

const roles = [
  'Summer Reading Challenge volunteer',
  'Home library service',
  'Digital champion',
  'Local history',
  'Rhyme time',
  'Reading group',
  'Events',
  'Garden',
].map((titleEn, index) => ({ id: `r${index}`, nationalCode: `RO-0${index}`, titleEn, titleCy: null }))
const branches = ['Central Library', 'Riverside Library'].map((name) => ({ id: name, name }))

test.each(['sessions-template', 'better-impact-export', 'teamkinetic-export', 'three-rings-export'])(
  'every row of %s can go in with the guess',
  (name) => {
    const table = read(`${name}.csv`)
    const mapping = guessMapping(
      table.columns,
      table.rows.map((row) => row.cells),
    )
    expect(missingOfMapping(mapping)).toEqual([])
    const sessions = readSessions(
      table,
      { mapping, now: new Date('2026-11-24T12:00:00Z') },
      { roles, branches },
    )
    expect(sessions.rows.flatMap((row) => row.faults)).toEqual([])
    expect(sessions.rows.length).toBeGreaterThanOrEqual(20)
  },
)

test('the rows with faults are refused for the reasons that their notes give', () => {
  const table = read('sessions-with-faults.csv')
  const mapping = guessMapping(table.columns, [])
  const sessions = readSessions(
    table,
    { mapping, now: new Date('2026-11-24T12:00:00Z') },
    { roles, branches },
  )
  expect(sessions.unknownRoles).toEqual(['Astronaut'])
  expect(sessions.rows.map((row) => row.faults.map((fault) => `${fault.column}: ${fault.reason}`))).toEqual([
    [],
    ['Date: date-impossible'],
    ['Date: date-year-short'],
    ['End time: end-not-after-start'],
    ['Hours: over-24-hours'],
    [],
    ['Name: name-missing'],
    ['Email: email-not-valid'],
    ['Hours: hours-not-understood'],
    ['Role: role-unknown'],
    ['Start time: time-in-gap'],
    ['Date: in-future'],
    ['Hours: hours-disagree'],
    [],
    ['Date: date-not-understood', 'Hours: hours-not-positive'],
  ])
})

test('Welsh headings are understood', () => {
  const columns = [
    'Cyfeirnod',
    'Enw cyntaf',
    'Cyfenw',
    'Cyfeiriad e-bost',
    'Dyddiad',
    'Amser dechrau',
    'Amser gorffen',
    'Oriau',
    'Rôl',
    'Llyfrgell',
    'Nodiadau',
  ]
  const fields = [
    'externalReference',
    'firstName',
    'lastName',
    'email',
    'date',
    'startTime',
    'endTime',
    'hours',
    'role',
    'branch',
    'note',
  ]
  expect(guessMapping(columns, [])).toEqual(Object.fromEntries(fields.map((field, index) => [field, index])))
})

test('a column is not taken for what its cells cannot be', () => {
  const rows = [['yes', '03/04/2026', 'Jo Hill', '2', 'Garden']]
  expect(guessMapping(['Date confirmed', 'Day', 'Volunteer', 'Hours', 'Role'], rows)).toEqual({
    date: 1,
    name: 2,
    hours: 3,
    role: 4,
  })
  expect(guessMapping(['Colour', 'Shoe size'], [['red', '42']])).toEqual({})
})

test('a mapping that lacks something says what', () => {
  expect(missingOfMapping({})).toEqual(['name', 'date', 'duration', 'role'])
  expect(missingOfMapping({ lastName: 0, startTime: 1, role: 2 })).toEqual([])
})
