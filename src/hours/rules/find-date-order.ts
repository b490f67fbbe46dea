import type { DateOrder } from '../model'

const numericDate = /^(\d{1,2})[/.-](\d{1,2})[/.-]\d{4}(?!\d)/

/**
 * Tells from a whole column of dates whether its numbers can be trusted to put the day first. They cannot when
 * more of them make sense only with the month first (`04/23/2026`) than only with the day first (`23/04/2026`).
 */
export const findDateOrder = (cells: Iterable<string>): DateOrder => {
  let balance = 0
  for (const cell of cells) balance += weighDate(cell)
  return orderOf(balance)
}

/** 1 for a cell that makes sense only with the day first, -1 for one with the month first, else 0. */
export const weighDate = (cell: string): number => {
  const match = numericDate.exec(cell.trim())
  if (!match) return 0
  const [first, second] = [Number(match[1]), Number(match[2])]
  if (first > 12 && first <= 31 && second <= 12) return 1
  return second > 12 && second <= 31 && first <= 12 ? -1 : 0
}

/** What the sum over a whole column tells. */
export const orderOf = (balance: number): DateOrder => (balance < 0 ? 'unclear' : 'day-first')
