/** The quarter of a day (YYYY-MM-DD), such as 2026-Q4. */
export const quarterOf = (day: string): string =>
  `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`
