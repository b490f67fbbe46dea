/**
 * The year of a local date (YYYY-MM-DD) as library services report it (rule HR-10): from 1 April to 31 March,
 * written `2026-27`.
 */
export const financialYearOf = (localDate: string): string => {
  const year = Number(localDate.slice(0, 4))
  const first = localDate.slice(5) >= '04-01' ? year : year - 1
  return `${first}-${String((first + 1) % 100).padStart(2, '0')}`
}
