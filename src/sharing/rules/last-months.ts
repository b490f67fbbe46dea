/**
 * The twelve months up to that of a day, each as YYYY-MM with its minutes; those without any have none. `today` is
 * YYYY-MM-DD.
 */
export const lastMonths = (
  byMonth: readonly { readonly month: string; readonly minutes: number }[],
  today: string,
): { readonly month: string; readonly minutes: number }[] => {
  const minutes = new Map(byMonth.map((one) => [one.month, one.minutes]))
  const [year = 0, month = 1] = today.split('-').map(Number)
  return Array.from({ length: 12 }, (_, place) => {
    const at = new Date(Date.UTC(year, month - 12 + place, 1)).toISOString().slice(0, 7)
    return { month: at, minutes: minutes.get(at) ?? 0 }
  })
}
