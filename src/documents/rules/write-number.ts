/** A number as the operators of a PDF page take it: three decimals, never an exponent. */
export const writeNumber = (value: number): string => String(Math.round(value * 1000) / 1000 || 0)

/** Several numbers, with spaces between. */
export const writeNumbers = (...values: readonly number[]): string => values.map(writeNumber).join(' ')
