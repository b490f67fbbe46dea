import { type ImportField, importFields } from '../model'
import { writeTable } from './write-table'

type Language = 'en' | 'cy'

/** The headings of our own layout; the import knows them by themselves in both languages. */
const headings = {
  externalReference: { en: 'Reference', cy: 'Cyfeirnod' },
  name: { en: 'Name', cy: 'Enw' },
  email: { en: 'Email', cy: 'E-bost' },
  date: { en: 'Date', cy: 'Dyddiad' },
  startTime: { en: 'Start time', cy: 'Amser dechrau' },
  endTime: { en: 'End time', cy: 'Amser gorffen' },
  hours: { en: 'Hours', cy: 'Oriau' },
  role: { en: 'Role', cy: 'Rôl' },
  branch: { en: 'Library', cy: 'Llyfrgell' },
  note: { en: 'Notes', cy: 'Nodiadau' },
} as const satisfies Partial<Record<ImportField, Readonly<Record<Language, string>>>>

const isHeading = (field: ImportField): field is keyof typeof headings => field in headings
const columns = importFields.filter(isHeading)

const people = [
  ['A-1', 'Siân Llwyd', 'sian.llwyd@example.org'],
  ['A-2', 'Omar Farouk', 'omar.farouk@example.org'],
  ['A-3', 'Kasia Wójcik', 'kasia.wojcik@example.org'],
] as const

/**
 * A file in our own layout for a service to fill in: headings in its language and, where `roles` has any, some
 * made-up sessions of the days before `today` (YYYY-MM-DD) with the service's own roles and libraries.
 */
export const buildTemplate = (
  language: Language,
  example: {
    readonly today: string
    readonly roles: readonly string[]
    readonly branches: readonly string[]
    readonly note: string
  } = { today: '', roles: [], branches: [], note: '' },
): string => {
  const { today, roles, branches, note } = example
  const rows = roles.slice(0, 6).map((role, index) => {
    const [reference, name, email] = people[index % people.length] ?? people[0]
    const timed = index % 2 === 0
    const cells: Readonly<Record<keyof typeof headings, string>> = {
      externalReference: reference,
      name,
      email,
      date: dayBefore(today, index + 1),
      startTime: timed ? '10:00' : '',
      endTime: timed ? '12:30' : '',
      hours: timed ? '' : '1.5',
      role,
      branch: branches[index % Math.max(1, branches.length)] ?? '',
      note,
    }
    return columns.map((field) => cells[field])
  })
  return writeTable(
    columns.map((field) => headings[field][language]),
    rows,
  )
}

/** Some days before a day, as DD/MM/YYYY. */
const dayBefore = (today: string, days: number): string => {
  const date = new Date(`${today}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() - days)
  return date.toISOString().slice(0, 10).split('-').reverse().join('/')
}
