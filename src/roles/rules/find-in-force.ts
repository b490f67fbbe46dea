/**
 * Of decisions that hold from a day until a later one does, the one in force on a day (YYYY-MM-DD); of two from the same
 * day the one that was recorded last. Undefined before the first.
 */
export const findInForce = <D extends { readonly inForceFrom: string; readonly recordedAt?: Date }>(
  decisions: readonly D[],
  day: string,
): D | undefined =>
  decisions
    .filter(({ inForceFrom }) => inForceFrom <= day)
    .reduce<D | undefined>((best, one) => {
      if (best === undefined || one.inForceFrom > best.inForceFrom) return one
      if (one.inForceFrom < best.inForceFrom) return best
      return (one.recordedAt?.getTime() ?? 0) >= (best.recordedAt?.getTime() ?? 0) ? one : best
    }, undefined)
