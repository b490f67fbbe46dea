/**
 * Stands in the Worker's bundle for the decompression of WOFF2 fonts, which takes a tenth of it: the fonts of this
 * service are TrueType.
 */
export default (): never => {
  throw new TypeError('WOFF2 fonts are not read in the Worker.')
}
