type Characteristic = { readonly nationalOnly?: boolean }

/**
 * Whether figures may be broken down by these at once: by two characteristics at most, and below the national level by
 * none that is told nationally only.
 */
export const mayCross = (
  characteristics: readonly Characteristic[],
  level: 'service' | 'national',
): boolean =>
  characteristics.length <= 2 &&
  (level === 'national' || characteristics.every(({ nationalOnly }) => nationalOnly !== true))
