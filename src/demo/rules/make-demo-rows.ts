import { demoFirstNames, demoLastNames, demoRoles } from '../model'

/** A small generator of numbers below `limit`: the same seed gives the same demonstration. */
const createDice = (seed: number) => {
  let state = seed >>> 0
  return (limit: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * limit)
  }
}

const DAY_MS = 86_400_000

/**
 * Rows of a spreadsheet for one made-up service: `volunteers` people with up to a year of sessions before `today`.
 * The first row is the heading. The same arguments give the same rows.
 */
export const makeDemoRows = (options: {
  readonly seed: number
  readonly volunteers: number
  readonly today: Date
}): string[][] => {
  const roll = createDice(options.seed)
  const rows = [['Volunteer ID', 'Name', 'Date', 'Hours', 'Role']]
  for (let number = 0; number < options.volunteers; number += 1) {
    const name = `${demoFirstNames[number % demoFirstNames.length]} ${demoLastNames[roll(demoLastNames.length)]}`
    const role = demoRoles[roll(demoRoles.length)]?.titleEn ?? ''
    const sessions = 2 + roll(20)
    const step = 7 + roll(14)
    for (let back = sessions; back > 0; back -= 1) {
      const date = new Date(options.today.getTime() - (back * step + roll(4)) * DAY_MS)
      rows.push([
        `V${options.seed}-${number + 1}`,
        name,
        date.toISOString().slice(0, 10),
        String(1 + roll(5) / 2),
        role,
      ])
    }
  }
  return rows
}
