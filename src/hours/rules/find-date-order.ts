import type { DateOrder } from '../model'

const numericDate = /^(\d{1,2})[/.-](\d{1,2})[/.-]\d{4}(?!\d)/

/**
 * Tells from a whole column of dates whether its numbers can be trusted to put the day first. They cannot when
 * more of them make sense only with the month first (`04/23/2026`) than only with the day first (`23/04/2026`).
 */
export const findDateOrder = (cells: Iterable<string>): DateOrder => {
  let balance = 0
  for (const cell of cells) {
    const match = numericDate.exec(cell.trim())
    if (!match) continue
    const [first, second] = [Number(match[1]), Number(match[2])]
    if (first > 12 && first <= 31 && second <= 12) balance += 1
    if (second > 12 && second <= 31 && first <= 12) balance -= 1
  }
  return balance < 0 ? 'unclear' : 'day-first'
}
