import type { ProtectedFigure, Thresholds } from '../model'

/** A share in per cent, from rounded figures; undefined where either is withheld or the base is too small. */
export const shareOf = (
  figure: ProtectedFigure,
  base: ProtectedFigure,
  { percentageBase }: Pick<Thresholds, 'percentageBase'>,
): number | undefined => {
  if (figure === 'withheld' || base === 'withheld' || base < percentageBase) return undefined
  return Math.min(100, Math.round((figure / base) * 100))
}
