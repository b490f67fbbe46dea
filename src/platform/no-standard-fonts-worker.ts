/**
 * Stands in the Worker's bundle for the metrics of the fourteen fonts that every PDF reader has: certificates embed
 * fonts of their own, for those have no letters beyond Western Europe.
 */
export const FontNames = {} as const
export const Encodings = {} as const
export const Font = {
  load: (): never => {
    throw new TypeError('The standard fonts of PDF are not read in the Worker.')
  },
}
