import { ageBands, preferNotToSay } from '../model'

/** The band of age of a year of birth in a year, such as `25-34`; the age reached in it, less one, is certain. */
export const ageBandOf = (answer: string, year: number): string => {
  if (answer === preferNotToSay) return answer
  const age = Math.max(0, year - Number(answer) - 1)
  const position = ageBands.findLastIndex((first) => first <= age)
  const [first, next] = [ageBands[position] ?? 0, ageBands[position + 1]]
  return next === undefined ? `${first}+` : `${first}-${next - 1}`
}
