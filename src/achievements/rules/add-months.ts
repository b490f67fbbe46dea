/**
 * The same day of the month, some months later or earlier; the last day of a shorter month. Days are YYYY-MM-DD.
 * A year after 29 February is 28 February.
 */
export const addMonths = (day: string, months: number): string => {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const first = new Date(Date.UTC(year, month - 1 + months, 1))
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  first.setUTCDate(Math.min(date, last))
  return first.toISOString().slice(0, 10)
}

export const monthsBefore = (day: string, months: number): string => addMonths(day, -months)
